package org.baophu.link.table;

import java.util.Arrays;
import java.util.Comparator;

/** Distinct texts, numbered as they come. Not safe for several threads. */
final class Dictionary {
  private int[] slots = new int[1 << 10];
  private String[] texts = new String[1 << 9];
  private long[] hashes = new long[1 << 9];
  private int size;

  /** The number of a text, which is added if it is new. */
  int number(String text) {
    long hash = hash(text);
    int mask = slots.length - 1;
    int slot = (int) (hash >>> 20) & mask;
    while (slots[slot] != 0) {
      int known = slots[slot] - 1;
      if (hashes[known] == hash && texts[known].equals(text)) {
        return known;
      }
      slot = (slot + 1) & mask;
    }
    if (size == texts.length) {
      grow();
      return number(text);
    }
    texts[size] = text;
    hashes[size] = hash;
    slots[slot] = ++size;
    return size - 1;
  }

  private void grow() {
    texts = Arrays.copyOf(texts, size * 2);
    hashes = Arrays.copyOf(hashes, size * 2);
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int known = 0; known < size; known++) {
      int slot = (int) (hashes[known] >>> 20) & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = known + 1;
    }
  }

  /**
   * FNV-1a with the finaliser of SplitMix64, so that all bits of the text reach all of the hash.
   */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
    return hash ^ hash >>> 31;
  }

  int size() {
    return size;
  }

  String text(int number) {
    return texts[number];
  }

  /**
   * All numbers in an order that the texts alone decide, whatever order they came in: by hash, and
   * by text where hashes are equal.
   */
  int[] inOwnOrder() {
    // Sorting long numbers takes a fraction of the time that sorting texts does.
    int numberBits = 32 - Integer.numberOfLeadingZeros(Math.max(1, size));
    long[] packed = new long[size];
    for (int number = 0; number < size; number++) {
      packed[number] = hashes[number] >>> 1 >>> numberBits << numberBits | number;
    }
    Arrays.sort(packed);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = (int) (packed[i] & (1L << numberBits) - 1);
    }
    for (int from = 0; from < size; ) {
      int to = from + 1;
      while (to < size && packed[to] >>> numberBits == packed[from] >>> numberBits) {
        to++;
      }
      if (to - from > 1) {
        sort(order, from, to);
      }
      from = to;
    }
    return order;
  }

  /** By all bits of the hash, so that two texts stand alike in dictionaries of any size. */
  private void sort(int[] order, int from, int to) {
    Integer[] equals = new Integer[to - from];
    Arrays.setAll(equals, i -> order[from + i]);
    Arrays.sort(
        equals,
        Comparator.<Integer>comparingLong(number -> hashes[number] >>> 1)
            .thenComparing(number -> texts[number]));
    for (int i = from; i < to; i++) {
      order[i] = equals[i - from];
    }
  }
}
