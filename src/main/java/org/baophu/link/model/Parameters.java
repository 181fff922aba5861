package org.baophu.link.model;

import java.util.Arrays;

/**
 * What training estimates: how many matches and non-matches, and the probability of each level.
 *
 * <p>A field that repeats another ({@link org.baophu.link.compare.Repeats}) or depends on it
 * ({@link Dependence}), its parent, has probabilities given the parent's level besides its own:
 * with them the fields form a forest (N. Friedman, D. Geiger, M. Goldszmidt, "Bayesian Network
 * Classifiers", Machine Learning 29, 1997), and what is said twice counts once.
 */
final class Parameters {
  /** Expected matches. */
  double matches;

  /** Expected non-matches by key. */
  final double[] nonMatches;

  /** By entry, by level. */
  final double[][] m;

  /** By key, by entry, by level. */
  final double[][][] u;

  /** By entry the entry it depends on, or -1. */
  final int[] parents;

  /** By entry, by level of its parent, by level; empty where it has none. */
  final double[][][] mGiven;

  /** The same among non-matches, over all keys. */
  final double[][][] uGiven;

  Parameters(int keys, double[][] m, int[] parents) {
    this.nonMatches = new double[keys];
    this.m = m;
    this.u = new double[keys][m.length][];
    for (double[][] ofKey : u) {
      Arrays.setAll(ofKey, entry -> new double[m[entry].length]);
    }
    this.parents = parents;
    this.mGiven = given(m, parents);
    this.uGiven = given(m, parents);
  }

  private static double[][][] given(double[][] m, int[] parents) {
    double[][][] given = new double[m.length][][];
    Arrays.setAll(
        given,
        entry ->
            parents[entry] < 0
                ? new double[0][]
                : new double[m[parents[entry]].length][m[entry].length]);
    return given;
  }

  /** Adds what another one holds, of the same shape. */
  void add(Parameters other) {
    matches += other.matches;
    add(nonMatches, other.nonMatches);
    add(m, other.m);
    add(u, other.u);
    add(mGiven, other.mGiven);
    add(uGiven, other.uGiven);
  }

  private static void add(double[][][] sums, double[][][] others) {
    for (int i = 0; i < sums.length; i++) {
      add(sums[i], others[i]);
    }
  }

  private static void add(double[][] sums, double[][] others) {
    for (int i = 0; i < sums.length; i++) {
      add(sums[i], others[i]);
    }
  }

  /** Adds numbers to others, place by place. */
  static void add(double[] sums, double[] others) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += others[i];
    }
  }

  /** The ratios {@code m / u} of all entries under one key. */
  LevelRatios ratios(int key) {
    return new LevelRatios(m, u[key], parents, mGiven, uGiven);
  }
}
