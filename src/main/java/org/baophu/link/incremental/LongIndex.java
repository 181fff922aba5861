package org.baophu.link.incremental;

import java.util.Arrays;

/** Finds the place of a number in an array. */
final class LongIndex {
  private final int[] slots;
  private final long[] numbers;
  private boolean distinct = true;

  LongIndex(long[] numbers) {
    this.numbers = numbers;
    this.slots = new int[Integer.highestOneBit(Math.max(4, numbers.length)) * 4];
    Arrays.fill(slots, -1);
    for (int place = 0; place < numbers.length; place++) {
      int slot = slot(numbers[place]);
      distinct &= slots[slot] < 0;
      slots[slot] = place;
    }
  }

  /** Whether no number stands at two places. */
  boolean isDistinct() {
    return distinct;
  }

  /** The place of a number, -1 where there is none. */
  int find(long number) {
    return slots[slot(number)];
  }

  private int slot(long number) {
    int slot = (int) (number ^ number >>> 32) & slots.length - 1;
    while (slots[slot] >= 0 && numbers[slots[slot]] != number) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }
}
