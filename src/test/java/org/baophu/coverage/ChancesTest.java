package org.baophu.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.baophu.coverage.Chances.Outcome;
import org.junit.jupiter.api.Test;

class ChancesTest {
  private static List<Outcome> outcomes(Segment segment, String commune, int joined, int others) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < joined + others; i++) {
      outcomes.add(new Outcome(segment, commune, i < joined, 1.5));
    }
    return outcomes;
  }

  @Test
  void withoutHistoryEveryCommuneHasTheSegmentsPrior() {
    assertThat(Chances.prior().of(Segment.RETURNING_AFTER_PAUSE, "05977")).isEqualTo(0.08);
    assertThat(Chances.prior().of(Segment.OTHER, "")).isEqualTo(0.02);
    for (Segment segment : Segment.values()) {
      assertThat(Chances.prior().of(segment, "05977"))
          .isLessThanOrEqualTo(Chances.prior().of(Segment.RETURNING_AFTER_PAUSE, "05977"));
    }
  }

  @Test
  void byHand() {
    // 10 of 50 traders joined in one commune: r = (0.03·50 + 10) ÷ (50 + 50) = 0.115,
    // f = (2 + 10) ÷ (2 + 0.115·50) = 12 ÷ 7.75, chance = (0.115·f·20 + 10) ÷ (20 + 50).
    Chances chances = Chances.learn(outcomes(Segment.TRADER_OR_FREELANCER, "05977", 10, 40));

    double factor = 12 / 7.75;
    assertThat(chances.of(Segment.TRADER_OR_FREELANCER, "05977"))
        .isCloseTo((0.115 * factor * 20 + 10) / 70, within(1e-12));
    assertThat(chances.of(Segment.TRADER_OR_FREELANCER, "06001"))
        .as("another commune learns of the segment alone")
        .isCloseTo(0.115, within(1e-12));
    assertThat(chances.of(Segment.OTHER, "05977"))
        .as("another segment learns of the commune alone")
        .isCloseTo(0.02 * factor, within(1e-12));
    assertThat(chances.of(Segment.OTHER, "06001")).isCloseTo(0.02, within(1e-12));
  }

  @Test
  void aNightOnTheListIsHardlyATrial() {
    List<Outcome> fresh = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      fresh.add(new Outcome(Segment.OTHER, "05977", false, 1 / 365.25));
    }
    assertThat(Chances.learn(fresh).of(Segment.OTHER, "05977")).isBetween(0.015, 0.02);
  }

  @Test
  void muchHistorySpeaksForItselfAndOrderDoesNotMatter() {
    List<Outcome> outcomes = new ArrayList<>();
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      boolean rich = i % 2 == 0;
      outcomes.add(
          new Outcome(
              Segment.HOUSEHOLD_BUSINESS,
              rich ? "05977" : "06001",
              random.nextDouble() < (rich ? 0.2 : 0.02),
              1));
    }
    Chances chances = Chances.learn(outcomes);
    assertThat(chances.of(Segment.HOUSEHOLD_BUSINESS, "05977")).isCloseTo(0.2, within(0.01));
    assertThat(chances.of(Segment.HOUSEHOLD_BUSINESS, "06001")).isCloseTo(0.02, within(0.005));

    Collections.shuffle(outcomes, random);
    assertThat(Chances.learn(outcomes).of(Segment.HOUSEHOLD_BUSINESS, "05977"))
        .isEqualTo(chances.of(Segment.HOUSEHOLD_BUSINESS, "05977"));
  }
}
