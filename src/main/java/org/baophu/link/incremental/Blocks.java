package org.baophu.link.incremental;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What rows are blocked by under each key: numbers, 0 for nothing. Nearly all rows of a run are
 * those of the run before; what they are blocked by stays where it is, in a {@link Base} that is
 * neither copied nor written again, and only what came since stands beside it. Immutable; the
 * arrays are not copied.
 */
public final class Blocks {
  /** A base is made anew once one row in so many stands beside it, or is no longer there. */
  private static final int RENEWED_AT = 8;

  private final Base base;

  /** What stands beside the base, row by row under each key. */
  private final int[] further;

  /** By row where it stands: in the base, or from -1 downwards beside it. */
  private final int[] at;

  private Blocks(Base base, int[] further, int[] at) {
    this.base = base;
    this.further = further;
    this.at = at;
  }

  /**
   * What rows of some run were blocked by.
   *
   * @param keys how many keys there are
   * @param values row by row under each key
   */
  public record Base(int keys, int[] values) {
    private int rows() {
      return keys == 0 ? 0 : values.length / keys;
    }

    /** Writes what {@link #read} reads. */
    public void write(DataOutput out) throws IOException {
      out.writeInt(keys);
      out.writeInt(values.length);
      Numbers.write(values, out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException where it cannot be what was written
     */
    public static Base read(DataInput in) throws IOException {
      int keys = in.readInt();
      int size = in.readInt();
      if (keys < 0 || size < 0 || size % Math.max(1, keys) != 0) {
        throw new IOException("blocks of no whole rows");
      }
      return new Base(keys, Numbers.ints(size, in));
    }
  }

  /** The blocks of as many rows as a base has. */
  public static Blocks of(int keys, int rows, int[] values) {
    int[] at = new int[rows];
    Arrays.setAll(at, row -> row);
    return new Blocks(new Base(keys, values), new int[0], at);
  }

  /**
   * The blocks of the rows of now, if these are the blocks of then.
   *
   * @param fresh rows of now that are new or changed, ascending
   * @param values what these are blocked by, row by row under each key
   */
  public Blocks next(Difference difference, int[] fresh, int[] values) {
    int[] next = new int[difference.rows()];
    difference.copyUnchanged((from, to, rows) -> System.arraycopy(at, from, next, to, rows));
    int beside = keys() == 0 ? 0 : further.length / keys();
    for (int i = 0; i < fresh.length; i++) {
      next[fresh[i]] = ~(beside + i);
    }
    int[] all = Arrays.copyOf(further, further.length + values.length);
    System.arraycopy(values, 0, all, further.length, values.length);
    Blocks blocks = new Blocks(base, all, next);
    boolean isOld =
        Math.max(beside + fresh.length, base.rows() - next.length) > next.length / RENEWED_AT;
    return isOld ? of(keys(), next.length, blocks.values()) : blocks;
  }

  /** How many rows there are. */
  public int rows() {
    return at.length;
  }

  /** How many keys there are. */
  public int keys() {
    return base.keys();
  }

  /** Where most rows stand, the same object from run to run until it is made anew. */
  public Base base() {
    return base;
  }

  /** What a row is blocked by under a key. */
  public int value(int row, int key) {
    return array(row)[start(row) + key];
  }

  /** What all rows are blocked by, row by row under each key. */
  public int[] values() {
    int[] values = new int[Math.multiplyExact(at.length, keys())];
    for (int row = 0; row < at.length; row++) {
      System.arraycopy(array(row), start(row), values, row * keys(), keys());
    }
    return values;
  }

  /** What some rows are blocked by, row by row under each key. */
  public int[] values(int[] some) {
    int[] values = new int[some.length * keys()];
    for (int i = 0; i < some.length; i++) {
      System.arraycopy(array(some[i]), start(some[i]), values, i * keys(), keys());
    }
    return values;
  }

  /** The array that a row stands in. */
  int[] array(int row) {
    return at[row] < 0 ? further : base.values();
  }

  /** Where in its array a row begins. */
  int start(int row) {
    return (at[row] < 0 ? ~at[row] : at[row]) * keys();
  }

  /** The end of the rows that stand one behind the other in the base, the first of them given. */
  int endOfRun(int from, int end) {
    int row = from + 1;
    while (row < end && at[row] >= 0 && at[row] == at[row - 1] + 1) {
      row++;
    }
    return row;
  }

  /** The first key that reaches a pair of rows, or the number of keys where none does. */
  public int firstKey(int rowA, int rowB) {
    return firstKey(array(rowA), start(rowA), array(rowB), start(rowB), keys());
  }

  /**
   * The first key that reaches a pair of rows, or the number of keys where none does.
   *
   * @param blocks row by row what it is blocked by under each key
   */
  public static int firstKey(int[] blocks, int keys, int rowA, int rowB) {
    return firstKey(blocks, rowA * keys, blocks, rowB * keys, keys);
  }

  private static int firstKey(int[] arrayA, int fromA, int[] arrayB, int fromB, int keys) {
    for (int key = 0; key < keys; key++) {
      int value = arrayA[fromA + key];
      if (value != 0 && value == arrayB[fromB + key]) {
        return key;
      }
    }
    return keys;
  }

  /** Writes all but the base. */
  void writeRest(DataOutput out) throws IOException {
    out.writeInt(further.length);
    Numbers.write(further, out);
    Numbers.write(at, out);
  }

  /**
   * Reads what {@link #writeRest} wrote.
   *
   * @throws IOException where it names rows that are not there
   */
  static Blocks readRest(Base base, int rows, DataInput in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size % Math.max(1, base.keys()) != 0) {
      throw new IOException("a state of linkage with blocks of no whole rows");
    }
    int[] further = Numbers.ints(size, in);
    int[] at = Numbers.ints(rows, in);
    int beside = base.keys() == 0 ? rows : size / base.keys();
    int inBase = base.keys() == 0 ? rows : base.rows();
    boolean areThere = true;
    for (int place : at) {
      areThere &= place < inBase && ~place < beside;
    }
    if (!areThere) {
      throw new IOException("a state of linkage with blocks of rows that are not there");
    }
    return new Blocks(base, further, at);
  }
}
