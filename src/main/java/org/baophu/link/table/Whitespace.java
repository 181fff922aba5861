package org.baophu.link.table;

/** White space in UTF-8, as {@link Character#isWhitespace(char)} knows it. */
final class Whitespace {
  private Whitespace() {}

  static boolean isAscii(byte b) {
    return b <= ' ' && b >= 0 && Character.isWhitespace(b);
  }

  /**
   * Whether a text may begin or end with white space beyond ASCII, all of which has three bytes.
   */
  static boolean mayBeAtEnds(byte[] bytes, int from, int to) {
    return bytes[from] < 0 && mayBegin(bytes, from, to)
        || bytes[to - 1] < 0 && to - from >= 3 && mayBegin(bytes, to - 3, to);
  }

  /** U+1680, and those from U+2000 to U+3000: what Vietnamese letters are not. */
  private static boolean mayBegin(byte[] bytes, int at, int to) {
    int lead = bytes[at] & 0xff;
    return lead == 0xe2
        || lead == 0xe3
        || (lead == 0xe1 && at + 1 < to && (bytes[at + 1] & 0xff) == 0x9a);
  }
}
