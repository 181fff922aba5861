package org.baophu.link.compare;

import java.util.List;
import org.baophu.link.table.Column;

/** Dates of full or partial precision, by kind of error. */
final class DateComparison implements Comparison {
  private final int[] years;
  private final int[] months;
  private final int[] days;
  private final Rarity rarity;
  private final Levels levels;
  private final int far;
  private final int different;
  private final int yearsNear;
  private final int dayAndMonth;
  private final int yearOnly;
  private final int yearAndDay;
  private final int yearAndMonth;
  private final int oneDigit;
  private final int slipped;
  private final int swapped;
  private final int firstOfYear;
  private final int partialYear;
  private final int partialMonth;
  private final int exact;

  DateComparison(Column column, Levels levels) {
    this.levels = levels;
    far = levels.kind("more than ten years apart", 0);
    different = levels.kind("different", 0);
    yearsNear = levels.kind("partial, one or two years apart", 0.1);
    dayAndMonth = levels.kind("day and month agree, the year differs", 0.3);
    yearOnly = levels.kind("only the year agrees", 0.1);
    yearAndDay = levels.kind("year and day agree, the month differs", 0.3);
    yearAndMonth = levels.kind("year and month agree, the day differs", 0.3);
    oneDigit = levels.kind("one digit differs", 0.6);
    slipped = levels.kind("year one or ten off, the rest agrees", 0.5);
    swapped = levels.kind("day and month swapped", 0.6);
    firstOfYear = levels.kind("same year, one the first of January", 0.4);
    partialYear = levels.kind("year agrees, one has no more", 0.6);
    partialMonth = levels.kind("year and month agree, one has no day", 0.8);
    years = new int[column.distinct()];
    months = new int[column.distinct()];
    days = new int[column.distinct()];
    for (int code = 0; code < years.length; code++) {
      int[] parts = DateParts.of(column.value(code));
      years[code] = parts[0];
      months[code] = parts[1];
      days[code] = parts[2];
    }
    rarity = Rarity.of(column);
    exact = levels.kind("exact", 1, rarity);
  }

  @Override
  public List<Level> levels() {
    return levels.list();
  }

  @Override
  public int level(int a, int b) {
    if (a == b) {
      return days[a] == 0 ? (months[a] == 0 ? partialYear : partialMonth) : exact + rarity.of(a, b);
    }
    int apart = Math.abs(years[a] - years[b]);
    if (months[a] == 0 || months[b] == 0 || days[a] == 0 || days[b] == 0) {
      return partial(a, b, apart);
    }
    boolean month = months[a] == months[b];
    boolean day = days[a] == days[b];
    if (apart == 0) {
      return sameYear(a, b, month, day);
    }
    if (month && day) {
      return apart == 1 || apart == 10
          ? slipped
          : digitsApart(years[a], years[b]) == 1 ? oneDigit : dayAndMonth;
    }
    if (digitsApart(years[a], years[b]) == 1 && months[a] == days[b] && days[a] == months[b]) {
      return dayAndMonth;
    }
    return apart > 10 ? far : different;
  }

  private int sameYear(int a, int b, boolean month, boolean day) {
    if (months[a] == days[b] && days[a] == months[b]) {
      return swapped;
    }
    if (isFirstOfYear(a) || isFirstOfYear(b)) {
      return firstOfYear;
    }
    if (month) {
      return digitsApart(days[a], days[b]) == 1 ? oneDigit : yearAndMonth;
    }
    if (day) {
      return digitsApart(months[a], months[b]) == 1 ? oneDigit : yearAndDay;
    }
    return yearOnly;
  }

  private boolean isFirstOfYear(int code) {
    return months[code] == 1 && days[code] == 1;
  }

  private int partial(int a, int b, int apart) {
    if (apart > 0) {
      return apart <= 2 ? yearsNear : apart <= 10 ? different : far;
    }
    if (months[a] == 0 || months[b] == 0) {
      return partialYear;
    }
    return months[a] == months[b] ? partialMonth : yearOnly;
  }

  /** In how many decimal places two numbers below 10000 differ. */
  private static int digitsApart(int a, int b) {
    int apart = 0;
    for (int scale = 1; scale < 10_000; scale *= 10) {
      apart += a / scale % 10 == b / scale % 10 ? 0 : 1;
    }
    return apart;
  }
}
