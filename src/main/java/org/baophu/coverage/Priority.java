package org.baophu.coverage;

/**
 * Whom first.
 *
 * <p>priority = r + p_uninsured × c ÷ (c + {@value #EVEN_CHANCE}) × (w₁·o + w₂·m + w₃·s + w₄·n),
 * rounded to 4 decimals: what the person is expected to gain, times a weight that grows with the
 * chance that they join, where
 *
 * <ul>
 *   <li>r is 1 for those returning after a pause, else 0: they come first, whatever else holds,
 *       because their months count again;
 *   <li>c is the {@linkplain Chances chance} to join within a year; at {@value #EVEN_CHANCE} its
 *       weight is a half, and it is less than 1 however great the chance, so that the order rests
 *       on gain as well;
 *   <li>o is 1 on a compulsory route, else 0;
 *   <li>m is the part of the way to a pension that is paid: months ÷ (12 × years needed), at most
 *       1, and 0 where unknown;
 *   <li>s is the rate of support;
 *   <li>n is 1 near retirement age or past it, else 0;
 *   <li>w are the {@link PriorityWeights}.
 * </ul>
 *
 * It lies within [0,2], and falls with the chance that the visit is wasted.
 */
final class Priority {
  private static final double MONTHS_OF_YEAR = 12;
  private static final double EVEN_CHANCE = 0.05;

  private Priority() {}

  static double of(
      Segment segment,
      Route route,
      int monthsPaid,
      double supportRate,
      boolean nearPension,
      double pUninsured,
      double chance,
      Rules rules) {
    PriorityWeights weights = rules.settings().priorityWeights();
    double pensionMonths = MONTHS_OF_YEAR * rules.minPensionYears().value().doubleValue();
    double gain =
        weights.obliged() * (route == Route.VOLUNTARY ? 0 : 1)
            + weights.progress() * Math.min(1, Math.max(0, monthsPaid) / pensionMonths)
            + weights.support() * supportRate
            + weights.nearPension() * (nearPension ? 1 : 0);
    double weight = chance / (chance + EVEN_CHANCE);
    return Text.rounded(
        (segment == Segment.RETURNING_AFTER_PAUSE ? 1 : 0) + pUninsured * weight * gain);
  }
}
