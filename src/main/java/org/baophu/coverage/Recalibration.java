package org.baophu.coverage;

/**
 * What clerks' checks make of a probability: {@code logit p' = slope · logit p + shift} (Platt
 * 1999). The slope is positive, so that nobody overtakes anybody.
 *
 * @param slope 1 leaves it to the shift; below 1 the model was too sure
 * @param shift in units of the logit; above 0 more are uninsured than the model says
 * @param answers how many checks it was learnt from; 0 of {@link #IDENTITY}
 */
public record Recalibration(double slope, double shift, long answers) {
  /** Changes nothing. */
  public static final Recalibration IDENTITY = new Recalibration(1, 0, 0);

  /** So far from 0 and 1 that a logit is a number. */
  private static final double LEAST = 1e-12;

  public Recalibration {
    if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(shift)) {
      throw new IllegalArgumentException(
          "recalibration by slope " + slope + " and shift " + shift + ": no growing curve");
    }
  }

  /** The probability as checks make it, in [0,1]; certainties stay. */
  public double apply(double probability) {
    boolean changesNothing = slope == 1 && shift == 0;
    if (changesNothing || probability <= 0 || probability >= 1) {
      return probability;
    }
    return inverse(slope * logit(probability) + shift);
  }

  /** ln(p / (1 − p)). */
  public static double logit(double probability) {
    double p = Math.min(1 - LEAST, Math.max(LEAST, probability));
    return Math.log(p / (1 - p));
  }

  /** The probability with this logit. */
  public static double inverse(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
