package org.baophu.link.compare;

import java.util.Arrays;
import org.baophu.link.table.Column;

/**
 * How rare the values of a column are, or a part of them (a group of codes), in classes of a factor
 * of four.
 */
final class Rarity {
  private static final int WIDEST = 16;
  private static final double TAIL = 0.02;

  /** Most values are held by fewer records than these; of them each class is worked out once. */
  private static final int FEW = 1 << 8;

  private final byte[] classOfCode;
  private final double[] mass;
  private int low;
  private int high;

  /**
   * @param classOfCode by code its class, before the ends of the scale are cut off
   * @param mass by class the share of the records
   */
  Rarity(byte[] classOfCode, double[] mass) {
    this.classOfCode = classOfCode;
    this.mass = mass;
    this.low = 0;
    for (double sum = mass[0]; sum < TAIL && low < WIDEST - 1; ) {
      sum += mass[++low];
    }
    this.high = WIDEST - 1;
    for (double sum = mass[high]; sum < TAIL && high > low; ) {
      sum += mass[--high];
    }
  }

  /** Rarity of the groups of codes that {@code groupOfCode} (0 to {@code groups - 1}) names. */
  static Rarity of(Column column, int[] groupOfCode, int groups) {
    int[] counts = new int[groups];
    for (int code = 0; code < groupOfCode.length; code++) {
      counts[groupOfCode[code]] += column.count(code);
    }
    long[] rows = new long[WIDEST];
    byte[] classes = new byte[groupOfCode.length];
    byte[] classOfFew = new byte[FEW];
    for (int count = 0; count < FEW; count++) {
      classOfFew[count] = (byte) classOf(column.present(), count);
    }
    for (int code = 0; code < groupOfCode.length; code++) {
      int count = counts[groupOfCode[code]];
      classes[code] = count < FEW ? classOfFew[count] : (byte) classOf(column.present(), count);
      rows[classes[code]] += column.count(code);
    }
    double present = Math.max(1, column.present());
    return new Rarity(classes, Arrays.stream(rows).mapToDouble(count -> count / present).toArray());
  }

  /** The class of what {@code count} of {@code present} records hold. */
  static int classOf(int present, int count) {
    double among = Math.max(1.0, present) / Math.max(1, count);
    return (int) Math.min(WIDEST - 1.0, Math.log(among) / Math.log(4) + 1e-9);
  }

  /** The class of a code, before the ends of the scale are cut off. */
  int classOf(int code) {
    return classOfCode[code];
  }

  /** Whether a code counts as a class does once the ends of the scale are cut off. */
  boolean countsAs(int code, int rarity) {
    return cut(classOfCode[code]) == cut(rarity);
  }

  private int cut(int rarity) {
    return Math.max(low, Math.min(high, rarity));
  }

  /** By class the share of the records in it. */
  double[] mass() {
    return mass;
  }

  /** Sets the ends of the scale, beyond which values count as of the class at the end. */
  void cut(int lowest, int highest) {
    low = lowest;
    high = highest;
  }

  int lowest() {
    return low;
  }

  int classes() {
    return high - low + 1;
  }

  /** Share of the records in the class {@code lowest() + index}. */
  double share(int index) {
    double share = mass[low + index];
    for (int rarity = 0; index == 0 && rarity < low; rarity++) {
      share += mass[rarity];
    }
    for (int rarity = high + 1; low + index == high && rarity < WIDEST; rarity++) {
      share += mass[rarity];
    }
    return share;
  }

  /**
   * The class of the commoner of two values, counted from {@link #lowest}: a typo makes a common
   * value look rare.
   */
  int of(int codeA, int codeB) {
    int rarity = Math.min(classOfCode[codeA], classOfCode[codeB]);
    return cut(rarity) - low;
  }
}
