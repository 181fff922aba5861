package org.baophu.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaDistributionTest {

  /** The limits of a Poisson count, as every table has them (Garwood 1936). */
  @ParameterizedTest
  @CsvSource({
    "0.975, 1, 3.6889",
    "0.025, 1, 0.0253",
    "0.975, 2, 5.5716",
    "0.025, 5, 1.6235",
    "0.975, 11, 18.3904",
    "0.025, 100, 81.3639"
  })
  void givesTheLimitsOfPoissonCounts(double level, double shape, double limit) {
    assertThat(GammaDistribution.quantile(level, shape, 1)).isCloseTo(limit, within(2e-4));
  }

  @ParameterizedTest
  @CsvSource({"0.3", "1", "7.5", "400"})
  void quantileAndDistributionAreInverse(double shape) {
    for (double level : new double[] {0.025, 0.5, 0.975}) {
      double value = GammaDistribution.quantile(level, shape, 3);
      assertThat(GammaDistribution.lower(shape, value / 3)).isCloseTo(level, within(1e-9));
    }
  }

  @Test
  void logGammaOfWholeNumbersIsThatOfFactorials() {
    assertThat(GammaDistribution.logGamma(1)).isCloseTo(0, within(1e-9));
    assertThat(GammaDistribution.logGamma(6)).isCloseTo(Math.log(120), within(1e-9));
  }

  /** Without an error found among m checked, r unchecked hold at most 3.69 (r/m + 1) of them. */
  @Test
  void noErrorFoundLeavesRoomForSome() {
    WeightedErrors errors = new WeightedErrors();
    errors.add(99, 0);
    assertThat(errors.interval().estimate()).isZero();
    assertThat(errors.interval().high()).isBetween(350.0, 3.69 * 100);
  }
}
