package org.baophu.target;

import java.util.List;

/**
 * What is asked for.
 *
 * @param total persons, or -1: the province's target of the year if there is one, else {@code
 *     derivedPercent} of the potential, rounded down
 * @param year the run's year
 * @param provinceTargets the province's targets, of any year and measure
 * @param derivedPercent 0 to 100; 20 by default: the whole potential within the five years of a
 *     plan
 */
public record TargetRequest(
    long total, int year, List<ProvinceTarget> provinceTargets, int derivedPercent) {
  /** Stands for a total that is not given. */
  public static final long NOT_GIVEN = -1;

  private static final int FIFTH = 20;

  public TargetRequest {
    provinceTargets = List.copyOf(provinceTargets);
    if (total < NOT_GIVEN) {
      throw new IllegalArgumentException("total " + total + " is below 0");
    }
    if (derivedPercent < 0 || derivedPercent > 100) {
      throw new IllegalArgumentException(
          "derived percentage " + derivedPercent + " is not within 0 to 100");
    }
  }

  /** A total that is given. */
  public static TargetRequest ofTotal(long total, int year) {
    return new TargetRequest(total, year, List.of(), FIFTH);
  }

  /** The province's target of the year, or where there is none a part of the potential. */
  public static TargetRequest ofYear(int year, List<ProvinceTarget> provinceTargets) {
    return new TargetRequest(NOT_GIVEN, year, provinceTargets, FIFTH);
  }
}
