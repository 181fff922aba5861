package org.baophu.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/**
 * Physical lines, without copying them. A line ends with LF, CR LF or CR.
 *
 * <p>Memory is bounded by the longest line that is believed; of a longer one only the beginning is
 * kept.
 */
final class LineReader implements Closeable {
  private static final int FIRST_SIZE = 1 << 16;

  private final Reader in;
  private final int maxChars;
  private char[] buffer = new char[FIRST_SIZE];
  private int position;
  private int filled;
  private boolean ended;
  private boolean skipLineFeed;

  private int start;
  private int end;
  private boolean quoted;
  private boolean holdsNul;
  private boolean holdsControl;
  private boolean holdsTab;
  private boolean terminated;
  private boolean tooLong;

  LineReader(Reader in, int maxChars) {
    this.in = in;
    this.maxChars = maxChars;
  }

  /** Goes to the next line; false at the end of the text. */
  boolean next() throws IOException {
    quoted = false;
    holdsNul = false;
    holdsControl = false;
    holdsTab = false;
    tooLong = false;
    terminated = false;
    skipPendingLineFeed();
    start = position;
    if (position == filled && !fill()) {
      return false;
    }
    findEnd();
    return true;
  }

  private void findEnd() throws IOException {
    int scanned = scan(position);
    while (!terminated) {
      if (scanned - start > maxChars) {
        tooLong = true;
        // What came so far is enough to tell which row it is.
        end = start + Math.min(maxChars, FIRST_SIZE / 2);
        discardRest(scanned);
        return;
      }
      position = scanned;
      if (!fill()) {
        end = filled;
        position = filled;
        return;
      }
      scanned = scan(position);
    }
  }

  /** Looks for the end of the line from there on; returns how far it has looked. */
  private int scan(int from) {
    char[] text = buffer;
    int limit = filled;
    for (int i = from; i < limit; i++) {
      char c = text[i];
      if (c > '"') {
        continue;
      }
      if (c == '\n' || c == '\r') {
        end = i;
        position = i + 1;
        skipLineFeed = c == '\r';
        terminated = true;
        return i;
      }
      quoted |= c == '"';
      holdsNul |= c == 0;
      holdsControl |= c < ' ' && c != '\t';
      holdsTab |= c == '\t';
    }
    return limit;
  }

  /** The line feed of a CR LF belongs to the line before. */
  private void skipPendingLineFeed() throws IOException {
    if (skipLineFeed) {
      skipLineFeed = false;
      start = position;
      if ((position < filled || fill()) && buffer[position] == '\n') {
        position++;
      }
    }
  }

  /** Moves past the end of a line that is too long, keeping its beginning in the buffer. */
  private void discardRest(int scanned) throws IOException {
    int kept = end - start;
    System.arraycopy(buffer, start, buffer, 0, kept);
    start = 0;
    scan(scanned);
    while (!terminated) {
      int read = in.read(buffer, kept, buffer.length - kept);
      ended = read < 0;
      filled = kept + Math.max(0, read);
      position = filled;
      if (ended) {
        break;
      }
      scan(kept);
    }
    end = kept;
  }

  /** Reads on, keeping the text from {@link #start}; false at the end. */
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    makeRoom();
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      ended = true;
      return false;
    }
    filled += read;
    return true;
  }

  private void makeRoom() {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      position -= start;
      filled -= start;
      start = 0;
    }
    if (filled == buffer.length) {
      char[] larger = new char[2 * buffer.length];
      System.arraycopy(buffer, 0, larger, 0, filled);
      buffer = larger;
    }
  }

  /** The array that holds the line, from {@link #start} to {@link #end}; valid until the next. */
  char[] array() {
    return buffer;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Whether the line holds a quotation mark. */
  boolean isQuoted() {
    return quoted;
  }

  boolean holdsNul() {
    return holdsNul;
  }

  /** Whether the line holds a control character other than the tabulator. */
  boolean holdsControl() {
    return holdsControl;
  }

  boolean holdsTab() {
    return holdsTab;
  }

  /** Whether the line is longer than is believed, so that only its beginning is here. */
  boolean isTooLong() {
    return tooLong;
  }

  /** Whether the line has an end; only the last one may have none. */
  boolean isTerminated() {
    return terminated;
  }

  String text() {
    return new String(buffer, start, end - start);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
