package org.baophu.link.compare;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/** Codes grouped by something they have in common. */
final class Groups {
  private static final int FACTOR = 0x9E3779B9;

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
    return of(
        texts.length,
        code -> texts[code].hashCode(),
        (code, other) -> texts[code].equals(texts[other]));
  }

  /**
   * Groups codes by equal sequences of numbers.
   *
   * @param starts by code where its sequence begins
   * @param counts by code how long it is
   */
  static Groups bySequences(int[] numbers, int[] starts, int[] counts) {
    return of(
        starts.length,
        code -> {
          int hash = counts[code];
          for (int i = starts[code]; i < starts[code] + counts[code]; i++) {
            hash = (hash ^ numbers[i]) * FACTOR;
            hash ^= hash >>> 15;
          }
          return hash;
        },
        (code, other) ->
            Arrays.equals(
                numbers,
                starts[code],
                starts[code] + counts[code],
                numbers,
                starts[other],
                starts[other] + counts[other]));
  }

  /** Groups codes 0 to {@code codes - 1} by equal numbers. */
  static Groups byNumber(int codes, IntToLongFunction number) {
    long[] numbers = new long[codes];
    Arrays.setAll(numbers, number);
    return of(
        codes,
        // The halves may be numbers of words, which are small: one must not undo the other.
        code -> (int) (numbers[code] * 0x9E3779B97F4A7C15L >>> Integer.SIZE),
        (code, other) -> numbers[code] == numbers[other]);
  }

  /** Whether two codes are of one group. */
  private interface Same {
    boolean are(int code, int other);
  }

  private static Groups of(int codes, IntUnaryOperator hashOfCode, Same same) {
    // A hash map of a million boxes takes several times as long.
    int mask = Math.max(16, Integer.highestOneBit(Math.max(1, codes)) * 4) - 1;
    int[] slots = new int[mask + 1];
    int[] groupOfCode = new int[codes];
    int groups = 0;
    for (int code = 0; code < codes; code++) {
      int hash = hashOfCode.applyAsInt(code) * FACTOR;
      int slot = (hash ^ hash >>> 15) & mask;
      while (slots[slot] != 0 && !same.are(code, slots[slot] - 1)) {
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
