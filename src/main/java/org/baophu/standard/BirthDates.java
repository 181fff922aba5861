package org.baophu.standard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baophu.person.BirthDate;

/**
 * Birth dates in every form that registers write them in.
 *
 * <p>Days come before months, as everywhere in Vietnam; only where the month cannot be one and the
 * day can are they taken as swapped. A day or month that is 0 or blanked out ({@code 00/00/1975},
 * {@code ?/?/1975}) is not known; a day that its month does not have leaves only the year. 1
 * January stays that day, though it is often a year only: whoever compares dates has to weigh it so
 * ({@link BirthDate#isFirstOfJanuary()}). Years of two digits are read only where the national id
 * states the same two.
 */
final class BirthDates {
  private static final int EARLIEST_YEAR = 1900;
  private static final BirthDate NOTHING = new BirthDate(EARLIEST_YEAR, 1, 1);
  private static final LocalDate SPREADSHEET_DAY_ZERO = LocalDate.of(1899, 12, 30);

  private static final Pattern TIME =
      Pattern.compile("(?:[T ]|\\s)\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?.*$");
  private static final Pattern WORDS = Pattern.compile("(?i)\\b(?:ngay|thang|nam|sinh|sn)\\b");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("(\\d+)[.,]0+");
  private static final Pattern BLANKS = Pattern.compile("[?_*xX…]+|(?<=^|/)[.-]+(?=/)");
  private static final Pattern PARTS =
      Pattern.compile("(\\d{1,4})[/.\\s-]+(\\d{1,4})[/.\\s-]+(\\d{1,4})");
  private static final Pattern TWO_PARTS = Pattern.compile("(\\d{1,4})[/.\\s-]+(\\d{1,4})");

  private BirthDates() {}

  /**
   * The date, or empty where the text is none.
   *
   * @param text not blank
   * @param idYear year of birth that the record's national id states, 0 if it has none
   * @param today no one is born later
   */
  static Optional<BirthDate> parse(String text, int idYear, LocalDate today) {
    String bare = bare(text);
    Optional<BirthDate> date =
        IdentifierForms.isDigits(bare) ? ofDigits(bare, idYear, today) : ofParts(bare, idYear);
    return date.filter(d -> isPossible(d, today));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Without a time of day, without words, without the decimals of a spreadsheet's number. */
  private static String bare(String text) {
    if (text.chars().allMatch(c -> isDigit(c) || c == '/' || c == '-') && isDigit(text.charAt(0))) {
      return text;
    }
    String plain = Vietnamese.toAscii(text).replace("'", "").strip();
    String dateOnly = TIME.matcher(plain).replaceFirst("");
    String filled = BLANKS.matcher(dateOnly).replaceAll("0");
    String numbers = WORDS.matcher(filled).replaceAll(" ").replace(',', ' ').strip();
    Matcher whole = WHOLE_NUMBER.matcher(numbers);
    return whole.matches() ? whole.group(1) : numbers;
  }

  private static boolean isPossible(BirthDate date, LocalDate today) {
    if (date.equals(NOTHING) || date.year() < EARLIEST_YEAR || date.year() > today.getYear()) {
      return false;
    }
    LocalDate earliest =
        LocalDate.of(date.year(), Math.max(1, date.month()), Math.max(1, date.day()));
    return !earliest.isAfter(today);
  }

  private static Optional<BirthDate> ofDigits(String digits, int idYear, LocalDate today) {
    return switch (digits.length()) {
      case 4 -> Optional.of(BirthDate.ofYear(number(digits, 0, 4)));
      case 5 -> ofSpreadsheetDay(number(digits, 0, 5), today);
      case 6 ->
          ofMonth(number(digits, 2, 6), number(digits, 0, 2))
              .filter(d -> isPossible(d, today))
              .or(() -> ofSix(digits, idYear));
      case 7 -> ofEight("0" + digits, today);
      case 8 -> ofEight(digits, today);
      default -> Optional.empty();
    };
  }

  private static Optional<BirthDate> ofSix(String digits, int idYear) {
    return ofDay(year(digits.substring(4), idYear), number(digits, 2, 4), number(digits, 0, 2));
  }

  private static Optional<BirthDate> ofEight(String digits, LocalDate today) {
    return ofDay(number(digits, 4, 8), number(digits, 2, 4), number(digits, 0, 2))
        .filter(d -> isPossible(d, today))
        .or(() -> ofDay(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8)));
  }

  private static Optional<BirthDate> ofSpreadsheetDay(int days, LocalDate today) {
    return Optional.of(SPREADSHEET_DAY_ZERO.plusDays(days))
        .filter(d -> !d.isAfter(today))
        .map(BirthDate::of);
  }

  private static Optional<BirthDate> ofParts(String text, int idYear) {
    Matcher three = PARTS.matcher(text);
    if (three.matches()) {
      boolean yearFirst = three.group(1).length() == 4;
      int year = yearFirst ? partOf(three.group(1)) : year(three.group(3), idYear);
      return ofDay(year, partOf(three.group(2)), partOf(three.group(yearFirst ? 3 : 1)));
    }
    Matcher two = TWO_PARTS.matcher(text);
    if (!two.matches()) {
      return Optional.empty();
    }
    boolean yearFirst = two.group(1).length() == 4;
    return ofMonth(partOf(two.group(yearFirst ? 1 : 2)), partOf(two.group(yearFirst ? 2 : 1)));
  }

  /** A year of four digits, or of two that the national id completes; 0 if neither. */
  private static int year(String text, int idYear) {
    int year = partOf(text);
    if (text.length() == 4) {
      return year;
    }
    return text.length() == 2 && idYear > 0 && idYear % 100 == year ? idYear : 0;
  }

  private static int partOf(String digits) {
    return Integer.parseInt(digits);
  }

  private static int number(String digits, int from, int to) {
    return Integer.parseInt(digits.substring(from, to));
  }

  private static Optional<BirthDate> ofMonth(int year, int month) {
    return month > 12 || year == 0 ? Optional.empty() : Optional.of(new BirthDate(year, month, 0));
  }

  private static Optional<BirthDate> ofDay(int year, int month, int day) {
    if (year == 0 || month > 31 || day > 31 || month > 12 && day > 12) {
      return Optional.empty();
    }
    if (month > 12) {
      return ofDay(year, day, month);
    }
    try {
      return Optional.of(new BirthDate(year, month, month == 0 ? 0 : day));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.of(BirthDate.ofYear(year));
    }
  }
}
