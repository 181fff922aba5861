package org.baophu.target;

import java.util.Arrays;
import java.util.List;
import org.baophu.coverage.Reason;

/**
 * In what proportion the points of one commune share its target: by capacity where all are known
 * and not all 0; else by staff where that is so; else in equal parts.
 */
record PointWeights(Basis basis, long[] weights) {
  enum Basis {
    CAPACITY,
    STAFF,
    EQUAL
  }

  static PointWeights of(List<Organisation> points) {
    if (Capacity.sum(points, Capacity::of) > 0) {
      return new PointWeights(Basis.CAPACITY, points.stream().mapToLong(Capacity::of).toArray());
    }
    if (Capacity.sum(points, Organisation::staff) > 0) {
      return new PointWeights(
          Basis.STAFF, points.stream().mapToLong(Organisation::staff).toArray());
    }
    return new PointWeights(Basis.EQUAL, points.stream().mapToLong(point -> 1).toArray());
  }

  /** Shares a number without bounds; an unknown number is unknown at every point. */
  long[] share(long number) {
    long[] unbounded = new long[weights.length];
    if (number == Capacity.UNKNOWN) {
      Arrays.fill(unbounded, Capacity.UNKNOWN);
      return unbounded;
    }
    Arrays.fill(unbounded, Long.MAX_VALUE);
    return Apportionment.share(number, weights, unbounded);
  }

  Reason reason(int point, long communeTarget) {
    String target = Long.toString(communeTarget);
    String here = Long.toString(weights[point]);
    String all = Long.toString(Arrays.stream(weights).sum());
    return switch (basis) {
      case CAPACITY -> Reason.of(Reason.Code.TARGET_BY_CAPACITY, here, all, target);
      case STAFF -> Reason.of(Reason.Code.TARGET_BY_STAFF, here, all, target);
      case EQUAL -> Reason.of(Reason.Code.TARGET_IN_EQUAL_PARTS, all, target);
    };
  }
}
