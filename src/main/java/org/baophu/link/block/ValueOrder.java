package org.baophu.link.block;

import java.util.Arrays;

/**
 * Rows in the order of what they are blocked by. The upper bits of the values send the rows to
 * places of their own, each so small that the processor's cache holds it while it is sorted by the
 * bits that are left.
 */
final class ValueOrder {
  private static final int LEFT_BITS = 21;
  private static final int DIGIT_BITS = 7;
  private static final int DIGIT_MASK = (1 << DIGIT_BITS) - 1;
  private static final int PLACES = 1 << Integer.SIZE - LEFT_BITS;

  /** Below that many rows nothing is gained by going digit by digit. */
  private static final int FEW = 64;

  private long[] sorted = new long[0];
  private long[] spare = new long[0];

  private ValueOrder() {}

  /** Rows of values other than 0, each below its value in one number, by value, then by row. */
  static long[] rows(int[] values) {
    ValueOrder order = new ValueOrder();
    int[] ends = order.spread(values);
    for (int place = 0, from = 0; place < PLACES; place++) {
      order.sort(from, ends[place]);
      from = ends[place];
    }
    return order.sorted;
  }

  /** Sends all rows to their places and says where these end. */
  private int[] spread(int[] values) {
    int[] next = new int[PLACES];
    for (int value : values) {
      next[value >>> LEFT_BITS] += value == 0 ? 0 : 1;
    }
    int used = 0;
    for (int place = 0; place < PLACES; place++) {
      int count = next[place];
      next[place] = used;
      used += count;
    }
    sorted = new long[used];
    for (int row = 0; row < values.length; row++) {
      if (values[row] != 0) {
        sorted[next[values[row] >>> LEFT_BITS]++] = (long) values[row] << Integer.SIZE | row;
      }
    }
    return next;
  }

  /** Sorts the rows of one place: of values with the same upper bits. */
  private void sort(int from, int to) {
    if (to - from < FEW) {
      Arrays.sort(sorted, from, to);
      return;
    }
    if (spare.length < to - from) {
      spare = new long[to - from];
    }
    // Digit by digit, lowest first; each pass keeps the order of equals.
    for (int shift = Integer.SIZE; shift < Integer.SIZE + LEFT_BITS; shift += DIGIT_BITS) {
      int[] next = new int[1 << DIGIT_BITS];
      for (int i = from; i < to; i++) {
        next[digit(sorted[i], shift)]++;
      }
      for (int digit = 0, before = 0; digit <= DIGIT_MASK; digit++) {
        int count = next[digit];
        next[digit] = before;
        before += count;
      }
      for (int i = from; i < to; i++) {
        spare[next[digit(sorted[i], shift)]++] = sorted[i];
      }
      System.arraycopy(spare, 0, sorted, from, to - from);
    }
  }

  private static int digit(long valueAndRow, int shift) {
    return (int) (valueAndRow >>> shift) & DIGIT_MASK;
  }
}
