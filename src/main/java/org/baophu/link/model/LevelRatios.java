package org.baophu.link.model;

/**
 * The probabilities m and u of one blocking key: of a level, or, in a field that depends on
 * another, of a level given the other's.
 */
final class LevelRatios {
  /** By entry, by level of the parent (0 where missing or without parent), by level. */
  private final double[][][] m;

  private final double[][][] u;

  LevelRatios(double[][] m, double[][] u, int[] parents, double[][][] mGiven, double[][][] uGiven) {
    this.m = new double[m.length][][];
    this.u = new double[m.length][][];
    for (int entry = 0; entry < m.length; entry++) {
      int parent = parents[entry];
      int above = parent < 0 ? 1 : m[parent].length;
      this.m[entry] = new double[above][];
      this.u[entry] = new double[above][];
      this.m[entry][0] = m[entry];
      this.u[entry][0] = u[entry];
      double[] tilt = parent < 0 ? new double[0] : tilt(u[entry], u[parent], uGiven[entry]);
      for (int level = 1; level < above; level++) {
        this.m[entry][level] = mGiven[entry][level];
        this.u[entry][level] = tilted(uGiven[entry][level], tilt);
      }
    }
  }

  /**
   * How far this key's own share of each level differs from what its parent's levels lead to
   * expect: a key that makes a field agree does so whatever the parent says.
   */
  private static double[] tilt(double[] own, double[] ofParent, double[][] given) {
    double[] tilt = new double[own.length];
    for (int level = 1; level < tilt.length; level++) {
      double expected = 0;
      for (int above = 1; above < ofParent.length; above++) {
        expected += ofParent[above] * given[above][level];
      }
      tilt[level] = own[level] / Math.max(1e-12, expected);
    }
    return tilt;
  }

  private static double[] tilted(double[] given, double[] tilt) {
    double[] row = new double[given.length];
    double sum = 0;
    for (int level = 1; level < row.length; level++) {
      row[level] = given[level] * tilt[level];
      sum += row[level];
    }
    for (int level = 1; level < row.length; level++) {
      row[level] /= sum;
    }
    return row;
  }

  /** How many levels the parent of an entry has, 1 where it has no parent. */
  int above(int entry) {
    return m[entry].length;
  }

  /** How many levels an entry has. */
  int levels(int entry) {
    return m[entry][0].length;
  }

  /** {@code log2(m / u)} of a level, given the parent's; 0 where the value is missing. */
  double bits(int entry, int above, int level) {
    return level == 0 ? 0 : Math.log(m[entry][above][level] / u[entry][above][level]) / Math.log(2);
  }

  /** {@code log2(m / u)} of levels {@code from} to {@code to - 1} taken together. */
  double bits(int entry, int above, int from, int to) {
    double sumM = 0;
    double sumU = 0;
    for (int level = from; level < to; level++) {
      sumM += m[entry][above][level];
      sumU += u[entry][above][level];
    }
    return Math.log(sumM / sumU) / Math.log(2);
  }
}
