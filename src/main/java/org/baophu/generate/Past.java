package org.baophu.generate;

import java.time.LocalDate;
import java.time.YearMonth;

/** Days before the date of the province. */
record Past(LocalDate date) {
  /** The age from which people may stand in a register for what they do. */
  static final int WORKS_FROM = 17;

  private static final LocalDate REGISTERS_BEGAN = LocalDate.of(2012, 1, 1);
  private static final int LEAST_DAYS_LONG_AGO = 200;

  YearMonth month() {
    return YearMonth.from(date);
  }

  LocalDate daysAgo(int least, int most, Dice dice) {
    return date.minusDays(dice.between(least, most));
  }

  /** Any day since the registers began and the person came of age, but for the last months. */
  LocalDate longAgo(int ageYears, Dice dice) {
    int daysOfRegisters = (int) (date.toEpochDay() - REGISTERS_BEGAN.toEpochDay());
    int daysOfWork = Math.max(LEAST_DAYS_LONG_AGO, 365 * (ageYears - WORKS_FROM));
    return date.minusDays(dice.between(LEAST_DAYS_LONG_AGO, Math.min(daysOfRegisters, daysOfWork)));
  }
}
