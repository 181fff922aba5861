package org.baophu.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Persons whom clerks checked and who had been given about the same {@code p_uninsured}.
 *
 * @param from the least of the band; it ends where the next begins, the last at 1, included
 * @param answered how many were checked
 * @param given their mean {@code p_uninsured}, each weighing the inverse of the probability of
 *     being drawn
 * @param observed the share of them without insurance, weighed alike, with an interval after Wilson
 *     (1927) for the effective number {@code (Σ w)² / Σ w²} of answers (Kish 1965)
 */
public record ReliabilityBand(double from, long answered, double given, Interval observed) {
  private static final double[] BORDERS = {0, 0.001, 0.05, 0.5, 0.95, 0.999};
  private static final double Z = 1.959963984540054;

  /** The bands that have answers, from the lowest on. */
  static List<ReliabilityBand> of(List<Checked> checked) {
    List<ReliabilityBand> bands = new ArrayList<>();
    for (int band = 0; band < BORDERS.length; band++) {
      double from = BORDERS[band];
      double to = band + 1 < BORDERS.length ? BORDERS[band + 1] : Double.POSITIVE_INFINITY;
      List<Checked> within =
          checked.stream()
              .filter(c -> c.answer().insured() == Said.YES || c.answer().insured() == Said.NO)
              .filter(c -> c.drawn().unit().stratum().band().isAboutInsurance())
              .filter(c -> c.drawn().unit().given() >= from && c.drawn().unit().given() < to)
              .toList();
      if (!within.isEmpty()) {
        bands.add(band(from, within));
      }
    }
    return bands;
  }

  private static ReliabilityBand band(double from, List<Checked> within) {
    double weights = 0;
    double squares = 0;
    double given = 0;
    double uninsured = 0;
    for (Checked checked : within) {
      double weight = 1 / checked.drawn().inclusion();
      weights += weight;
      squares += weight * weight;
      given += weight * checked.drawn().unit().given();
      uninsured += checked.answer().insured() == Said.NO ? weight : 0;
    }
    return new ReliabilityBand(
        from,
        within.size(),
        given / weights,
        wilson(uninsured / weights, weights * weights / squares));
  }

  private static Interval wilson(double share, double number) {
    double z2 = Z * Z / number;
    double centre = (share + z2 / 2) / (1 + z2);
    double half = Z * Math.sqrt(share * (1 - share) / number + z2 / number / 4) / (1 + z2);
    return new Interval(share, Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
