package org.baophu.coverage;

import java.util.Map;

/**
 * What is choice and not law.
 *
 * @param retiredOwnersExempt whether owners past retirement age are outside the compulsory route,
 *     as the law excepts them; off by default, since the records seldom tell all that the exception
 *     asks for
 * @param provinceExtraRate a province's own part on top of the state's, in [0,1] by group; empty by
 *     default
 * @param listThreshold least {@code p_uninsured} to be listed; by default what the costs of the two
 *     errors say, 0.5. Raising it drops the doubtful: fewer wasted visits (precision up), more
 *     people missed (recall down). At 0.5 a person with one insurance record in force that is
 *     theirs with probability 0.4 (p_uninsured 0.6) is listed, at 0.7 they are not.
 * @param minAgeYears youngest age listed, 15 by default
 * @param maxAgeYears oldest age listed, 74 by default
 * @param nearPensionYears within how many years of retirement age somebody counts as near it, 5 by
 *     default
 * @param missShare probability that an insurance record in force exists but was not among the
 *     candidates, of those of whom no insurance record was found; 0 by default, since a night works
 *     it out from the linkage
 * @param belief what errors cost, and what no record can tell
 * @param priorityWeights what makes a person come earlier on the list
 */
public record CoverageSettings(
    boolean retiredOwnersExempt,
    Map<SupportGroup, Double> provinceExtraRate,
    double listThreshold,
    int minAgeYears,
    int maxAgeYears,
    int nearPensionYears,
    double missShare,
    BeliefSettings belief,
    PriorityWeights priorityWeights) {

  public CoverageSettings {
    provinceExtraRate = Map.copyOf(provinceExtraRate);
    provinceExtraRate.forEach(
        (group, rate) -> share("coverage.province_extra_rate of " + group.code(), rate));
    share("coverage.list_threshold", listThreshold);
    share("missShare", missShare);
    if (minAgeYears < 0 || maxAgeYears < minAgeYears || nearPensionYears < 0) {
      throw new IllegalArgumentException(
          "coverage: min_age_years is "
              + minAgeYears
              + ", max_age_years "
              + maxAgeYears
              + ", near_pension_years "
              + nearPensionYears
              + ": none may be negative, and the first at most the second");
    }
  }

  /** The settings that hold where nothing is set. */
  public static CoverageSettings defaults() {
    return new CoverageSettings(
        false,
        Map.of(),
        BeliefSettings.defaults().listThreshold(),
        15,
        74,
        5,
        0,
        BeliefSettings.defaults(),
        PriorityWeights.defaults());
  }

  /** The same with another share of records that could not be found. */
  public CoverageSettings withMissShare(double share) {
    return new CoverageSettings(
        retiredOwnersExempt,
        provinceExtraRate,
        listThreshold,
        minAgeYears,
        maxAgeYears,
        nearPensionYears,
        share,
        belief,
        priorityWeights);
  }

  static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is " + value + ", not within [0,1]");
    }
  }
}
