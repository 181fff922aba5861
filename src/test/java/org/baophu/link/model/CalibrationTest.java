package org.baophu.link.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final List<Double> NOTHING = Collections.nCopies(Cut.KINDS, 0.0);

  /** A record beside two others. */
  private static final int ONE_OF_THREE = Cut.kind(1, 2);

  @Test
  void isLinearBetweenItsPointsAndOfSlopeOneBeyond() {
    Calibration calibration =
        new Calibration(List.of(-2.0, 0.0, 4.0), List.of(-5.0, -2.0, 2.0), NOTHING);

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
        .isThrownBy(() -> new Calibration(List.of(0.0, 1.0), List.of(1.0, 0.0), NOTHING));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Calibration(List.of(0.0), List.of(), NOTHING));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Calibration(List.of(), List.of(), List.of(0.0)));
  }

  /** Evidence that says twice what is true, and two bits too much. */
  private static Calibration learnt(int pairs) {
    Calibration.Learning learning = new Calibration.Learning();
    SplittableRandom random = new SplittableRandom(5);
    for (int pair = 0; pair < pairs; pair++) {
      double bits = -8 + 20 * random.nextDouble();
      double truth = Scorer.probability((bits - 2) / 2);
      learning.add(ONE_OF_THREE, bits, random.nextDouble() < truth ? 1 : 0);
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

  /** Pairs, of which a share is matches, whose evidence is normal around ±4. */
  private static void addPairs(
      double share, int pairs, Calibration.Learning learning, boolean alone) {
    SplittableRandom random = new SplittableRandom(alone ? 8 : 9);
    for (int pair = 0; pair < pairs; pair++) {
      boolean match = random.nextDouble() < share;
      double spread = Math.sqrt(8 / Math.log(2));
      double bits = (match ? 4 : -4) + spread * random.nextGaussian();
      if (alone) {
        learning.addCut(Cut.ALONE, bits, false);
      } else {
        learning.add(ONE_OF_THREE, bits, match ? 1 : 0);
      }
    }
  }

  private static double aloneBits(Calibration calibration) {
    return calibration.cutBits().get(Cut.ALONE);
  }

  @Test
  void findsWithoutLabelsThatPairsAloneMatchMoreOften() {
    Calibration.Learning learning = new Calibration.Learning();
    addPairs(0.2, 50_000, learning, false);
    addPairs(0.5, 50_000, learning, true);

    Calibration calibration = learning.calibration();

    // From odds of 1:4 to odds of 1:1 are two bits.
    assertThat(aloneBits(calibration)).isCloseTo(2, within(0.15));
    assertThat(calibration.of(Cut.ALONE, -1))
        .isEqualTo(calibration.of(-1) + aloneBits(calibration));
  }

  @Test
  void pairsAloneThatAreSureSayNothingAboutThoseInDoubt() {
    Calibration.Learning learning = new Calibration.Learning();
    addPairs(0.2, 50_000, learning, false);
    addPairs(0.2, 50_000, learning, true);
    for (int pair = 0; pair < 200_000; pair++) {
      learning.addCut(Cut.ALONE, 16, true);
    }

    assertThat(aloneBits(learning.calibration())).isCloseTo(0, within(0.15));
  }

  @Test
  void believesFewPairsAloneLittleAndNeverRaisesAWeightByMoreThanTwoBits() {
    Calibration.Learning learning = new Calibration.Learning();
    addPairs(0.2, 50_000, learning, false);
    addPairs(0.9, 5, learning, true);

    Calibration calibration = learning.calibration();

    assertThat(aloneBits(calibration)).isBetween(-0.3, 0.7);
    Calibration high =
        new Calibration(List.of(0.0), List.of(1.0), Collections.nCopies(Cut.KINDS, 3.0));
    assertThat(high.of(Cut.ALONE, 0)).isEqualTo(Calibration.MOST_RAISED);
    assertThat(high.of(ONE_OF_THREE, 0)).isEqualTo(4);
  }

  /** Of all pairs half match. */
  @Test
  void kindsOfCutsAddWhatTheirSharesOfMatchesSay() {
    int twoAndTwo = Cut.kind(2, 2);
    Calibration.Learning learning = new Calibration.Learning();
    for (int pair = 0; pair < 400; pair++) {
      learning.add(ONE_OF_THREE, 0.5, pair < 300 ? 1 : 0);
      learning.add(twoAndTwo, 0.5, pair < 100 ? 1 : 0);
    }
    for (int cut = 0; cut < 200; cut++) {
      learning.addCut(ONE_OF_THREE, 0.5, cut < 150);
      learning.addCut(twoAndTwo, 0.5, cut < 50);
    }

    Calibration calibration = learning.calibration();

    // As pairs log2(315 / 115) = 1.45, with 30 pairs more of which half match. As cuts log2(3) =
    // 1.58, drawn to log2(165 / 65) = 1.34, from which it may lead half a bit: 1.54.
    assertThat(calibration.of(0.5)).isCloseTo(0, within(0.02));
    assertThat(calibration.cutBits().get(ONE_OF_THREE))
        .isCloseTo(1.45 / 2 + 1.54 / 2, within(0.02));
    assertThat(calibration.cutBits().get(twoAndTwo))
        .isCloseTo(-1.45 / 4 - 1.54 * 3 / 4, within(0.02));
    assertThat(calibration.cutBits().get(Cut.kind(1, 3))).isCloseTo(0, within(0.01));
  }
}
