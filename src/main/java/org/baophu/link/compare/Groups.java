package org.baophu.link.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

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
