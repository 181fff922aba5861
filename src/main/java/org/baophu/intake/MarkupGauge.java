package org.baophu.intake;

import java.nio.charset.StandardCharsets;

/**
 * Measures an XML part of a workbook byte by byte, before a reader holds it in memory: the longest
 * text between two tags, and how far out its cells lie. Inside a CDATA section brackets are text.
 *
 * <p>References of cells are looked for everywhere, in comments and texts too, so that nothing
 * hides them; no honest text holds one that lies beyond the last column.
 */
final class MarkupGauge {
  /** Hundreds of times the longest cell that is believed, in bytes. */
  static final int MOST_TEXT = 4 << 20;

  /** The last column of a spreadsheet is XFD. */
  private static final int MOST_LETTERS = 3;

  private static final byte[] OPEN = "<![CDATA[".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CLOSE = "]]>".getBytes(StandardCharsets.US_ASCII);

  private boolean inSection;
  private int matched;
  private long length;
  private boolean farOut;

  /** What was read of {@code r="ABC12"} so far. */
  private Reference reference = Reference.NONE;

  private int letters;

  private enum Reference {
    NONE,
    SPACE,
    NAME,
    EQUALS,
    VALUE
  }

  /** Goes on measuring. */
  void add(byte[] bytes, int count) {
    for (int i = 0; i < count && !isTextTooLong(); i++) {
      measureText(bytes[i]);
      reference = next(bytes[i]);
    }
  }

  boolean isTextTooLong() {
    return length > MOST_TEXT;
  }

  /** Whether a cell lies beyond the last column that a spreadsheet has. */
  boolean isFarOut() {
    return farOut;
  }

  private void measureText(byte next) {
    byte[] wanted = inSection ? CLOSE : OPEN;
    length = next == '<' && !inSection ? 0 : length + 1;
    if (next == wanted[matched]) {
      matched++;
    } else if (!(inSection && next == ']' && matched == 2)) {
      // But for the last two of "]]]", which may still begin the end.
      matched = next == wanted[0] ? 1 : 0;
    }
    if (matched == wanted.length) {
      inSection = !inSection;
      matched = 0;
    }
  }

  private Reference next(byte next) {
    boolean space = next == ' ' || next == '\t' || next == '\n' || next == '\r';
    return switch (reference) {
      case NONE -> space ? Reference.SPACE : Reference.NONE;
      case SPACE -> space ? reference : next == 'r' ? Reference.NAME : Reference.NONE;
      case NAME -> space ? reference : next == '=' ? Reference.EQUALS : Reference.NONE;
      case EQUALS -> space ? reference : begun(next);
      case VALUE -> inValue(next);
    };
  }

  private Reference begun(byte next) {
    letters = 0;
    return next == '"' || next == '\'' ? Reference.VALUE : Reference.NONE;
  }

  private Reference inValue(byte next) {
    boolean letter = (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z');
    letters += letter ? 1 : 0;
    farOut |= letters > MOST_LETTERS || next == '&';
    return letter || (next >= '0' && next <= '9') ? Reference.VALUE : Reference.NONE;
  }
}
