package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Bits in the evidence of a pair for review against the formatter of the platform. */
class ReviewTextTest {
  @Test
  void writesBitsAsTheFormatterDoes() {
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 20_000; i++) {
      // All weights are multiples of 2^-20.
      double bits = random.nextInt(-(1 << 26), 1 << 26) / (double) (1 << 20);
      assertThat(tenths(bits)).isEqualTo(String.format(Locale.ROOT, "%+.1f", bits));
    }
    for (double bits : new double[] {0.25, -0.25, 0.75, 9.95, -9.96875, 0.05, -0.03125, 12}) {
      assertThat(tenths(bits)).isEqualTo(String.format(Locale.ROOT, "%+.1f", bits));
    }
  }

  private static String tenths(double bits) {
    StringBuilder out = new StringBuilder();
    Reviewing.addTenths(bits, out);
    return out.toString();
  }
}
