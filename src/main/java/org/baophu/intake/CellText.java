package org.baophu.intake;

/** The text of a cell without what its way through spreadsheets and copies added to it. */
final class CellText {
  /** The first character that is not what it seems. */
  private static final char NO_BREAK_SPACE = '\u00A0';

  private CellText() {}

  /** The cell in {@code text[start, end)}. */
  static String of(char[] text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && isSpace(text[from])) {
      from++;
    }
    while (to > from && isSpace(text[to - 1])) {
      to--;
    }
    if (from == to) {
      return "";
    }
    String cell = seen(text, from, to);
    char first = cell.isEmpty() ? ' ' : cell.charAt(0);
    return first == '=' || first == '\'' ? unprotected(cell) : cell;
  }

  /** The text without characters that cannot be seen, which come with copies, and spaces as one. */
  private static String seen(char[] text, int from, int to) {
    boolean isPlain = true;
    for (int i = from; i < to && isPlain; i++) {
      isPlain = text[i] < NO_BREAK_SPACE || !(isUnseen(text[i]) || isOtherSpace(text[i]));
    }
    if (isPlain) {
      return new String(text, from, to - from);
    }
    StringBuilder seen = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      if (!isUnseen(text[i])) {
        seen.append(isOtherSpace(text[i]) ? ' ' : text[i]);
      }
    }
    return seen.toString().strip();
  }

  /** Soft hyphens, joiners, marks of direction, spaces of no width, byte-order marks. */
  private static boolean isUnseen(char c) {
    return c == '\u00AD'
        || c >= '\u200B' && c <= '\u200F'
        || c >= '\u202A' && c <= '\u202E'
        || c >= '\u2060' && c <= '\u2064'
        || c == '\uFEFF';
  }

  /** No-break, wide and narrow spaces, and what separates lines or paragraphs. */
  private static boolean isOtherSpace(char c) {
    return c == NO_BREAK_SPACE
        || c >= '\u2000' && c <= '\u200A'
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202F'
        || c == '\u205F'
        || c == '\u3000';
  }

  static String of(String text) {
    return of(text.toCharArray(), 0, text.length());
  }

  /**
   * Spreadsheets keep leading zeros by writing {@code ="012"} or {@code '012}; a quotation mark
   * before any of {@code = + - @} likewise only keeps a cell from being run.
   */
  private static String unprotected(String cell) {
    if (cell.startsWith("=\"") && cell.endsWith("\"") && cell.length() > 2) {
      return cell.substring(2, cell.length() - 1).strip();
    }
    boolean protects =
        cell.length() > 1
            && cell.charAt(0) == '\''
            && "=+-@0123456789".indexOf(cell.charAt(1)) >= 0;
    return protects ? cell.substring(1) : cell;
  }

  /** White space, control characters, no-break and zero-width spaces, byte-order marks. */
  static boolean isSpace(char c) {
    return c <= ' '
        || c == '\u00A0'
        || c == '\u200B'
        || c == '\uFEFF'
        || c == '\u3000'
        || c == '\u007F';
  }

  /** The text with each control character made a space, so that a cell is one line. */
  static String withoutControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return text.chars()
            .map(c -> Character.isISOControl(c) ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
      }
    }
    return text;
  }
}
