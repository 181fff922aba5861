package org.baophu.coverage;

import java.util.Locale;

/** The way into insurance, the first that applies to a person. */
public enum Route {
  /** Owns a business whose owner the law already puts under compulsory insurance. */
  COMPULSORY_OWNER,
  /** Pays tax on a salary, and no employer pays in. */
  COMPULSORY_EMPLOYEE,
  /** Everybody else. */
  VOLUNTARY;

  /** The word in output files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
