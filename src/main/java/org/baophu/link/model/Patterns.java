package org.baophu.link.model;

import java.util.Arrays;

/**
 * Agreement patterns, each with the key that brought it up and how many pairs it stands for.
 * Training costs the number of patterns, not of pairs.
 */
public final class Patterns {
  private final int entries;
  private int[] slots = new int[1 << 12];
  private byte[] levels;
  private int[] keys = new int[1 << 10];
  private double[] weights = new double[1 << 10];
  private int size;

  /** No patterns yet, of vectors of so many entries. */
  public Patterns(int entries) {
    this.entries = entries;
    this.levels = new byte[entries << 10];
    Arrays.fill(slots, -1);
  }

  /** How many entries each pattern has. */
  int entries() {
    return entries;
  }

  /** Counts {@code weight} pairs of one key with one agreement vector and returns the pattern. */
  public int add(int key, int[] vector, double weight) {
    long hash = key;
    for (int level : vector) {
      hash = (hash ^ level) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    int slot = (int) hash & (slots.length - 1);
    while (slots[slot] >= 0 && !isAt(slots[slot], key, vector)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    int pattern = slots[slot];
    if (pattern < 0) {
      pattern = append(key, vector);
      slots[slot] = pattern;
      growIfNeeded();
    }
    weights[pattern] += weight;
    return pattern;
  }

  private boolean isAt(int pattern, int key, int[] vector) {
    int at = pattern * entries;
    for (int entry = 0; entry < entries; entry++) {
      if (levels[at + entry] != (byte) vector[entry]) {
        return false;
      }
    }
    return keys[pattern] == key;
  }

  private int append(int key, int[] vector) {
    if (size == weights.length) {
      weights = Arrays.copyOf(weights, size * 2);
      levels = Arrays.copyOf(levels, levels.length * 2);
      keys = Arrays.copyOf(keys, size * 2);
    }
    int at = size * entries;
    for (int entry = 0; entry < entries; entry++) {
      levels[at + entry] = (byte) vector[entry];
    }
    keys[size] = key;
    return size++;
  }

  private void growIfNeeded() {
    if (size * 2 < slots.length) {
      return;
    }
    int[] old = new int[size];
    Arrays.setAll(old, pattern -> pattern);
    slots = new int[slots.length * 2];
    Arrays.fill(slots, -1);
    for (int pattern : old) {
      long hash = key(pattern);
      for (int entry = 0; entry < entries; entry++) {
        hash = (hash ^ level(pattern, entry)) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
      }
      int slot = (int) hash & (slots.length - 1);
      while (slots[slot] >= 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = pattern;
    }
  }

  /** Adds all of another's patterns and returns, by pattern of the other, which one it is here. */
  public int[] addAll(Patterns other) {
    int[] numbers = new int[other.size];
    int[] vector = new int[entries];
    for (int pattern = 0; pattern < other.size; pattern++) {
      for (int entry = 0; entry < entries; entry++) {
        vector[entry] = other.level(pattern, entry);
      }
      numbers[pattern] = add(other.key(pattern), vector, other.weights[pattern]);
    }
    return numbers;
  }

  /** How many distinct patterns there are. */
  public int size() {
    return size;
  }

  /** The level of an entry in a pattern. */
  public int level(int pattern, int entry) {
    return levels[pattern * entries + entry] & 0xff;
  }

  /** The key that brought a pattern up. */
  public int key(int pattern) {
    return keys[pattern];
  }

  /** How many pairs a pattern stands for. */
  public double weight(int pattern) {
    return weights[pattern];
  }

  /** All pairs counted. */
  public double total() {
    double total = 0;
    for (int pattern = 0; pattern < size; pattern++) {
      total += weights[pattern];
    }
    return total;
  }
}
