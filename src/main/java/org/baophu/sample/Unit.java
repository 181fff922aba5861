package org.baophu.sample;

/**
 * A person with a living, or whose registers say that it has ended, as they stand tonight.
 *
 * @param region where they live; empty where unknown
 * @param given the model's {@code p_uninsured}, before it is recalibrated
 */
public record Unit(String personId, Stratum stratum, String region, double given) {
  /** The model's probability that this person stands on the wrong side, in [0,1]. */
  public double doubt() {
    if (!stratum.band().isAboutInsurance()) {
      return REGISTER_DOUBT;
    }
    return stratum.side() == Side.LISTED ? 1 - given : given;
  }

  /** That a register is wrong about an age or a closed business; judgement. */
  private static final double REGISTER_DOUBT = 0.01;
}
