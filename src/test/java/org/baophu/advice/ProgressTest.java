package org.baophu.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.baophu.advice.Progress.Line;
import org.baophu.advice.Rounds.Round;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
  private static final Progress HALF_WAY =
      new Progress(
          LocalDate.of(2026, 12, 16),
          LocalDate.of(2026, 12, 1),
          List.of(
              new Line(new Round("05977", "A", "1"), 10, 4, 1),
              new Line(new Round("05977", "B", "2"), 20, 0, 0),
              new Line(new Round("06001", "A", "3"), 5, 2, 0)));

  @Test
  void linesAddUpAtEveryLevel() {
    assertThat(HALF_WAY.communes())
        .containsExactly(
            new Line(new Round("05977", "", ""), 30, 4, 1),
            new Line(new Round("06001", "", ""), 5, 2, 0));
    assertThat(HALF_WAY.organisations())
        .containsExactly(
            new Line(new Round("", "A", ""), 15, 6, 1), new Line(new Round("", "B", ""), 20, 0, 0));
    assertThat(HALF_WAY.total()).isEqualTo(new Line(new Round("", "", ""), 35, 6, 1));
  }

  @Test
  void halfOfTheTimeIsHalfOfTheTarget() {
    assertThat(HALF_WAY.dueByNow(HALF_WAY.total())).isCloseTo(17.5, within(1e-9));
    // (6 + ½) · 15 ÷ 15 more days.
    assertThat(HALF_WAY.project(HALF_WAY.total()).orElseThrow().expected()).isEqualTo(6 + 7);
    Progress first = new Progress(HALF_WAY.askedOn(), HALF_WAY.askedOn(), HALF_WAY.points());
    assertThat(first.project(first.total())).isEmpty();
    assertThat(first.dueByNow(first.total())).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 10, 50", "3, 30, 200", "40, 100, 265", "900, 60, 300", "5, 364, 1", "2, 1, 364"})
  void theIntervalHoldsWhatIsDrawnFromTheSameModel(long joined, long past, long left) {
    Projection projection = Projection.of(joined, past, left);

    // Gamma rates by the sum of exponentials and half a squared normal, then Poisson counts.
    Random random = new Random(joined * 31 + left);
    int trials = 4_000;
    int below = 0;
    int above = 0;
    for (int i = 0; i < trials; i++) {
      double normal = random.nextGaussian();
      double gamma = normal * normal / 2;
      for (int k = 0; k < joined; k++) {
        gamma -= Math.log(1 - random.nextDouble());
      }
      long end = joined + poisson(gamma / past * left, random);
      below += end < projection.low() ? 1 : 0;
      above += end > projection.high() ? 1 : 0;
    }
    assertThat(below / (double) trials).isLessThan(0.035);
    assertThat(above / (double) trials).isLessThan(0.035);
    assertThat(projection.expected()).isBetween(projection.low(), projection.high());
  }

  private static long poisson(double mean, Random random) {
    long count = 0;
    double time = -Math.log(1 - random.nextDouble());
    while (time < mean) {
      count++;
      time -= Math.log(1 - random.nextDouble());
    }
    return count;
  }

  @Test
  void atTheEndOfTheYearNothingIsOpen() {
    assertThat(Projection.of(12, 300, 0)).isEqualTo(new Projection(12, 12, 12));
  }
}
