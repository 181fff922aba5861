package org.baophu.standard;

import java.util.function.Consumer;
import org.baophu.intake.Row;
import org.baophu.issue.DataIssue;
import org.baophu.issue.Masked;
import org.baophu.issue.Problem;

/** The cells of one row, and where to say what is wrong with them. */
record Cells(Row row, Consumer<DataIssue> issues) {
  /** The text of a column, single-spaced and in NFC; empty if the file has none. */
  String text(String column) {
    return Vietnamese.singleSpaced(Vietnamese.nfc(row.get(column)));
  }

  /** Like {@link #text}, but empty where this kind of file has no such column. */
  String textIfAny(String column) {
    return row.kind().columns().contains(column) ? text(column) : "";
  }

  /**
   * Whether a cell is no longer than it may be; if it is, the row is reported as one of no use.
   * What names something is kept from night to night, and nothing honest has so long a name.
   */
  boolean isWithin(String column, int most) {
    int length = textIfAny(column).length();
    if (length > most) {
      report(column, textIfAny(column), Problem.CELL_TOO_LONG, length + " characters");
    }
    return length <= most;
  }

  /** The beginning of a cell that people read and that is nothing to go by when it goes on. */
  String beginning(String column, int most) {
    String text = text(column);
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  /** Reports a personal value. */
  void report(String column, String value, Problem problem, String detail) {
    report(column, problem, Masked.personal(value), detail);
  }

  /** Reports a value that says nothing about a person by itself. */
  void reportOpenly(String column, String value, Problem problem, String detail) {
    report(column, problem, Masked.shortened(value), detail);
  }

  private void report(String column, Problem problem, String shown, String detail) {
    issues.accept(new DataIssue(row.file(), row.number(), column, shown, problem, detail));
  }
}
