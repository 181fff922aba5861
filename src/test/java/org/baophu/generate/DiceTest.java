package org.baophu.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiceTest {
  @Test
  void isTheSameOnEveryMachine() {
    Dice dice = new Dice(42, 7);
    long[] drawn = {dice.nextLong(), dice.nextLong(), dice.nextLong()};
    assertThat(drawn).containsExactly(DRAWN);
  }

  /** Written down once; they must never change, or every generated province changes. */
  private static final long[] DRAWN = {
    -3841891218851351623L, -7348009058484545189L, 7192650262678562248L
  };

  @Test
  void staysWithinItsBounds() {
    Dice dice = new Dice(1, 1);
    for (int i = 0; i < 10_000; i++) {
      assertThat(dice.share()).isGreaterThanOrEqualTo(0).isLessThan(1);
      assertThat(dice.between(3, 5)).isBetween(3, 5);
      assertThat(dice.below(2)).isBetween(0, 1);
      assertThat(dice.chance(0)).isFalse();
      assertThat(dice.chance(1)).isTrue();
    }
  }

  @Test
  void picksInProportionToWeight() {
    Weighted<String> weighted =
        new Weighted<String>().add("rare", 1).add("never", 0).add("common", 3);
    Dice dice = new Dice(5, 5);
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < 40_000; i++) {
      counts.merge(weighted.pick(dice), 1, Integer::sum);
    }
    assertThat(counts).containsOnlyKeys("rare", "common");
    // 40,000 × 1/4 = 10,000 with a standard deviation of 87.
    assertThat(counts.get("rare")).isBetween(9_740, 10_260);
  }
}
