package org.baophu.coverage;

import java.time.LocalDate;
import org.baophu.person.BirthDate;

/**
 * The age that a birth date allows on a day: where only the year or the month is known, it may be
 * one of two.
 *
 * @param leastYears -1 if unknown
 * @param mostYears -1 if unknown
 */
record Ages(int leastYears, int mostYears) {
  static Ages on(LocalDate date, BirthDate birth) {
    if (!birth.isKnown()) {
      return new Ages(-1, -1);
    }
    BirthDate earliest =
        new BirthDate(birth.year(), Math.max(1, birth.month()), Math.max(1, birth.day()));
    return new Ages(birth.ageOn(date), earliest.ageOn(date));
  }

  /** Whether every age that the birth date allows is outside; never where it is unknown. */
  static boolean isOutside(LocalDate date, BirthDate birth, CoverageSettings settings) {
    Ages ages = on(date, birth);
    return birth.isKnown()
        && (ages.mostYears < settings.minAgeYears() || ages.leastYears > settings.maxAgeYears());
  }

  /** Whether some of the ages are outside and some are not. */
  static boolean mayBeOutside(LocalDate date, BirthDate birth, CoverageSettings settings) {
    Ages ages = on(date, birth);
    return birth.isKnown()
        && !isOutside(date, birth, settings)
        && (ages.leastYears < settings.minAgeYears() || ages.mostYears > settings.maxAgeYears());
  }
}
