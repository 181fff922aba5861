package org.baophu.sample;

/**
 * A person with a living, as they stand tonight.
 *
 * @param region where they live; empty where unknown
 * @param given the model's {@code p_uninsured}, before it is recalibrated
 */
public record Unit(String personId, Stratum stratum, String region, double given) {
  /** The model's probability that this person stands on the wrong side, in [0,1]. */
  public double doubt() {
    if (stratum.band() == Band.OUT_OF_AGE) {
      return OUT_OF_AGE_DOUBT;
    }
    return stratum.side() == Side.LISTED ? 1 - given : given;
  }

  /** Of a birth date that leaves no way to be of age nothing is known; judgement. */
  private static final double OUT_OF_AGE_DOUBT = 0.01;
}
