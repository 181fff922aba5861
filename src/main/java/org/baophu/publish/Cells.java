package org.baophu.publish;

import java.util.regex.Pattern;

/** Values as cells show them. */
final class Cells {
  private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");
  // With their full-width forms, which some spreadsheets read alike.
  private static final String STARTS_FORMULA = "=+-@＝＋－＠";
  private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  private Cells() {}

  /**
   * A text that no spreadsheet runs. Control characters and line breaks become spaces; where the
   * first character that is not blank is {@code = + - @}, an apostrophe goes in front of the text.
   * A plain number such as {@code -5} or {@code +84912345678} stays as it is: there is nothing in
   * it to run, and a number must stay a number.
   */
  static String text(String value) {
    String clean = withoutControls(value);
    int first = 0;
    while (first < clean.length() && isBlank(clean.charAt(first))) {
      first++;
    }
    boolean formula = first < clean.length() && STARTS_FORMULA.indexOf(clean.charAt(first)) >= 0;
    return formula && !PLAIN_NUMBER.matcher(clean).matches() ? "'" + clean : clean;
  }

  static String count(long number) {
    return Long.toString(number);
  }

  /** A count that is -1 where it is unknown. */
  static String countOrEmpty(long number) {
    return number == -1 ? "" : Long.toString(number);
  }

  /**
   * A number with a fixed number of decimals, halves rounded to even, never {@code -0}.
   *
   * @param decimals 0 to 6
   * @throws IllegalArgumentException if the number is infinite or none
   */
  static String decimal(double number, int decimals) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(number + " cannot be written as a number");
    }
    long unit = POWERS_OF_TEN[decimals];
    long scaled = (long) Math.rint(number * unit);
    long magnitude = Math.abs(scaled);
    String digits = Long.toString(magnitude / unit);
    if (decimals > 0) {
      digits += "." + Long.toString(unit + magnitude % unit).substring(1);
    }
    return scaled < 0 ? "-" + digits : digits;
  }

  private static String withoutControls(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!isPrintable(value.charAt(i))) {
        return replaceControls(value);
      }
    }
    return value;
  }

  private static String replaceControls(String value) {
    StringBuilder clean = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      clean.append(isPrintable(value.charAt(i)) ? value.charAt(i) : ' ');
    }
    return clean.toString();
  }

  /** False also for what XML, and so a spreadsheet file, cannot hold. */
  private static boolean isPrintable(char c) {
    return !Character.isISOControl(c) && c != '\u2028' && c != '\u2029' && c < '\uFFFE';
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
  }
}
