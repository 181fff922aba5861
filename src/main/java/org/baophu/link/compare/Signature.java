package org.baophu.link.compare;

/**
 * A string's letters in one machine word, to tell most pairs of strings apart without reading them:
 * two bits for each of 32 classes of characters, set where the string has one, and two or more, of
 * the class. An edit changes at most two of the bits, a swap of neighbours none.
 */
final class Signature {
  private static final int CLASSES = 31;
  private static final int BITS_PER_EDIT = 2;

  private Signature() {}

  static long of(String text) {
    long ones = 0;
    long twos = 0;
    for (int i = 0; i < text.length(); i++) {
      long bit = 1L << (text.charAt(i) & CLASSES);
      twos |= ones & bit;
      ones |= bit;
    }
    return ones | twos << 32;
  }

  /** Of a string of digits, digit by digit from 0 on: six bits for each, for one to six of it. */
  static long withDigit(long counts, char digit) {
    int from = digit % 10 * 6;
    long own = counts >>> from & 0x3f;
    return counts | (own << 1 | 1) << from & 0x3fL << from;
  }

  /** Whether two strings with these signatures may be at most so many edits apart. */
  static boolean mayBeWithin(long a, long b, int edits) {
    return Long.bitCount(a ^ b) <= BITS_PER_EDIT * edits;
  }
}
