package org.baophu.link.model;

import java.util.Arrays;

/** What training estimates: how many matches and non-matches, and the probability of each level. */
final class Parameters {
  /** Expected matches. */
  double matches;

  /** Expected non-matches by key. */
  final double[] nonMatches;

  /** By entry, by level. */
  final double[][] m;

  /** By key, by entry, by level. */
  final double[][][] u;

  Parameters(int keys, double[][] m) {
    this.nonMatches = new double[keys];
    this.m = m;
    this.u = new double[keys][m.length][];
    for (double[][] ofKey : u) {
      Arrays.setAll(ofKey, entry -> new double[m[entry].length]);
    }
  }

  /** The logarithms of {@code m / u}, by key, by entry, by level; 0 for missing. */
  double[][][] logRatios() {
    double[][][] ratios = new double[u.length][m.length][];
    for (int key = 0; key < u.length; key++) {
      for (int entry = 0; entry < m.length; entry++) {
        double[] row = new double[m[entry].length];
        for (int level = 1; level < row.length; level++) {
          row[level] = Math.log(m[entry][level] / u[key][entry][level]);
        }
        ratios[key][entry] = row;
      }
    }
    return ratios;
  }
}
