package org.baophu.link.compare;

import java.util.List;
import org.baophu.link.table.Column;

/** Dates of full or partial precision, by kind of error. */
final class DateComparison implements Comparison {
  /** Says that there is a date, also where nothing of it could be read. */
  private static final long PRESENT = 1L << 40;

  /** Year, month and day of each code, and the rarity class of its value, in one number. */
  private final int[] dates;

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

  DateComparison(Column column, Levels levels, Usage usage) {
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
    Rarity rarity = usage.rarity("value");
    exact = levels.kind("exact", 1, rarity);
    dates = dates(column, rarity);
  }

  private static int[] dates(Column column, Rarity rarity) {
    int[] dates = new int[column.distinct()];
    for (int code = 0; code < dates.length; code++) {
      int[] parts = DateParts.of(column.value(code));
      int day = Math.min(parts[2], 127);
      int month = Math.min(parts[1], 127);
      dates[code] = parts[0] << 18 | month << 11 | day << 4 | rarity.of(code, code);
    }
    return dates;
  }

  private static int year(int date) {
    return date >>> 18;
  }

  private static int month(int date) {
    return date >>> 11 & 0x7f;
  }

  private static int day(int date) {
    return date >>> 4 & 0x7f;
  }

  @Override
  public List<Level> levels() {
    return levels.list();
  }

  @Override
  public int level(int codeA, int codeB) {
    return of(dates[codeA], dates[codeB]);
  }

  @Override
  public long packed(int code) {
    return PRESENT | dates[code] & 0xffffffffL;
  }

  @Override
  public int level(long packedA, long packedB) {
    return of((int) packedA, (int) packedB);
  }

  @Override
  public void levels(long[] packedA, long[] packedB, int count, int[] levels) {
    for (int i = 0; i < count; i++) {
      levels[i] = packedA[i] == 0 || packedB[i] == 0 ? 0 : level(packedA[i], packedB[i]);
    }
  }

  private int of(int a, int b) {
    if (a >>> 4 == b >>> 4) {
      // Many tables state no more than the year; full dates that agree are rarer.
      return exact + Math.min(a & 0xf, b & 0xf);
    }
    int apart = Math.abs(year(a) - year(b));
    if (month(a) == 0 || month(b) == 0 || day(a) == 0 || day(b) == 0) {
      return partial(a, b, apart);
    }
    if (apart == 0) {
      return sameYear(a, b);
    }
    if (month(a) == month(b) && day(a) == day(b)) {
      return apart == 1 || apart == 10
          ? slipped
          : digitsApart(year(a), year(b)) == 1 ? oneDigit : dayAndMonth;
    }
    if (month(a) == day(b) && day(a) == month(b) && digitsApart(year(a), year(b)) == 1) {
      return dayAndMonth;
    }
    return apart > 10 ? far : different;
  }

  private int sameYear(int a, int b) {
    if (month(a) == day(b) && day(a) == month(b)) {
      return swapped;
    }
    if (isFirstOfYear(a) || isFirstOfYear(b)) {
      return firstOfYear;
    }
    if (month(a) == month(b)) {
      return digitsApart(day(a), day(b)) == 1 ? oneDigit : yearAndMonth;
    }
    if (day(a) == day(b)) {
      return digitsApart(month(a), month(b)) == 1 ? oneDigit : yearAndDay;
    }
    return yearOnly;
  }

  private static boolean isFirstOfYear(int date) {
    return month(date) == 1 && day(date) == 1;
  }

  private int partial(int a, int b, int apart) {
    if (apart > 0) {
      return apart <= 2 ? yearsNear : apart <= 10 ? different : far;
    }
    if (month(a) == 0 || month(b) == 0) {
      return partialYear;
    }
    return month(a) == month(b) ? partialMonth : yearOnly;
  }

  /** In how many decimal places two numbers below 10000 differ. */
  private static int digitsApart(int a, int b) {
    int apart = 0;
    for (int scale = 1; scale < 10_000; scale *= 10) {
      apart += a / scale % 10 == b / scale % 10 ? 0 : 1;
    }
    return apart;
  }

  @Override
  public boolean isCostly() {
    return false;
  }
}
