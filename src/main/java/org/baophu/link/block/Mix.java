package org.baophu.link.block;

import org.baophu.link.compare.IdentifierText;

/** Hashes with well-spread bits: the finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
final class Mix {
  /** Of no text. */
  static final long FIRST = 1469598103934665603L;

  private static final long FACTOR = 1099511628211L;

  private Mix() {}

  static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }

  /** What stands for a text among keys: 0 for none. */
  static int key(String text) {
    return text.isEmpty() ? 0 : nonZero(text(text));
  }

  static long text(String text) {
    return mix(with(FIRST, text, 0, text.length()));
  }

  /**
   * The same of a text that is put together piece by piece: beginning with {@link #FIRST}, {@link
   * #mix} of what comes out last.
   */
  static long with(long hash, String piece, int from, int to) {
    long longer = hash;
    for (int i = from; i < to; i++) {
      longer = (longer ^ piece.charAt(i)) * FACTOR;
    }
    return longer;
  }

  /** The same of characters of an identifier. */
  static long text(IdentifierText text, int from, int to) {
    long hash = FIRST;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.at(i)) * FACTOR;
    }
    return mix(hash);
  }

  /** The upper half of a hash, never 0. */
  static int nonZero(long hash) {
    int upper = (int) (hash >>> 32);
    return upper == 0 ? 1 : upper;
  }

  static int combine(int a, int b) {
    return nonZero(both(a, b));
  }

  /** What {@link #combine} gives, from 0 to 2^32 - 1, but that 0 is not made 1. */
  static long upper(int a, int b) {
    return both(a, b) >>> 32;
  }

  private static long both(int a, int b) {
    return mix(((long) a << 32) ^ (b & 0xffffffffL));
  }
}
