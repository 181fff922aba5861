package org.baophu.link.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbered texts as UTF-8 bytes in a few large arrays: a million texts are a handful of objects to
 * the garbage collector, and reading them in their order reads memory in its order. Not safe for
 * several threads while texts are added.
 */
final class Texts {
  private static final int LENGTH_BITS = 24;
  private static final int OFFSET_BITS = 24;
  private static final int MASK = (1 << LENGTH_BITS) - 1;
  private static final int FIRST_BYTES = 1 << 8;
  private static final int CHUNK_BYTES = 1 << 20;
  private static final int MOST_CHUNKS = 1 << Long.SIZE - LENGTH_BITS - OFFSET_BITS;

  private byte[][] chunks;
  private int chunkCount;
  private int used;

  /** By number the chunk, the offset in it, and the length. */
  private long[] places;

  private int size;

  Texts() {
    this(new byte[][] {new byte[FIRST_BYTES]}, 1, new long[64], 0);
  }

  private Texts(byte[][] chunks, int chunkCount, long[] places, int size) {
    this.chunks = chunks;
    this.chunkCount = chunkCount;
    this.places = places;
    this.size = size;
  }

  /**
   * Adds bytes {@code from} to {@code to - 1} as a text.
   *
   * @throws IllegalArgumentException where they are 16 MB or more
   */
  void add(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > MASK) {
      throw new IllegalArgumentException("a value of " + length + " bytes is too long");
    }
    if (length > chunks[chunkCount - 1].length - used) {
      makeRoom(length);
    }
    System.arraycopy(bytes, from, chunks[chunkCount - 1], used, length);
    append(chunkCount - 1, used, length);
    used += length;
  }

  private void append(int chunk, int offset, int length) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size + (size >> 1));
    }
    places[size++] =
        (long) chunk << LENGTH_BITS + OFFSET_BITS | (long) offset << LENGTH_BITS | length;
  }

  /** The first chunk grows until it is as large as the others: most columns are small. */
  private void makeRoom(int length) {
    int last = chunkCount - 1;
    if (last == 0 && used + length <= CHUNK_BYTES) {
      chunks[0] = Arrays.copyOf(chunks[0], Math.max(used + length, 2 * chunks[0].length));
      return;
    }
    addChunk(new byte[Math.max(CHUNK_BYTES, length)]);
    used = 0;
  }

  private void addChunk(byte[] chunk) {
    if (chunkCount == MOST_CHUNKS) {
      throw new IllegalArgumentException("a column of more than " + MOST_CHUNKS + " MB");
    }
    if (chunkCount == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * chunkCount);
    }
    chunks[chunkCount++] = chunk;
  }

  /** Adds all texts of another, which may not be used afterwards. */
  void addAll(Texts other) {
    int before = chunkCount;
    for (int chunk = 0; chunk < other.chunkCount; chunk++) {
      addChunk(other.chunks[chunk]);
    }
    used = other.used;
    for (int number = 0; number < other.size; number++) {
      append(before + other.chunk(number), other.from(number), other.length(number));
    }
  }

  /** The same bytes under other numbers: number {@code i} is what {@code numbers[i]} was. */
  Texts picked(int[] numbers) {
    long[] picked = new long[numbers.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = places[numbers[i]];
    }
    return new Texts(chunks, chunkCount, picked, picked.length);
  }

  int size() {
    return size;
  }

  String get(int number) {
    return new String(bytes(number), from(number), length(number), StandardCharsets.UTF_8);
  }

  boolean equals(int number, byte[] other, int from, int to) {
    int own = from(number);
    return Arrays.equals(bytes(number), own, own + length(number), other, from, to);
  }

  /** In the order of code points. */
  int compare(int a, int b) {
    int fromA = from(a);
    int fromB = from(b);
    return Arrays.compareUnsigned(
        bytes(a), fromA, fromA + length(a), bytes(b), fromB, fromB + length(b));
  }

  /**
   * A hash of a text's UTF-16 units, as a string has them: FNV-1a with the finaliser of SplitMix64.
   */
  long orderHash(int number) {
    byte[] bytes = bytes(number);
    int at = from(number);
    int end = at + length(number);
    long hash = 0xcbf29ce484222325L;
    while (at < end) {
      int lead = bytes[at++];
      int more = lead >= 0 ? 0 : lead >= (byte) 0xf0 ? 3 : lead >= (byte) 0xe0 ? 2 : 1;
      int point = more == 0 ? lead : lead & 0x3f >> more;
      for (int i = 0; i < more; i++) {
        point = point << 6 | bytes[at++] & 0x3f;
      }
      if (more == 3) {
        hash = (hash ^ Character.highSurrogate(point)) * 0x100000001b3L;
        point = Character.lowSurrogate(point);
      }
      hash = (hash ^ point) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
    return hash ^ hash >>> 31;
  }

  /** A number of 63 bits by which a text stands where it does in the order of all. */
  long key(int number) {
    return orderHash(number) >>> 1;
  }

  /**
   * Compares two texts in an order that the texts alone decide, whatever order they came in: by
   * their {@link #key}, and by text where keys are equal. The comparison of names takes the value
   * that stands first first, so this order is part of what is found and must stay as it is.
   */
  int compareInOwnOrder(int a, int b) {
    int order = Long.compare(key(a), key(b));
    return order != 0 ? order : compare(a, b);
  }

  /** Where the text of a number is: something for {@link #firstByte}, not negative. */
  long place(int number) {
    return places[number];
  }

  /** The first byte of the text at a place; that which follows it if it has none. */
  int firstByte(long place) {
    return chunks[(int) (place >>> LENGTH_BITS + OFFSET_BITS)][
        (int) (place >>> LENGTH_BITS) & MASK];
  }

  /** The bytes among which a text stands. */
  byte[] bytes(int number) {
    return chunks[chunk(number)];
  }

  private int chunk(int number) {
    return (int) (places[number] >>> LENGTH_BITS + OFFSET_BITS);
  }

  /** Where a text begins in its {@link #bytes}. */
  int from(int number) {
    return (int) (places[number] >>> LENGTH_BITS) & MASK;
  }

  /** How many bytes a text has. */
  int length(int number) {
    return (int) places[number] & MASK;
  }
}
