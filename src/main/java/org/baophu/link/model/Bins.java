package org.baophu.link.model;

import java.util.Arrays;

/** Pairs, or cuts, by their evidence, a bit to a bin. Not safe for several threads. */
final class Bins {
  static final int COUNT = 30;

  private static final int LOWEST = -10;

  private final double[] pairs = new double[COUNT];
  private final double[] matches = new double[COUNT];
  private final double[] sums = new double[COUNT];

  /** Counts a pair, unless its evidence lies beyond all bins. */
  void add(double bits, double match) {
    int bin = (int) Math.floor(bits) - LOWEST;
    if (bin >= 0 && bin < COUNT) {
      pairs[bin]++;
      matches[bin] += match;
      sums[bin] += bits;
    }
  }

  double pairs() {
    return Arrays.stream(pairs).sum();
  }

  double matches() {
    return Arrays.stream(matches).sum();
  }

  double pairs(int bin) {
    return pairs[bin];
  }

  double matches(int bin) {
    return matches[bin];
  }

  /** The mean evidence in a bin; 0 where it is empty. */
  double mean(int bin) {
    return pairs[bin] == 0 ? 0 : sums[bin] / pairs[bin];
  }

  /** Those in doubt by a curve, bin by bin with their weights for evidence. */
  Bins inDoubt(Calibration curve) {
    Bins doubtful = new Bins();
    for (int bin = 0; bin < COUNT; bin++) {
      double weight = curve.of(mean(bin));
      if (Math.abs(weight) < Calibration.DOUBT_BITS) {
        doubtful.pairs[bin] = pairs[bin];
        doubtful.matches[bin] = matches[bin];
        doubtful.sums[bin] = weight * pairs[bin];
      }
    }
    return doubtful;
  }
}
