package org.baophu.target;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * What communes weigh under each {@link Notion}.
 *
 * <p>Where a commune's capacity or labour force is unknown, the expected length of its list stands
 * in, scaled as in the communes where both are known. Capacity here is what collectors can do at
 * all, not what is left of it.
 */
final class Weights {
  /** Parts of 1 in which a mix counts. */
  private static final BigDecimal PARTS = BigDecimal.valueOf(1_000_000_000_000L);

  private final Demand demand;

  Weights(Demand demand) {
    this.demand = demand;
  }

  long[] of(Notion notion) {
    return switch (notion) {
      case POTENTIAL -> potential();
      case GAP -> gap();
      case CAPACITY -> capacity();
      case MIX -> mix();
    };
  }

  private long[] potential() {
    long[] weights = new long[demand.count()];
    Arrays.setAll(weights, demand::potential);
    return weights;
  }

  private long[] capacity() {
    long[] known = new long[demand.count()];
    Arrays.setAll(
        known, i -> demand.capacity(i) == Demand.NONE ? Capacity.UNKNOWN : demand.capacity(i));
    return completed(known);
  }

  private long[] gap() {
    long[] known = new long[demand.count()];
    Goals goals = demand.goals();
    if (goals == null) {
      return known;
    }
    Arrays.setAll(
        known,
        i -> {
          CommuneFigures commune = demand.province().communes().get(i);
          return commune.labourForce() < 0
              ? Capacity.UNKNOWN
              : goals.gap(commune, demand.settings().goal());
        });
    return completed(known);
  }

  /** Fills in what is unknown: expected list × known weights / expected lists of those known. */
  private long[] completed(long[] known) {
    BigInteger weight = BigInteger.ZERO;
    BigInteger expected = BigInteger.ZERO;
    for (int i = 0; i < known.length; i++) {
      if (known[i] != Capacity.UNKNOWN) {
        weight = weight.add(BigInteger.valueOf(known[i]));
        expected = expected.add(expected(i));
      }
    }
    boolean nothing = weight.signum() == 0 || expected.signum() == 0;
    long[] all = known.clone();
    for (int i = 0; i < all.length; i++) {
      if (known[i] == Capacity.UNKNOWN) {
        BigInteger filled = nothing ? expected(i) : expected(i).multiply(weight).divide(expected);
        all[i] = filled.longValueExact();
      }
    }
    return all;
  }

  private BigInteger expected(int i) {
    return BigInteger.valueOf(Math.round(demand.province().communes().get(i).expected()));
  }

  /**
   * Potential is counted in parts of all expected lists, not of all lists, so that a commune's
   * weight hangs on no list but its own.
   */
  private long[] mix() {
    TargetSettings.Weights parts = demand.settings().weights().normalised();
    BigInteger lists = BigInteger.ZERO;
    for (int i = 0; i < demand.count(); i++) {
      lists = lists.add(expected(i));
    }
    BigDecimal[] sums = new BigDecimal[demand.count()];
    Arrays.fill(sums, BigDecimal.ZERO);
    add(sums, potential(), lists, parts.potential());
    add(sums, gap(), sum(gap()), parts.gap());
    add(sums, capacity(), sum(capacity()), parts.capacity());
    return Arrays.stream(sums)
        .mapToLong(sum -> sum.setScale(0, RoundingMode.HALF_UP).longValueExact())
        .toArray();
  }

  private static BigInteger sum(long[] weights) {
    BigInteger sum = BigInteger.ZERO;
    for (long weight : weights) {
      sum = sum.add(BigInteger.valueOf(weight));
    }
    return sum;
  }

  /** Adds what a notion's shares count in the mix; a notion without any weight counts nothing. */
  private static void add(BigDecimal[] sums, long[] weights, BigInteger all, double part) {
    if (all.signum() == 0) {
      return;
    }
    BigDecimal counts = PARTS.multiply(BigDecimal.valueOf(part));
    for (int i = 0; i < weights.length; i++) {
      sums[i] =
          sums[i].add(
              counts
                  .multiply(BigDecimal.valueOf(weights[i]))
                  .divide(new BigDecimal(all), RoundingMode.HALF_UP));
    }
  }
}
