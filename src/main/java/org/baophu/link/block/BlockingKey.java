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

  /** Whether two rows agree on all parts. */
  public boolean reaches(int rowA, int rowB) {
    boolean reaches = true;
    for (int i = 0; i < parts.size() && reaches; i++) {
      int a = parts.get(i).of(rowA);
      reaches = a != 0 && a == parts.get(i).of(rowB);
    }
    return reaches;
  }
}
