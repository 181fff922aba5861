package org.baophu.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Records with quotation marks: told apart here, taken apart by Commons CSV. */
final class QuotedText {
  /** How a text ends when read as one record. */
  enum State {
    /** Outside quotation marks. */
    CLOSED,
    /** Inside of them. */
    OPEN,
    /** Something other than a delimiter follows a closing quotation mark. */
    MALFORMED
  }

  /**
   * What a text is when read as one record.
   *
   * @param cells how many cells were seen
   */
  record Scan(State state, int cells) {}

  private final char delimiter;
  private final CSVFormat format;
  private final Feed feed = new Feed();
  private @Nullable Iterator<CSVRecord> records;

  QuotedText(char delimiter) {
    this.delimiter = delimiter;
    this.format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();
  }

  Scan scan(CharSequence text) {
    int cells = 0;
    int i = 0;
    while (true) {
      cells++;
      i = skipSpaces(text, i);
      if (i < text.length() && text.charAt(i) == '"') {
        i = afterQuotes(text, i);
        if (i < 0) {
          return new Scan(State.OPEN, cells);
        }
        i = skipSpaces(text, i);
        if (i < text.length() && text.charAt(i) != delimiter) {
          return new Scan(State.MALFORMED, cells);
        }
      }
      while (i < text.length() && text.charAt(i) != delimiter) {
        i++;
      }
      if (i++ >= text.length()) {
        return new Scan(State.CLOSED, cells);
      }
    }
  }

  /** The cells of a text that is one closed record; null if Commons CSV finds not as many. */
  String @Nullable [] parse(String text, int cells) {
    feed.offer(text);
    try {
      Iterator<CSVRecord> records = records();
      String[] parsed = records.hasNext() ? records.next().values() : null;
      if (parsed != null && parsed.length == cells) {
        return parsed;
      }
    } catch (IOException | UncheckedIOException e) {
      // Told to the caller like any other text that is no record.
    }
    records = null;
    return null;
  }

  /** One parser serves all records, since making one takes longer than parsing one. */
  private Iterator<CSVRecord> records() throws IOException {
    Iterator<CSVRecord> current = records;
    if (current == null) {
      current = CSVParser.parse(feed, format).iterator();
      records = current;
    }
    return current;
  }

  /** Hands one record with its line end to the parser, which asks for no more to finish it. */
  private static final class Feed extends Reader {
    private String text = "";
    private int position;

    void offer(String record) {
      text = record + "\n";
      position = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
      int count = Math.min(length, text.length() - position);
      if (count == 0) {
        return -1;
      }
      text.getChars(position, position + count, buffer, offset);
      position += count;
      return count;
    }

    @Override
    public void close() {}
  }

  private int skipSpaces(CharSequence text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != delimiter && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  /** Where the quoted part that begins there ends; -1 if it does not. */
  private static int afterQuotes(CharSequence text, int from) {
    int i = from + 1;
    while (i < text.length()) {
      if (text.charAt(i) == '"') {
        if (i + 1 == text.length() || text.charAt(i + 1) != '"') {
          return i + 1;
        }
        i++;
      }
      i++;
    }
    return -1;
  }
}
