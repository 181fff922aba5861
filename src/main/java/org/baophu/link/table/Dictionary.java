package org.baophu.link.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Distinct texts, numbered as they come. Not safe for several threads. */
final class Dictionary {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long UPPER = 0xffffffffL << Integer.SIZE;
  private static final int SMALL_SLOTS = 1 << 14;

  /** How many texts are best looked up together. */
  static final int BATCH = 64;

  private final Texts texts = new Texts();
  private final long[] candidates = new long[BATCH];

  /** The upper half of the hash and the number plus one, or 0: most other texts are told by it. */
  private long[] slots = new long[1 << 10];

  private long[] hashes = new long[1 << 9];

  /** What {@link #fetch} read; kept, or the reading would be taken for useless and left out. */
  @SuppressWarnings("unused")
  private long fetched;

  /** The numbers of all of another dictionary's texts, which are added if they are new. */
  int[] numbers(Dictionary other) {
    int[] numbers = new int[other.size()];
    for (int start = 0; start < numbers.length; start += BATCH) {
      int end = Math.min(numbers.length, start + BATCH);
      fetch(other.hashes, start, end);
      for (int number = start; number < end; number++) {
        int from = other.texts.from(number);
        int to = from + other.texts.length(number);
        numbers[number] = number(other.hashes[number], other.texts.bytes(number), from, to);
      }
    }
    return numbers;
  }

  /**
   * Whether it is so small that the processor's cache holds it and nothing is gained by {@link
   * #fetch}.
   */
  boolean isSmall() {
    return slots.length <= SMALL_SLOTS;
  }

  /**
   * Reads from memory what {@link #number} will ask for of texts with the hashes {@code from} to
   * {@code to - 1}: each text waits for three places in memory one after the other, but all texts
   * can wait together.
   */
  void fetch(long[] ofTexts, int from, int to) {
    int mask = slots.length - 1;
    for (int i = from; i < to; i++) {
      candidates[i - from] = slots[(int) ofTexts[i] & mask];
    }
    for (int i = from; i < to; i++) {
      long candidate = candidates[i - from];
      boolean mayBeIt = candidate != 0 && ((candidate ^ ofTexts[i]) & UPPER) == 0;
      candidates[i - from] = mayBeIt ? texts.place((int) candidate - 1) : -1;
    }
    for (int i = 0; i < to - from; i++) {
      fetched += candidates[i] < 0 ? 0 : texts.firstByte(candidates[i]);
    }
  }

  /** The number of a text in UTF-8 with its {@link #hash}, which is added if it is new. */
  int number(long hash, byte[] bytes, int from, int to) {
    int mask = slots.length - 1;
    int slot = (int) hash & mask;
    while (slots[slot] != 0) {
      int known = (int) slots[slot] - 1;
      if (((slots[slot] ^ hash) & UPPER) == 0 && texts.equals(known, bytes, from, to)) {
        return known;
      }
      slot = (slot + 1) & mask;
    }
    int number = texts.size();
    if (number == hashes.length) {
      grow();
      return number(hash, bytes, from, to);
    }
    texts.add(bytes, from, to);
    hashes[number] = hash;
    slots[slot] = hash & UPPER | number + 1;
    return number;
  }

  private void grow() {
    int size = texts.size();
    hashes = Arrays.copyOf(hashes, size * 2);
    slots = new long[slots.length * 2];
    int mask = slots.length - 1;
    for (int known = 0; known < size; known++) {
      int slot = (int) hashes[known] & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = hashes[known] & UPPER | known + 1;
    }
  }

  /**
   * Eight bytes at a time, with the finaliser of SplitMix64 (Steele, Lea, Flood 2014), so that all
   * bits of the text reach all of the hash.
   */
  static long hash(byte[] bytes, int from, int to) {
    long hash = to - from;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = (hash ^ (long) WORDS.get(bytes, at)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    long rest = 0;
    for (; at < to; at++) {
      rest = rest << Byte.SIZE | bytes[at] & 0xff;
    }
    hash = (hash ^ rest) * 0x9E3779B97F4A7C15L;
    hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
    return hash ^ hash >>> 31;
  }

  int size() {
    return texts.size();
  }

  /** All texts, by number. */
  Texts texts() {
    return texts;
  }
}
