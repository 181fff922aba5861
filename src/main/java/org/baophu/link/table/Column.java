package org.baophu.link.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One dictionary-encoded column. Codes follow the order of the distinct values, so that nothing
 * computed from codes depends on the order of the rows.
 */
public final class Column {
  /** The code of a missing value. */
  public static final int MISSING = -1;

  private final String[] values;
  private final int[] codes;
  private final int[] counts;
  private final int present;

  private Column(String[] values, int[] codes) {
    this.values = values;
    this.codes = codes;
    this.counts = new int[values.length];
    int filled = 0;
    for (int code : codes) {
      if (code >= 0) {
        counts[code]++;
        filled++;
      }
    }
    this.present = filled;
  }

  /** Encodes {@code rowValues[0..size)}, where {@code null} is missing. */
  static Column encode(@Nullable String[] rowValues, int size) {
    // Equal strings become neighbours by sorting; a hash map of a million boxes costs more.
    String[] sorted = new String[size];
    int filled = 0;
    for (int row = 0; row < size; row++) {
      String value = rowValues[row];
      if (value != null) {
        sorted[filled++] = value;
      }
    }
    Arrays.sort(sorted, 0, filled);
    int distinct = 0;
    for (int i = 0; i < filled; i++) {
      if (i == 0 || !sorted[i].equals(sorted[i - 1])) {
        sorted[distinct++] = sorted[i];
      }
    }
    String[] dictionary = Arrays.copyOf(sorted, distinct);
    int[] codes = new int[size];
    for (int row = 0; row < size; row++) {
      String value = rowValues[row];
      codes[row] = value == null ? MISSING : Arrays.binarySearch(dictionary, value);
    }
    return new Column(dictionary, codes);
  }

  /** The same values for {@code rows}, in that order. */
  Column reordered(int[] rows) {
    int[] moved = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      moved[i] = codes[rows[i]];
    }
    return new Column(values, moved);
  }

  /** The code of a row, {@link #MISSING} where there is no value. */
  public int code(int row) {
    return codes[row];
  }

  /** By row what {@code ofCode} holds for the row's code, 0 where there is no value. */
  public int[] mapped(int[] ofCode) {
    int[] mapped = new int[codes.length];
    for (int row = 0; row < mapped.length; row++) {
      mapped[row] = codes[row] < 0 ? 0 : ofCode[codes[row]];
    }
    return mapped;
  }

  /** How many distinct values there are. */
  public int distinct() {
    return values.length;
  }

  /** The value of a code. */
  public String value(int code) {
    return values[code];
  }

  /** How many rows hold a code. */
  public int count(int code) {
    return counts[code];
  }

  /** How many rows hold any value. */
  public int present() {
    return present;
  }
}
