package org.baophu.intake;

/** The text of a cell without what its way through spreadsheets added to it. */
final class CellText {
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
    char first = text[from];
    String cell = new String(text, from, to - from);
    return first == '=' || first == '\'' ? unprotected(cell) : cell;
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
