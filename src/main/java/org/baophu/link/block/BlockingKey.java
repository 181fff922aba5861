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

  /** What a row is blocked by, 0 where a part is missing. */
  int of(int row) {
    int key = 0;
    for (int i = 0; i < parts.size(); i++) {
      int part = parts.get(i).of(row);
      if (part == 0) {
        return 0;
      }
      key = i == 0 ? part : Mix.combine(key, part);
    }
    return key;
  }

  /** Whether two rows agree on all parts. */
  public boolean reaches(int rowA, int rowB) {
    for (Part part : parts) {
      int a = part.of(rowA);
      if (a == 0 || a != part.of(rowB)) {
        return false;
      }
    }
    return true;
  }
}
