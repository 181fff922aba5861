package org.baophu.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.baophu.coverage.Recalibration;
import org.junit.jupiter.api.Test;

class RecalibratingTest {
  private static final double[] GIVEN = {
    0.0005, 0.01, 0.1, 0.3, 0.45, 0.55, 0.7, 0.9, 0.97, 0.9995
  };

  private static Checked check(int number, double given, boolean uninsured) {
    Side side = given >= 0.5 ? Side.LISTED : Side.EXCLUDED;
    Stratum stratum = new Stratum(side, Band.of(Math.min(given, 1 - given)));
    Unit unit = new Unit("P" + number, stratum, "", given);
    return new Checked(
        new Drawn(unit, 0.1), new Answer(uninsured ? Said.NO : Said.YES, Said.NOTHING, 0));
  }

  /** Answers to probabilities that are truly {@code inverse(slope · logit + shift)}. */
  private static List<Checked> checks(int number, double slope, double shift, long seed) {
    Random random = new Random(seed);
    List<Checked> checks = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      double given = GIVEN[i % GIVEN.length];
      double truth = Recalibration.inverse(slope * Recalibration.logit(given) + shift);
      checks.add(check(i, given, random.nextDouble() < truth));
    }
    return checks;
  }

  /** Mean log loss against what is true of such persons. */
  private static double loss(Recalibration curve, double slope, double shift) {
    double loss = 0;
    for (double given : GIVEN) {
      double truth = Recalibration.inverse(slope * Recalibration.logit(given) + shift);
      double said = curve.apply(given);
      loss -= truth * Math.log(said) + (1 - truth) * Math.log(1 - said);
    }
    return loss / GIVEN.length;
  }

  @Test
  void withoutEvidenceNothingChangesToTheLastBit() {
    assertThat(Recalibrating.learn(List.of())).isEqualTo(Recalibration.IDENTITY);
    assertThat(Recalibrating.learn(checks(199, 0.5, 1, 1))).isEqualTo(Recalibration.IDENTITY);
    for (double given : GIVEN) {
      assertThat(Recalibration.IDENTITY.apply(given)).isEqualTo(given);
    }
  }

  @Test
  void itIsMonotoneAndCertaintiesStay() {
    for (Recalibration curve :
        List.of(
            Recalibrating.learn(checks(300, 0.4, -1, 3)),
            Recalibrating.learn(checks(300, 1.5, 0.5, 4)))) {
      assertThat(curve.apply(0)).isZero();
      assertThat(curve.apply(1)).isOne();
      for (int i = 1; i < GIVEN.length; i++) {
        assertThat(curve.apply(GIVEN[i])).isGreaterThan(curve.apply(GIVEN[i - 1]));
      }
    }
  }

  @Test
  void manyAnswersBringTheTruthNearAndFewKeepTheModel() {
    Recalibration many = Recalibrating.learn(checks(40_000, 0.6, -0.5, 5));
    assertThat(many.slope()).isCloseTo(0.6, within(0.04));
    assertThat(many.shift()).isCloseTo(-0.5, within(0.06));

    Recalibration few = Recalibrating.learn(checks(200, 0.6, -0.5, 5));
    assertThat(few.slope()).isBetween(0.6, 1.0);
    assertThat(Math.abs(few.shift())).isLessThan(0.7);
  }

  /** Where the model is right little is lost, and where it is wrong more is won. */
  @Test
  void costsNextToNothingWhereTheModelHoldsAndWinsWhereItDoesNot() {
    double lost = 0;
    double won = 0;
    for (int seed = 0; seed < 40; seed++) {
      lost += loss(Recalibrating.learn(checks(300, 1, 0, seed)), 1, 0);
      lost -= loss(Recalibration.IDENTITY, 1, 0);
      won -= loss(Recalibrating.learn(checks(300, 0.5, -0.8, seed)), 0.5, -0.8);
      won += loss(Recalibration.IDENTITY, 0.5, -0.8);
    }
    assertThat(lost / 40).isBetween(0.0, 0.004);
    assertThat(won / 40).isGreaterThan(0.05);
  }

  @Test
  void theOrderOfAnswersChangesNoBit() {
    List<Checked> checks = checks(400, 0.7, 0.3, 8);
    Recalibration curve = Recalibrating.learn(checks);
    Collections.shuffle(checks, new Random(1));

    assertThat(Recalibrating.learn(checks)).isEqualTo(curve);
  }

  @Test
  void unknownAnswersAndAgesAreNoEvidence() {
    List<Checked> checks = checks(199, 0.5, 1, 1);
    Unit old = new Unit("P9", new Stratum(Side.EXCLUDED, Band.OUT_OF_AGE), "", 1);
    for (int i = 0; i < 50; i++) {
      checks.add(new Checked(checks.get(i).drawn(), Answer.NONE));
      checks.add(new Checked(new Drawn(old, 0.5), new Answer(Said.YES, Said.NO, 0)));
    }
    assertThat(Recalibrating.learn(checks)).isEqualTo(Recalibration.IDENTITY);
  }
}
