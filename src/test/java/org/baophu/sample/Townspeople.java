package org.baophu.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A small finite population with a living, of whom it is known who stands on the wrong side, and
 * nights on which clerks answer.
 */
final class Townspeople {
  private final Random random;
  private final List<Unit> units = new ArrayList<>();
  private final Map<String, Double> errors = new HashMap<>();
  private final Map<String, Boolean> checked = new HashMap<>();
  private final List<Checked> asked = new ArrayList<>();

  Townspeople(long seed) {
    this.random = new Random(seed);
  }

  /** Adds persons of a stratum, of whom some stand on the wrong side, over four regions. */
  void add(Side side, Band band, int persons, int wrong) {
    for (int i = 0; i < persons; i++) {
      String id = String.format(Locale.ROOT, "%s-%s-%d", side, band, i);
      double given = given(side, band);
      String region = "R" + (i % 7 < 3 ? 0 : i % 4);
      units.add(new Unit(id, new Stratum(side, band), region, given));
      // Errors are not spread evenly over regions.
      errors.put(id, i < wrong ? 1.0 : 0.0);
    }
  }

  private static double given(Side side, Band band) {
    double doubt =
        switch (band) {
          case SURE -> 0.0001;
          case LIKELY -> 0.02;
          case UNSURE -> 0.3;
          case OUT_OF_AGE, NO_LIVING -> 0;
        };
    return side == Side.LISTED ? 1 - doubt : doubt;
  }

  /** A night: some are drawn, and a share of them is answered. */
  void night(int number, int size, double answered) {
    for (Drawn drawn : Sampler.draw(unchecked(), size, "night " + number + random.nextLong())) {
      boolean wrong = errors.getOrDefault(drawn.unit().personId(), 0.0) == 1;
      boolean belongs = (drawn.unit().stratum().side() == Side.LISTED) != wrong;
      if (random.nextDouble() < answered) {
        asked.add(new Checked(drawn, new Answer(belongs ? Said.NO : Said.YES, Said.YES, 0)));
        checked.put(drawn.unit().personId(), true);
      } else {
        asked.add(new Checked(drawn, Answer.NONE));
      }
    }
  }

  List<Unit> unchecked() {
    return units.stream().filter(unit -> !checked.containsKey(unit.personId())).toList();
  }

  List<Checked> asked() {
    return asked;
  }

  /**
   * What the answers say.
   *
   * @param corrected whether who was found on the wrong side has been moved to the right one, or
   *     answers have no effect
   */
  SampleQuality estimate(boolean corrected) {
    List<Frame.Known> known =
        units.stream()
            .filter(unit -> checked.containsKey(unit.personId()))
            .map(unit -> new Frame.Known(unit, corrected ? 0 : error(unit)))
            .toList();
    return Estimator.estimate(new Frame(unchecked(), known), asked);
  }

  private double error(Unit unit) {
    return errors.getOrDefault(unit.personId(), 0.0);
  }

  /** How many stand on the wrong side, when answers have an effect or not. */
  double wrong(Side side, String region, boolean corrected) {
    return units.stream()
        .filter(unit -> unit.stratum().side() == side)
        .filter(unit -> region.isEmpty() || unit.region().equals(region))
        .filter(unit -> !corrected || !checked.containsKey(unit.personId()))
        .mapToDouble(this::error)
        .sum();
  }

  long persons(Side side) {
    return units.stream().filter(unit -> unit.stratum().side() == side).count();
  }
}
