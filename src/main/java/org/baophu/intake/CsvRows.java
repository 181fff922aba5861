package org.baophu.intake;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.baophu.intake.QuotedText.State;
import org.baophu.issue.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The records of a delimited text (RFC 4180).
 *
 * <p>A quotation mark that is never closed makes one row unreadable and not the rest of the file:
 * reading goes on at the next line that is a whole row by itself. Since the lines of an open record
 * are kept until it is decided, memory and time are bounded by {@link #MAX_LINES}.
 */
final class CsvRows implements RawRows {
  /** How many lines a cell may run over. */
  static final int MAX_LINES = 50;

  private final LineReader lines;
  private final char delimiter;
  private final int maxCellChars;
  private final QuotedText quotedText;
  private final List<String> cells = new ArrayList<>();

  /** Lines that were looked at to decide an earlier record, and are still to be read. */
  private final Deque<Line> waiting = new ArrayDeque<>();

  private long number;
  private int expected;

  private record Line(
      String text, boolean quoted, boolean holdsNul, boolean tooLong, boolean terminated) {}

  CsvRows(LineReader lines, char delimiter, int maxCellChars) {
    this.lines = lines;
    this.delimiter = delimiter;
    this.maxCellChars = maxCellChars;
    this.quotedText = new QuotedText(delimiter);
  }

  @Override
  public void expect(int columns) {
    expected = columns;
  }

  @Override
  public @Nullable RawRow next() throws IOException {
    if (!waiting.isEmpty()) {
      number++;
      return recordFrom(waiting.remove());
    }
    if (!lines.next()) {
      return null;
    }
    number++;
    boolean needsCleaning =
        lines.holdsControl()
            || lines.isTooLong()
            || (lines.holdsTab() && (delimiter != '\t' || lines.isQuoted()));
    if (needsCleaning || !split(lines.array(), lines.start(), lines.end(), lines.isQuoted())) {
      return recordFrom(line());
    }
    return split(!lines.isTerminated());
  }

  /** The row of the cells that were just split. */
  private RawRow split(boolean unfinished) {
    return RawRow.checked(number, cells.toArray(String[]::new), maxCellChars, unfinished);
  }

  /**
   * Takes apart a line whose quotation marks, if any, just enclose cells, as nearly all do: without
   * a copy or a second pass. Returns false for any other line.
   */
  private boolean split(char[] text, int start, int end, boolean quoted) {
    cells.clear();
    for (int i = start; ; i++) {
      int open = quoted ? skipSpaces(text, i, end) : i;
      if (quoted && open < end && text[open] == '"') {
        int close = indexOf('"', text, open + 1, end);
        i = skipSpaces(text, Math.min(close + 1, end), end);
        if (close == end || (i < end && text[i] != delimiter)) {
          return false;
        }
        cells.add(CellText.of(text, open + 1, close));
      } else {
        int cellStart = i;
        i = indexOf(delimiter, text, i, end);
        cells.add(CellText.of(text, cellStart, i));
      }
      if (i >= end) {
        return true;
      }
    }
  }

  private int skipSpaces(char[] text, int from, int end) {
    int i = from;
    while (i < end && text[i] != delimiter && (text[i] == ' ' || text[i] == '\t')) {
      i++;
    }
    return i;
  }

  private static int indexOf(char wanted, char[] text, int from, int end) {
    int i = from;
    while (i < end && text[i] != wanted) {
      i++;
    }
    return i;
  }

  private Line line() {
    return new Line(
        lines.text(), lines.isQuoted(), lines.holdsNul(), lines.isTooLong(), lines.isTerminated());
  }

  private RawRow recordFrom(Line line) throws IOException {
    if (line.tooLong()) {
      return broken(Problem.CELL_TOO_LONG, "the line is longer than any honest row", line);
    }
    if (line.holdsNul()) {
      return broken(Problem.ROW_UNREADABLE, "the row holds bytes 00", line);
    }
    if (!line.quoted()) {
      char[] text = withoutControls(line.text());
      split(text, 0, text.length, false);
      return split(!line.terminated());
    }
    QuotedText.Scan scan = quotedText.scan(line.text());
    return switch (scan.state()) {
      case CLOSED -> checked(quotedText.parse(line.text(), scan.cells()), line);
      case MALFORMED ->
          broken(Problem.ROW_UNREADABLE, "text follows a closing quotation mark", line);
      case OPEN -> openRecord(line);
    };
  }

  /**
   * A record whose first line leaves a quotation mark open. Where its lines do not add up to a row
   * and one of them is a row by itself, the mark was never closed, and only the first line is lost.
   */
  private RawRow openRecord(Line first) throws IOException {
    StringBuilder text = new StringBuilder(first.text());
    List<Line> taken = new ArrayList<>();
    long maxChars = (long) maxCellChars * Math.max(1, expected);
    boolean holdsRow = false;
    while (taken.size() < MAX_LINES && text.length() <= maxChars) {
      Line line = nextLine();
      if (line == null) {
        return neverClosed(first, taken, !holdsRow);
      }
      taken.add(line);
      QuotedText.Scan merged = quotedText.scan(text.append('\n').append(line.text()));
      holdsRow |= isRowByItself(line);
      boolean closed = merged.state() == State.CLOSED;
      if (closed && (!holdsRow || merged.cells() == expected)) {
        return checked(quotedText.parse(text.toString(), merged.cells()), line);
      }
      if (closed || merged.state() == State.MALFORMED) {
        break;
      }
    }
    return neverClosed(first, taken, false);
  }

  /**
   * @param cutOff whether the file ends inside the record
   */
  private RawRow neverClosed(Line first, List<Line> taken, boolean cutOff) {
    RawRow row = broken(Problem.ROW_UNREADABLE, "a quotation mark is never closed", first);
    if (!cutOff) {
      giveBack(taken);
    }
    return new RawRow(row.number(), row.cells(), row.fault(), cutOff);
  }

  /** Control characters become spaces, unless they part cells. */
  private char[] withoutControls(String text) {
    char[] cleaned = text.toCharArray();
    for (int i = 0; i < cleaned.length; i++) {
      cleaned[i] = cleaned[i] < ' ' && cleaned[i] != delimiter ? ' ' : cleaned[i];
    }
    return cleaned;
  }

  private boolean isRowByItself(Line line) {
    if (expected < 2 || line.tooLong()) {
      return false;
    }
    QuotedText.Scan alone = quotedText.scan(line.text());
    return alone.state() == State.CLOSED && alone.cells() == expected;
  }

  private @Nullable Line nextLine() throws IOException {
    if (!waiting.isEmpty()) {
      return waiting.remove();
    }
    return lines.next() ? line() : null;
  }

  private void giveBack(List<Line> taken) {
    for (int i = taken.size() - 1; i >= 0; i--) {
      waiting.addFirst(taken.get(i));
    }
  }

  private RawRow checked(String @Nullable [] parsed, Line last) {
    if (parsed == null) {
      return broken(Problem.ROW_UNREADABLE, "quotation marks do not pair", last);
    }
    for (int i = 0; i < parsed.length; i++) {
      parsed[i] = CellText.withoutControls(CellText.of(parsed[i]));
    }
    return RawRow.checked(number, parsed, maxCellChars, !last.terminated());
  }

  private RawRow broken(Problem problem, String detail, Line line) {
    String[] cells = {CellText.withoutControls(CellText.of(line.text()))};
    return new RawRow(number, cells, new RawRow.Fault(problem, detail, -1), !line.terminated());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
