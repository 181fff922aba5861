package org.baophu.link.incremental;

import java.util.BitSet;
import java.util.function.IntConsumer;
import org.baophu.link.cluster.Forest;

/**
 * The components of a graph of rows, and those of them that something has touched. What is asked of
 * a component takes the time that its rows do. Not safe for several threads.
 */
public final class Components {
  private final int rows;
  private final Forest forest;

  /**
   * By row how far on the next row of its component is, the rows of each going round: a new array
   * is every row by itself.
   */
  private final int[] on;

  private final BitSet touched = new BitSet();

  /** Every row a component of its own. */
  public Components(int rows) {
    this.rows = rows;
    this.forest = new Forest(rows);
    this.on = new int[rows];
  }

  /** Two rows are of one component. */
  public void join(int rowA, int rowB) {
    if (forest.root(rowA) != forest.root(rowB)) {
      forest.join(rowA, rowB);
      // Each of two rounds goes on where the other did: they are one.
      int nextOfA = next(rowA);
      on[rowA] = next(rowB) - rowA;
      on[rowB] = nextOfA - rowB;
    }
  }

  private int next(int row) {
    return row + on[row];
  }

  /** A row's component may cluster otherwise than it did. */
  public void touch(int row) {
    touched.set(row);
  }

  /** Names all rows of a row's component once, in no particular order. */
  public void forEachWith(int row, IntConsumer action) {
    int member = row;
    do {
      action.accept(member);
      member = next(member);
    } while (member != row);
  }

  /** All rows of the components that were touched, ascending. */
  public int[] touchedRows() {
    BitSet inThem = new BitSet(rows);
    touched.stream().filter(row -> !inThem.get(row)).forEach(row -> forEachWith(row, inThem::set));
    return inThem.stream().toArray();
  }

  /** How many components were touched. */
  public int touched() {
    BitSet roots = new BitSet(rows);
    touched.stream().forEach(row -> roots.set(forest.root(row)));
    return roots.cardinality();
  }
}
