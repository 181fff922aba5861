package org.baophu.sample;

import java.util.Locale;

/**
 * How sure the model is that somebody stands on the right side: by its doubt, which is {@code 1 −
 * p_uninsured} of those listed and {@code p_uninsured} of those held to be insured.
 */
public enum Band {
  /** A doubt below 0.001. */
  SURE,
  /** A doubt from 0.001 to below 0.05. */
  LIKELY,
  /** A doubt of 0.05 or more. */
  UNSURE,
  /** Left out for the age that the registers state, whatever the doubt. */
  OUT_OF_AGE,
  /** Left out since no tax or business record is active any more, whatever the doubt. */
  NO_LIVING;

  private static final double LIKELY_FROM = 0.001;
  private static final double UNSURE_FROM = 0.05;

  /** The band of a doubt about insurance, in [0,1]. */
  public static Band of(double doubt) {
    if (doubt >= UNSURE_FROM) {
      return UNSURE;
    }
    return doubt >= LIKELY_FROM ? LIKELY : SURE;
  }

  /** Whether it is insurance that decides about those of this band. */
  boolean isAboutInsurance() {
    return this != OUT_OF_AGE && this != NO_LIVING;
  }

  /** As files and the store write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
