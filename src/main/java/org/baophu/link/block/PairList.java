package org.baophu.link.block;

import java.util.Arrays;

/** A growing list of pairs of rows. */
public final class PairList {
  private int[] rowsA = new int[256];
  private int[] rowsB = new int[256];
  private int size;

  /** Adds a pair. */
  public void add(int rowA, int rowB) {
    if (size == rowsA.length) {
      rowsA = Arrays.copyOf(rowsA, size * 2);
      rowsB = Arrays.copyOf(rowsB, size * 2);
    }
    rowsA[size] = rowA;
    rowsB[size++] = rowB;
  }

  /** How many pairs there are. */
  public int size() {
    return size;
  }

  /** The first row of a pair. */
  public int rowA(int pair) {
    return rowsA[pair];
  }

  /** The second row of a pair. */
  public int rowB(int pair) {
    return rowsB[pair];
  }
}
