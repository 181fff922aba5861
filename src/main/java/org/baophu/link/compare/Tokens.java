package org.baophu.link.compare;

import java.util.Arrays;

/** Distinct pieces of texts, numbered as they come; a piece known already costs no new string. */
final class Tokens {
  private String[] texts = new String[1 << 8];
  private int[] hashes = new int[1 << 8];

  /** Open addressing: a number plus one, 0 where a slot is free. */
  private int[] slots = new int[1 << 10];

  private int size;

  /** The number of {@code text.substring(from, to)}, the next one if it is new. */
  int number(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int slot = slot(hash, text, from, to);
    if (slots[slot] == 0) {
      add(text.substring(from, to), hash);
      slots[slot] = size;
      if (size * 4 > slots.length) {
        grow();
        return size - 1;
      }
    }
    return slots[slot] - 1;
  }

  private int slot(int hash, String text, int from, int to) {
    int slot = start(hash);
    while (slots[slot] != 0 && !isAt(slots[slot] - 1, hash, text, from, to)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private boolean isAt(int number, int hash, String text, int from, int to) {
    return hashes[number] == hash
        && texts[number].length() == to - from
        && text.startsWith(texts[number], from);
  }

  private int start(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ mixed >>> 15) & slots.length - 1;
  }

  private void add(String text, int hash) {
    if (size == texts.length) {
      texts = Arrays.copyOf(texts, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    texts[size] = text;
    hashes[size++] = hash;
  }

  private void grow() {
    slots = new int[slots.length * 4];
    for (int number = 0; number < size; number++) {
      int slot = start(hashes[number]);
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = number + 1;
    }
  }

  /** The piece of a number. */
  String text(int number) {
    return texts[number];
  }
}
