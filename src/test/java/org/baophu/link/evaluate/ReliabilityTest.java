package org.baophu.link.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReliabilityTest {
  @Test
  void countsByBandTheLowerBoundWithin() {
    Reliability reliability = new Reliability();
    reliability.add(0.9, true);
    reliability.add(0.94, false);
    reliability.add(0.95, true);
    reliability.add(1, true);
    reliability.add(0, false);

    assertThat(reliability.bands())
        .extracting(
            Reliability.Band::from,
            Reliability.Band::to,
            Reliability.Band::pairs,
            Reliability.Band::matches)
        .containsExactly(
            tuple(0.0, 0.01, 1L, 0L),
            tuple(0.9, 0.95, 2L, 1L),
            tuple(0.95, 0.98, 1L, 1L),
            tuple(0.99, 1.0, 1L, 1L));
    assertThat(reliability.bands().get(1).meanGiven()).isCloseTo(0.92, within(1e-12));
    assertThat(reliability.bands().get(1).holds()).isFalse();
  }

  /** The example of R's prop.test(15, 148, correct = FALSE). */
  @Test
  void theIntervalIsWilsons() {
    Estimate estimate = Reliability.wilson(15, 148);

    assertThat(estimate.value()).isCloseTo(0.10135, within(1e-5));
    assertThat(estimate.low()).isCloseTo(0.06239, within(1e-4));
    assertThat(estimate.high()).isCloseTo(0.16050, within(1e-4));
  }

  @Test
  void theIntervalEndsAtTheEnds() {
    assertThat(Reliability.wilson(0, 10))
        .isEqualTo(new Estimate(0, 0, Reliability.wilson(0, 10).high()));
    assertThat(Reliability.wilson(10, 10).high()).isEqualTo(1);
    assertThat(Reliability.wilson(0, 10).high()).isCloseTo(0.2775, within(1e-4));
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Reliability().add(Double.NaN, true));
  }
}
