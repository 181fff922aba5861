package org.baophu.sample;

/**
 * How right the list is, in the province or in one region, by what clerks found.
 *
 * @param region empty for unknown, and for the province
 */
public record ScopeQuality(String region, SideQuality listed, SideQuality excluded) {
  /** Fewer answers than that on a side tell next to nothing. */
  private static final int ENOUGH = 30;

  /** Whether there are answers enough to say anything. */
  public boolean isEnough() {
    return listed.answered() >= ENOUGH && excluded.answered() >= ENOUGH;
  }

  /** The share of rows that belong there; 1 of an empty list. */
  public Interval precision() {
    long rows = listed.persons();
    return rows == 0 ? new Interval(1, 1, 1) : listed.errors().complement(rows).over(rows);
  }

  /**
   * The share of those who belong on the list that it holds, R / (R + M). The limits take both
   * numbers at theirs, which is wider than need be.
   */
  public Interval recall() {
    Interval right = listed.errors().complement(listed.persons());
    Interval missed = excluded.errors();
    return new Interval(
        share(right.estimate(), missed.estimate()),
        share(right.low(), missed.high()),
        share(right.high(), missed.low()));
  }

  private static double share(double right, double missed) {
    return right + missed == 0 ? 1 : right / (right + missed);
  }
}
