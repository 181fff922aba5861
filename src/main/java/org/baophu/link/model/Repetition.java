package org.baophu.link.model;

import java.util.Arrays;

/**
 * How often records repeat a person or thing, as pairs drawn at random tell it.
 *
 * <p>Registers hold a person once or a few times, and pairs at random are then non-matches but for
 * a handful. Where one person has hundreds of records they hold matches by the thousand: what that
 * person's records share looks common, and the matches that are to be found are many more than a
 * quarter of the records. Both show in the random pairs themselves, by expectation maximisation
 * over them alone: no key has chosen them.
 *
 * @param matchesPerRow how many matches there are for each row of the table, 0 where the rows
 *     repeat too little for it to be told or to matter
 * @param learnt from the random pairs, under one key that stands for none
 */
record Repetition(double matchesPerRow, Parameters learnt) {
  /** Fewer matches a row than this change nothing: half of what a key may bring up in any case. */
  private static final double LEAST_PER_ROW = 2;

  private static final double LEAST_MATCHES = 100;
  private static final int MOST_ITERATIONS = 100;
  private static final int[][] ONE_KEY_OF_NO_FIELD = {{}};

  /**
   * Learns from pairs drawn at random.
   *
   * @param maximisation of a table whose rows repeat, if what it learns are matches
   * @param p the probability of a match of each pattern to begin with; is changed
   * @param pairsPerRow how many pairs there are for each row of the table
   */
  static Repetition of(
      Patterns atRandom, Maximisation maximisation, double[] p, double pairsPerRow) {
    Parameters learnt = maximisation.run(atRandom, ONE_KEY_OF_NO_FIELD, p, MOST_ITERATIONS);
    double share = learnt.matches / Math.max(1, atRandom.total());
    // Households and namesakes repeat as well, and they are not what is asked about.
    boolean isTold =
        learnt.matches >= LEAST_MATCHES && !maximisation.mayBeNamesakes(atRandom, learnt, p);
    boolean matters = isTold && share * pairsPerRow >= LEAST_PER_ROW;
    return new Repetition(matters ? share * pairsPerRow : 0, learnt);
  }

  /** Whether rows repeat so much that it matters. */
  boolean matters() {
    return matchesPerRow > 0;
  }

  /** By entry, by level: the probability among non-matches at random. */
  double[][] u() {
    return learnt.u[0];
  }

  /** The log odds of a match before anything is compared. */
  double logOdds() {
    return Math.log(learnt.matches / learnt.nonMatches[0]);
  }

  /** The match probability of each pattern of pairs under some keys, by the random pairs. */
  double[] expect(Patterns patterns, int keys, int threads) {
    Parameters spread = new Parameters(keys, learnt.m, learnt.parents);
    spread.matches = learnt.matches;
    Arrays.fill(spread.nonMatches, learnt.nonMatches[0]);
    Arrays.fill(spread.u, learnt.u[0]);
    System.arraycopy(learnt.mGiven, 0, spread.mGiven, 0, learnt.mGiven.length);
    System.arraycopy(learnt.uGiven, 0, spread.uGiven, 0, learnt.uGiven.length);
    double[] p = new double[patterns.size()];
    Maximisation.expect(patterns, spread, p, threads);
    return p;
  }
}
