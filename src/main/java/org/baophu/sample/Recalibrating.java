package org.baophu.sample;

import java.util.Comparator;
import java.util.List;
import org.baophu.coverage.Recalibration;

/**
 * Learns from checks how far the model's {@code p_uninsured} holds.
 *
 * <p>Logistic regression of what clerks found on the logit of what was given, drawn to the identity
 * by normal priors: slope 1 ± {@value #SLOPE_SPREAD}, shift 0 ± {@value #SHIFT_SPREAD}, so that it
 * takes many checks to move it. Each check counts once: strata are bands of the probability, so how
 * often one is drawn does not bear on the share found there, and weighing by the inverse of that
 * would leave those of whom the model is unsure, a hundred times likelier to be drawn, without a
 * say. Those left out for other reasons are no case of insurance and do not count.
 */
public final class Recalibrating {
  /** With fewer checks nothing is changed. */
  private static final int ENOUGH = 200;

  private static final double SLOPE_SPREAD = 0.15;
  private static final double SHIFT_SPREAD = 0.5;
  private static final double LEAST_SLOPE = 0.05;
  private static final double MOST_LOGIT = Recalibration.logit(0.9999);
  private static final int ROUNDS = 100;
  private static final double AT_REST = 1e-12;

  private final double[] logits;
  private final boolean[] uninsured;

  private Recalibrating(List<Checked> checks) {
    logits = new double[checks.size()];
    uninsured = new boolean[checks.size()];
    for (int i = 0; i < logits.length; i++) {
      double logit = Recalibration.logit(checks.get(i).drawn().unit().given());
      // One surprise at the far end must not outweigh all else.
      logits[i] = Math.max(-MOST_LOGIT, Math.min(MOST_LOGIT, logit));
      uninsured[i] = checks.get(i).answer().insured() == Said.NO;
    }
  }

  /** The curve, or the identity where there are too few checks. */
  public static Recalibration learn(List<Checked> asked) {
    List<Checked> checks =
        asked.stream()
            .filter(c -> c.answer().insured() == Said.YES || c.answer().insured() == Said.NO)
            .filter(c -> c.drawn().unit().stratum().band().isAboutInsurance())
            .sorted(
                Comparator.comparing((Checked c) -> c.drawn().unit().personId())
                    .thenComparing(c -> c.drawn().unit().given())
                    .thenComparing(c -> c.drawn().inclusion()))
            .toList();
    return checks.size() < ENOUGH
        ? Recalibration.IDENTITY
        : new Recalibrating(checks).fit(checks.size());
  }

  /** Newton's method on a concave function, with half the step where a whole one goes too far. */
  private Recalibration fit(long answers) {
    double slope = 1;
    double shift = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double[] step = step(slope, shift);
      double before = logPosterior(slope, shift);
      double part = 1;
      while (part > AT_REST
          && logPosterior(slope + part * step[0], shift + part * step[1]) < before) {
        part /= 2;
      }
      slope += part * step[0];
      shift += part * step[1];
      if (Math.abs(part * step[0]) + Math.abs(part * step[1]) < AT_REST) {
        break;
      }
    }
    return new Recalibration(Math.max(LEAST_SLOPE, slope), shift, answers);
  }

  private double logPosterior(double slope, double shift) {
    double sum = -square((slope - 1) / SLOPE_SPREAD) / 2 - square(shift / SHIFT_SPREAD) / 2;
    for (int i = 0; i < logits.length; i++) {
      double logit = slope * logits[i] + shift;
      sum -= Math.log1p(Math.exp(uninsured[i] ? -logit : logit));
    }
    return sum;
  }

  private double[] step(double slope, double shift) {
    double gradientSlope = -(slope - 1) / square(SLOPE_SPREAD);
    double gradientShift = -shift / square(SHIFT_SPREAD);
    double both = 0;
    double inSlope = 1 / square(SLOPE_SPREAD);
    double inShift = 1 / square(SHIFT_SPREAD);
    for (int i = 0; i < logits.length; i++) {
      double p = Recalibration.inverse(slope * logits[i] + shift);
      double off = (uninsured[i] ? 1 : 0) - p;
      gradientSlope += off * logits[i];
      gradientShift += off;
      inSlope += p * (1 - p) * square(logits[i]);
      inShift += p * (1 - p);
      both += p * (1 - p) * logits[i];
    }
    double determinant = inSlope * inShift - both * both;
    return new double[] {
      (inShift * gradientSlope - both * gradientShift) / determinant,
      (inSlope * gradientShift - both * gradientSlope) / determinant
    };
  }

  private static double square(double value) {
    return value * value;
  }
}
