package org.baophu.link.incremental;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;

/**
 * What a run by a frozen model leaves for the next one: of records hashes alone, no values. Rows
 * stand in the order that {@link Fingerprints} gives them. Immutable; the arrays are not copied.
 *
 * @param ids by row a hash of who it is
 * @param contents by row a hash of what it says
 * @param blocks what rows are blocked by
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
    Blocks blocks,
    int[] rowsA,
    int[] rowsB,
    int[] evidence,
    int[] weights,
    int[] clusters,
    double[] memberships,
    Bond[] constraints) {
  private static final double GRID = 1 << 20;

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

  /** Writes what {@link #read} reads: all but the base of the blocks. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(rows());
    out.writeInt(pairs());
    out.writeInt(constraints.length);
    Numbers.write(ids, out);
    Numbers.write(contents, out);
    blocks.writeRest(out);
    Numbers.write(rowsA, out);
    Numbers.write(rowsB, out);
    Numbers.write(evidence, out);
    Numbers.write(weights, out);
    Numbers.write(clusters, out);
    Numbers.write(memberships, out);
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
   * @param base of the blocks, as it was when this was written
   * @throws IOException where it cannot be what was written
   */
  public static LinkState read(Blocks.Base base, DataInput in) throws IOException {
    int rows = in.readInt();
    int pairs = in.readInt();
    int bonds = in.readInt();
    if (Math.min(rows, Math.min(pairs, bonds)) < 0) {
      throw new IOException("a state of linkage with negative counts");
    }
    long[] ids = Numbers.longs(rows, in);
    long[] contents = Numbers.longs(rows, in);
    Blocks blocks = Blocks.readRest(base, rows, in);
    int[] rowsA = Numbers.ints(pairs, in);
    int[] rowsB = Numbers.ints(pairs, in);
    int[] evidence = Numbers.ints(pairs, in);
    int[] weights = Numbers.ints(pairs, in);
    int[] clusters = Numbers.ints(rows, in);
    double[] memberships = Numbers.doubles(rows, in);
    Bond[] constraints = new Bond[bonds];
    for (int i = 0; i < bonds; i++) {
      constraints[i] = new Bond(in.readBoolean(), in.readLong(), in.readLong());
    }
    if (!arePairs(rowsA, rowsB, rows) || !areWithin(clusters, rows)) {
      throw new IOException("a state of linkage with rows that are not there");
    }
    return new LinkState(
        ids, contents, blocks, rowsA, rowsB, evidence, weights, clusters, memberships, constraints);
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
}
