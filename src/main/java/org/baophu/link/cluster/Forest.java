package org.baophu.link.cluster;

import java.util.Arrays;

/**
 * Rows that are connected, by union and find (R. E. Tarjan, J. ACM 22, 1975). Not safe for several
 * threads.
 */
public final class Forest {
  private final int[] parents;

  /** Every row by itself. */
  public Forest(int rows) {
    parents = new int[rows];
    Arrays.setAll(parents, row -> row);
  }

  /** Connects two rows. */
  public void join(int rowA, int rowB) {
    int a = root(rowA);
    int b = root(rowB);
    parents[Math.max(a, b)] = Math.min(a, b);
  }

  /** The first of the rows that a row is connected with, or itself. */
  public int root(int row) {
    int at = row;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }
}
