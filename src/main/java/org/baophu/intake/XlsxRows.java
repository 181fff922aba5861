package org.baophu.intake;

import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, as a stream. */
final class XlsxRows implements RawRows {
  private final ReadableWorkbook workbook;
  private final boolean ownsWorkbook;
  private final int maxCellChars;
  private final XlsxCellText cellText;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private @Nullable RawRow skipped;

  /**
   * @param ownsWorkbook whether closing the rows closes the workbook
   */
  XlsxRows(ReadableWorkbook workbook, Sheet sheet, int maxCellChars, boolean ownsWorkbook)
      throws IOException {
    this.workbook = workbook;
    this.ownsWorkbook = ownsWorkbook;
    this.maxCellChars = maxCellChars;
    this.cellText = new XlsxCellText(workbook.isDate1904());
    this.stream = sheet.openStream();
    this.rows = stream.iterator();
  }

  /** Leaves out the rows up to that number. */
  void skipTo(long number) throws IOException {
    RawRow row = next();
    while (row != null && row.number() <= number) {
      row = next();
    }
    skipped = row;
  }

  @Override
  public @Nullable RawRow next() throws IOException {
    RawRow first = skipped;
    skipped = null;
    if (first != null) {
      return first;
    }
    try {
      return rows.hasNext() ? raw(rows.next()) : null;
    } catch (RuntimeException e) {
      // The library tells damage of any kind by unchecked exceptions.
      throw new IOException("the workbook is damaged", e);
    }
  }

  private RawRow raw(Row row) {
    String[] cells = new String[row.getCellCount()];
    for (int i = 0; i < cells.length; i++) {
      Cell cell = row.getCell(i);
      cells[i] = cell == null ? "" : CellText.withoutControls(CellText.of(cellText.of(cell)));
    }
    return RawRow.checked(row.getRowNum(), cells, maxCellChars, false);
  }

  @Override
  public void expect(int columns) {
    // A sheet's cells have their places, so that no row is broken by a missing one.
  }

  @Override
  public void close() throws IOException {
    stream.close();
    if (ownsWorkbook) {
      workbook.close();
    }
  }
}
