package org.baophu.publish;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Tables as sheets of an XLSX file: every cell a text, so that ids keep their leading zeros, with a
 * frozen header row and filters. Rows are written as they come and not kept in memory.
 */
final class ExcelFile implements Closeable {
  private static final int ROWS_IN_MEMORY = 500;
  private static final String HEADER_COLOUR = "DCE6F2";
  // The first moment that a zip file can tell.
  private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String PROPERTIES = "docProps/core.xml";
  private static final String FIXED_PROPERTIES =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
          + "<cp:coreProperties"
          + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
          + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
          + "<dc:creator>BaoPhu</dc:creator></cp:coreProperties>";

  private final Path file;
  private final Path draft;
  private final OutputStream output;
  private final Workbook workbook;

  private ExcelFile(Path file, Path draft, OutputStream output) {
    this.file = file;
    this.draft = draft;
    this.output = output;
    this.workbook = new Workbook(output, "BaoPhu", null);
    // The draft is compressed when it becomes the file.
    workbook.setCompressionLevel(0);
  }

  static ExcelFile create(Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    return new ExcelFile(file, draft, PrivateFiles.create(draft));
  }

  /** A sheet that is being written. */
  final class Sheet implements Closeable {
    private final Worksheet worksheet;
    private final int lastColumn;
    private int rows;

    private Sheet(Worksheet worksheet, int lastColumn) {
      this.worksheet = worksheet;
      this.lastColumn = lastColumn;
    }

    /** Writes a row. Empty cells are left out. */
    void add(String[] cells) throws IOException {
      rows++;
      for (int i = 0; i < cells.length; i++) {
        if (!cells[i].isEmpty()) {
          worksheet.inlineString(rows, i, cells[i]);
        }
      }
      if (rows % ROWS_IN_MEMORY == 0) {
        worksheet.flush();
      }
    }

    /** Completes the sheet; the next one can begin. */
    @Override
    public void close() throws IOException {
      worksheet.setAutoFilter(0, 0, rows, lastColumn);
      worksheet.finish();
    }
  }

  /** Begins a sheet with its header row; the one before must be complete. */
  Sheet addSheet(String name, Table<?> table) {
    Worksheet worksheet = workbook.newWorksheet(name);
    addHeader(worksheet, table);
    return new Sheet(worksheet, table.columns().size() - 1);
  }

  private static void addHeader(Worksheet sheet, Table<?> table) {
    int columns = table.columns().size();
    for (int i = 0; i < columns; i++) {
      sheet.inlineString(0, i, table.columns().get(i).heading());
      sheet.width(i, table.columns().get(i).width());
    }
    sheet.range(0, 0, 0, columns - 1).style().bold().fillColor(HEADER_COLOUR).set();
    sheet.freezePane(0, 1);
  }

  /** Completes the file. */
  @Override
  public void close() throws IOException {
    try (output) {
      workbook.close();
      output.close();
      settle();
    } finally {
      Files.delete(draft);
    }
  }

  /**
   * The library writes the time of day into the file's properties; the same rows must not differ.
   */
  private void settle() throws IOException {
    try (ZipFile in = new ZipFile(draft.toFile());
        ZipOutputStream out = new ZipOutputStream(PrivateFiles.create(file))) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        ZipEntry settled = new ZipEntry(entry.getName());
        settled.setTimeLocal(FIXED_TIME);
        out.putNextEntry(settled);
        try (InputStream content = in.getInputStream(entry)) {
          copy(entry.getName(), content, out);
        }
        out.closeEntry();
      }
    }
  }

  private static void copy(String entry, InputStream in, OutputStream out) throws IOException {
    if (entry.equals(PROPERTIES)) {
      out.write(FIXED_PROPERTIES.getBytes(StandardCharsets.UTF_8));
    } else {
      in.transferTo(out);
    }
  }
}
