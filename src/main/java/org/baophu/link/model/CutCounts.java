package org.baophu.link.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts cuts, and pairs across them, by kind and evidence, and tells what kinds add. Not safe for
 * several threads.
 *
 * <p>Where clusters tell, a kind is counted in two ways. As pairs, its share of matches says what
 * one pair across is worth, and n that are as good as one would add nothing; as cuts, what all of
 * them together are, as if that were judged by nothing but themselves. So the first counts for the
 * n-th part: a single pair is a cut.
 */
final class CutCounts {
  /** A share of matches is drawn to that of all pairs as by so many cuts. */
  private static final double PRIOR_CUTS = 30;

  /** How far the regression may lead from what the share says, a standard deviation in bits. */
  private static final double SPREAD_BITS = 0.5;

  private static final double MOST_BITS = 8;
  private static final int SHARE_STEPS = 500;
  private static final int NEWTON_STEPS = 30;

  private final Bins[] cuts = new Bins[Cut.KINDS];
  private final Bins[] pairs = new Bins[Cut.KINDS];

  CutCounts() {
    Arrays.setAll(cuts, kind -> new Bins());
    Arrays.setAll(pairs, kind -> new Bins());
  }

  void add(int kind, double bits, boolean joined) {
    cuts[kind].add(bits, joined ? 1 : 0);
  }

  void addPair(int kind, double bits, double match) {
    pairs[kind].add(bits, match);
  }

  /**
   * By kind what is added to a curve, in bits.
   *
   * @param share of matches among the pairs in doubt that the curve was learnt from
   */
  List<Double> bits(Calibration curve, double share) {
    List<Double> bits = new ArrayList<>();
    for (int kind = 0; kind < Cut.KINDS; kind++) {
      Bins doubtful = cuts[kind].inDoubt(curve);
      double shift =
          kind == Cut.ALONE
              ? byEvidence(doubtful, share)
              : byClusters(doubtful, share) * (1 - 1.0 / Cut.leastPairs(kind))
                  + byShare(pairs[kind].inDoubt(curve), share) / Cut.leastPairs(kind);
      bits.add(Scorer.onGrid(Math.max(-MOST_BITS, Math.min(MOST_BITS, shift))));
    }
    return bits;
  }

  /** The share of matches that makes the evidence most likely, against that of all pairs. */
  private static double byEvidence(Bins weights, double share) {
    double odds = Scorer.weight(share);
    double shift = 0;
    for (int step = 0; step < SHARE_STEPS; step++) {
      double expected = PRIOR_CUTS * share;
      for (int bin = 0; bin < Bins.COUNT; bin++) {
        expected += weights.pairs(bin) * Scorer.probability(weights.mean(bin) + shift);
      }
      shift = Scorer.weight(expected / (weights.pairs() + PRIOR_CUTS)) - odds;
    }
    return shift;
  }

  /** The share of matches against that of all pairs, as clusters tell. */
  private static double byShare(Bins weights, double share) {
    double own = (weights.matches() + PRIOR_CUTS * share) / (weights.pairs() + PRIOR_CUTS);
    return Scorer.weight(own) - Scorer.weight(share);
  }

  /**
   * Logistic regression of what was joined on the weight, its slope 1, by Newton's method, drawn to
   * what the share says.
   */
  private static double byClusters(Bins weights, double share) {
    double byShare = byShare(weights, share);
    double precision = 1 / (SPREAD_BITS * SPREAD_BITS);
    double log2 = Math.log(2);
    double shift = byShare;
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double gradient = -precision * (shift - byShare);
      double curvature = precision;
      for (int bin = 0; bin < Bins.COUNT; bin++) {
        double p = Scorer.probability(weights.mean(bin) + shift);
        gradient += log2 * (weights.matches(bin) - weights.pairs(bin) * p);
        curvature += log2 * log2 * weights.pairs(bin) * p * (1 - p);
      }
      shift += Math.max(-1, Math.min(1, gradient / curvature));
    }
    return shift;
  }
}
