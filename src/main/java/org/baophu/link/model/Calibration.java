package org.baophu.link.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
 * <p>How often a cut between two groups parts what is one's differs with how many records stand on
 * both sides ({@link Cut}). So each kind of cut adds bits of its own: as much as matches are more
 * often among its cuts in doubt than among the pairs in doubt that the curve was learnt from. For
 * groups of three and more the clusters tell how often, drawn together with a logistic regression
 * of what was joined. Pairs of which neither record has a third beside it have no such witness:
 * there the share is that which makes their evidence most likely, found by expectation
 * maximisation, as for a sample whose classes come in other shares than where the classifier was
 * learnt (M. Saerens, P. Latinne, C. Decaestecker, Neural Computation 14, 2002). That takes for
 * granted that matches and non-matches look alike in both, which holds among those in doubt (odds
 * below {@value #DOUBT_BITS} bits) and not at the far ends.
 *
 * @param from sums of evidence in bits, ascending; empty for none
 * @param to the weight of each, in bits
 * @param cutBits by kind of {@link Cut} what is added, in bits
 */
public record Calibration(List<Double> from, List<Double> to, List<Double> cutBits) {
  /** The most that a weight may lie above its sum of evidence, in bits. */
  public static final double MOST_RAISED = 2;

  /** The most that the curve may lie below a sum of evidence, in bits. */
  static final double MOST_LOWERED = 8;

  /** Weights up to this far from even odds are in doubt, in bits. */
  static final double DOUBT_BITS = 5;

  /** Evidence from here on is in doubt by no curve, in bits. */
  public static final double SURE_BITS = DOUBT_BITS + MOST_LOWERED;

  private static final List<Double> NOTHING = Collections.nCopies(Cut.KINDS, 0.0);
  private static final double PRIOR_PAIRS = 30;
  private static final double SHIFT_PRECISION = 1;
  private static final double SLOPE_PRECISION = 10;
  private static final int NEWTON_STEPS = 30;
  private static final double LEAST_PAIRS = 200;

  /**
   * @throws IllegalArgumentException if the lists differ in length or are not ascending, or kinds
   *     of cuts are missing
   */
  public Calibration {
    from = List.copyOf(from);
    to = List.copyOf(to);
    cutBits = List.copyOf(cutBits);
    if (cutBits.size() != Cut.KINDS) {
      throw new IllegalArgumentException("calibration of " + cutBits.size() + " kinds of cuts");
    }
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
    return new Calibration(List.of(), List.of(), NOTHING);
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

  /**
   * The weight of a cut, both in bits: of pairs alone never more than {@value #MOST_RAISED} bits
   * above their evidence.
   *
   * @param kind as {@link Cut#kind} says
   */
  public double of(int kind, double bits) {
    double weight = Scorer.onGrid(of(bits) + cutBits.get(kind));
    return kind == Cut.ALONE ? Math.min(weight, bits + MOST_RAISED) : weight;
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
    private final Bins thirds = new Bins();
    private final CutCounts cuts = new CutCounts();

    /**
     * Adds a pair of which either record has a third one beside it.
     *
     * @param kind of the cut that it lies across, as {@link Cut#kind} says
     * @param bits its sum of evidence
     * @param match the probability that it is a match, by what is known besides
     */
    public void add(int kind, double bits, double match) {
      thirds.add(bits, match);
      cuts.addPair(kind, bits, match);
    }

    /**
     * Adds a cut between two groups, each once.
     *
     * @param kind as {@link Cut#kind} says
     * @param bits the mean evidence across
     * @param joined whether both are one cluster; of pairs alone not looked at, since it is their
     *     own evidence that joins them
     */
    public void addCut(int kind, double bits, boolean joined) {
      cuts.add(kind, bits, joined);
    }

    /** What was learnt; none from fewer than 200 pairs. */
    public Calibration calibration() {
      if (thirds.pairs() < LEAST_PAIRS) {
        return none();
      }
      double[] line = line();
      double[] weight = new double[Bins.COUNT];
      double[] rate = new double[Bins.COUNT];
      List<Double> at = new ArrayList<>();
      int bins = 0;
      for (int bin = 0; bin < Bins.COUNT; bin++) {
        double pairs = thirds.pairs(bin);
        if (pairs > 0) {
          double expected = Scorer.probability(line[0] + line[1] * thirds.mean(bin));
          weight[bins] = pairs + PRIOR_PAIRS;
          rate[bins++] = (thirds.matches(bin) + PRIOR_PAIRS * expected) / (pairs + PRIOR_PAIRS);
          at.add(thirds.mean(bin));
        }
      }
      makeAscending(rate, weight, bins);
      List<Double> to = new ArrayList<>();
      for (int bin = 0; bin < bins; bin++) {
        double bits = Scorer.weight(Math.min(1 - 1e-9, Math.max(1e-9, rate[bin])));
        double lowest = Math.max(bin == 0 ? -1e9 : to.get(bin - 1), at.get(bin) - MOST_LOWERED);
        to.add(Math.max(lowest, Math.min(at.get(bin) + MOST_RAISED, bits)));
      }
      return withCuts(new Calibration(at, to, NOTHING));
    }

    private Calibration withCuts(Calibration curve) {
      Bins doubtful = thirds.inDoubt(curve);
      double share = (doubtful.matches() + 0.5) / (doubtful.pairs() + 1);
      return new Calibration(curve.from, curve.to, cuts.bits(curve, share));
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
        for (int bin = 0; bin < Bins.COUNT; bin++) {
          double bits = thirds.mean(bin);
          double p = Scorer.probability(shift + slope * bits);
          double error = log2 * (thirds.matches(bin) - thirds.pairs(bin) * p);
          double curvature = log2 * log2 * thirds.pairs(bin) * p * (1 - p);
          gradientShift += error;
          gradientSlope += error * bits;
          aa += curvature;
          ab += curvature * bits;
          bb += curvature * bits * bits;
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
