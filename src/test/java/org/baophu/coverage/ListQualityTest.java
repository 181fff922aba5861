package org.baophu.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.baophu.coverage.ListQuality.Doubt;
import org.baophu.coverage.ListQuality.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListQualityTest {
  @Test
  void withoutDoubtThereIsNothingToExpect() {
    assertThat(Doubt.NONE.range()).isEqualTo(new Range(0, 0, 0));
    assertThat(BeliefSettings.defaults().listThreshold()).isEqualTo(0.5);
    assertThat(new BeliefSettings(1, 3, 0, 0).listThreshold()).isEqualTo(0.25);
  }

  @Test
  void aLittleDoubtIsMostlyNoneAndRarelyOne() {
    // P(0) is about exp(-0.04), so that 96 % of the cases are none, and 1 is the 97.5 % quantile.
    Range range = new Doubt(0.04, 0, 0).range();

    assertThat(range.expected()).isEqualTo(0.04);
    assertThat(range.low()).isZero();
    assertThat(range.high()).isEqualTo(1);
  }

  /** The same by simulation: factors log-normal with mean 1, then a Poisson number. */
  @ParameterizedTest
  @CsvSource({"3, 0, 0", "0, 5, 0", "2, 3, 12", "40, 20, 60", "300, 50, 250"})
  void intervalsHoldAsOftenAsTheySay(double links, double unfound, double outdated) {
    Range range = new Doubt(links, unfound, outdated).range();
    SplittableRandom random = new SplittableRandom(4);
    int inside = 0;
    for (int draw = 0; draw < 4_000; draw++) {
      double mean =
          links * factor(random, 0.5)
              + unfound * factor(random, 0.9)
              + outdated * factor(random, 0.7);
      long number = poisson(random, mean * factor(random, 0.7));
      inside += number >= range.low() && number <= range.high() ? 1 : 0;
    }

    assertThat(range.expected()).isCloseTo(links + unfound + outdated, within(1e-9));
    assertThat(inside / 4_000.0).isBetween(0.92, 0.99);
  }

  private static double factor(SplittableRandom random, double spread) {
    return Math.exp(spread * random.nextGaussian() - spread * spread / 2);
  }

  private static long poisson(SplittableRandom random, double mean) {
    if (mean > 200) {
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double product = random.nextDouble();
    long number = 0;
    while (product > Math.exp(-mean)) {
      product *= random.nextDouble();
      number++;
    }
    return number;
  }

  @Test
  void doubtsAddUp() {
    assertThat(new Doubt(1, 2, 3).plus(new Doubt(0.5, 0.25, 0))).isEqualTo(new Doubt(1.5, 2.25, 3));
  }
}
