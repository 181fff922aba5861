package org.baophu.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One of the shipped tables, or one of the same form from elsewhere. */
public final class ReferenceTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private ReferenceTable() {}

  /**
   * The rows of a shipped table.
   *
   * @param name such as {@code new_communes}
   * @throws IllegalArgumentException if no such table is shipped
   */
  public static List<Entry> read(String name) {
    try (InputStream in = ReferenceTable.class.getResourceAsStream(name + ".csv")) {
      if (in == null) {
        throw new IllegalArgumentException("no reference table " + name);
      }
      return read(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("reference table " + name + " cannot be read", e);
    }
  }

  /**
   * The rows of a table of the same form: CSV with a heading row.
   *
   * @throws IOException if it cannot be read
   */
  public static List<Entry> read(Reader csv) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (CSVParser parser = FORMAT.parse(csv)) {
      for (CSVRecord record : parser) {
        entries.add(new Entry(record.toMap()));
      }
    }
    return List.copyOf(entries);
  }

  /** One row of a table. */
  public record Entry(Map<String, String> cells) {
    public Entry {
      cells = Map.copyOf(cells);
    }

    /**
     * The text of a column, empty where the cell is.
     *
     * @throws IllegalArgumentException if the table has no such column
     */
    public String get(String column) {
      String cell = cells.get(column);
      if (cell == null) {
        throw new IllegalArgumentException("no column " + column + " among " + cells.keySet());
      }
      return cell;
    }
  }
}
