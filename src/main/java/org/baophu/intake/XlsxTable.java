package org.baophu.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** A workbook's sheet whose headings have been found. */
record XlsxTable(FileFormat format, HeadingRow heading, RawRows rows) implements TableFile {
  private static final String ENCODING = "UTF-8";
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

  private record Found(Sheet sheet, HeadingRow heading) {}

  @Override
  public boolean countsCells() {
    return false;
  }

  static XlsxTable open(InputFile file, IntakeSettings settings, FileSettings own)
      throws IOException {
    WorkbookGuard.check(file, settings);
    ReadableWorkbook workbook = new ReadableWorkbook(file.path().toFile(), WITH_FORMATS);
    try {
      return open(workbook, file, settings, own);
    } catch (ExcelReaderException e) {
      workbook.close();
      throw new IOException("the workbook is damaged", e);
    } catch (IOException | RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  private static XlsxTable open(
      ReadableWorkbook workbook, InputFile file, IntakeSettings settings, FileSettings own)
      throws IOException {
    Headings headings = new Headings(file.kind(), own.columns(), file.name());
    Found found = find(workbook, file, headings, settings, own);
    if (found == null) {
      throw new InputRefusedException(
          file.name(), "the workbook holds no rows.", "Ask the sender for the file again.");
    }
    HeadingRow heading = found.heading();
    heading.refuseIfIncomplete(file.name(), headings);
    XlsxRows rows = new XlsxRows(workbook, found.sheet(), settings.maxCellChars(), true);
    rows.skipTo(heading.lastNumber());
    ColumnMap columns = heading.columns();
    FileFormat format =
        new FileFormat(
            Container.XLSX.code(),
            ENCODING,
            found.sheet().getName(),
            heading.number(),
            columns.names(),
            columns.unused());
    return new XlsxTable(format, heading, rows);
  }

  /** The sheet with the best headings; of equal ones the first. */
  private static @Nullable Found find(
      ReadableWorkbook workbook,
      InputFile file,
      Headings headings,
      IntakeSettings settings,
      FileSettings own)
      throws IOException {
    Found best = null;
    for (Sheet sheet : sheets(workbook, file, own)) {
      List<RawRow> first = firstRows(workbook, sheet, settings, own);
      HeadingRow heading = HeadingRow.find(first, headings, own.headingRow());
      if (heading != null && (best == null || heading.isBetterThan(best.heading()))) {
        best = new Found(sheet, heading);
      }
    }
    return best;
  }

  private static List<Sheet> sheets(ReadableWorkbook workbook, InputFile file, FileSettings own) {
    List<Sheet> all = workbook.getSheets().toList();
    String forced = own.sheet();
    if (forced == null) {
      List<Sheet> visible =
          all.stream().filter(s -> s.getVisibility() == SheetVisibility.VISIBLE).toList();
      return visible.isEmpty() ? all : visible;
    }
    List<Sheet> named = all.stream().filter(s -> s.getName().equals(forced)).toList();
    if (named.isEmpty()) {
      String names = String.join(", ", all.stream().map(Sheet::getName).toList());
      throw new InputRefusedException(
          file.name(),
          "there is no sheet '" + forced + "'; the sheets are: " + names + ".",
          "Correct the name in the configuration under files/sheet.");
    }
    return named;
  }

  private static List<RawRow> firstRows(
      ReadableWorkbook workbook, Sheet sheet, IntakeSettings settings, FileSettings own)
      throws IOException {
    Integer forced = own.headingRow();
    long searched = forced == null ? HeadingRow.ROWS_SEARCHED : forced + 2L;
    List<RawRow> first = new ArrayList<>();
    try (XlsxRows rows = new XlsxRows(workbook, sheet, settings.maxCellChars(), false)) {
      for (RawRow row = rows.next(); row != null && row.number() <= searched; row = rows.next()) {
        first.add(row);
      }
    }
    return first;
  }
}
