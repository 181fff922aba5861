package org.baophu.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatorTest {
  private static final int TOWNS = 200;

  /** Small numbers by hand: 2 of 10 answered, one wrong, so 8 unchecked hold 4 more. */
  @Test
  void countsWhatWasFoundAndEstimatesTheRest() {
    Stratum sure = new Stratum(Side.LISTED, Band.SURE);
    List<Unit> rest =
        List.of("A", "B", "C", "D", "E", "F", "G", "H").stream()
            .map(id -> new Unit(id, sure, "", 1))
            .toList();
    Unit wrong = new Unit("X", sure, "", 1);
    Unit right = new Unit("Y", sure, "", 1);
    SampleQuality quality =
        Estimator.estimate(
            new Frame(rest, List.of(new Frame.Known(wrong, 1), new Frame.Known(right, 0))),
            List.of(
                new Checked(new Drawn(wrong, 0.2), new Answer(Said.YES, Said.NOTHING, 0)),
                new Checked(new Drawn(right, 0.2), new Answer(Said.NO, Said.NOTHING, 0))));

    assertThat(quality.province().listed().errors().estimate()).isEqualTo(5);
    assertThat(quality.province().listed().errors().low()).isBetween(1.0, 5.0);
    assertThat(quality.province().listed().errors().high()).isBetween(5.0, 9.0);
    assertThat(quality.province().precision().estimate()).isEqualTo(0.5);
    assertThat(quality.province().isEnough()).isFalse();
  }

  @Test
  void whereEverybodyWasCheckedNothingIsUncertain() {
    Unit wrong = new Unit("X", new Stratum(Side.LISTED, Band.UNSURE), "R", 0.6);
    SampleQuality quality =
        Estimator.estimate(
            new Frame(List.of(), List.of(new Frame.Known(wrong, 1))),
            List.of(new Checked(new Drawn(wrong, 1), new Answer(Said.YES, Said.YES, 0))));

    assertThat(quality.province().listed().errors()).isEqualTo(new Interval(1, 1, 1));
    assertThat(quality.regions()).singleElement().extracting(ScopeQuality::region).isEqualTo("R");
  }

  @Test
  void withoutAnyAnswerTheModelsOwnDoubtIsTheEstimateAndNothingIsExcluded() {
    Unit unit = new Unit("X", new Stratum(Side.EXCLUDED, Band.UNSURE), "", 0.3);
    SideQuality side =
        Estimator.estimate(new Frame(List.of(unit), List.of()), List.of()).province().excluded();

    assertThat(side.errors()).isEqualTo(new Interval(0.3, 0, 1));
    assertThat(side.unanswered()).isOne();
  }

  /**
   * Design-unbiased, with answers missing by chance or not, in one night or pooled over several,
   * while those who were checked leave the frame, whether what was found is put right or not.
   */
  @ParameterizedTest
  @CsvSource({"1, 1, false", "6, 1, false", "6, 0.7, false", "6, 0.8, true"})
  void isUnbiasedAndItsIntervalsHold(int nights, double answered, boolean corrected) {
    Count wrong = new Count();
    Count missed = new Count();
    Count recall = new Count();
    Count region = new Count();
    for (int town = 0; town < TOWNS; town++) {
      Townspeople people = people(town);
      for (int night = 0; night < nights; night++) {
        people.night(night, 60, answered);
      }
      SampleQuality quality = people.estimate(corrected);
      double wrongRows = people.wrong(Side.LISTED, "", corrected);
      double right = people.persons(Side.LISTED) - wrongRows;
      double missing = people.wrong(Side.EXCLUDED, "", corrected);
      wrong.add(quality.province().listed().errors(), wrongRows);
      missed.add(quality.province().excluded().errors(), missing);
      recall.add(quality.province().recall(), right / (right + missing));
      region.add(
          quality.regions().get(1).listed().errors(), people.wrong(Side.LISTED, "R1", corrected));
    }
    wrong.isUnbiased();
    missed.isUnbiased();
    region.isUnbiased();
    List.of(wrong, missed, recall, region)
        .forEach(count -> assertThat(count.held).isGreaterThanOrEqualTo(TOWNS * 93 / 100));
  }

  /** How far estimates are off, and how often intervals hold. */
  private static final class Count {
    private double sum;
    private double squares;
    private int held;

    void add(Interval interval, double truth) {
      double off = interval.estimate() - truth;
      sum += off;
      squares += off * off;
      held += holds(interval, truth);
    }

    void isUnbiased() {
      double mean = sum / TOWNS;
      double standardError = Math.sqrt((squares / TOWNS - mean * mean) / TOWNS);
      assertThat(Math.abs(mean)).isLessThan(3.5 * standardError);
    }
  }

  private static int holds(Interval interval, double truth) {
    return truth >= interval.low() - 1e-9 && truth <= interval.high() + 1e-9 ? 1 : 0;
  }

  private static Townspeople people(int seed) {
    Townspeople people = new Townspeople(seed);
    people.add(Side.LISTED, Band.SURE, 400, 6);
    people.add(Side.LISTED, Band.LIKELY, 60, 5);
    people.add(Side.LISTED, Band.UNSURE, 12, 4);
    people.add(Side.EXCLUDED, Band.SURE, 500, 8);
    people.add(Side.EXCLUDED, Band.LIKELY, 30, 4);
    people.add(Side.EXCLUDED, Band.UNSURE, 8, 2);
    people.add(Side.EXCLUDED, Band.OUT_OF_AGE, 40, 1);
    people.add(Side.EXCLUDED, Band.NO_LIVING, 90, 3);
    return people;
  }
}
