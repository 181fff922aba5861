package org.baophu.intake.encoding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the bytes of a file become text.
 *
 * @param name as reports tell it, such as {@code TCVN3} or {@code UTF-8 with BOM}
 * @param charset of the text that was meant
 * @param misread whether the file is UTF-8 of a text whose bytes had been read as windows-1252 by
 *     mistake, so that {@code Nông} stands there as {@code NÃ´ng}; reading undoes it
 */
public record TextEncoding(String name, Charset charset, boolean misread) {
  private static final String MISREAD = " read as windows-1252, saved as UTF-8";
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Map<String, Charset> VIETNAMESE = vietnamese();

  static final TextEncoding UTF_8 = new TextEncoding("UTF-8", StandardCharsets.UTF_8, false);

  /** The encodings told apart by {@link EncodingDetector}, by the names a configuration gives. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(List.of("UTF-8", "UTF-16LE", "UTF-16BE"));
    names.addAll(VIETNAMESE.keySet());
    List<String> misread = new ArrayList<>(List.of("UTF-8" + MISREAD));
    VIETNAMESE.keySet().forEach(name -> misread.add(name + MISREAD));
    names.addAll(misread);
    return names;
  }

  /** The encoding of that name, one of {@link #names()} or of the platform's. */
  public static Optional<TextEncoding> find(String name) {
    String plain =
        name.endsWith(MISREAD) ? name.substring(0, name.length() - MISREAD.length()) : name;
    boolean misread = plain.length() < name.length();
    for (Map.Entry<String, Charset> entry : VIETNAMESE.entrySet()) {
      if (entry.getKey().equalsIgnoreCase(plain)) {
        return Optional.of(
            new TextEncoding(
                misread ? entry.getKey() + MISREAD : entry.getKey(), entry.getValue(), misread));
      }
    }
    try {
      Charset charset = Charset.forName(plain);
      return Optional.of(
          new TextEncoding(charset.name() + (misread ? MISREAD : ""), charset, misread));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  static Map<String, Charset> vietnamese() {
    Map<String, Charset> charsets = new LinkedHashMap<>();
    charsets.put("TCVN3", VietnameseCharsets.TCVN3);
    charsets.put("VNI", VietnameseCharsets.VNI);
    charsets.put("VISCII", VietnameseCharsets.VISCII);
    charsets.put("windows-1258", VietnameseCharsets.WINDOWS_1258);
    return charsets;
  }

  /** The same with a byte-order mark in front, which {@link #reader} leaves out. */
  TextEncoding withMark() {
    return new TextEncoding(name + " with BOM", charset, misread);
  }

  TextEncoding afterMisreading() {
    return new TextEncoding(name + MISREAD, charset, true);
  }

  /**
   * The text of a stream of bytes, without the byte-order mark. Bytes that mean nothing become
   * U+FFFD.
   *
   * @throws IOException if the beginning cannot be read
   */
  public Reader reader(InputStream in) throws IOException {
    PushbackReader unmarked = new PushbackReader(new InputStreamReader(in, outer()), 1);
    int first = unmarked.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      unmarked.unread(first);
    }
    return misread ? new InputStreamReader(new Misreading(unmarked, charset), charset) : unmarked;
  }

  private Charset outer() {
    return misread ? StandardCharsets.UTF_8 : charset;
  }
}
