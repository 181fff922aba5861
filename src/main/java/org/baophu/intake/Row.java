package org.baophu.intake;

import java.util.List;

/**
 * One row of an input file under canonical column names.
 *
 * @param file name of the file, without its folder
 * @param number number of the row as a spreadsheet shows it: the first row of the file is 1
 * @param kind what kind of file it stands in
 * @param cells one text for each of {@link InputKind#columns()}, trimmed; empty where the file has
 *     no such column or the cell is empty
 */
public record Row(String file, long number, InputKind kind, List<String> cells) {
  /**
   * The text of a column.
   *
   * @throws IllegalArgumentException if this kind of file has no such column
   */
  public String get(String column) {
    int index = kind.columns().indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException(kind.prefix() + " files have no column " + column);
    }
    return cells.get(index);
  }
}
