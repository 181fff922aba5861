package org.baophu.link.compare;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * A number for each of some texts, which are known by a hash of 64 bits only, and one for all other
 * texts. Two texts of the same hash count as one: among a million texts the odds of that are one in
 * ten million. Immutable.
 */
final class HashedNumbers {
  /** Where the hash of a text begins. */
  static final long FIRST = 0xcbf29ce484222325L;

  private static final int ENTRY_BYTES = Long.BYTES + Integer.BYTES;

  private final int otherwise;
  private final int size;

  /** Open addressing; a slot is free where the hash is 0. */
  private final long[] hashes;

  private final int[] numbers;

  private HashedNumbers(int otherwise, long[] sorted, int[] ofSorted) {
    this.otherwise = otherwise;
    this.size = sorted.length;
    int slots = Integer.highestOneBit(Math.max(1, size)) * 4;
    this.hashes = new long[slots];
    this.numbers = new int[slots];
    for (int i = 0; i < size; i++) {
      int slot = slot(sorted[i]);
      hashes[slot] = sorted[i];
      numbers[slot] = ofSorted[i];
    }
  }

  /**
   * @param numbers by hash of the text
   * @param otherwise the number of any other text
   */
  static HashedNumbers of(Map<Long, Integer> numbers, int otherwise) {
    long[] sorted = numbers.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    int[] ofSorted = new int[sorted.length];
    Arrays.setAll(ofSorted, i -> numbers.get(sorted[i]));
    return new HashedNumbers(otherwise, sorted, ofSorted);
  }

  /** FNV-1a with the finaliser of SplitMix64; never 0. */
  static long hash(String text) {
    return finished(hashed(FIRST, text));
  }

  /** Goes on with a hash that is not {@link #finished}: texts may be hashed piece by piece. */
  static long hashed(long begun, String more) {
    long hash = begun;
    for (int i = 0; i < more.length(); i++) {
      hash = hashed(hash, more.charAt(i));
    }
    return hash;
  }

  /** The same with one more character. */
  static long hashed(long begun, char more) {
    return (begun ^ more) * 0x100000001b3L;
  }

  /** The hash of all that went into it. */
  static long finished(long begun) {
    long hash = begun;
    hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
    hash ^= hash >>> 31;
    return hash == 0 ? 1 : hash;
  }

  /** The number of a text. */
  int of(String text) {
    return of(hash(text));
  }

  /** The number of the text that has a hash. */
  int of(long hash) {
    int slot = slot(hash);
    return hashes[slot] == 0 ? otherwise : numbers[slot];
  }

  /** The number of texts that have none of their own. */
  int otherwise() {
    return otherwise;
  }

  private int slot(long hash) {
    int slot = (int) hash & hashes.length - 1;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = slot + 1 & hashes.length - 1;
    }
    return slot;
  }

  void write(DataOutput out) throws IOException {
    long[] sorted = Arrays.stream(hashes).filter(hash -> hash != 0).sorted().toArray();
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(size, ENTRY_BYTES));
    for (long hash : sorted) {
      bytes.putLong(hash).putInt(numbers[slot(hash)]);
    }
    out.writeInt(otherwise);
    out.writeInt(size);
    out.write(bytes.array());
  }

  static HashedNumbers read(DataInput in) throws IOException {
    int otherwise = in.readInt();
    int size = in.readInt();
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(size, ENTRY_BYTES));
    in.readFully(bytes.array());
    long[] sorted = new long[size];
    int[] ofSorted = new int[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = bytes.getLong();
      ofSorted[i] = bytes.getInt();
    }
    return new HashedNumbers(otherwise, sorted, ofSorted);
  }
}
