package org.baophu.link.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two fields of -4 to 4 bits each; a pair's weight is their sum. In truth the first is worth three
 * tenths more than it says. Only pairs in doubt are decided.
 */
class LessonsTest {
  private static final double WORTH_MORE = 0.3;

  private static double[] drawn(SplittableRandom random) {
    return new double[] {8 * random.nextDouble() - 4, 8 * random.nextDouble() - 4};
  }

  private static double sum(double[] evidence) {
    return evidence[0] + evidence[1];
  }

  /** Lessons from pairs of which {@code slips} are decided wrongly. */
  private static Lessons learnt(int decided, double worthMore, double slips, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Lessons.Learning learning = new Lessons.Learning(2);
    for (int pair = 0; pair < decided; ) {
      double[] evidence = drawn(random);
      double given = Scorer.probability(sum(evidence));
      if (given > 0.1 && given < 0.9) {
        double right = Scorer.probability(sum(evidence) + worthMore * evidence[0]);
        boolean match = random.nextDouble() < right;
        learning.add(sum(evidence), evidence, match != (random.nextDouble() < slips));
        pair++;
      }
    }
    return learning.lessons();
  }

  /** The mean loss of probabilities in bits, over pairs of all weights, decided or not. */
  private static double loss(Lessons lessons, double worthMore) {
    SplittableRandom random = new SplittableRandom(99);
    double loss = 0;
    int pairs = 20_000;
    for (int pair = 0; pair < pairs; pair++) {
      double[] evidence = drawn(random);
      double right = Scorer.probability(sum(evidence) + worthMore * evidence[0]);
      double given = Scorer.probability(sum(evidence) + lessons.bits(evidence));
      loss -= right * Math.log(given) + (1 - right) * Math.log(1 - given);
    }
    return loss / pairs / Math.log(2);
  }

  private static Lessons none() {
    return new Lessons.Learning(2).lessons();
  }

  @Test
  void noDecisionsTeachNothing() {
    assertThat(none().factors()).containsExactly(0.0, 0.0);
    assertThat(none().shiftBits()).isZero();
    assertThat(none().bits(new double[] {7, -3})).isZero();
  }

  @Test
  void manyDecisionsAboutPairsInDoubtTeachWhatHoldsForAll() {
    Lessons lessons = learnt(20_000, WORTH_MORE, 0.03, 1);

    assertThat(lessons.factors().get(0)).isCloseTo(WORTH_MORE, within(0.1));
    assertThat(lessons.factors().get(1)).isCloseTo(0, within(0.1));
    assertThat(lessons.shiftBits()).isCloseTo(0, within(0.15));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void decisionsThatAgreeWithTheModelChangeLittle(long seed) {
    assertThat(loss(learnt(300, 0, 0, seed), 0) - loss(none(), 0)).isLessThan(0.01);
  }

  @ParameterizedTest
  @CsvSource({"30, 0", "300, 0", "3000, 0", "30, 0.1", "300, 0.1", "3000, 0.1"})
  void decisionsNeverDoHarmBeyondNoiseThoughOneInTenIsWrong(int decided, double slips) {
    for (long seed = 1; seed <= 5; seed++) {
      double gain =
          loss(none(), WORTH_MORE) - loss(learnt(decided, WORTH_MORE, slips, seed), WORTH_MORE);
      assertThat(gain).isGreaterThan(decided < 300 ? -0.02 : 0);
    }
  }

  @Test
  void oneDecisionAgainstAllEvidenceWeighsNextToNothing() {
    Lessons.Learning learning = new Lessons.Learning(2);
    learning.add(30, new double[] {15, 15}, false);
    learning.add(-30, new double[] {-15, -15}, true);

    Lessons lessons = learning.lessons();

    assertThat(lessons.bits(new double[] {4, 4})).isCloseTo(0, within(0.001));
  }
}
