package org.baophu.intake.encoding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Undoes that bytes were read as windows-1252: gives them back, from the text that came of it.
 *
 * <p>Bytes that windows-1252 leaves undefined, or all from 80 to 9F, are known by the control
 * characters that lenient programs make of them. Where U+FFFD stands for one, it is lost, except
 * after {@code Ä}: only {@code Đ} is a Vietnamese letter there. Characters that cannot come from a
 * misreading were typed in later and are kept.
 */
final class Misreading extends InputStream {
  private static final int[] BYTES = bytes();
  private static final char LOST = '\uFFFD';
  private static final char BEFORE_D_WITH_STROKE = 'Ä';
  private static final int SECOND_OF_D_WITH_STROKE = 0x90;
  private static final int CHUNK = 1 << 13;

  private final Reader text;
  private final Charset meant;
  private final char[] chars = new char[CHUNK];
  private byte[] ready = new byte[0];
  private int position;
  private char previous;

  /**
   * @param text what came of reading the bytes as windows-1252
   * @param meant the charset they should have been read in
   */
  Misreading(Reader text, Charset meant) {
    this.text = text;
    this.meant = meant;
  }

  /** The text as it was meant. */
  static String undone(String text, Charset meant) {
    try (Misreading bytes = new Misreading(new StringReader(text), meant)) {
      return new String(bytes.readAllBytes(), meant);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory", e);
    }
  }

  @Override
  public int read() throws IOException {
    return fill() ? ready[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, ready.length - position);
    System.arraycopy(ready, position, buffer, offset, count);
    position += count;
    return count;
  }

  private boolean fill() throws IOException {
    if (position < ready.length) {
      return true;
    }
    int count = text.read(chars, 0, chars.length);
    if (count < 0) {
      return false;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(count + count / 8);
    for (int i = 0; i < count; i++) {
      append(chars[i], out);
      previous = chars[i];
    }
    ready = out.toByteArray();
    position = 0;
    return ready.length > 0 || fill();
  }

  private void append(char c, ByteArrayOutputStream out) {
    if (BYTES[c] >= 0) {
      out.write(BYTES[c]);
    } else if (c == LOST && previous == BEFORE_D_WITH_STROKE) {
      out.write(SECOND_OF_D_WITH_STROKE);
    } else {
      // Half of a surrogate pair becomes a question mark; no name holds one.
      out.writeBytes(String.valueOf(c).getBytes(meant));
    }
  }

  private static int[] bytes() {
    int[] bytes = new int[1 << 16];
    Arrays.fill(bytes, -1);
    Charset windows1252 = Charset.forName("windows-1252");
    for (int b = 0; b < 256; b++) {
      char c = new String(new byte[] {(byte) b}, windows1252).charAt(0);
      if (b >= 0x80 && b <= 0x9F) {
        bytes[b] = b;
      }
      if (c != LOST) {
        bytes[c] = b;
      }
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
