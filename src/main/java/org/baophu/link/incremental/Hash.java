package org.baophu.link.incremental;

/** Hashes of 64 bits, one thing after the other: FNV-1a, then the finaliser of SplitMix64. */
final class Hash {
  static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Hash() {}

  /** Goes on with a text. */
  static long text(long hash, String text) {
    long sum = hash;
    for (int i = 0; i < text.length(); i++) {
      sum = (sum ^ text.charAt(i)) * PRIME;
    }
    return number(sum, text.length());
  }

  /** Goes on with a number. */
  static long number(long hash, long number) {
    long mixed = hash * PRIME ^ number;
    mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
