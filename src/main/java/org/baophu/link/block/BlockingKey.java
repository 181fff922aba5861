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

  /**
   * What rows {@code from} to {@code from + into.length - 1} are blocked by, 0 where a part is
   * missing.
   */
  void values(int from, int[] into) {
    System.arraycopy(parts.get(0).values(), from, into, 0, into.length);
    for (Part part : parts.subList(1, parts.size())) {
      int[] own = part.values();
      for (int i = 0; i < into.length; i++) {
        int combined = Mix.combine(into[i], own[from + i]);
        // Without a jump: many rows lack a part, and which ones cannot be foreseen.
        into[i] = combined & present(into[i]) & present(own[from + i]);
      }
    }
  }

  /** All bits, but none for 0. */
  private static int present(int value) {
    return (value | -value) >> Integer.SIZE - 1;
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
