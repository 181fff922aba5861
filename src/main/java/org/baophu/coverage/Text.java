package org.baophu.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How values are written as arguments of reasons, and rounded for the list. */
final class Text {
  private static final int DECIMALS = 4;

  private Text() {}

  /** Half up to 4 decimals, of the number's shortest decimal form. */
  static double rounded(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue();
  }

  /** At most 4 decimals: {@code 0.97}, {@code 1}. */
  static String probability(double value) {
    return plain(BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP));
  }

  /** A rate in [0,1] as a percentage: {@code 50}, {@code 12.5}. */
  static String percent(BigDecimal rate) {
    return plain(rate.movePointRight(2));
  }

  /** The word of a choice in files, such as {@code lump_sum}. */
  static String code(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  /** The number, or empty for -1. */
  static String knownNumber(long number) {
    return number < 0 ? "" : Long.toString(number);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
