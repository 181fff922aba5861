package org.baophu.link;

import java.util.Arrays;
import org.baophu.link.block.PairSink;

/** Pairs of rows and the keys that bring them up. Not safe for several threads. */
final class KeyedPairs implements PairSink {
  private int[] keys = new int[1 << 10];
  private int[] rowsA = new int[1 << 10];
  private int[] rowsB = new int[1 << 10];
  private int size;

  @Override
  public void accept(int key, int rowA, int rowB) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      rowsA = Arrays.copyOf(rowsA, size * 2);
      rowsB = Arrays.copyOf(rowsB, size * 2);
    }
    keys[size] = key;
    rowsA[size] = rowA;
    rowsB[size++] = rowB;
  }

  int size() {
    return size;
  }

  int key(int pair) {
    return keys[pair];
  }

  int rowA(int pair) {
    return rowsA[pair];
  }

  int rowB(int pair) {
    return rowsB[pair];
  }
}
