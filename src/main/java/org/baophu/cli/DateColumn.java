package org.baophu.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.baophu.link.table.Table;
import org.jspecify.annotations.Nullable;

/** Reads the dates of one column of one file, or of a part of it. For one thread. */
final class DateColumn {
  private final int field;
  private final @Nullable DateTimeFormatter format;
  private final DateText text;
  private long dates;
  private long unread;
  private long firstUnread = Long.MAX_VALUE;

  /**
   * @param field that the dates are of
   * @param format as stated, {@code null} to take dates as they are
   * @param text reads what is not in ISO form already
   */
  DateColumn(int field, @Nullable DateTimeFormatter format, DateText text) {
    this.field = field;
    this.format = format;
    this.text = text;
  }

  /**
   * A formatter by its pattern.
   *
   * @throws IllegalArgumentException where it is none
   */
  static DateTimeFormatter formatter(String name, String pattern) {
    try {
      return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "fields: format '" + pattern + "' of " + name + " is no pattern such as yyyyMMdd", e);
    }
  }

  /** Adds the date of a cell to the table; one that cannot be read is missing. */
  void add(Table.Builder table, CsvCells cells, int cell, long record) {
    if (cells.isBlank(cell)) {
      table.add(field, null);
      return;
    }
    dates++;
    if (format == null && DateText.isIso(cells.bytes(), cells.from(cell), cells.to(cell))) {
      table.add(field, cells.bytes(), cells.from(cell), cells.to(cell));
      return;
    }
    String date = format == null ? text.iso(cells.text(cell)) : formatted(cells.text(cell), format);
    if (date == null) {
      unread++;
      firstUnread = Math.min(firstUnread, record);
    }
    table.add(field, date);
  }

  private static @Nullable String formatted(String text, DateTimeFormatter format) {
    try {
      return LocalDate.parse(text.strip(), format).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  int field() {
    return field;
  }

  /** How many dates there were. */
  long dates() {
    return dates;
  }

  /** How many of them could not be read. */
  long unread() {
    return unread;
  }

  /** The record of the first that could not be read. */
  long firstUnread() {
    return firstUnread;
  }
}
