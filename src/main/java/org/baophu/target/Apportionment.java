package org.baophu.target;

import java.math.BigInteger;
import java.util.PriorityQueue;

/**
 * Shares a whole number in proportion to weights, in whole numbers, within upper bounds: the
 * divisor method of Webster and Sainte-Laguë.
 *
 * <p>One by one, each unit goes to the claimant below its bound with the greatest quotient w / (2s
 * + 1), where w is its weight and s what it has; of equal quotients to the first in the list. A
 * claimant without weight gets nothing. The result depends on the total only by where this one
 * sequence ends, so nobody loses when the total grows (house monotonicity).
 *
 * <p>No method is house monotone and always within quota (Balinski and Young 1982): without bounds
 * Webster's gives a claimant one unit more or less than its quota rounded up or down only in rare
 * cases; with bounds, what some cannot take goes to the others in proportion.
 *
 * <p>All arithmetic is exact. The sequence is not walked from its start: see {@link #surelyWon}.
 */
final class Apportionment {
  private static final BigInteger TWO = BigInteger.TWO;

  private final long[] weights;
  private final long[] bounds;
  private final long[] won;

  private Apportionment(long[] weights, long[] bounds) {
    this.weights = weights.clone();
    this.bounds = bounds.clone();
    this.won = new long[weights.length];
  }

  /**
   * Shares a total.
   *
   * @param total at least 0
   * @param weights at least 0 each
   * @param bounds the most that each can get, at least 0; {@link Long#MAX_VALUE} for no bound
   * @return what each gets; adds up to the total
   * @throws IllegalArgumentException if a number is negative, the lengths differ, or those with a
   *     weight cannot take the total
   */
  static long[] share(long total, long[] weights, long[] bounds) {
    check(total, weights, bounds);
    Apportionment shares = new Apportionment(weights, bounds);
    long left = shares.startLate(total);
    shares.giveOneByOne(left);
    return shares.won;
  }

  private static void check(long total, long[] weights, long[] bounds) {
    if (weights.length != bounds.length) {
      throw new IllegalArgumentException(
          weights.length + " weights and " + bounds.length + " bounds");
    }
    BigInteger possible = BigInteger.ZERO;
    boolean negative = total < 0;
    for (int i = 0; i < weights.length; i++) {
      negative |= weights[i] < 0 || bounds[i] < 0;
      possible = possible.add(BigInteger.valueOf(weights[i] == 0 ? 0 : bounds[i]));
    }
    if (negative) {
      throw new IllegalArgumentException("a total, weight or bound is below 0");
    }
    if (possible.compareTo(BigInteger.valueOf(total)) < 0) {
      throw new IllegalArgumentException(
          "a total of " + total + " is more than the " + possible + " that bounds allow");
    }
  }

  /**
   * Gives everyone what they surely win, and says how much is left. Whoever surely reaches the
   * bound is set to it, which leaves more for the others, so this is repeated until nothing
   * changes; then less than about one unit a claimant is left.
   */
  private long startLate(long total) {
    boolean changed = true;
    while (changed) {
      changed = false;
      long free = total;
      int count = 0;
      BigInteger weight = BigInteger.ZERO;
      for (int i = 0; i < weights.length; i++) {
        if (isFull(i)) {
          free -= won[i];
        } else {
          count++;
          weight = weight.add(BigInteger.valueOf(weights[i]));
        }
      }
      for (int i = 0; i < weights.length; i++) {
        if (!isFull(i)) {
          won[i] = Math.min(bounds[i], surelyWon(weights[i], weight, free, count));
          changed |= isFull(i);
        }
      }
    }
    long left = total;
    for (long units : won) {
      left -= units;
    }
    return left;
  }

  private boolean isFull(int i) {
    return weights[i] == 0 || won[i] == bounds[i];
  }

  /**
   * Units that a claimant with weight w has when T units have gone to n claimants with weights of W
   * together: at least ⌈w (2T − n) / 2W − 1/2⌉.
   *
   * <p>With t the last quotient that won, each s ≥ w/2t − 1/2, since all greater quotients won, and
   * each s ≤ w/2t + 1/2, since none smaller did. Adding up the latter, T ≤ W/2t + n/2; with that in
   * the former the claim follows. Bounds only lower the s of others, so it holds with them too.
   */
  private static long surelyWon(long w, BigInteger allWeights, long total, int count) {
    BigInteger numerator =
        BigInteger.valueOf(w)
            .multiply(BigInteger.valueOf(total).multiply(TWO).subtract(BigInteger.valueOf(count)))
            .subtract(allWeights);
    if (numerator.signum() <= 0) {
      return 0;
    }
    BigInteger denominator = allWeights.multiply(TWO);
    return numerator.add(denominator).subtract(BigInteger.ONE).divide(denominator).longValueExact();
  }

  private void giveOneByOne(long units) {
    PriorityQueue<Integer> claimants = new PriorityQueue<>(this::byQuotient);
    for (int i = 0; i < weights.length; i++) {
      if (!isFull(i)) {
        claimants.add(i);
      }
    }
    for (long unit = 0; unit < units; unit++) {
      int winner = claimants.remove();
      won[winner]++;
      if (!isFull(winner)) {
        claimants.add(winner);
      }
    }
  }

  /** The greater quotient w / (2s + 1) first, compared by cross-multiplication; then the first. */
  private int byQuotient(int a, int b) {
    int order =
        BigInteger.valueOf(weights[b])
            .multiply(divisor(won[a]))
            .compareTo(BigInteger.valueOf(weights[a]).multiply(divisor(won[b])));
    return order != 0 ? order : Integer.compare(a, b);
  }

  private static BigInteger divisor(long units) {
    return BigInteger.valueOf(units).multiply(TWO).add(BigInteger.ONE);
  }
}
