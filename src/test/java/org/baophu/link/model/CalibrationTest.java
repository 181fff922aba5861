package org.baophu.link.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void isLinearBetweenItsPointsAndOfSlopeOneBeyond() {
    Calibration calibration = new Calibration(List.of(-2.0, 0.0, 4.0), List.of(-5.0, -2.0, 2.0), 0);

    assertThat(calibration.of(-4)).isEqualTo(-7);
    assertThat(calibration.of(-2)).isEqualTo(-5);
    assertThat(calibration.of(-1)).isEqualTo(-3.5);
    assertThat(calibration.of(1)).isEqualTo(-1);
    assertThat(calibration.of(10)).isEqualTo(8);
  }

  @Test
  void changesNothingWithoutPoints() {
    assertThat(Calibration.none().of(1.25)).isEqualTo(1.25);
    assertThat(new Calibration.Learning().calibration()).isEqualTo(Calibration.none());
  }

  @Test
  void refusesWhatDoesNotAscend() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Calibration(List.of(0.0, 1.0), List.of(1.0, 0.0), 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Calibration(List.of(0.0), List.of(), 0));
  }

  /** Evidence that says twice what is true, and two bits too much. */
  private static Calibration learnt(int pairs) {
    Calibration.Learning learning = new Calibration.Learning();
    SplittableRandom random = new SplittableRandom(5);
    for (int pair = 0; pair < pairs; pair++) {
      double bits = -8 + 20 * random.nextDouble();
      double truth = Scorer.probability((bits - 2) / 2);
      learning.add(bits, random.nextDouble() < truth ? 1 : 0);
    }
    return learning.calibration();
  }

  @Test
  void findsHowSureTheEvidenceReallyIs() {
    Calibration calibration = learnt(100_000);

    for (double bits = -5; bits <= 10; bits += 0.5) {
      assertThat(Scorer.probability(calibration.of(bits)))
          .isCloseTo(Scorer.probability((bits - 2) / 2), within(0.03));
    }
  }

  @Test
  void neverGivesMoreEvidenceALowerWeight() {
    Calibration calibration = learnt(400);

    double before = -100;
    for (double bits = -15; bits < 25; bits += 0.01) {
      assertThat(calibration.of(bits)).isGreaterThanOrEqualTo(before);
      assertThat(calibration.of(bits)).isLessThanOrEqualTo(bits + Calibration.MOST_RAISED + 1e-5);
      before = calibration.of(bits);
    }
  }

  @Test
  void tellsTheEvidenceThatAWeightTakes() {
    Calibration calibration = learnt(10_000);

    for (double weight = -6; weight < 12; weight += 0.37) {
      double least = calibration.lowest(weight);
      assertThat(calibration.of(least)).isLessThanOrEqualTo(weight);
      assertThat(calibration.of(least + 0.01)).isGreaterThanOrEqualTo(weight - 1e-6);
    }
  }

  /** A hundred thousand pairs, of which a share is matches, whose evidence is normal around ±4. */
  private static void addPairs(
      double share, int pairs, Calibration.Learning learning, boolean alone) {
    SplittableRandom random = new SplittableRandom(alone ? 8 : 9);
    for (int pair = 0; pair < pairs; pair++) {
      boolean match = random.nextDouble() < share;
      double spread = Math.sqrt(8 / Math.log(2));
      double bits = (match ? 4 : -4) + spread * random.nextGaussian();
      if (alone) {
        learning.addAlone(bits);
      } else {
        learning.add(bits, match ? 1 : 0);
      }
    }
  }

  @Test
  void findsWithoutLabelsThatPairsAloneMatchMoreOften() {
    Calibration.Learning learning = new Calibration.Learning();
    addPairs(0.2, 50_000, learning, false);
    addPairs(0.5, 50_000, learning, true);

    Calibration calibration = learning.calibration();

    // From odds of 1:4 to odds of 1:1 are two bits, of which seven tenths are believed.
    assertThat(calibration.aloneBits()).isCloseTo(1.4, within(0.2));
    assertThat(calibration.ofAlone(1)).isEqualTo(calibration.of(1) + calibration.aloneBits());
  }

  @Test
  void believesFewPairsAloneLittleAndNeverRaisesAWeightByMoreThanTwoBits() {
    Calibration.Learning learning = new Calibration.Learning();
    addPairs(0.2, 50_000, learning, false);
    addPairs(0.9, 5, learning, true);

    Calibration calibration = learning.calibration();

    assertThat(calibration.aloneBits()).isBetween(-0.3, 0.7);
    Calibration high = new Calibration(List.of(0.0), List.of(1.0), 3);
    assertThat(high.ofAlone(0)).isEqualTo(Calibration.MOST_RAISED);
  }
}
