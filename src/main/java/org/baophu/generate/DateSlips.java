package org.baophu.generate;

import java.time.LocalDate;

/** Writes birth dates down as clerks do. */
final class DateSlips {
  private DateSlips() {}

  static String write(LocalDate birth, Roll roll) {
    if (roll.happens(Slip.BIRTH_MISSING)) {
      return "";
    }
    LocalDate written = wrong(birth, roll);
    if (roll.happens(Slip.BIRTH_YEAR_ONLY)) {
      return Integer.toString(written.getYear());
    }
    if (roll.happens(Slip.BIRTH_MONTH_ONLY)) {
      return two(written.getMonthValue()) + "/" + written.getYear();
    }
    if (roll.happens(Slip.BIRTH_FIRST_OF_JANUARY)) {
      return "01/01/" + written.getYear();
    }
    return roll.happens(Slip.BIRTH_OTHER_FORM) ? otherForm(written, roll.dice()) : text(written);
  }

  private static LocalDate wrong(LocalDate birth, Roll roll) {
    LocalDate written = birth;
    if (roll.happens(Slip.BIRTH_DAY_MONTH_SWAPPED) && written.getDayOfMonth() <= 12) {
      written = LocalDate.of(written.getYear(), written.getDayOfMonth(), written.getMonthValue());
    }
    if (roll.happens(Slip.BIRTH_DIGIT_WRONG)) {
      written = digitWrong(written, roll.dice());
    }
    if (roll.happens(Slip.BIRTH_YEAR_OFF_BY_ONE)) {
      written = written.plusYears(roll.dice().chance(0.5) ? 1 : -1);
    }
    if (roll.happens(Slip.BIRTH_DECADE_OFF)) {
      written = written.plusYears(roll.dice().chance(0.5) ? 10 : -10);
    }
    return written;
  }

  /** The last digit of the day, the month or the year becomes another, so that a date remains. */
  private static LocalDate digitWrong(LocalDate date, Dice dice) {
    int part = dice.below(3);
    if (part == 0) {
      int tens = Math.min(date.getDayOfMonth(), 28) / 10 * 10;
      return date.withDayOfMonth(Math.max(1, tens + dice.below(tens == 20 ? 9 : 10)));
    }
    if (part == 1) {
      boolean late = date.getMonthValue() >= 10;
      return date.withMonth(late ? dice.between(10, 12) : dice.between(1, 9));
    }
    return date.withYear(date.getYear() / 10 * 10 + dice.below(10));
  }

  /** {@code dd/MM/yyyy}, as most records have it. */
  static String text(LocalDate date) {
    return two(date.getDayOfMonth()) + "/" + two(date.getMonthValue()) + "/" + date.getYear();
  }

  private static String otherForm(LocalDate date, Dice dice) {
    return switch (dice.below(3)) {
      case 0 -> date.toString();
      case 1 -> date.getDayOfMonth() + "/" + date.getMonthValue() + "/" + date.getYear();
      default -> two(date.getDayOfMonth()) + two(date.getMonthValue()) + date.getYear();
    };
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
