package org.baophu.link.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/** Codes grouped by something they have in common. */
final class Groups {
  private final int[] groupOfCode;
  private final int size;

  private Groups(int[] groupOfCode, int size) {
    this.groupOfCode = groupOfCode;
    this.size = size;
  }

  /** Every code a group of its own. */
  static Groups each(int codes) {
    int[] groupOfCode = new int[codes];
    Arrays.setAll(groupOfCode, code -> code);
    return new Groups(groupOfCode, codes);
  }

  /** Groups codes by equal texts. */
  static Groups byText(String[] texts) {
    // A hash map of a million boxes takes several times as long.
    int mask = Math.max(16, Integer.highestOneBit(Math.max(1, texts.length)) * 4) - 1;
    int[] slots = new int[mask + 1];
    int[] groupOfCode = new int[texts.length];
    int groups = 0;
    for (int code = 0; code < texts.length; code++) {
      int hash = texts[code].hashCode() * 0x9E3779B9;
      int slot = (hash ^ hash >>> 15) & mask;
      while (slots[slot] != 0 && !texts[slots[slot] - 1].equals(texts[code])) {
        slot = (slot + 1) & mask;
      }
      if (slots[slot] == 0) {
        slots[slot] = code + 1;
        groupOfCode[code] = groups++;
      } else {
        groupOfCode[code] = groupOfCode[slots[slot] - 1];
      }
    }
    return new Groups(groupOfCode, groups);
  }

  /**
   * Groups codes by equal sequences of numbers.
   *
   * @param starts by code where its sequence begins
   * @param counts by code how long it is
   */
  static Groups bySequences(int[] numbers, int[] starts, int[] counts) {
    int mask = Math.max(16, Integer.highestOneBit(Math.max(1, starts.length)) * 4) - 1;
    int[] slots = new int[mask + 1];
    int[] groupOfCode = new int[starts.length];
    int groups = 0;
    for (int code = 0; code < starts.length; code++) {
      int from = starts[code];
      int to = from + counts[code];
      long hash = counts[code];
      for (int i = from; i < to; i++) {
        hash = (hash ^ numbers[i]) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 32;
      }
      int slot = (int) hash & mask;
      int other = slots[slot] - 1;
      while (other >= 0
          && !Arrays.equals(
              numbers, from, to, numbers, starts[other], starts[other] + counts[other])) {
        slot = (slot + 1) & mask;
        other = slots[slot] - 1;
      }
      if (other < 0) {
        slots[slot] = code + 1;
      }
      groupOfCode[code] = other < 0 ? groups++ : groupOfCode[other];
    }
    return new Groups(groupOfCode, groups);
  }

  /** Groups codes 0 to {@code codes - 1} by equal numbers. */
  static Groups byNumber(int codes, IntToLongFunction number) {
    int mask = Math.max(16, Integer.highestOneBit(Math.max(1, codes)) * 4) - 1;
    int[] slots = new int[mask + 1];
    long[] numbers = new long[codes];
    int[] groupOfCode = new int[codes];
    int groups = 0;
    for (int code = 0; code < codes; code++) {
      numbers[code] = number.applyAsLong(code);
      long hash = numbers[code] * 0x9E3779B97F4A7C15L;
      int slot = (int) (hash ^ hash >>> 32) & mask;
      while (slots[slot] != 0 && numbers[slots[slot] - 1] != numbers[code]) {
        slot = (slot + 1) & mask;
      }
      if (slots[slot] == 0) {
        slots[slot] = code + 1;
        groupOfCode[code] = groups++;
      } else {
        groupOfCode[code] = groupOfCode[slots[slot] - 1];
      }
    }
    return new Groups(groupOfCode, groups);
  }

  /** Groups codes 0 to {@code codes - 1} by equal keys. */
  static Groups by(int codes, IntFunction<?> key) {
    Map<Object, Integer> numbers = new HashMap<>();
    int[] groupOfCode = new int[codes];
    for (int code = 0; code < codes; code++) {
      Integer number = numbers.putIfAbsent(key.apply(code), numbers.size());
      groupOfCode[code] = number == null ? numbers.size() - 1 : number;
    }
    return new Groups(groupOfCode, numbers.size());
  }

  int of(int code) {
    return groupOfCode[code];
  }

  int[] array() {
    return groupOfCode;
  }

  int size() {
    return size;
  }
}
