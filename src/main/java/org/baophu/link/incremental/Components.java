package org.baophu.link.incremental;

import java.util.BitSet;

/**
 * The components of a graph of rows, by union and find (R. E. Tarjan, J. ACM 22, 1975), and those
 * of them that something has touched. Not safe for several threads.
 */
public final class Components {
  private final int[] parents;
  private final BitSet touched = new BitSet();

  /** Every row a component of its own. */
  public Components(int rows) {
    parents = new int[rows];
    for (int row = 0; row < rows; row++) {
      parents[row] = row;
    }
  }

  /** Two rows are of one component. */
  public void join(int rowA, int rowB) {
    int a = root(rowA);
    int b = root(rowB);
    parents[Math.max(a, b)] = Math.min(a, b);
  }

  /** A row's component may cluster otherwise than it did. */
  public void touch(int row) {
    touched.set(row);
  }

  private int root(int row) {
    int at = row;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** All rows of the components that were touched, ascending. */
  public int[] touchedRows() {
    BitSet roots = touchedRoots();
    BitSet rows = new BitSet(parents.length);
    for (int row = 0; row < parents.length; row++) {
      rows.set(row, roots.get(root(row)));
    }
    return rows.stream().toArray();
  }

  /** How many components were touched. */
  public int touched() {
    return touchedRoots().cardinality();
  }

  private BitSet touchedRoots() {
    BitSet roots = new BitSet(parents.length);
    touched.stream().forEach(row -> roots.set(root(row)));
    return roots;
  }
}
