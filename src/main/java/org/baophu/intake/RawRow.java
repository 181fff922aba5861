package org.baophu.intake;

import org.baophu.issue.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One row as it stands in a file, before headings give its cells a meaning.
 *
 * @param number as a spreadsheet shows it
 * @param cells trimmed; what could be told apart of an unreadable row
 * @param fault why the row cannot be used, or null
 * @param unfinished the file ends here without the end of a line
 */
record RawRow(long number, String[] cells, @Nullable Fault fault, boolean unfinished) {
  /**
   * What is wrong with a whole row.
   *
   * @param problem a rejecting one
   * @param detail for the one who mends it
   * @param cell index of the cell that is to blame; -1 for the row as a whole
   */
  record Fault(Problem problem, String detail, int cell) {}

  /** A row whose cells have been told apart; its fault, if any, is a cell that is too long. */
  static RawRow checked(long number, String[] cells, int maxCellChars, boolean unfinished) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i].length() > maxCellChars) {
        String detail =
            cells[i].length() + " characters, at most " + maxCellChars + " are believed";
        return new RawRow(number, cells, new Fault(Problem.CELL_TOO_LONG, detail, i), unfinished);
      }
    }
    return new RawRow(number, cells, null, unfinished);
  }

  boolean isBlank() {
    for (String cell : cells) {
      if (!cell.isEmpty()) {
        return false;
      }
    }
    return fault == null;
  }
}
