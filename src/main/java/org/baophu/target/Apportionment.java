package org.baophu.target;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.PriorityQueue;

/**
 * Shares a whole number in proportion to weights, in whole numbers, within lower and upper bounds:
 * the divisor method of Webster and Sainte-Laguë with minimum and maximum requirements.
 *
 * <p>Everyone begins with the lower bound. Then, one by one, each unit goes to the claimant below
 * its upper bound with the greatest quotient w / (2s + 1), where w is its weight and s what it has;
 * of equal quotients to the first in the list. So each ends with the median of its lower bound, its
 * weight divided by a common number and rounded, and its upper bound. A claimant without weight
 * keeps its lower bound.
 *
 * <p>The result depends on the total only by where this one sequence ends, so nobody loses when the
 * total grows (house monotonicity); nobody loses either when its own weight or upper bound grows,
 * or another's shrinks. No method is house monotone and always within quota (Balinski and Young
 * 1982): this one keeps the former. Without bounds Webster's gives a claimant one unit more or less
 * than its quota rounded up or down only in rare cases; with bounds, what some cannot take goes to
 * the others in proportion, and quota says nothing any more.
 *
 * <p>All arithmetic is exact. The sequence is not walked from its start: see {@link #startLate}.
 */
public final class Apportionment {
  /** Binary places of the number that weights are multiplied by. */
  private static final int PLACES = 80;

  /** Quotients are at least 1 / (2·2⁶³ + 1), so no greater multiplier is needed. */
  private static final BigInteger GREATEST = BigInteger.ONE.shiftLeft(PLACES + Long.SIZE + 1);

  private static final double MOST = 0x1p65;
  private static final int QUICK_STEPS = 45;
  private static final double SAFETY = 1 - 1e-12;

  private final BigInteger[] weights;
  private final long[] lower;
  private final long[] upper;
  private final long[] won;

  private Apportionment(long[] weights, long[] lower, long[] upper) {
    this.weights = new BigInteger[weights.length];
    for (int i = 0; i < weights.length; i++) {
      this.weights[i] = BigInteger.valueOf(weights[i]);
    }
    this.lower = lower;
    this.upper = upper;
    this.won = lower.clone();
  }

  /** Shares a total without lower bounds. */
  public static long[] share(long total, long[] weights, long[] upper) {
    return share(total, weights, new long[weights.length], upper);
  }

  /**
   * Shares a total.
   *
   * @param total at least the sum of the lower bounds
   * @param weights at least 0 each
   * @param lower the least that each gets, at least 0
   * @param upper the most that each can get, at least the lower bound; {@link Long#MAX_VALUE} for
   *     no bound
   * @return what each gets; adds up to the total
   * @throws IllegalArgumentException if a number is out of range, the lengths differ, the lower
   *     bounds are more than the total, or those with a weight cannot take it
   */
  static long[] share(long total, long[] weights, long[] lower, long[] upper) {
    check(total, weights, lower, upper);
    Apportionment shares = new Apportionment(weights, lower, upper);
    shares.giveOneByOne(shares.startLate(total));
    return shares.won;
  }

  private static void check(long total, long[] weights, long[] lower, long[] upper) {
    if (weights.length != upper.length || weights.length != lower.length) {
      throw new IllegalArgumentException(
          weights.length + " weights, " + lower.length + " and " + upper.length + " bounds");
    }
    BigInteger least = BigInteger.ZERO;
    BigInteger possible = BigInteger.ZERO;
    boolean wrong = total < 0;
    for (int i = 0; i < weights.length; i++) {
      wrong |= weights[i] < 0 || lower[i] < 0 || upper[i] < lower[i];
      least = least.add(BigInteger.valueOf(lower[i]));
      possible = possible.add(BigInteger.valueOf(weights[i] == 0 ? lower[i] : upper[i]));
    }
    if (wrong) {
      throw new IllegalArgumentException(
          "a total, weight or bound is below 0, or an upper bound below the lower");
    }
    BigInteger asked = BigInteger.valueOf(total);
    if (possible.compareTo(asked) < 0 || least.compareTo(asked) > 0) {
      throw new IllegalArgumentException(
          "a total of " + total + " is not within the " + least + " to " + possible + " of bounds");
    }
  }

  /**
   * Gives everyone the units whose quotient is above 1/q, for some q: where a sequence sorted by
   * quotients stands at some moment. The first q tried is found in floating point, a little too
   * low; where it is not good enough, the greatest in steps of 2^−80 is found exactly. Then nobody
   * has more than one unit to come before q is a step greater, since no weight reaches 2⁶³.
   *
   * @return the units that are left, hardly more than claimants
   */
  private long startLate(long total) {
    BigInteger quick = quickMultiplier(total);
    long left = total - sum(quick, total);
    BigInteger multiplier =
        left >= 0 && left <= 4L * won.length ? quick : greatestMultiplier(total);
    left = total;
    for (int i = 0; i < won.length; i++) {
      won[i] = units(i, multiplier);
      left -= won[i];
    }
    return left;
  }

  private BigInteger greatestMultiplier(long total) {
    BigInteger low = BigInteger.ZERO;
    BigInteger high = GREATEST;
    while (high.subtract(low).bitLength() > 1) {
      BigInteger middle = low.add(high).shiftRight(1);
      if (total - sum(middle, total) >= 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private BigInteger quickMultiplier(long total) {
    double[] sizes = new double[won.length];
    double low = 1;
    for (int i = 0; i < won.length; i++) {
      sizes[i] = weights[i].doubleValue();
      low = Math.max(low, sizes[i]);
    }
    low = 1 / low;
    double high = low;
    while (high < MOST && quickSum(sizes, high) <= total) {
      low = high;
      high *= 2;
    }
    for (int step = 0; step < QUICK_STEPS; step++) {
      double middle = (low + high) / 2;
      if (quickSum(sizes, middle) <= total) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new BigDecimal(Math.scalb(low * SAFETY, PLACES)).toBigInteger();
  }

  private double quickSum(double[] sizes, double multiplier) {
    double sum = 0;
    for (int i = 0; i < sizes.length; i++) {
      double units = Math.max(0, Math.ceil((sizes[i] * multiplier - 1) / 2));
      sum += Math.max(lower[i], Math.min(upper[i], units));
    }
    return sum;
  }

  /** The units of all together; something above the limit where there are more. */
  private long sum(BigInteger multiplier, long limit) {
    long sum = 0;
    for (int i = 0; i < won.length; i++) {
      long units = units(i, multiplier);
      if (units > limit - sum) {
        return limit == Long.MAX_VALUE ? limit : limit + 1;
      }
      sum += units;
    }
    return sum;
  }

  /** Within the bounds, the number of s ≥ 0 with w / (2s + 1) > 1/q, which is ⌈(w q − 1) / 2⌉. */
  private long units(int i, BigInteger multiplier) {
    BigInteger product = weights[i].multiply(multiplier);
    BigInteger units =
        product
            .subtract(BigInteger.ONE.shiftLeft(PLACES))
            .add(BigInteger.ONE.shiftLeft(PLACES + 1))
            .subtract(BigInteger.ONE)
            .shiftRight(PLACES + 1);
    if (units.compareTo(BigInteger.valueOf(upper[i])) >= 0) {
      return upper[i];
    }
    return Math.max(lower[i], units.longValueExact());
  }

  private void giveOneByOne(long units) {
    PriorityQueue<Integer> claimants = new PriorityQueue<>(this::byQuotient);
    for (int i = 0; i < won.length; i++) {
      if (isOpen(i)) {
        claimants.add(i);
      }
    }
    for (long unit = 0; unit < units; unit++) {
      int winner = claimants.remove();
      won[winner]++;
      if (isOpen(winner)) {
        claimants.add(winner);
      }
    }
  }

  private boolean isOpen(int i) {
    return weights[i].signum() > 0 && won[i] < upper[i];
  }

  /** The greater quotient w / (2s + 1) first, compared by cross-multiplication; then the first. */
  private int byQuotient(int a, int b) {
    int order =
        weights[b].multiply(divisor(won[a])).compareTo(weights[a].multiply(divisor(won[b])));
    return order != 0 ? order : Integer.compare(a, b);
  }

  private static BigInteger divisor(long units) {
    return BigInteger.valueOf(units).shiftLeft(1).add(BigInteger.ONE);
  }
}
