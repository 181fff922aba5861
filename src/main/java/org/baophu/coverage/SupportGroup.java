package org.baophu.coverage;

import java.util.Locale;

/** Groups by what part of the contribution the state pays, the best that applies first. */
public enum SupportGroup {
  POOR,
  NEAR_POOR,
  ETHNIC_MINORITY,
  OTHER;

  /** The word in output files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
