package org.baophu.target;

import java.math.BigInteger;
import java.util.stream.LongStream;

/** The definition, step by step: one unit after the other to the greatest quotient. */
final class SlowApportionment {
  private SlowApportionment() {}

  static long[] share(long total, long[] weights, long[] lower, long[] bounds) {
    long[] won = lower.clone();
    long left = total - LongStream.of(lower).sum();
    for (long unit = 0; unit < left; unit++) {
      int winner = -1;
      for (int i = 0; i < weights.length; i++) {
        boolean claims = weights[i] > 0 && won[i] < bounds[i];
        if (claims && (winner < 0 || isGreater(weights[i], won[i], weights[winner], won[winner]))) {
          winner = i;
        }
      }
      won[winner]++;
    }
    return won;
  }

  /** Whether w / (2s + 1) > v / (2t + 1). */
  private static boolean isGreater(long w, long s, long v, long t) {
    return BigInteger.valueOf(w)
            .multiply(BigInteger.valueOf(2 * t + 1))
            .compareTo(BigInteger.valueOf(v).multiply(BigInteger.valueOf(2 * s + 1)))
        > 0;
  }
}
