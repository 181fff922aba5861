package org.baophu.gate;

import java.util.List;
import org.baophu.gate.NightStatistics.Figure;

/**
 * The numbers that pass, learnt from the values of earlier nights.
 *
 * <p>Around the median of those nights lies a half-width. It is made of a tolerance and of chance,
 * which add as independent deviations do, √(tolerance² + chance²). The tolerance is the greater of
 *
 * <ul>
 *   <li>a floor, so that a history without any variation does not make the smallest one an alarm;
 *       it is half as wide again when one night teaches, and shrinks to itself with more of them;
 *   <li>{@value #SIGMAS} robust standard deviations, 1.4826 · median absolute deviation (Hampel
 *       1974), from {@value #ENOUGH} nights on, and at most a cap: a history of accidents must not
 *       make the next accident usual.
 * </ul>
 *
 * <p>Chance is {@value #NOISE_SIGMAS} standard deviations of what it alone does to so few rows or
 * persons: √n for a count, √(p(1−p)/n) for a share. That is what keeps small communes quiet.
 *
 * @param least negative infinity where none is too small
 * @param most positive infinity where none is too large
 * @param usual the median; NaN without history
 */
record Bounds(double least, double most, double usual) {
  private static final double SIGMAS = 6;
  private static final double NOISE_SIGMAS = 5;
  private static final double CONSISTENCY = 1.4826;
  private static final int ENOUGH = 5;

  /** Fewer rows or persons than this say nothing by themselves on a night without history. */
  private static final double ENOUGH_BASE = 1_000;

  /** More than this is no share of unknown communes, but a file of another province. */
  private static final double MOST_UNKNOWN = 0.5;

  /** Nearly everybody has a number and a record for health insurance alone. */
  private static final double LEAST_MATCHED = 0.05;

  /** From so many rows on every commune has some, whatever its size. */
  private static final double ROWS_OF_ALL_COMMUNES = 2_000;

  private static final double FEW_ROWS_TOLERANCE = 0.25;

  /** Records of a person vary by about this much. */
  private static final double CLUSTER_DEVIATION = 0.7;

  boolean hold(double value) {
    return value >= least && value <= most;
  }

  /** The bounds that hold whatever history says: wide, and none where little is known. */
  static Bounds absolute(Measure measure, Figure tonight) {
    boolean enough = tonight.base() >= ENOUGH_BASE;
    return switch (measure.gate()) {
      case DUPLICATE_FILES -> atMost(0);
      case UNKNOWN_COMMUNES -> enough ? atMost(MOST_UNKNOWN) : any();
      case MATCH_RATE -> enough ? atLeast(LEAST_MATCHED) : any();
      case ROWS, MISSING_VALUES, REJECTS, COMMUNES, CLUSTER_SIZE, LIST -> any();
    };
  }

  /**
   * The bounds that earlier nights teach.
   *
   * @param past at least one value
   */
  static Bounds learnt(Measure measure, Figure tonight, List<Double> past) {
    double usual = median(past);
    double base = Math.max(1, tonight.base());
    return switch (measure.gate()) {
      case DUPLICATE_FILES -> new Bounds(Double.NEGATIVE_INFINITY, 0, usual);
      case ROWS -> notGone(around(usual, relative(past, 0.2, 0.35), chance(usual)));
      case LIST ->
          measure.of().equals(Measure.ALL)
              ? around(usual, relative(past, 0.25, 0.5), chance(usual))
              : around(usual, relative(past, 0.4, 0.75), chance(usual) + NOISE_SIGMAS);
      case CLUSTER_SIZE ->
          around(
              usual, relative(past, 0.1, 0.2), NOISE_SIGMAS * CLUSTER_DEVIATION / Math.sqrt(base));
      case MATCH_RATE -> around(usual, points(past, 0.05, 0.15), chance(usual, base));
      case REJECTS -> above(usual, points(past, 0.01, 0.05), chance(usual, base));
      case UNKNOWN_COMMUNES -> above(usual, points(past, 0.05, 0.15), chance(usual, base));
      case MISSING_VALUES -> missing(usual, points(past, 0.1, 0.3), base);
      case COMMUNES -> communes(usual, points(past, 0.1, 0.35), base);
    };
  }

  /** The bounds that a tolerance set by hand gives. */
  static Bounds tolerated(Measure measure, double tolerance, List<Double> past) {
    double usual = median(past);
    return switch (measure.gate()) {
      case DUPLICATE_FILES -> atMost(tolerance);
      case ROWS, LIST, CLUSTER_SIZE -> around(usual, tolerance * usual, 0);
      case MATCH_RATE -> around(usual, tolerance, 0);
      case REJECTS, UNKNOWN_COMMUNES, MISSING_VALUES -> above(usual, tolerance, 0);
      case COMMUNES -> new Bounds(usual - tolerance, Double.POSITIVE_INFINITY, usual);
    };
  }

  /**
   * A kind of file that every night had does not just end, however small it is; and one that no
   * night had may begin.
   */
  private static Bounds notGone(Bounds bounds) {
    return bounds.usual == 0
        ? new Bounds(0, Double.POSITIVE_INFINITY, 0)
        : new Bounds(Math.max(bounds.least, Math.min(1, bounds.usual)), bounds.most, bounds.usual);
  }

  /**
   * Cells may go missing within the tolerance; and where few of them are filled anyway, no more
   * than half of those, as far as chance lets that be told.
   */
  private static Bounds missing(double usual, double tolerance, double base) {
    double filled = 1 - usual;
    double half = Math.max(filled / 2, NOISE_SIGMAS * Math.sqrt(filled / base));
    double most = usual + Math.max(Math.min(tolerance, half), chance(usual, base));
    return new Bounds(Double.NEGATIVE_INFINITY, Math.min(most, 1), usual);
  }

  /** Where there are few rows for each commune, some communes have none by chance. */
  private static Bounds communes(double usual, double tolerance, double base) {
    double chance = base < ROWS_OF_ALL_COMMUNES ? FEW_ROWS_TOLERANCE : 0;
    return new Bounds(usual - Math.hypot(tolerance, chance), Double.POSITIVE_INFINITY, usual);
  }

  private static Bounds around(double usual, double tolerance, double chance) {
    double width = Math.hypot(tolerance, chance);
    return new Bounds(usual - width, usual + width, usual);
  }

  private static Bounds above(double usual, double tolerance, double chance) {
    return new Bounds(Double.NEGATIVE_INFINITY, usual + Math.hypot(tolerance, chance), usual);
  }

  private static Bounds atMost(double most) {
    return new Bounds(Double.NEGATIVE_INFINITY, most, Double.NaN);
  }

  private static Bounds atLeast(double least) {
    return new Bounds(least, Double.POSITIVE_INFINITY, Double.NaN);
  }

  private static Bounds any() {
    return new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN);
  }

  private static double relative(List<Double> past, double floor, double cap) {
    double usual = median(past);
    return points(past, floor * usual, cap * usual);
  }

  private static double points(List<Double> past, double floor, double cap) {
    double fewNights = floor * (1 + 0.5 / past.size());
    return Math.max(fewNights, Math.min(SIGMAS * deviation(past), cap));
  }

  /** Of a count: where √n varies by a half, n does by k·√n + k²/4 at k deviations. */
  private static double chance(double count) {
    return NOISE_SIGMAS * Math.sqrt(count) + NOISE_SIGMAS * NOISE_SIGMAS / 4;
  }

  /** Of a share, never taken for smaller than one case would make it. */
  private static double chance(double share, double base) {
    double p = Math.min(Math.max(share, 1 / base), 1 - 1 / base);
    return NOISE_SIGMAS * Math.sqrt(Math.max(0, p * (1 - p)) / base);
  }

  /** Robust standard deviation; 0 where too few nights tell. */
  private static double deviation(List<Double> past) {
    if (past.size() < ENOUGH) {
      return 0;
    }
    double usual = median(past);
    return CONSISTENCY * median(past.stream().map(value -> Math.abs(value - usual)).toList());
  }

  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
