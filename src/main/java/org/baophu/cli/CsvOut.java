package org.baophu.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes CSV (RFC 4180) in UTF-8 with {@code \n} and a byte-order mark, cell by cell: files of
 * millions of rows. Not safe for several threads.
 */
final class CsvOut implements Closeable {
  private static final int ROOM = 1 << 16;
  private static final int MOST_ASCII = 0x80;
  private static final int MOST_DIGITS = 19;

  private final OutputStream out;
  private final byte[] buffer = new byte[ROOM];
  private int used;
  private final byte[] digits = new byte[MOST_DIGITS];
  private boolean atStart = true;

  CsvOut(OutputStream out) throws IOException {
    this.out = out;
    out.write(Utf8.MARK);
  }

  /** A cell of the row begun, in quotes where it needs them. */
  CsvOut cell(String text) throws IOException {
    begin();
    boolean quoted = needsQuotes(text);
    if (quoted) {
      put((byte) '"');
    }
    if (isAscii(text) && !quoted) {
      for (int i = 0; i < text.length(); i++) {
        put((byte) text.charAt(i));
      }
    } else {
      for (byte b : text.replace("\"", "\"\"").getBytes(StandardCharsets.UTF_8)) {
        put(b);
      }
    }
    if (quoted) {
      put((byte) '"');
    }
    return this;
  }

  /** The same of a text of {@code length} bytes in UTF-8. */
  CsvOut cell(byte[] text, int length) throws IOException {
    if (needsQuotes(text, length)) {
      return cell(new String(text, 0, length, StandardCharsets.UTF_8));
    }
    begin();
    if (length > ROOM - used) {
      out.write(buffer, 0, used);
      used = 0;
    }
    if (length > ROOM) {
      out.write(text, 0, length);
    } else {
      System.arraycopy(text, 0, buffer, used, length);
      used += length;
    }
    return this;
  }

  /** A cell with a whole number, not negative. */
  CsvOut cell(int number) throws IOException {
    begin();
    put(number, 1);
    return this;
  }

  /**
   * A cell with a number rounded half up to so many places, as in {@code -0.125}.
   *
   * @param places 1 to 9; the number times ten to that power must fit a long
   */
  CsvOut cell(double value, int places) throws IOException {
    long scale = 1;
    for (int i = 0; i < places; i++) {
      scale *= 10;
    }
    long scaled = Math.round(Math.abs(value) * scale);
    begin();
    if (value < 0 && scaled > 0) {
      put((byte) '-');
    }
    put(scaled / scale, 1);
    put((byte) '.');
    put(scaled % scale, places);
    return this;
  }

  private void begin() throws IOException {
    if (!atStart) {
      put((byte) ',');
    }
    atStart = false;
  }

  /** Puts a number that is not negative, with zeros before it where it has fewer digits. */
  private void put(long number, int leastDigits) throws IOException {
    int first = MOST_DIGITS;
    for (long rest = number; rest > 0 || first > MOST_DIGITS - leastDigits; rest /= 10) {
      digits[--first] = (byte) ('0' + rest % 10);
    }
    for (int i = first; i < MOST_DIGITS; i++) {
      put(digits[i]);
    }
  }

  /** Also what a string might need them for. */
  private static boolean needsQuotes(byte[] text, int length) {
    if (length > 0
        && ((text[0] >= 0 && text[0] <= '#')
            || (text[length - 1] >= 0 && text[length - 1] <= ' '))) {
      return true;
    }
    for (int i = 0; i < length; i++) {
      byte b = text[i];
      if (b == ',' || b == '"' || b == '\n' || b == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Ends the row. */
  void end() throws IOException {
    put((byte) '\n');
    atStart = true;
  }

  private void put(byte b) throws IOException {
    if (used == ROOM) {
      out.write(buffer, 0, used);
      used = 0;
    }
    buffer[used++] = b;
  }

  /** Also where white space or what looks like a comment begins or ends it, as others may read. */
  private static boolean needsQuotes(String text) {
    int length = text.length();
    if (length == 0 || text.charAt(0) <= '#' || text.charAt(length - 1) <= ' ') {
      return length > 0;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= MOST_ASCII) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      out.write(buffer, 0, used);
    }
  }
}
