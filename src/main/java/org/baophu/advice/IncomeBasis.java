package org.baophu.advice;

import java.util.Locale;

/** What an estimated income rests on, the first that applies. */
public enum IncomeBasis {
  /** The revenue that the person's own active businesses state. */
  REVENUE,
  /** They trade or pay tax on business income but state no revenue: what others here make of it. */
  OTHERS_REVENUE,
  /** No record says anything of its amount; the middle choice stands in. */
  NOT_STATED;

  /** The word in output files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
