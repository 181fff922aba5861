package org.baophu.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What collection points can take, and in what proportion they share.
 *
 * <p>Capacity = staff × capacity per collector, rounded down; unknown where either is, unless the
 * other is 0. Unknown capacity bounds nothing, and makes the sum unknown in which it stands.
 */
final class Capacity {
  /** Stands for a number that is not known. */
  static final long UNKNOWN = -1;

  private Capacity() {}

  static long of(Organisation point) {
    if (point.staff() == 0 || point.capacityPerStaff() == 0) {
      return 0;
    }
    if (point.staff() < 0 || point.capacityPerStaff() < 0) {
      return UNKNOWN;
    }
    return BigDecimal.valueOf(point.capacityPerStaff())
        .multiply(BigDecimal.valueOf(point.staff()))
        .setScale(0, RoundingMode.FLOOR)
        .longValueExact();
  }

  /** The capacity of a commune: unknown if that of a point is, or if there is no point. */
  static long of(List<Organisation> points) {
    return points.isEmpty() ? UNKNOWN : sum(points, Capacity::of);
  }

  /** The capacity as a bound. */
  static long bound(long capacity) {
    return capacity == UNKNOWN ? Long.MAX_VALUE : capacity;
  }

  /** The sum; unknown if a part is. */
  static <T> long sum(List<T> parts, ToLongFunction<T> number) {
    long sum = 0;
    for (T part : parts) {
      long value = number.applyAsLong(part);
      if (value == UNKNOWN) {
        return UNKNOWN;
      }
      sum = Math.addExact(sum, value);
    }
    return sum;
  }
}
