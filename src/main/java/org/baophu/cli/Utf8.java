package org.baophu.cli;

/** UTF-8 as bytes. */
final class Utf8 {
  /** The byte-order mark. */
  static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private static final int SURROGATES = 0xd800;
  private static final int AFTER_SURROGATES = 0xe000;
  private static final int LAST_CODE_POINT = 0x10ffff;

  private Utf8() {}

  /**
   * Whether bytes {@code from} to {@code to - 1} are well formed (RFC 3629): shortest forms, no
   * surrogates, nothing cut off.
   */
  static boolean isValid(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int lead = bytes[at++];
      if (lead >= 0) {
        continue;
      }
      int more = lead >= (byte) 0xf0 ? 3 : lead >= (byte) 0xe0 ? 2 : 1;
      if (lead < (byte) 0xc2 || lead > (byte) 0xf4 || to - at < more) {
        return false;
      }
      int point = lead & 0x3f >> more;
      for (int i = 0; i < more; i++) {
        int next = bytes[at++];
        if (next >= (byte) 0xc0) {
          return false;
        }
        point = point << 6 | next & 0x3f;
      }
      if (!isShortest(point, more)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isShortest(int point, int more) {
    return switch (more) {
      case 2 -> point >= 0x800 && (point < SURROGATES || point >= AFTER_SURROGATES);
      case 3 -> point >= 0x10000 && point <= LAST_CODE_POINT;
      default -> true;
    };
  }
}
