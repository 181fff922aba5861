package org.baophu.link.incremental;

/** A hash of 64 bits, of one thing after the other: FNV-1a, then the finaliser of SplitMix64. */
public final class Hash {
  private static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long value = START;

  /** Goes on with a text. */
  public Hash text(String text) {
    long sum = value;
    for (int i = 0; i < text.length(); i++) {
      sum = (sum ^ text.charAt(i)) * PRIME;
    }
    value = sum;
    return number(text.length());
  }

  /** Goes on with a number. */
  public Hash number(long number) {
    long mixed = value * PRIME ^ number;
    mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    value = mixed ^ mixed >>> 31;
    return this;
  }

  /** The hash of all that came. */
  public long value() {
    return value;
  }
}
