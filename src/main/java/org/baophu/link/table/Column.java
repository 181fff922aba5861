package org.baophu.link.table;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One dictionary-encoded column. Codes follow an order that the distinct values alone decide, so
 * that nothing computed from codes depends on the order of the rows.
 */
public final class Column {
  /** The code of a missing value. */
  public static final int MISSING = -1;

  private final String[] values;
  private final int[] codes;
  private final int[] counts;
  private final int present;
  private final int[] asTheyCame;

  private Column(String[] values, int[] codes, int[] asTheyCame) {
    this.values = values;
    this.codes = codes;
    this.asTheyCame = asTheyCame;
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

  /** Values as they come, numbered by a dictionary. Not safe for several threads. */
  static final class Encoder {
    private final Dictionary dictionary = new Dictionary();
    private int[] numbers = new int[64];
    private int size;

    /** Adds a row's value; {@code null} is missing. */
    void add(@Nullable String value) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size + (size >> 1));
      }
      numbers[size++] = value == null ? MISSING : dictionary.number(value);
    }
  }

  /** The column of all rows of some encoders, one after the other. */
  static Column of(List<Encoder> encoders) {
    Encoder first = encoders.get(0);
    Dictionary all = first.dictionary;
    int size = first.size;
    int[] codes = Arrays.copyOf(first.numbers, encoders.stream().mapToInt(e -> e.size).sum());
    for (Encoder next : encoders.subList(1, encoders.size())) {
      int[] numbers = new int[next.dictionary.size()];
      Arrays.setAll(numbers, number -> all.number(next.dictionary.text(number)));
      for (int row = 0; row < next.size; row++) {
        codes[size++] = next.numbers[row] < 0 ? MISSING : numbers[next.numbers[row]];
      }
    }
    int[] order = all.inOwnOrder();
    String[] values = new String[order.length];
    int[] codeOf = new int[order.length];
    for (int code = 0; code < order.length; code++) {
      values[code] = all.text(order[code]);
      codeOf[order[code]] = code;
    }
    for (int row = 0; row < codes.length; row++) {
      codes[row] = codes[row] < 0 ? MISSING : codeOf[codes[row]];
    }
    return new Column(values, codes, codeOf);
  }

  /** The same values for {@code rows}, in that order. */
  Column reordered(int[] rows) {
    int[] moved = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      moved[i] = codes[rows[i]];
    }
    return new Column(values, moved, asTheyCame);
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

  /**
   * All codes in the order in which their values came first. The values lie in memory in this
   * order, so that reading a million of them takes a third of the time; nothing else may depend on
   * it.
   */
  public int[] asTheyCame() {
    return asTheyCame;
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
