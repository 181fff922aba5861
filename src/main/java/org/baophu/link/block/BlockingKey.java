package org.baophu.link.block;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Parts of different fields that must all agree for two rows to become a candidate pair.
 *
 * @param parts one to three
 * @param expectedPairs about how many pairs agree on it
 */
public record BlockingKey(List<Part> parts, double expectedPairs) {
  /** Copies the list. */
  public BlockingKey {
    parts = List.copyOf(parts);
  }

  /** The parts' names joined by {@code " + "}. */
  public String name() {
    return parts.stream().map(Part::name).collect(Collectors.joining(" + "));
  }
}
