package org.baophu.link.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {
  /** The example of R's prop.test(15, 148, correct = FALSE). */
  @Test
  void theIntervalIsWilsons() {
    Estimate estimate = Estimate.wilson(15 / 148.0, 148);

    assertThat(estimate.value()).isCloseTo(0.10135, within(1e-5));
    assertThat(estimate.low()).isCloseTo(0.06239, within(1e-4));
    assertThat(estimate.high()).isCloseTo(0.16050, within(1e-4));
  }

  @Test
  void theIntervalEndsAtTheEnds() {
    Estimate none = Estimate.wilson(0, 10);
    Estimate all = Estimate.wilson(1, 10);

    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.2775, within(1e-4));
    assertThat(all.high()).isEqualTo(1);
    assertThat(all.low()).isCloseTo(1 - none.high(), within(1e-12));
  }

  @Test
  void ofNothingAnythingMayBe() {
    assertThat(Estimate.wilson(1, 0)).isEqualTo(new Estimate(1, 0, 1));
  }

  @Test
  void theWiderBoundOfTwoCounts() {
    Estimate estimate = new Estimate(0.5, 0.4, 0.6);

    assertThat(estimate.noNarrowerThan(new Estimate(0.5, 0.3, 0.55)))
        .isEqualTo(new Estimate(0.5, 0.3, 0.6));
  }
}
