package org.baophu.advice;

import java.util.Locale;

/** Whether paying the missing months at once at retirement age gives a pension. */
public enum BackPayment {
  /** Enough months are paid by retirement age without it. */
  NOT_NEEDED,
  /** It closes the gap. */
  CLOSES_GAP,
  /** The gap is greater than the law lets anybody pay at once; the rest is paid month by month. */
  LEAVES_GAP,
  /** Sex or birth year is unknown, and so retirement age. */
  UNKNOWN;

  /** The word in output files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
