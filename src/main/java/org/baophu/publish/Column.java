package org.baophu.publish;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * A column of a table.
 *
 * @param heading its name in the public contract
 * @param width in a spreadsheet, in characters
 * @param cell what it shows of a row, ready to be written
 */
record Column<T>(String heading, int width, Function<T, String> cell) {

  /** What registers or people wrote: made harmless for spreadsheets. */
  static <T> Column<T> text(String heading, int width, Function<T, String> value) {
    return new Column<>(heading, width, row -> Cells.text(value.apply(row)));
  }

  /** Our own codes, ids and dates, which are harmless by their form. */
  static <T> Column<T> code(String heading, int width, Function<T, String> value) {
    return new Column<>(heading, width, value);
  }

  static <T> Column<T> count(String heading, int width, ToLongFunction<T> value) {
    return new Column<>(heading, width, row -> Cells.count(value.applyAsLong(row)));
  }

  /** A count that is -1 where it is unknown; the cell is empty then. */
  static <T> Column<T> countOrEmpty(String heading, int width, ToLongFunction<T> value) {
    return new Column<>(heading, width, row -> Cells.countOrEmpty(value.applyAsLong(row)));
  }

  static <T> Column<T> decimal(String heading, int width, int decimals, ToDoubleFunction<T> value) {
    return new Column<>(heading, width, row -> Cells.decimal(value.applyAsDouble(row), decimals));
  }
}
