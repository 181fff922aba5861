package org.baophu.link.compare;

/**
 * Edits (insertion, deletion, substitution, transposition of neighbours) between two strings, 64
 * cells of the dynamic programme in one machine word.
 *
 * <p>Optimal string alignment after H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and
 * Damerau edit distances", Nordic Journal of Computing 10 (2003), on G. Myers' scheme of 1999. Only
 * the first 64 characters count.
 */
final class EditDistance {
  private static final int MASKS = 256;

  /** Position masks by character; all zero between calls. */
  private static final ThreadLocal<long[]> POSITIONS =
      ThreadLocal.withInitial(() -> new long[MASKS]);

  private EditDistance() {}

  /**
   * The number of edits. Characters are told apart by their low eight bits, which is exact within
   * Latin-1 and for folded text.
   */
  static int between(String a, String b) {
    int lengthA = Math.min(64, a.length());
    int lengthB = Math.min(64, b.length());
    if (lengthA == 0 || lengthB == 0) {
      return Math.max(lengthA, lengthB);
    }
    long[] positions = POSITIONS.get();
    for (int i = 0; i < lengthA; i++) {
      positions[a.charAt(i) & (MASKS - 1)] |= 1L << i;
    }
    int distance = scan(positions, lengthA, b, lengthB);
    for (int i = 0; i < lengthA; i++) {
      positions[a.charAt(i) & (MASKS - 1)] = 0;
    }
    return distance;
  }

  private static int scan(long[] positions, int lengthA, String b, int lengthB) {
    long last = 1L << (lengthA - 1);
    long verticalUp = -1L;
    long verticalDown = 0;
    long diagonalZero = 0;
    long matchBefore = 0;
    int distance = lengthA;
    for (int j = 0; j < lengthB; j++) {
      long match = positions[b.charAt(j) & (MASKS - 1)];
      long transposed = ((~diagonalZero & match) << 1) & matchBefore;
      diagonalZero =
          (((match & verticalUp) + verticalUp) ^ verticalUp) | match | verticalDown | transposed;
      long horizontalUp = verticalDown | ~(diagonalZero | verticalUp);
      long horizontalDown = diagonalZero & verticalUp;
      if ((horizontalUp & last) != 0) {
        distance++;
      } else if ((horizontalDown & last) != 0) {
        distance--;
      }
      horizontalUp = (horizontalUp << 1) | 1;
      horizontalDown <<= 1;
      verticalUp = horizontalDown | ~(diagonalZero | horizontalUp);
      verticalDown = horizontalUp & diagonalZero;
      matchBefore = match;
    }
    return distance;
  }

  /** Whether two strings are at most one edit apart; decided without the full programme. */
  static boolean atMostOne(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int longer = Math.max(a.length(), b.length());
    if (longer - shorter > 1) {
      return false;
    }
    int front = 0;
    while (front < shorter && a.charAt(front) == b.charAt(front)) {
      front++;
    }
    int back = 0;
    while (back < shorter - front
        && a.charAt(a.length() - 1 - back) == b.charAt(b.length() - 1 - back)) {
      back++;
    }
    int restLonger = longer - front - back;
    int restShorter = shorter - front - back;
    if (restLonger <= 1) {
      return true;
    }
    return restLonger == 2
        && restShorter == 2
        && a.charAt(front) == b.charAt(front + 1)
        && a.charAt(front + 1) == b.charAt(front);
  }
}
