package org.baophu.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApportionmentTest {
  private static final long NONE = Long.MAX_VALUE;

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "10, 50 30 20, 99 99 99, 5 3 2, in proportion",
    "0, 50 30 20, 99 99 99, 0 0 0, nothing to share",
    "1, 1 1 1, 9 9 9, 1 0 0, ties go to the first",
    "2, 1 1 1, 9 9 9, 1 1 0, and then to the second",
    "3, 5 1, 9 9, 3 0, '5 / 5 = 1 / 1 is a tie, so the first'",
    "4, 5 1, 9 9, 3 1, 'and the next unit is for 1 / 1'",
    "10, 50 30 20, 2 99 99, 2 5 3, what one cannot take goes to the others",
    "10, 50 30 20, 2 3 5, 2 3 5, all that is possible",
    "5, 0 7 0, 9 9 9, 0 5 0, nobody without weight",
    "3, 1 1000000, 9 1, 2 1, even a small claimant takes what is left",
    "100, 53 24 23, 99 99 99, 53 24 23, quotas that are whole",
    "6, 7270 1230 2220, 99 99 99, 4 1 1, 'Webster (largest remainders too)'",
    "4, 60 24 16, 99 99 99, 2 1 1, '60/3 and 24 and 16 against 60/5 = 12'"
  })
  void shares(long total, String weights, String bounds, String expected, String reason) {
    assertThat(Apportionment.share(total, numbers(weights), numbers(bounds)))
        .as(reason)
        .containsExactly(numbers(expected));
  }

  @Test
  void hugeNumbersAreExact() {
    long[] weights = {Long.MAX_VALUE / 4, Long.MAX_VALUE / 4, Long.MAX_VALUE / 4};

    assertThat(
            Apportionment.share(3_000_000_000_000_000_001L, weights, new long[] {NONE, NONE, NONE}))
        .containsExactly(
            1_000_000_000_000_000_001L, 1_000_000_000_000_000_000L, 1_000_000_000_000_000_000L);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> Apportionment.share(-1, new long[] {1}, new long[] {1}))
        .hasMessageContaining("below 0");
    assertThatThrownBy(() -> Apportionment.share(1, new long[] {-1}, new long[] {1}))
        .hasMessageContaining("below 0");
    assertThatThrownBy(() -> Apportionment.share(1, new long[] {1}, new long[] {1, 1}))
        .hasMessageContaining("1 weights, 1 and 2 bounds");
    assertThatThrownBy(() -> Apportionment.share(8, new long[] {1, 0}, new long[] {7, 9}))
        .hasMessageContaining("a total of 8 is not within the 0 to 7");
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void theFastWayIsTheSlowWay(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 3000; round++) {
      long[] weights = random(random, 1 + random.nextInt(12), weightLimit(random));
      long[] bounds = bounds(random, weights);
      long[] floors = floors(random, bounds);
      long least = LongStream.of(floors).sum();
      long more = Math.min(400, possible(weights, floors, bounds) - least);
      long total = least + random.nextLong(1 + more);

      long[] shares = Apportionment.share(total, weights, floors, bounds);

      assertThat(shares)
          .as("%d by %s in %s", total, Arrays.toString(weights), Arrays.toString(bounds))
          .containsExactly(SlowApportionment.share(total, weights, floors, bounds));
      assertThat(LongStream.of(shares).sum()).isEqualTo(total);
    }
  }

  @Test
  void nobodyLosesWhenTheTotalGrows() {
    Random random = new Random(21);
    for (int round = 0; round < 100; round++) {
      long[] weights = random(random, 1 + random.nextInt(65), weightLimit(random));
      long[] bounds = bounds(random, weights);
      long[] floors = floors(random, bounds);
      long[] before = floors;
      long least = LongStream.of(floors).sum();
      long most = Math.min(least + 150, possible(weights, floors, bounds));
      for (long total = least; total <= most; total++) {
        long[] shares = Apportionment.share(total, weights, floors, bounds);
        for (int i = 0; i < shares.length; i++) {
          boolean grows = shares[i] == before[i] || shares[i] == before[i] + 1;
          if (!grows || shares[i] > bounds[i]) {
            fail("%d of %s", total, Arrays.toString(weights));
          }
        }
        before = shares;
      }
    }
  }

  /** Without bounds, a greater weight never gets less. */
  @Test
  void moreWeightIsNeverLess() {
    Random random = new Random(22);
    for (int round = 0; round < 3000; round++) {
      long[] weights = random(random, 2 + random.nextInt(10), weightLimit(random));
      Arrays.sort(weights);
      if (weights[weights.length - 1] > 0) {
        long[] bounds = new long[weights.length];
        Arrays.fill(bounds, NONE);
        long[] shares = Apportionment.share(random.nextLong(100_000), weights, bounds);
        for (int i = 1; i < shares.length; i++) {
          if (weights[i - 1] < weights[i]) {
            assertThat(shares[i]).isGreaterThanOrEqualTo(shares[i - 1]);
          }
        }
      }
    }
  }

  /** How rarely Webster's method leaves quota without bounds: not once in these provinces. */
  @Test
  void sharesOfAProvinceStayWithinQuota() {
    Random random = new Random(23);
    for (int round = 0; round < 3000; round++) {
      long[] weights = random(random, 65, 5000);
      long[] bounds = new long[weights.length];
      Arrays.fill(bounds, NONE);
      long total = random.nextLong(20_000);
      long all = LongStream.of(weights).sum();
      long[] shares = Apportionment.share(total, weights, bounds);
      for (int i = 0; i < shares.length; i++) {
        long lowerQuota = total * weights[i] / all;
        assertThat(shares[i]).isBetween(lowerQuota, lowerQuota + 1);
      }
    }
  }

  private static long weightLimit(Random random) {
    return new long[] {3, 100, 5000, 1_000_000_000_000L}[random.nextInt(4)];
  }

  private static long[] bounds(Random random, long[] weights) {
    long[] bounds = random(random, weights.length, 60);
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = random.nextInt(4) == 0 ? NONE : bounds[i];
    }
    return bounds;
  }

  /** Mostly none; sometimes above what weights would give. */
  private static long[] floors(Random random, long[] bounds) {
    boolean some = random.nextBoolean();
    return LongStream.of(bounds)
        .map(bound -> some ? Math.min(bound, random.nextInt(20)) : 0)
        .toArray();
  }

  private static long possible(long[] weights, long[] lower, long[] bounds) {
    long possible = 0;
    for (int i = 0; i < weights.length; i++) {
      possible += weights[i] == 0 ? lower[i] : Math.min(1_000_000, bounds[i]);
    }
    return possible;
  }

  /** More weight or a higher bound of one's own, less of another's: never less for oneself. */
  @Test
  void nobodyGainsByASmallerClaim() {
    Random random = new Random(24);
    for (int round = 0; round < 3000; round++) {
      long[] weights = random(random, 2 + random.nextInt(8), 50);
      long[] bounds = weights.clone();
      long[] floors = floors(random, bounds);
      long least = LongStream.of(floors).sum();
      long total = least + random.nextLong(1 + possible(weights, floors, bounds) - least);
      long[] before = Apportionment.share(total, weights, floors, bounds);
      int grown = random.nextInt(weights.length);
      weights[grown] += 1 + random.nextInt(30);
      bounds[grown] = weights[grown];

      long[] after = Apportionment.share(total, weights, floors, bounds);

      for (int i = 0; i < after.length; i++) {
        assertThat(i == grown ? after[i] >= before[i] : after[i] <= before[i]).isTrue();
      }
    }
  }

  private static long[] random(Random random, int length, long limit) {
    return LongStream.generate(() -> random.nextLong(limit)).limit(length).toArray();
  }

  private static long[] numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToLong(Long::parseLong).toArray();
  }
}
