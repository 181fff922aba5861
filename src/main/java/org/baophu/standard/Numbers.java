package org.baophu.standard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import org.baophu.person.BirthDate;

/** Whole numbers, dates and months as registers write them. */
final class Numbers {
  private static final int MOST_DIGITS = 15;
  private static final Pattern UNIT = Pattern.compile("(?i)\\s*(vnd|dong|d|thang|nguoi)\\.?$");
  private static final Pattern GAPS = Pattern.compile("[\\s'\\u00A0]");
  private static final Pattern WHOLE =
      Pattern.compile(
          "\\d+|\\d{1,3}(?:[.,]\\d{3})+|\\d+[.,]0{1,2}|\\d{1,3}(?:[.,]\\d{3})+[.,]0{1,2}");
  private static final Pattern NO_DECIMALS = Pattern.compile("[.,]0{1,2}$");
  private static final Pattern SEPARATORS = Pattern.compile("[.,]");

  /** How many registers write that something never ends. */
  private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

  private Numbers() {}

  /**
   * A whole number, with or without separators of thousands ({@code 1.200.000}, {@code 1 200 000},
   * {@code 1,200,000}) or decimals that are all zero; empty where the text is none.
   */
  static Optional<Long> parse(String text) {
    // Most are digits alone.
    if (IdentifierForms.isDigits(text)) {
      return ofDigits(text);
    }
    String bare = UNIT.matcher(Vietnamese.toAscii(text)).replaceAll("");
    String compact = GAPS.matcher(bare).replaceAll("");
    if (!WHOLE.matcher(compact).matches()) {
      return Optional.empty();
    }
    String whole = NO_DECIMALS.matcher(compact).replaceFirst("");
    return ofDigits(SEPARATORS.matcher(whole).replaceAll(""));
  }

  private static Optional<Long> ofDigits(String whole) {
    return whole.length() > MOST_DIGITS ? Optional.empty() : Optional.of(Long.parseLong(whole));
  }

  /** A number that may have decimals, with a point or a comma. */
  static Optional<Double> parseDecimal(String text) {
    String compact = text.replaceAll("\\s", "").replace(',', '.');
    return compact.matches("\\d{1,9}(?:\\.\\d{1,6})?")
        ? Optional.of(Double.parseDouble(compact))
        : Optional.empty();
  }

  /** A day in any form of a birth date; it may lie in the future. */
  static Optional<LocalDate> parseDay(String text) {
    return BirthDates.parse(text, 0, END_OF_TIME).flatMap(BirthDate::findDate);
  }

  /** A month: {@code yyyy-MM}, {@code MM/yyyy}, or the month of a day. */
  static Optional<YearMonth> parseMonth(String text) {
    return BirthDates.parse(text, 0, END_OF_TIME)
        .filter(date -> date.month() != 0)
        .map(date -> YearMonth.of(date.year(), date.month()));
  }
}
