package org.baophu.link.incremental;

import java.util.BitSet;
import org.baophu.link.cluster.Forest;

/**
 * The components of a graph of rows, and those of them that something has touched. Not safe for
 * several threads.
 */
public final class Components {
  private final int rows;
  private final Forest forest;
  private final BitSet touched = new BitSet();

  /** Every row a component of its own. */
  public Components(int rows) {
    this.rows = rows;
    this.forest = new Forest(rows);
  }

  /** Two rows are of one component. */
  public void join(int rowA, int rowB) {
    forest.join(rowA, rowB);
  }

  /** A row's component may cluster otherwise than it did. */
  public void touch(int row) {
    touched.set(row);
  }

  /** All rows of the components that were touched, ascending. */
  public int[] touchedRows() {
    BitSet roots = touchedRoots();
    BitSet inThem = new BitSet(rows);
    for (int row = 0; row < rows; row++) {
      if (roots.get(forest.root(row))) {
        inThem.set(row);
      }
    }
    return inThem.stream().toArray();
  }

  /** How many components were touched. */
  public int touched() {
    return touchedRoots().cardinality();
  }

  private BitSet touchedRoots() {
    BitSet roots = new BitSet(rows);
    touched.stream().forEach(row -> roots.set(forest.root(row)));
    return roots;
  }
}
