package org.baophu.link.incremental;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

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
    Arrays.setAll(parents, row -> row);
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
    return IntStream.range(0, parents.length).filter(row -> roots.get(root(row))).toArray();
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
