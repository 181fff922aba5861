package org.baophu.publish;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.commons.csv.CSVFormat;

/**
 * A table as CSV: UTF-8 with a byte-order mark, so that a spreadsheet shows Vietnamese right; RFC
 * 4180 but for the line ends, which are {@code \n}.
 */
final class CsvFile implements Closeable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Writer writer;

  private CsvFile(Writer writer) {
    this.writer = writer;
  }

  /** Creates the file and writes its header row. */
  static CsvFile create(Path file, Table<?> table) throws IOException {
    CsvFile csv =
        new CsvFile(
            new BufferedWriter(
                new OutputStreamWriter(PrivateFiles.create(file), StandardCharsets.UTF_8)));
    csv.writer.write(BYTE_ORDER_MARK);
    csv.add(table.headings());
    return csv;
  }

  /** Writes a whole file. */
  static <T> void write(Path file, Table<T> table, Rows<T> rows) throws IOException {
    try (CsvFile csv = create(file, table)) {
      rows.forEach(row -> csv.addUnchecked(table.cells(row)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The same rows as text, for a reader at a terminal: without a byte-order mark. */
  static <T> String text(Table<T> table, Collection<T> rows) {
    StringBuilder text = new StringBuilder();
    try {
      FORMAT.printRecord(text, (Object[]) table.headings());
      for (T row : rows) {
        FORMAT.printRecord(text, (Object[]) table.cells(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Writes a row. */
  void add(String[] cells) throws IOException {
    FORMAT.printRecord(writer, (Object[]) cells);
  }

  private void addUnchecked(String[] cells) {
    try {
      add(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
