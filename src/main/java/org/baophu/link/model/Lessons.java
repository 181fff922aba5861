package org.baophu.link.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What decided pairs teach about the weights of all pairs: {@code weight' = weight + shift + Σ
 * factor · bits}, bits a field's evidence. Immutable.
 *
 * <p>Clerks are asked about the pairs that are in doubt, so decided pairs are no sample of
 * anything: how often a field agrees among them says nothing about m and u. How often a pair of
 * some evidence is a match does not depend on who chose it, though, as long as the choice was made
 * by the evidence. So it is learnt by a logistic regression of the decisions on the evidence, from
 * the weight that the pair has without them (which counts as said once).
 *
 * <p>Each factor is drawn to 0 as by a normal distribution with standard deviation 0.1, the shift
 * by one with 0.5 bits, so that a few decisions change little; and three decisions in a hundred are
 * taken for slips, so that no single one, however far from the evidence, weighs much (J. B. Copas,
 * "Binary Regression Models for Contaminated Data", J. R. Stat. Soc. B 50, 1988).
 *
 * @param factors by entry
 * @param shiftBits the same for all pairs
 */
public record Lessons(List<Double> factors, double shiftBits) {
  /** A field's evidence counts with at most this many bits, for or against. */
  static final double LIMIT_BITS = 20;

  private static final double FACTOR_DEVIATION = 0.1;
  private static final double SHIFT_DEVIATION = 0.5;
  private static final double SLIPS = 0.03;
  private static final double LONGEST_STEP = 0.3;
  private static final double TOLERANCE = 1e-7;
  private static final int MOST_SWEEPS = 300;

  /** Copies the list. */
  public Lessons {
    factors = List.copyOf(factors);
  }

  /** What the lessons add to the weight of a pair, in bits. */
  double bits(double[] evidence) {
    double sum = shiftBits;
    for (int entry = 0; entry < evidence.length; entry++) {
      sum += factors.get(entry) * limited(evidence[entry]);
    }
    return Scorer.onGrid(sum);
  }

  private static double limited(double bits) {
    return Math.max(-LIMIT_BITS, Math.min(LIMIT_BITS, bits));
  }

  /** Takes decided pairs in, in an order that does not change. For one thread. */
  public static final class Learning {
    private final int entries;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Boolean> decisions = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    /** No decisions yet, of pairs of so many entries. */
    public Learning(int entries) {
      this.entries = entries;
    }

    /**
     * Takes a decided pair in.
     *
     * @param weightBits its weight by all that is known but decisions
     * @param evidence by entry its evidence in bits
     */
    public void add(double weightBits, double[] evidence, boolean match) {
      double[] row = new double[entries + 1];
      Arrays.setAll(row, entry -> entry < entries ? limited(evidence[entry]) : 1);
      rows.add(row);
      weights.add(weightBits);
      decisions.add(match);
    }

    /** What was learnt, by the most probable values. */
    public Lessons lessons() {
      double[] learnt = new double[entries + 1];
      double[] weight = weights.stream().mapToDouble(Double::doubleValue).toArray();
      double longest = 1;
      for (int sweep = 0; sweep < MOST_SWEEPS && longest > TOLERANCE; sweep++) {
        longest = 0;
        for (int place = 0; place <= entries; place++) {
          double step = step(place, learnt[place], weight);
          learnt[place] += step;
          for (int pair = 0; pair < weight.length; pair++) {
            weight[pair] += step * rows.get(pair)[place];
          }
          longest = Math.max(longest, Math.abs(step));
        }
      }
      return new Lessons(Arrays.stream(learnt, 0, entries).boxed().toList(), learnt[entries]);
    }

    /**
     * Fisher scoring for one number, all others as they are: with {@code q = slips + (1 - 2 slips)
     * p} the slope of the likelihood is {@code (y - q) / (q (1 - q)) · dq}, its information {@code
     * dq² / (q (1 - q))}.
     */
    private double step(int place, double now, double[] weight) {
      double deviation = place < entries ? FACTOR_DEVIATION : SHIFT_DEVIATION;
      double precision = 1 / (deviation * deviation);
      double slope = -precision * now;
      double information = precision;
      for (int pair = 0; pair < weight.length; pair++) {
        double p = Scorer.probability(weight[pair]);
        double q = SLIPS + (1 - 2 * SLIPS) * p;
        double dq = (1 - 2 * SLIPS) * p * (1 - p) * Math.log(2) * rows.get(pair)[place];
        slope += ((decisions.get(pair) ? 1 : 0) - q) / (q * (1 - q)) * dq;
        information += dq * dq / (q * (1 - q));
      }
      return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, slope / information));
    }
  }
}
