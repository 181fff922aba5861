package org.baophu.intake.encoding;

/** Counts what is UTF-8 beyond ASCII in bytes, and what is not. */
final class Utf8Count {
  private long good;
  private long bad;

  /** Adds bytes whose first and last character may be cut. */
  void add(byte[] bytes) {
    int i = 0;
    while (i < bytes.length && i < 3 && isContinuation(bytes[i])) {
      i++;
    }
    while (i < bytes.length) {
      int length = length(bytes[i]);
      if (length == 1) {
        i++;
      } else if (length > 1 && i + length > bytes.length && continues(bytes, i, bytes.length)) {
        return;
      } else if (length > 1 && i + length <= bytes.length && continues(bytes, i, i + length)) {
        good++;
        i += length;
      } else {
        bad++;
        i++;
      }
    }
  }

  /** How many characters of several bytes there were. */
  long good() {
    return good;
  }

  /** How many bytes belonged to no character. */
  long bad() {
    return bad;
  }

  private static boolean continues(byte[] bytes, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (!isContinuation(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isContinuation(byte b) {
    return (b & 0xC0) == 0x80;
  }

  /** The length of the character that begins with that byte; 0 if none does. */
  private static int length(byte first) {
    int value = first & 0xFF;
    if (value < 0x80) {
      return 1;
    }
    if (value >= 0xC2 && value < 0xE0) {
      return 2;
    }
    if (value >= 0xE0 && value < 0xF0) {
      return 3;
    }
    return value >= 0xF0 && value < 0xF5 ? 4 : 0;
  }
}
