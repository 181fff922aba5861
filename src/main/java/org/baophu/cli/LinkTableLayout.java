package org.baophu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.baophu.intake.InputRefusedException;
import org.baophu.link.table.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * How the file of a {@code link} input is laid out.
 *
 * @param delimiter what stands between cells
 * @param columns how many headings there are
 * @param idAt where the id stands
 * @param cells by field where its value stands
 */
record LinkTableLayout(char delimiter, int columns, int idAt, List<Cell> cells) {
  /** Where a field's value stands in a row, and how its dates are read, if they are. */
  record Cell(int at, @Nullable DateTimeFormatter format, @Nullable DateText text) {}

  /**
   * Looks at the beginning of a file.
   *
   * @throws InputRefusedException if it lacks a column
   */
  static LinkTableLayout of(LinkFile.Input input, List<LinkFile.Column> columns, Path path)
      throws IOException {
    return new Look(input, columns, path).layout();
  }

  /** One look at a file. */
  private record Look(LinkFile.Input input, List<LinkFile.Column> columns, Path path) {
    /** So many records tell how dates are written. */
    private static final int SAMPLE = 10_000;

    private static final char[] USUAL_DELIMITERS = {',', ';', '\t', '|'};

    LinkTableLayout layout() throws IOException {
      char delimiter = delimiter();
      List<String> headings = headings(delimiter);
      if (headings.isEmpty()) {
        throw new InputRefusedException(
            path.toString(), "the file is empty.", "Ask the sender for the file again.");
      }
      List<String> missing = missing(headings);
      if (!missing.isEmpty()) {
        throw new InputRefusedException(
            path.toString(),
            "has no column " + String.join(", ", missing) + "; it has " + headings + ".",
            "Correct the configuration, or rename with `columns: {" + input.name() + ": ...}`.");
      }
      return new LinkTableLayout(
          delimiter, headings.size(), headings.indexOf(input.id()), cells(delimiter, headings));
    }

    /** As stated, or else the first usual one by which the headings are those asked for. */
    private char delimiter() {
      if (input.delimiter() != null) {
        return input.delimiter().charAt(0);
      }
      for (char usual : USUAL_DELIMITERS) {
        if (givesAll(usual)) {
          return usual;
        }
      }
      return USUAL_DELIMITERS[0];
    }

    private boolean givesAll(char delimiter) {
      try {
        return missing(headings(delimiter)).isEmpty();
      } catch (IOException e) {
        // By another delimiter quotes stand in the wrong places; what is wrong by any is said
        // later.
        return false;
      }
    }

    private List<String> headings(char delimiter) throws IOException {
      List<String> headings = new ArrayList<>();
      try (CsvCells cells = LinkTableFile.open(path, null, delimiter)) {
        boolean hasHeadings = cells.next();
        for (int cell = 0; hasHeadings && cell < cells.size(); cell++) {
          headings.add(cells.text(cell));
        }
      }
      return headings;
    }

    private List<String> missing(List<String> headings) {
      return Stream.concat(
              Stream.of(input.id()), columns.stream().map(column -> column.columnIn(input.name())))
          .filter(column -> !headings.contains(column))
          .toList();
    }

    private List<Cell> cells(char delimiter, List<String> headings) throws IOException {
      List<Cell> cells = new ArrayList<>();
      long[] order = order(delimiter, headings);
      for (int field = 0; field < columns.size(); field++) {
        LinkFile.Column column = columns.get(field);
        int at = headings.indexOf(column.columnIn(input.name()));
        boolean isDate = column.fieldType() == FieldType.DATE;
        String format = isDate ? column.format() : null;
        cells.add(
            new Cell(
                at,
                format == null ? null : DateColumn.formatter(column.name(), format),
                isDate ? new DateText(order[at] < 0) : null));
      }
      return cells;
    }

    /**
     * By column whether its dates say, where the year stands last, that the day stands first (above
     * 0), or the month (below 0).
     */
    private long[] order(char delimiter, List<String> headings) throws IOException {
      long[] order = new long[headings.size()];
      int[] ofDates =
          columns.stream()
              .filter(column -> column.fieldType() == FieldType.DATE && column.format() == null)
              .mapToInt(column -> headings.indexOf(column.columnIn(input.name())))
              .toArray();
      if (ofDates.length == 0) {
        return order;
      }
      try (CsvCells cells = LinkTableFile.open(path, null, delimiter)) {
        for (int record = 0; record <= SAMPLE && cells.next(); record++) {
          for (int at : ofDates) {
            boolean isOther =
                at < cells.size() && !DateText.isIso(cells.bytes(), cells.from(at), cells.to(at));
            order[at] += isOther ? DateText.order(cells.text(at)) : 0;
          }
        }
      }
      return order;
    }
  }
}
