package org.baophu.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.baophu.issue.DataIssue;
import org.baophu.issue.Masked;
import org.baophu.issue.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one input file, as a stream: memory does not grow with the file.
 *
 * <p>Rows that cannot be used are reported and left out; blank rows are no rows. Not safe for use
 * by several threads at once.
 */
public final class RowReader implements Closeable {
  private static final String SEND_AGAIN = "Ask the sender for the complete file.";

  private final InputFile file;
  private final String name;
  private final TableFile table;
  private final RawRows rows;
  private final ColumnMap columns;
  private final LastCells lastCells = new LastCells();
  private @Nullable RawRow upcoming;
  private long delivered;
  private long rejected;

  private RowReader(InputFile file, TableFile table) {
    this.file = file;
    this.name = file.name();
    this.table = table;
    this.rows = table.rows();
    this.columns = table.heading().columns();
  }

  /**
   * Opens a file and finds out what it is, as far as its first row.
   *
   * @throws InputRefusedException if it cannot be read, is empty, is not what its name says, lacks
   *     a required column, or has no row below its headings (decisions may have none)
   */
  public static RowReader open(InputFile file, IntakeSettings settings) {
    TableFile table = Container.open(file, settings);
    RowReader reader = new RowReader(file, table);
    try {
      reader.upcoming = reader.nextFilled();
      if (reader.upcoming == null && !mayBeEmpty(file.kind())) {
        throw new InputRefusedException(
            reader.name, "there are headings but no rows below them.", SEND_AGAIN);
      }
      return reader;
    } catch (InputRefusedException e) {
      reader.closeAfter(e);
      throw e;
    }
  }

  /** Nothing decided is a file as it should be; any other without rows is a mistake. */
  private static boolean mayBeEmpty(InputKind kind) {
    return kind.isFromClerks();
  }

  private void closeAfter(InputRefusedException refusal) {
    try {
      close();
    } catch (IOException e) {
      refusal.addSuppressed(e);
    }
  }

  /** What the file turned out to be. */
  public FileFormat format() {
    return table.format();
  }

  /**
   * The next row that can be used.
   *
   * @param issues is given each row that cannot be used, on the way
   * @return null at the end of the file
   * @throws InputRefusedException if the file turns out to be cut off or damaged
   */
  public @Nullable Row next(Consumer<DataIssue> issues) {
    for (RawRow raw = take(); raw != null; raw = take()) {
      delivered++;
      DataIssue issue = findIssue(raw);
      if (issue == null) {
        lastCells.add(lastCell(raw));
        return new Row(name, raw.number(), file.kind(), columns.canonical(raw.cells()));
      }
      rejected++;
      issues.accept(issue);
    }
    return null;
  }

  private @Nullable RawRow take() {
    RawRow row = upcoming;
    upcoming = null;
    return row == null ? nextFilled() : row;
  }

  private @Nullable RawRow nextFilled() {
    try {
      RawRow row = rows.next();
      while (row != null && row.isBlank()) {
        row = rows.next();
      }
      if (row != null && isCutOff(row)) {
        throw new InputRefusedException(
            name,
            "the file looks cut off in row " + row.number() + ".",
            SEND_AGAIN + " If it is complete, end its last line with a line break.");
      }
      return row;
    } catch (IOException | UncheckedIOException e) {
      throw Container.unreadable(name, e);
    }
  }

  private boolean isCutOff(RawRow row) {
    if (!row.unfinished() || !table.countsCells()) {
      return false;
    }
    boolean unreadable = row.fault() != null && row.fault().problem() == Problem.ROW_UNREADABLE;
    boolean tooFew = row.cells().length < columns.minWidth();
    return unreadable
        || tooFew
        || lastCells.isCut(lastCell(row))
        || lastCell(row).endsWith("\uFFFD");
  }

  private static String lastCell(RawRow row) {
    return row.cells()[row.cells().length - 1];
  }

  private @Nullable DataIssue findIssue(RawRow row) {
    RawRow.Fault fault = row.fault();
    if (fault != null) {
      int cell = fault.cell();
      String value = cell < 0 ? String.join(" | ", row.cells()) : row.cells()[cell];
      return issue(row, columns.columnAt(cell), value, fault.problem(), fault.detail());
    }
    int count = row.cells().length;
    boolean tooFew = table.countsCells() && count < columns.minWidth();
    if (tooFew || !Arrays.stream(row.cells()).skip(columns.width()).allMatch(String::isEmpty)) {
      String detail = count + " cells under " + columns.minWidth() + " headings";
      return issue(row, "", String.join(" | ", row.cells()), Problem.CELL_COUNT, detail);
    }
    return null;
  }

  /** A row holds personal data wherever it is broken, so its text is always masked. */
  private DataIssue issue(RawRow row, String column, String value, Problem problem, String detail) {
    return new DataIssue(name, row.number(), column, Masked.personal(value), problem, detail);
  }

  /** How many rows the file held so far, usable or not. */
  public long rowsDelivered() {
    return delivered;
  }

  /** How many of them were reported and left out. */
  public long rowsRejected() {
    return rejected;
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
