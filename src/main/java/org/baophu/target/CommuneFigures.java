package org.baophu.target;

/**
 * What a commune's target rests on.
 *
 * @param communeCode empty for the persons whose commune is unknown; such a line gets no target
 * @param labourForce persons, -1 unknown
 * @param insured persons with insurance in force
 * @param potential potential participants on the voluntary route, whom the measure {@code
 *     new_voluntary} counts; those on the compulsory routes are not won by collectors but are due
 */
public record CommuneFigures(
    String communeCode, String commune, long labourForce, long insured, long potential) {
  public CommuneFigures {
    if (labourForce < -1 || insured < 0 || potential < 0) {
      throw new IllegalArgumentException(
          "commune " + communeCode + ": figures below 0 (labour force: -1 where unknown)");
    }
  }
}
