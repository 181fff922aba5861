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

  @Test
  void refusesWhatIsNoProbability() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Reliability().add(Double.NaN, true));
  }
}
