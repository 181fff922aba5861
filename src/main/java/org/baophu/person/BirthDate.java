package org.baophu.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A birth date as exactly as it is known: a day, a month, a year, or nothing at all.
 *
 * @param year year of birth, 0 if unknown
 * @param month 1 to 12, 0 if unknown
 * @param day 1 to 31, 0 if unknown
 */
public record BirthDate(int year, int month, int day) {
  /** Nothing is known. */
  public static final BirthDate UNKNOWN = new BirthDate(0, 0, 0);

  /** How exactly a date is known. */
  public enum Precision {
    DAY,
    MONTH,
    YEAR,
    UNKNOWN
  }

  public BirthDate {
    if (month == 0 && day != 0 || year == 0 && month != 0) {
      throw new IllegalArgumentException("a day needs a month and a month needs a year");
    }
    if (year != 0) {
      try {
        LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("no such date: " + year + "-" + month + "-" + day, e);
      }
    }
  }

  public static BirthDate ofYear(int year) {
    return new BirthDate(year, 0, 0);
  }

  public static BirthDate of(LocalDate date) {
    return new BirthDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  public Precision precision() {
    if (day != 0) {
      return Precision.DAY;
    }
    if (month != 0) {
      return Precision.MONTH;
    }
    return year != 0 ? Precision.YEAR : Precision.UNKNOWN;
  }

  public boolean isKnown() {
    return year != 0;
  }

  /**
   * Whether this is 1 January of a year: a day that registers often state where only the year is
   * known, so that agreement on it says little more than agreement on the year.
   */
  public boolean isFirstOfJanuary() {
    return month == 1 && day == 1;
  }

  /** The day, where it is known. */
  public Optional<LocalDate> findDate() {
    return day == 0 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
  }

  /**
   * Full years of age on a day: the least possible where only the month or the year is known, that
   * is, as if born on the last day of it; -1 if unknown or not yet born.
   */
  public int ageOn(LocalDate date) {
    if (year == 0) {
      return -1;
    }
    int birthMonth = month == 0 ? 12 : month;
    int birthDay = day == 0 ? 31 : day;
    int age = date.getYear() - year;
    boolean before =
        date.getMonthValue() < birthMonth
            || date.getMonthValue() == birthMonth && date.getDayOfMonth() < birthDay;
    return Math.max(-1, before ? age - 1 : age);
  }

  /** {@code yyyy-MM-dd}, {@code yyyy-MM}, {@code yyyy}, or empty. */
  @Override
  public String toString() {
    int numbers = day != 0 ? 3 : month != 0 ? 2 : year != 0 ? 1 : 0;
    StringBuilder out = new StringBuilder("yyyy-MM-dd".length());
    if (numbers > 0) {
      pad(year, 1000, out);
    }
    if (numbers > 1) {
      pad(month, 10, out.append('-'));
    }
    if (numbers > 2) {
      pad(day, 10, out.append('-'));
    }
    return out.toString();
  }

  /** With zeros before it if it is smaller than {@code least}, a power of ten. */
  private static void pad(int number, int least, StringBuilder out) {
    for (int bound = least; bound > 1 && number < bound; bound /= 10) {
      out.append('0');
    }
    out.append(number);
  }
}
