package org.baophu.link.cluster;

/**
 * Rows that are connected, by union and find (R. E. Tarjan, J. ACM 22, 1975). Not safe for several
 * threads.
 */
public final class Forest {
  /** By row how far before it its parent stands: a new array is every row by itself. */
  private final int[] up;

  /** Every row by itself. */
  public Forest(int rows) {
    up = new int[rows];
  }

  /** Connects two rows. */
  public void join(int rowA, int rowB) {
    int a = root(rowA);
    int b = root(rowB);
    up[Math.max(a, b)] = Math.abs(a - b);
  }

  /** The first of the rows that a row is connected with, or itself. */
  public int root(int row) {
    int at = row;
    while (up[at] != 0) {
      up[at] += up[at - up[at]];
      at -= up[at];
    }
    return at;
  }
}
