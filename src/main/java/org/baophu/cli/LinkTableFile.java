package org.baophu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.baophu.intake.InputRefusedException;
import org.baophu.link.table.Table;
import org.jspecify.annotations.Nullable;

/** Reads the file of one input of a {@code link} configuration, in pieces. */
final class LinkTableFile {
  private static final int BUFFER = 1 << 16;

  private static final String ROW_REMEDY = "Correct the row, or ask the sender for the whole file.";
  private static final String QUOTE_REMEDY =
      "A cell that holds the delimiter must stand in quotes, \"like, this\".";
  private static final String ID_REMEDY = "Every record needs an id of its own.";

  private final int source;
  private final LinkFile.Input input;
  private final List<LinkFile.Column> columns;
  private final Path path;

  /**
   * @param source index of the input
   * @param directory against which the names of files count
   */
  LinkTableFile(int source, LinkFile file, Path directory) {
    this.source = source;
    this.input = file.tables().get(source);
    this.columns = file.columns();
    this.path = directory.resolve(input.file());
  }

  /** The file. */
  Path path() {
    return path;
  }

  /** What was read of a piece. */
  record Part(int source, Table.Builder table, List<DateColumn> dates) {}

  /** All of the file or a part of it. */
  final class Piece {
    private final LinkTableLayout layout;
    private final CsvSegments.@Nullable Segment segment;

    private Piece(LinkTableLayout layout, CsvSegments.@Nullable Segment segment) {
      this.layout = layout;
      this.segment = segment;
    }

    /** How many records stand before the first of the piece, the headings not counted. */
    private long recordsBefore() {
      return segment == null ? 0 : Math.max(0, segment.firstRecord() - 1);
    }

    private boolean beginsWithHeadings() {
      return segment == null || segment.from() == 0;
    }

    /**
     * Adds the piece's rows to a table that is empty yet.
     *
     * @throws InputRefusedException where a row is not what it should be
     */
    Part read(Table.Builder table) {
      List<@Nullable DateColumn> dates = dates(layout.cells());
      return reading(
          () -> {
            try (CsvCells cells = open(path, segment, layout.delimiter())) {
              if (beginsWithHeadings()) {
                cells.next();
              }
              for (long record = recordsBefore() + 1; cells.next(); record++) {
                check(cells, record, layout);
                int idAt = layout.idAt();
                table.begin(source, cells.bytes(), cells.from(idAt), cells.to(idAt));
                add(layout.cells(), dates, cells, record, table);
              }
              return new Part(source, table, dates.stream().filter(Objects::nonNull).toList());
            }
          });
    }
  }

  /**
   * The file in pieces, which may be read at the same time.
   *
   * @throws InputRefusedException if it is missing, or lacks a column
   */
  List<Piece> pieces(int threads) {
    return reading(
        () -> {
          LinkTableLayout layout = LinkTableLayout.of(input, columns, path);
          if (isGzip(path)) {
            return List.of(new Piece(layout, null));
          }
          return CsvSegments.of(path, threads, layout.delimiter()).stream()
              .map(segment -> new Piece(layout, segment))
              .toList();
        });
  }

  /** Refuses a row that is not what the headings say. */
  private void check(CsvCells cells, long record, LinkTableLayout layout) {
    int columns = layout.columns();
    if (cells.size() < columns) {
      throw refused(record, "has " + cells.size() + " of " + columns + " cells", ROW_REMEDY);
    }
    if (hasMore(cells, columns)) {
      String fault = "has " + cells.size() + " cells under " + columns + " headings";
      throw refused(record, fault, QUOTE_REMEDY);
    }
    if (cells.isBlank(layout.idAt())) {
      throw refused(record, "the id is blank", ID_REMEDY);
    }
  }

  /** Whether anything stands behind the last column: a delimiter in a cell without quotes. */
  private static boolean hasMore(CsvCells cells, int columns) {
    boolean more = false;
    for (int cell = columns; cell < cells.size(); cell++) {
      more |= !cells.isBlank(cell);
    }
    return more;
  }

  private static void add(
      List<LinkTableLayout.Cell> fields,
      List<@Nullable DateColumn> dates,
      CsvCells cells,
      long record,
      Table.Builder table) {
    for (int field = 0; field < fields.size(); field++) {
      int at = fields.get(field).at();
      DateColumn date = dates.get(field);
      if (date == null) {
        table.add(field, cells.bytes(), cells.from(at), cells.to(at));
      } else {
        date.add(table, cells, at, record);
      }
    }
  }

  /** By field who reads its dates, {@code null} for fields of another type. */
  private static List<@Nullable DateColumn> dates(List<LinkTableLayout.Cell> cells) {
    List<@Nullable DateColumn> dates = new ArrayList<>();
    for (int field = 0; field < cells.size(); field++) {
      LinkTableLayout.Cell cell = cells.get(field);
      dates.add(cell.text() == null ? null : new DateColumn(field, cell.format(), cell.text()));
    }
    return dates;
  }

  private interface Reading<T> {
    T run() throws IOException;
  }

  /** Reads the file, with what can go wrong said as the operator needs it. */
  private <T> T reading(Reading<T> reading) {
    try {
      return reading.run();
    } catch (NoSuchFileException e) {
      throw new InputRefusedException(
          path.toString(), "is not there.", "Correct `file` of input " + input.name() + ".");
    } catch (IOException | UncheckedIOException e) {
      boolean isMalformed =
          e instanceof MalformedInputException || e.getCause() instanceof MalformedInputException;
      throw isMalformed
          ? new InputRefusedException(path.toString(), "is not UTF-8.", "Convert it to UTF-8.")
          : new InputRefusedException(
              path.toString(), "cannot be read: " + e.getMessage() + ".", "See that it is whole.");
    }
  }

  /** The cells of a file, gzipped or not, or of a part of it. */
  static CsvCells open(Path path, CsvSegments.@Nullable Segment segment, char delimiter)
      throws IOException {
    InputStream in = segment == null ? Files.newInputStream(path) : segment.open();
    try {
      return new CsvCells(isGzip(path) ? new GZIPInputStream(in, BUFFER) : in, delimiter);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static boolean isGzip(Path path) {
    return path.toString().endsWith(".gz");
  }

  /** What is wrong with a record. */
  private InputRefusedException refused(long record, String fault, String remedy) {
    return new InputRefusedException(
        path.toString(), "record " + record + ": " + fault + ".", remedy);
  }

  /** An id that an earlier record has. */
  InputRefusedException repeated(long record, String id) {
    return refused(record, "id '" + id + "' is repeated", ID_REMEDY);
  }
}
