package org.baophu.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads CSV (RFC 4180) in UTF-8 record by record, without making a string of any cell: a table of a
 * million records has ten million. A line ends with CR, LF or both. Not safe for several threads.
 */
final class CsvCells implements Closeable {
  private static final byte QUOTE = '"';
  private static final byte LF = '\n';
  private static final byte CR = '\r';
  private static final int BUFFER = 1 << 17;
  private static final int UNFINISHED = -1;

  private final InputStream in;
  private final byte delimiter;
  private byte[] buffer = new byte[BUFFER];

  /** What is in the buffer and not yet read: from {@code at} to {@code end - 1}. */
  private int at;

  private int end;
  private boolean isAtEnd;

  /** By cell of the record where it begins and, after its last byte, where it ends. */
  private int[] bounds = new int[64];

  private int size;

  /** Whether a quote within quotes is to be undone, and whether there is anything but ASCII. */
  private boolean hasDoubled;

  private boolean hasOthers;

  /**
   * Reads from the beginning of a stream; a byte-order mark is passed over.
   *
   * @param delimiter an ASCII character
   */
  CsvCells(InputStream in, char delimiter) throws IOException {
    this.in = in;
    this.delimiter = (byte) delimiter;
    while (end < Utf8.MARK.length && !isAtEnd) {
      fill();
    }
    if (end >= Utf8.MARK.length
        && Arrays.equals(buffer, 0, Utf8.MARK.length, Utf8.MARK, 0, Utf8.MARK.length)) {
      at = Utf8.MARK.length;
    }
  }

  /**
   * Goes to the next record and says whether there is one.
   *
   * @throws MalformedInputException where it is not UTF-8
   * @throws IOException where a quote is not closed, or followed by something else than a delimiter
   */
  boolean next() throws IOException {
    int next = UNFINISHED;
    while (next == UNFINISHED) {
      if (at == end && isAtEnd) {
        return false;
      }
      next = scan();
      if (next == UNFINISHED) {
        fill();
      }
    }
    if (hasOthers && !Utf8.isValid(buffer, at, next)) {
      throw new MalformedInputException(1);
    }
    for (int cell = 0; hasDoubled && cell < size; cell++) {
      undouble(cell);
    }
    at = next;
    return true;
  }

  /** Moves what is unread to the front, makes room where there is none, and reads on. */
  private void fill() throws IOException {
    int unread = end - at;
    byte[] target = unread > buffer.length / 2 ? new byte[2 * buffer.length] : buffer;
    System.arraycopy(buffer, at, target, 0, unread);
    buffer = target;
    at = 0;
    end = unread;
    int read = in.read(buffer, end, buffer.length - end);
    isAtEnd = read < 0;
    end += Math.max(0, read);
  }

  /**
   * Notes the cells of the record at {@code at} and returns where the next one begins, or {@link
   * #UNFINISHED} where more must be read first.
   */
  private int scan() throws IOException {
    size = 0;
    hasDoubled = false;
    hasOthers = false;
    int from = at;
    while (true) {
      int to = from < end && buffer[from] == QUOTE ? quoted(from + 1) : plain(from);
      if (to == UNFINISHED || (to == end && !isAtEnd)) {
        return UNFINISHED;
      }
      if (to == end) {
        return end;
      }
      from = to + 1;
      if (buffer[to] == CR) {
        if (from == end && !isAtEnd) {
          return UNFINISHED;
        }
        return from < end && buffer[from] == LF ? from + 1 : from;
      }
      if (buffer[to] == LF) {
        return from;
      }
    }
  }

  /** Notes a cell without quotes and returns where it ends. */
  private int plain(int from) {
    byte[] bytes = buffer;
    int stop = end;
    int others = 0;
    int read = from;
    while (read < stop) {
      byte b = bytes[read];
      if (b == delimiter || b == LF || b == CR) {
        break;
      }
      others |= b;
      read++;
    }
    note(from, read, others < 0);
    return read;
  }

  /** Notes a cell in quotes and returns where the delimiter or the end of the line is. */
  private int quoted(int from) throws IOException {
    int others = 0;
    int read = from;
    while (read < end && (buffer[read] != QUOTE || isDoubled(read))) {
      others |= buffer[read];
      hasDoubled |= buffer[read] == QUOTE;
      read += buffer[read] == QUOTE ? 2 : 1;
    }
    if (read >= end - 1 && !isAtEnd) {
      return UNFINISHED;
    }
    if (read >= end) {
      throw new IOException("a quote is not closed");
    }
    note(from, read, others < 0);
    int after = read + 1;
    while (after < end && !isEnd(buffer[after])) {
      if (!Character.isWhitespace(buffer[after])) {
        throw new IOException("something stands between a closing quote and the next delimiter");
      }
      after++;
    }
    return after;
  }

  private boolean isDoubled(int quote) {
    return quote + 1 < end && buffer[quote + 1] == QUOTE;
  }

  private boolean isEnd(byte b) {
    return b == delimiter || b == LF || b == CR;
  }

  private void note(int from, int to, boolean others) {
    if (2 * size == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * bounds.length);
    }
    bounds[2 * size] = from;
    bounds[2 * size + 1] = to;
    size++;
    hasOthers |= others;
  }

  private void undouble(int cell) {
    int to = from(cell);
    if (to == 0 || buffer[to - 1] != QUOTE) {
      return;
    }
    for (int read = to; read < to(cell); read++) {
      buffer[to++] = buffer[read];
      read += buffer[read] == QUOTE ? 1 : 0;
    }
    bounds[2 * cell + 1] = to;
  }

  /** How many cells the record has. */
  int size() {
    return size;
  }

  /** The bytes among which the record stands. */
  byte[] bytes() {
    return buffer;
  }

  /** Where a cell begins in {@link #bytes}. */
  int from(int cell) {
    return bounds[2 * cell];
  }

  /** Where a cell ends, after its last byte. */
  int to(int cell) {
    return bounds[2 * cell + 1];
  }

  /** Whether a cell holds nothing but white space. */
  boolean isBlank(int cell) {
    return from(cell) == to(cell) || (buffer[from(cell)] <= ' ' && text(cell).isBlank());
  }

  /** A cell as a text. */
  String text(int cell) {
    return new String(buffer, from(cell), to(cell) - from(cell), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
