package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordProfileTest {
  private static RecordProfile profile(long tax, long business, double missingPhones) {
    return new RecordProfile(
        Map.of("tax", tax, "business", business),
        Map.of("tax", Map.of("phone", missingPhones), "business", Map.of("phone", 0.2)),
        0.5,
        1_000);
  }

  @Test
  void smallMovesAreNoDrift() {
    assertThat(profile(1_000, 1_000, 0.2).driftTo(profile(1_400, 700, 0.29))).isEmpty();
  }

  @Test
  void aRegisterThatGrowsByMoreThanHalfIsDrift() {
    assertThat(profile(1_000, 1_000, 0.2).driftTo(profile(1_501, 1_000, 0.2)))
        .containsExactly("records:tax");
    assertThat(profile(1_000, 1_000, 0.2).driftTo(profile(1_000, 666, 0.2)))
        .containsExactly("records:business");
  }

  @Test
  void aFieldThatStopsBeingFilledInIsDrift() {
    assertThat(profile(1_000, 1_000, 0.2).driftTo(profile(1_000, 1_000, 0.31)))
        .containsExactly("missing:tax.phone");
  }

  @Test
  void aRegisterThatComesForTheFirstTimeIsDrift() {
    RecordProfile without = new RecordProfile(Map.of(), Map.of(), 0.5, 1_000);

    assertThat(without.driftTo(profile(1_000, 199, 0.2))).containsExactly("records:tax");
  }

  @Test
  void fewRecordsSayNothing() {
    assertThat(profile(150, 199, 0.2).driftTo(profile(20, 50, 0.9))).isEmpty();
  }

  @Test
  void blocksMayDoubleButNeedNotBeSmallerThanFourThousand() {
    assertThat(profile(1, 1, 0).mostInBlock()).isEqualTo(4_000);
    assertThat(new RecordProfile(Map.of(), Map.of(), 0, 3_000).mostInBlock()).isEqualTo(6_000);
  }
}
