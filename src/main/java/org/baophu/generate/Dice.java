package org.baophu.generate;

import java.util.List;

/**
 * Random numbers by SplitMix64 (Steele, Lea and Flood 2014), written out so that they are the same
 * on every machine and Java version. Not safe for several threads.
 */
final class Dice {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /** Dice that depend on a seed and on the number of a stream of it. */
  Dice(long seed, long stream) {
    state = mix(mix(seed) ^ mix(stream * GOLDEN_GAMMA + 1));
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** 0 (inclusive) to 1 (exclusive). */
  double share() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double rate) {
    return share() < rate;
  }

  /** 0 (inclusive) to bound (exclusive). */
  int below(int bound) {
    return (int) (share() * bound);
  }

  /** From low to high, both inclusive. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  <T> T pick(List<T> values) {
    return values.get(below(values.size()));
  }
}
