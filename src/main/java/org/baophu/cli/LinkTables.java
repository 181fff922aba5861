package org.baophu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.baophu.intake.InputRefusedException;
import org.baophu.link.parallel.Tasks;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.jspecify.annotations.Nullable;

/** Reads the tables of a {@code link} configuration: UTF-8 CSV with headings, gzipped or not. */
final class LinkTables {
  private static final int BUFFER = 1 << 16;
  private static final char[] USUAL_DELIMITERS = {',', ';', '\t', '|'};
  private static final String ROW_REMEDY = "Correct the row, or ask the sender for the whole file.";
  private static final String QUOTE_REMEDY =
      "A cell that holds the delimiter must stand in quotes, \"like, this\".";
  private static final String ID_REMEDY = "Every record needs an id of its own.";

  private final LinkFile file;
  private final Path directory;

  /**
   * @param directory against which the names of files count
   */
  LinkTables(LinkFile file, Path directory) {
    this.file = file;
    this.directory = directory;
  }

  /**
   * Reads all tables.
   *
   * @param threads tables that may be read at the same time
   * @throws InputRefusedException if a file is missing, or not what the configuration says
   */
  Table read(int threads) {
    List<Field> fields =
        file.columns().stream().map(c -> new Field(c.name(), c.fieldType())).toList();
    List<LinkFile.Input> inputs = file.tables();
    List<String> sources = inputs.stream().map(LinkFile.Input::name).toList();
    List<Piece> pieces =
        Tasks.run(threads, inputs.size(), source -> pieces(source, threads)).stream()
            .flatMap(List::stream)
            .toList();
    List<Table.Builder> tables =
        Tasks.run(threads, pieces.size(), i -> read(pieces.get(i), Table.builder(fields, sources)));
    Table table = Table.join(tables, threads);
    refuseRepeatedIds(table);
    return table;
  }

  private void refuseRepeatedIds(Table table) {
    int[] order = table.canonicalOrder();
    for (int i = 1; i < order.length; i++) {
      int row = order[i];
      int source = table.source(row);
      if (table.haveSameId(row, order[i - 1])) {
        int later = Math.max(row, order[i - 1]);
        int first = 0;
        while (table.source(first) != source) {
          first++;
        }
        throw refused(
            directory.resolve(file.tables().get(source).file()),
            later - first + 1L,
            "id '" + table.recordId(row) + "' is repeated",
            ID_REMEDY);
      }
    }
  }

  /** All of a file or a part of it, and where the columns stand. */
  private record Piece(
      int source,
      Path path,
      CsvSegments.@Nullable Segment segment,
      List<String> headings,
      char delimiter) {
    /** How many records stand before the first of the piece, the headings not counted. */
    long recordsBefore() {
      return segment == null ? 0 : Math.max(0, segment.firstRecord() - 1);
    }

    boolean beginsWithHeadings() {
      return segment == null || segment.from() == 0;
    }
  }

  private List<Piece> pieces(int source, int threads) {
    LinkFile.Input input = file.tables().get(source);
    Path path = directory.resolve(input.file());
    return reading(
        input,
        path,
        () -> {
          char delimiter = delimiter(input, path);
          List<String> headings = headings(path, delimiter);
          requireColumns(headings, input, path);
          if (isGzip(path)) {
            return List.of(new Piece(source, path, null, headings, delimiter));
          }
          return CsvSegments.of(path, threads, delimiter).stream()
              .map(segment -> new Piece(source, path, segment, headings, delimiter))
              .toList();
        });
  }

  private static List<String> headings(Path path, char delimiter) throws IOException {
    List<String> headings = new ArrayList<>();
    try (CsvCells cells = open(path, null, delimiter)) {
      boolean hasHeadings = cells.next();
      for (int cell = 0; hasHeadings && cell < cells.size(); cell++) {
        headings.add(cells.text(cell));
      }
    }
    return headings;
  }

  private static boolean isGzip(Path path) {
    return path.toString().endsWith(".gz");
  }

  /** As stated, or else the first usual one by which the headings are those asked for. */
  private char delimiter(LinkFile.Input input, Path path) {
    if (input.delimiter() != null) {
      return input.delimiter().charAt(0);
    }
    for (char usual : USUAL_DELIMITERS) {
      if (givesAll(usual, input, path)) {
        return usual;
      }
    }
    return USUAL_DELIMITERS[0];
  }

  private boolean givesAll(char delimiter, LinkFile.Input input, Path path) {
    try {
      return missing(headings(path, delimiter), input).isEmpty();
    } catch (IOException e) {
      // By another delimiter quotes stand in the wrong places; what is wrong by any is said later.
      return false;
    }
  }

  private Table.Builder read(Piece piece, Table.Builder table) {
    LinkFile.Input input = file.tables().get(piece.source());
    int columns = piece.headings().size();
    int idAt = piece.headings().indexOf(input.id());
    List<Cell> fields = file.columns().stream().map(c -> cell(c, input, piece.headings())).toList();
    return reading(
        input,
        piece.path(),
        () -> {
          try (CsvCells cells = open(piece.path(), piece.segment(), piece.delimiter())) {
            if (piece.beginsWithHeadings()) {
              cells.next();
            }
            long record = piece.recordsBefore();
            while (cells.next()) {
              record++;
              if (cells.size() < columns) {
                String fault = "has " + cells.size() + " of " + columns + " cells";
                throw refused(piece.path(), record, fault, ROW_REMEDY);
              }
              if (hasMore(cells, columns)) {
                String fault = "has " + cells.size() + " cells under " + columns + " headings";
                throw refused(piece.path(), record, fault, QUOTE_REMEDY);
              }
              if (cells.isBlank(idAt)) {
                throw refused(piece.path(), record, "the id is blank", ID_REMEDY);
              }
              table.begin(piece.source(), cells.bytes(), cells.from(idAt), cells.to(idAt));
              add(fields, cells, table);
            }
            return table;
          }
        });
  }

  /** Whether anything stands behind the last column: a delimiter in a cell without quotes. */
  private static boolean hasMore(CsvCells cells, int columns) {
    boolean more = false;
    for (int cell = columns; cell < cells.size(); cell++) {
      more |= !cells.isBlank(cell);
    }
    return more;
  }

  private static void add(List<Cell> fields, CsvCells cells, Table.Builder table) {
    for (int field = 0; field < fields.size(); field++) {
      Cell cell = fields.get(field);
      if (cell.format() == null) {
        table.add(field, cells.bytes(), cells.from(cell.at()), cells.to(cell.at()));
      } else {
        table.add(field, date(cells.text(cell.at()), cell.format()));
      }
    }
  }

  private interface Reading<T> {
    T run() throws IOException;
  }

  /** Reads a file, with what can go wrong said as the operator needs it. */
  private static <T> T reading(LinkFile.Input input, Path path, Reading<T> reading) {
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

  private static CsvCells open(Path path, CsvSegments.@Nullable Segment segment, char delimiter)
      throws IOException {
    InputStream in = segment == null ? Files.newInputStream(path) : segment.open();
    try {
      return new CsvCells(isGzip(path) ? new GZIPInputStream(in, BUFFER) : in, delimiter);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Where a field's value stands in a row, and how its dates are written, if they are. */
  private record Cell(int at, @Nullable DateTimeFormatter format) {}

  private static Cell cell(LinkFile.Column column, LinkFile.Input input, List<String> headings) {
    String format = column.fieldType() == FieldType.DATE ? column.format() : null;
    return new Cell(
        headings.indexOf(column.columnIn(input.name())),
        format == null ? null : formatter(column.name(), format));
  }

  private void requireColumns(List<String> headings, LinkFile.Input input, Path path) {
    List<String> missing = missing(headings, input);
    if (!missing.isEmpty()) {
      throw new InputRefusedException(
          path.toString(),
          "has no column " + String.join(", ", missing) + "; it has " + headings + ".",
          "Correct the configuration, or rename with `columns: {" + input.name() + ": ...}`.");
    }
  }

  private List<String> missing(List<String> headings, LinkFile.Input input) {
    return Stream.concat(
            Stream.of(input.id()),
            file.columns().stream().map(column -> column.columnIn(input.name())))
        .filter(column -> !headings.contains(column))
        .toList();
  }

  private static DateTimeFormatter formatter(String field, String pattern) {
    try {
      return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "fields: format '" + pattern + "' of " + field + " is no pattern such as yyyyMMdd", e);
    }
  }

  /** A date in the stated format becomes ISO; one that is none is missing. */
  private static @Nullable String date(String text, DateTimeFormatter format) {
    try {
      return text.isBlank() ? null : LocalDate.parse(text.strip(), format).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static InputRefusedException refused(
      Path path, long record, String fault, String remedy) {
    return new InputRefusedException(
        path.toString(), "record " + record + ": " + fault + ".", remedy);
  }
}
