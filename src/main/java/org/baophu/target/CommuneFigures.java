package org.baophu.target;

/**
 * What a commune's target rests on; persons, but for the two moments of the list.
 *
 * @param communeCode empty for the persons whose commune is unknown; such a line gets no target
 * @param labourForce -1 unknown
 * @param insured with insurance in force, pensions included
 * @param participants of them, those who pay contributions: compulsory or voluntary
 * @param voluntary of them, those in voluntary insurance alone
 * @param potential potential participants on the voluntary route, whom the measure {@code
 *     new_voluntary} counts; those on the compulsory routes are not won by collectors but are due
 * @param compulsory potential participants on the compulsory routes
 * @param expected of {@code potential}, how many are expected to be uninsured: Σ p_uninsured
 * @param variance of that number: Σ p (1 − p)
 * @param unseen estimated persons for the voluntary route who are on no list
 * @param lastTarget the commune's target of the year before, -1 unknown
 */
public record CommuneFigures(
    String communeCode,
    String commune,
    long labourForce,
    long insured,
    long participants,
    long voluntary,
    long potential,
    long compulsory,
    double expected,
    double variance,
    long unseen,
    long lastTarget) {
  public CommuneFigures {
    boolean counts = insured >= 0 && participants >= 0 && voluntary >= 0 && unseen >= 0;
    boolean moments = expected >= 0 && variance >= 0;
    if (!counts || !moments || potential < 0 || compulsory < 0) {
      throw new IllegalArgumentException("commune " + communeCode + ": figures below 0");
    }
    if (labourForce < -1 || lastTarget < -1) {
      throw new IllegalArgumentException(
          "commune " + communeCode + ": labour force and last target are -1 where unknown");
    }
  }

  /** A commune of which no more is known: all insured pay contributions, the list is sure. */
  public CommuneFigures(
      String communeCode, String commune, long labourForce, long insured, long potential) {
    this(communeCode, commune, labourForce, insured, insured, 0, potential, 0, potential, 0, 0, -1);
  }

  /** The same with another list. */
  CommuneFigures withPotential(long number) {
    return new CommuneFigures(
        communeCode,
        commune,
        labourForce,
        insured,
        participants,
        voluntary,
        number,
        compulsory,
        expected,
        variance,
        unseen,
        lastTarget);
  }
}
