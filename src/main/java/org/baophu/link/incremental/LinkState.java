package org.baophu.link.incremental;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;

/**
 * What a run by a frozen model leaves for the next one: of records hashes alone, no values. Rows
 * stand in the order that {@link Fingerprints} gives them. Immutable; the arrays are not copied.
 *
 * @param ids by row a hash of who it is
 * @param contents by row a hash of what it says
 * @param keys how many blocking keys there are
 * @param blocks row by row what it is blocked by under each key
 * @param rowsA by pair its first row; pairs are sorted by both rows
 * @param rowsB by pair its second row, which is greater
 * @param evidence by pair its evidence in multiples of 2^-20 bits
 * @param weights by pair its match weight in multiples of 2^-20 bits
 * @param clusters by row the number of its cluster
 * @param memberships by row the weight, in bits, of it belonging to its cluster; {@code NaN} where
 *     it is alone
 * @param constraints hashes of what was bound to be together or apart, ascending
 */
public record LinkState(
    long[] ids,
    long[] contents,
    int keys,
    int[] blocks,
    int[] rowsA,
    int[] rowsB,
    int[] evidence,
    int[] weights,
    int[] clusters,
    double[] memberships,
    Bond[] constraints) {
  private static final double GRID = 1 << 20;
  private static final int BUFFER = 1 << 16;

  /**
   * Two records that must or must not end in one cluster.
   *
   * @param idA hash of the first, in the order of the rows
   * @param idB hash of the second
   */
  public record Bond(boolean together, long idA, long idB) {
    /** Any order will do, as long as it is one. */
    public static final Comparator<Bond> ORDER =
        Comparator.comparing(Bond::together)
            .thenComparingLong(Bond::idA)
            .thenComparingLong(Bond::idB);
  }

  /** How many rows there were. */
  public int rows() {
    return ids.length;
  }

  /** How many pairs were kept. */
  public int pairs() {
    return evidence.length;
  }

  /** What some rows are blocked by, row by row under each key. */
  public int[] blocks(int[] some) {
    int[] chosen = new int[some.length * keys];
    for (int i = 0; i < some.length; i++) {
      System.arraycopy(blocks, some[i] * keys, chosen, i * keys, keys);
    }
    return chosen;
  }

  /** The evidence of a pair, in bits. */
  public double evidenceBits(int pair) {
    return evidence[pair] / GRID;
  }

  /** The match weight of a pair, in bits. */
  public double weightBits(int pair) {
    return weights[pair] / GRID;
  }

  /** Evidence in bits as it is kept. */
  public static int onGrid(double bits) {
    return Math.toIntExact(Math.round(bits * GRID));
  }

  /** Writes what {@link #read} reads. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(keys);
    out.writeInt(rows());
    out.writeInt(pairs());
    out.writeInt(constraints.length);
    write(ids, out);
    write(contents, out);
    write(blocks, out);
    write(rowsA, out);
    write(rowsB, out);
    write(evidence, out);
    write(weights, out);
    write(clusters, out);
    write(memberships, out);
    for (Bond bond : constraints) {
      out.writeBoolean(bond.together());
      out.writeLong(bond.idA());
      out.writeLong(bond.idB());
    }
  }

  /**
   * Reads what {@link #write} wrote. Whoever keeps it must know that it is whole: checked here is
   * that it names no row that is not there, no more.
   *
   * @throws IOException where it cannot be what was written
   */
  public static LinkState read(DataInput in) throws IOException {
    int keys = in.readInt();
    int rows = in.readInt();
    int pairs = in.readInt();
    int bonds = in.readInt();
    if (Math.min(Math.min(keys, rows), Math.min(pairs, bonds)) < 0) {
      throw new IOException("a state of linkage with negative counts");
    }
    long[] ids = longs(rows, in);
    long[] contents = longs(rows, in);
    int[] blocks = ints(Math.multiplyExact(keys, rows), in);
    int[] rowsA = ints(pairs, in);
    int[] rowsB = ints(pairs, in);
    int[] evidence = ints(pairs, in);
    int[] weights = ints(pairs, in);
    int[] clusters = ints(rows, in);
    double[] memberships = doubles(rows, in);
    Bond[] constraints = new Bond[bonds];
    for (int i = 0; i < bonds; i++) {
      constraints[i] = new Bond(in.readBoolean(), in.readLong(), in.readLong());
    }
    if (!arePairs(rowsA, rowsB, rows) || !areWithin(clusters, rows)) {
      throw new IOException("a state of linkage with rows that are not there");
    }
    return new LinkState(
        ids,
        contents,
        keys,
        blocks,
        rowsA,
        rowsB,
        evidence,
        weights,
        clusters,
        memberships,
        constraints);
  }

  /** Whether each pair is of two rows, the smaller first, and stands behind those before it. */
  private static boolean arePairs(int[] rowsA, int[] rowsB, int rows) {
    boolean are = areWithin(rowsA, rows) && areWithin(rowsB, rows);
    for (int pair = 0; pair < rowsA.length && are; pair++) {
      int order = pair == 0 ? -1 : Integer.compare(rowsA[pair - 1], rowsA[pair]);
      boolean follows = order < 0 || order == 0 && rowsB[pair - 1] < rowsB[pair];
      are = follows && rowsA[pair] < rowsB[pair];
    }
    return are;
  }

  private static boolean areWithin(int[] numbers, int end) {
    boolean are = true;
    for (int number : numbers) {
      are &= number >= 0 && number < end;
    }
    return are;
  }

  /** Moves some of many numbers between an array and the beginning of a buffer. */
  private interface Moving {
    void move(ByteBuffer buffer, int from, int count);
  }

  private static void write(int[] numbers, DataOutput out) throws IOException {
    write(
        numbers.length,
        Integer.BYTES,
        (buffer, from, count) -> buffer.asIntBuffer().put(numbers, from, count),
        out);
  }

  private static void write(long[] numbers, DataOutput out) throws IOException {
    write(
        numbers.length,
        Long.BYTES,
        (buffer, from, count) -> buffer.asLongBuffer().put(numbers, from, count),
        out);
  }

  private static void write(double[] numbers, DataOutput out) throws IOException {
    write(
        numbers.length,
        Double.BYTES,
        (buffer, from, count) -> buffer.asDoubleBuffer().put(numbers, from, count),
        out);
  }

  private static void write(int size, int bytes, Moving put, DataOutput out) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    for (int from = 0; from < size; from += BUFFER / bytes) {
      int count = Math.min(BUFFER / bytes, size - from);
      put.move(buffer, from, count);
      out.write(buffer.array(), 0, count * bytes);
    }
  }

  private static int[] ints(int size, DataInput in) throws IOException {
    int[] numbers = new int[size];
    read(size, Integer.BYTES, (b, from, count) -> b.asIntBuffer().get(numbers, from, count), in);
    return numbers;
  }

  private static long[] longs(int size, DataInput in) throws IOException {
    long[] numbers = new long[size];
    read(size, Long.BYTES, (b, from, count) -> b.asLongBuffer().get(numbers, from, count), in);
    return numbers;
  }

  private static double[] doubles(int size, DataInput in) throws IOException {
    double[] numbers = new double[size];
    read(size, Double.BYTES, (b, from, count) -> b.asDoubleBuffer().get(numbers, from, count), in);
    return numbers;
  }

  private static void read(int size, int bytes, Moving get, DataInput in) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    for (int from = 0; from < size; from += BUFFER / bytes) {
      int count = Math.min(BUFFER / bytes, size - from);
      in.readFully(buffer.array(), 0, count * bytes);
      get.move(buffer, from, count);
    }
  }
}
