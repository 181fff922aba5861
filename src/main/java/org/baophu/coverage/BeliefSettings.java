package org.baophu.coverage;

/**
 * What the two ways of being wrong cost, and what no record can tell.
 *
 * @param costOfWastedVisit what a visit to somebody insured costs, in any unit; 1 by default
 * @param costOfMissedPerson what it costs, in the same unit, to leave out somebody who is not; 1 by
 *     default. A person is listed where {@code p_uninsured} is at least {@code wasted / (wasted +
 *     missed)}: 3 instead of 1 lists from 0.25 on.
 * @param undeliveredShare share of the insurance records in force that the delivery lacks, in
 *     [0,1]; 0 by default, since nothing in a delivery can tell
 * @param outdatedShare share of list rows that are wrong because a register lags behind or states a
 *     wrong birth date, and as many persons who are missed for it, in [0,1]; 0.002 by default. That
 *     is judgement, no figure is published; the intervals allow for a quarter of it and for four
 *     times as much. A clerk's checks tell better.
 */
public record BeliefSettings(
    double costOfWastedVisit,
    double costOfMissedPerson,
    double undeliveredShare,
    double outdatedShare) {
  public BeliefSettings {
    cost("coverage.cost_of_wasted_visit", costOfWastedVisit);
    cost("coverage.cost_of_missed_person", costOfMissedPerson);
    CoverageSettings.share("coverage.undelivered_share", undeliveredShare);
    CoverageSettings.share("coverage.outdated_share", outdatedShare);
  }

  /** The settings that hold where nothing is set. */
  public static BeliefSettings defaults() {
    return new BeliefSettings(1, 1, 0, 0.002);
  }

  /** The least {@code p_uninsured} at which a visit is worth its cost. */
  public double listThreshold() {
    return costOfWastedVisit / (costOfWastedVisit + costOfMissedPerson);
  }

  private static void cost(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " is " + value + ", not a positive number");
    }
  }
}
