package org.baophu.person;

import java.util.Locale;

/** The registers that send records of persons. The order is the order of all output files. */
public enum Source {
  TAX,
  BUSINESS,
  INSURANCE,
  POVERTY;

  /** The name in files, such as {@code tax}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The source with that code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Source of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
