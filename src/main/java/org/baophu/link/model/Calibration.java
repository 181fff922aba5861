package org.baophu.link.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * From the sum of a pair's evidence to a weight whose probability holds: among pairs given 0.9,
 * nine of ten match. Non-decreasing, piecewise linear, and of slope 1 beyond its ends. Immutable.
 *
 * <p>It is learnt without labels, from what third records say: where two records of a pair have
 * other records to speak for them, the clusters tell whether the pair is a match better than its
 * own evidence does. What remains of dependence between fields, and of relatives and namesakes that
 * a model of independent fields is too sure of, shows as a difference between the two.
 *
 * <p>Pairs of which neither record has a third beside it have no such witness. How much more (or
 * less) often they match than others of the same evidence is learnt from how their evidence is
 * distributed: the share of matches that makes it most likely is found by expectation maximisation,
 * as for a sample whose classes come in other shares than where the classifier was learnt (M.
 * Saerens, P. Latinne, C. Decaestecker, Neural Computation 14, 2002). That takes for granted that
 * matches and non-matches look alike in both; in fact what is left without a third is somewhat less
 * extreme, so that only seven tenths of the difference are believed.
 *
 * @param from sums of evidence in bits, ascending; empty for none
 * @param to the weight of each, in bits
 * @param aloneBits what is added where neither record has a third beside it
 */
public record Calibration(List<Double> from, List<Double> to, double aloneBits) {
  /** The most that a weight may lie above its sum of evidence, in bits. */
  public static final double MOST_RAISED = 2;

  private static final double MOST_LOWERED = 8;
  private static final int LOWEST = -10;
  private static final int HIGHEST = 20;
  private static final double PRIOR_PAIRS = 30;
  private static final double SHIFT_PRECISION = 1;
  private static final double SLOPE_PRECISION = 10;
  private static final int NEWTON_STEPS = 30;
  private static final double LEAST_PAIRS = 200;
  private static final double BELIEVED = 0.7;
  private static final double MOST_ALONE = 3;
  private static final int SHARE_STEPS = 200;

  /**
   * @throws IllegalArgumentException if the lists differ in length or are not ascending
   */
  public Calibration {
    from = List.copyOf(from);
    to = List.copyOf(to);
    boolean fits = from.size() == to.size();
    for (int i = 1; i < from.size() && fits; i++) {
      fits = from.get(i) > from.get(i - 1) && to.get(i) >= to.get(i - 1);
    }
    if (!fits) {
      throw new IllegalArgumentException("calibration from " + from + " to " + to);
    }
  }

  /** Weights are the sums of evidence as they are. */
  public static Calibration none() {
    return new Calibration(List.of(), List.of(), 0);
  }

  /** The weight for a sum of evidence, both in bits. */
  public double of(double bits) {
    int last = from.size() - 1;
    if (last < 0) {
      return bits;
    }
    if (bits <= from.get(0)) {
      return Scorer.onGrid(bits + to.get(0) - from.get(0));
    }
    if (bits >= from.get(last)) {
      return Scorer.onGrid(bits + to.get(last) - from.get(last));
    }
    int upper = 1;
    while (bits > from.get(upper)) {
      upper++;
    }
    double share = (bits - from.get(upper - 1)) / (from.get(upper) - from.get(upper - 1));
    return Scorer.onGrid(to.get(upper - 1) + share * (to.get(upper) - to.get(upper - 1)));
  }

  /** The weight where neither record has a third beside it, both in bits. */
  public double ofAlone(double bits) {
    return Math.min(Scorer.onGrid(of(bits) + aloneBits), bits + MOST_RAISED);
  }

  /** A sum of evidence at or below which every weight is less than {@code weight}, in bits. */
  public double lowest(double weight) {
    double low = weight - MOST_RAISED;
    double high = weight + MOST_LOWERED + 1;
    for (int step = 0; step < 40; step++) {
      double middle = (low + high) / 2;
      if (of(middle) < weight) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Counts pairs by their sum of evidence. Not safe for several threads. */
  public static final class Learning {
    private final double[] pairs = new double[HIGHEST - LOWEST];
    private final double[] matches = new double[HIGHEST - LOWEST];
    private final double[] sums = new double[HIGHEST - LOWEST];
    private final double[] alone = new double[HIGHEST - LOWEST];
    private final double[] aloneSums = new double[HIGHEST - LOWEST];

    /**
     * Adds a pair of which either record has a third one beside it.
     *
     * @param bits its sum of evidence
     * @param match the probability that it is a match, by what is known besides
     */
    public void add(double bits, double match) {
      int bin = (int) Math.floor(bits) - LOWEST;
      if (bin >= 0 && bin < pairs.length) {
        pairs[bin]++;
        matches[bin] += match;
        sums[bin] += bits;
      }
    }

    /** Adds a pair of which neither record has a third one beside it, by its sum of evidence. */
    public void addAlone(double bits) {
      int bin = (int) Math.floor(bits) - LOWEST;
      if (bin >= 0 && bin < alone.length) {
        alone[bin]++;
        aloneSums[bin] += bits;
      }
    }

    /** What was learnt; none from fewer than 200 pairs. */
    public Calibration calibration() {
      if (Arrays.stream(pairs).sum() < LEAST_PAIRS) {
        return none();
      }
      double[] line = line();
      double[] weight = new double[pairs.length];
      double[] rate = new double[pairs.length];
      List<Double> at = new ArrayList<>();
      int bins = 0;
      for (int bin = 0; bin < pairs.length; bin++) {
        if (pairs[bin] > 0) {
          double bits = sums[bin] / pairs[bin];
          double expected = Scorer.probability(line[0] + line[1] * bits);
          weight[bins] = pairs[bin] + PRIOR_PAIRS;
          rate[bins++] = (matches[bin] + PRIOR_PAIRS * expected) / (pairs[bin] + PRIOR_PAIRS);
          at.add(bits);
        }
      }
      makeAscending(rate, weight, bins);
      List<Double> to = new ArrayList<>();
      for (int bin = 0; bin < bins; bin++) {
        double bits = Scorer.weight(Math.min(1 - 1e-9, Math.max(1e-9, rate[bin])));
        double lowest = Math.max(bin == 0 ? -1e9 : to.get(bin - 1), at.get(bin) - MOST_LOWERED);
        to.add(Math.max(lowest, Math.min(at.get(bin) + MOST_RAISED, bits)));
      }
      return new Calibration(at, to, aloneBits(new Calibration(at, to, 0)));
    }

    /** The share of matches among pairs alone against that among others, in bits of odds. */
    private double aloneBits(Calibration curve) {
      double count = Arrays.stream(alone).sum();
      double odds =
          Scorer.weight(bounded(Arrays.stream(matches).sum() / Arrays.stream(pairs).sum()));
      double shift = 0;
      for (int step = 0; step < SHARE_STEPS && count > 0; step++) {
        double expected = PRIOR_PAIRS * Scorer.probability(odds);
        for (int bin = 0; bin < alone.length; bin++) {
          if (alone[bin] > 0) {
            double bits = curve.of(aloneSums[bin] / alone[bin]) + shift;
            expected += alone[bin] * Scorer.probability(bits);
          }
        }
        shift = Scorer.weight(bounded(expected / (count + PRIOR_PAIRS))) - odds;
      }
      return Scorer.onGrid(Math.max(-MOST_ALONE, Math.min(MOST_ALONE, BELIEVED * shift)));
    }

    private static double bounded(double share) {
      return Math.min(1 - 1e-6, Math.max(1e-6, share));
    }

    /**
     * Logistic regression of the matches on the bits, by Newton's method: shift and slope, drawn
     * towards 0 and 1.
     */
    private double[] line() {
      double shift = 0;
      double slope = 1;
      double log2 = Math.log(2);
      for (int step = 0; step < NEWTON_STEPS; step++) {
        double gradientShift = -SHIFT_PRECISION * shift;
        double gradientSlope = -SLOPE_PRECISION * (slope - 1);
        double aa = SHIFT_PRECISION;
        double ab = 0;
        double bb = SLOPE_PRECISION;
        for (int bin = 0; bin < pairs.length; bin++) {
          if (pairs[bin] > 0) {
            double bits = sums[bin] / pairs[bin];
            double p = Scorer.probability(shift + slope * bits);
            double error = log2 * (matches[bin] - pairs[bin] * p);
            double curvature = log2 * log2 * pairs[bin] * p * (1 - p);
            gradientShift += error;
            gradientSlope += error * bits;
            aa += curvature;
            ab += curvature * bits;
            bb += curvature * bits * bits;
          }
        }
        double determinant = aa * bb - ab * ab;
        shift += limited((bb * gradientShift - ab * gradientSlope) / determinant);
        slope += limited((aa * gradientSlope - ab * gradientShift) / determinant);
      }
      return new double[] {shift, Math.max(0.1, slope)};
    }

    private static double limited(double change) {
      return Math.max(-0.5, Math.min(0.5, change));
    }

    /** Pools neighbours that violate the order (M. Ayer et al., Ann. Math. Stat. 26, 1955). */
    private static void makeAscending(double[] rate, double[] weight, int bins) {
      for (int bin = 1; bin < bins; bin++) {
        for (int from = bin; from > 0 && rate[from - 1] > rate[bin]; from--) {
          pool(rate, weight, from - 1, bin);
        }
      }
    }

    /** Gives bins {@code from} to {@code to} their mean rate. */
    private static void pool(double[] rate, double[] weight, int from, int to) {
      double sum = 0;
      double total = 0;
      for (int bin = from; bin <= to; bin++) {
        sum += rate[bin] * weight[bin];
        total += weight[bin];
      }
      Arrays.fill(rate, from, to + 1, sum / total);
    }
  }
}
