package org.baophu.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of text and date cells. The library stamps the time of writing on the file and on its
 * parts; when the sheet is complete, it is packed once more with a fixed time and without that
 * stamp, so that the same rows give the same bytes.
 */
final class XlsxSink implements RowSink {
  private static final int ROWS_IN_MEMORY = 500;
  private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String STAMPED_PART = "docProps/core.xml";
  private static final String WITHOUT_STAMP =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><cp:coreProperties"
          + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
          + "/>";

  private static final Pattern DAY_FIRST = Pattern.compile("\\d{2}/\\d{2}/\\d{4}");
  private static final Pattern YEAR_FIRST = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Path file;
  private final Path draft;
  private final OutputStream out;
  private final Workbook workbook;
  private final Worksheet sheet;
  private int row;

  XlsxSink(Path file, String sheetName) throws IOException {
    this.file = file;
    draft = file.resolveSibling(file.getFileName() + ".draft");
    out = Files.newOutputStream(draft);
    workbook = new Workbook(out, "BaoPhu", null);
    sheet = workbook.newWorksheet(sheetName);
  }

  @Override
  public void write(List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      writeCell(i, cells.get(i));
    }
    row++;
    if (row % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
  }

  private void writeCell(int column, String cell) {
    LocalDate date = asDate(cell);
    if (date != null) {
      sheet.value(row, column, date);
      sheet.style(row, column).format("dd/MM/yyyy").set();
    } else if (!cell.isEmpty()) {
      sheet.inlineString(row, column, cell);
    }
  }

  /** A spreadsheet makes dates of what looks like one. */
  private static @Nullable LocalDate asDate(String cell) {
    try {
      if (DAY_FIRST.matcher(cell).matches()) {
        return LocalDate.parse(
            cell.substring(6) + "-" + cell.substring(3, 5) + "-" + cell.substring(0, 2));
      }
      return YEAR_FIRST.matcher(cell).matches() ? LocalDate.parse(cell) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      sheet.finish();
      workbook.close();
    }
    packAgain();
    Files.delete(draft);
  }

  /** Reads by the archive's directory: the local headers that the library writes lack sizes. */
  private void packAgain() throws IOException {
    try (ZipFile from = new ZipFile(draft.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry part : from.stream().toList()) {
        ZipEntry timeless = new ZipEntry(part.getName());
        timeless.setTimeLocal(FIXED_TIME);
        to.putNextEntry(timeless);
        if (part.getName().equals(STAMPED_PART)) {
          to.write(WITHOUT_STAMP.getBytes(StandardCharsets.UTF_8));
        } else {
          copy(from, part, to);
        }
        to.closeEntry();
      }
    }
  }

  private static void copy(ZipFile from, ZipEntry part, OutputStream to) throws IOException {
    try (InputStream in = from.getInputStream(part)) {
      in.transferTo(to);
    }
  }
}
