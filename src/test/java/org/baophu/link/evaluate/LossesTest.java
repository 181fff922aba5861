package org.baophu.link.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LossesTest {
  private static final String[] SOURCES = {"a", "b", "c"};

  private static String source(int record) {
    return SOURCES[record % 3];
  }

  @Test
  void putsEveryPairDownByHand() {
    // Person 1 is 0 1 2 3, of whom 0 and 1 are together; 4 and 5 are other people with 0 and 1.
    int[] truth = {1, 1, 1, 1, 2, 3};
    int[] found = {7, 7, 8, 9, 7, 7};
    Map<List<Integer>, Judge.Verdict> said =
        Map.of(
            List.of(0, 2), new Judge.Verdict(true, false, "none", 9),
            List.of(0, 3), new Judge.Verdict(true, true, "name", -0.5),
            List.of(1, 2), new Judge.Verdict(true, true, "name", 0),
            List.of(1, 3), Judge.Verdict.absent(),
            List.of(2, 3), new Judge.Verdict(true, true, "name", 4),
            List.of(0, 4), new Judge.Verdict(true, true, "name", 1),
            List.of(0, 5), new Judge.Verdict(true, true, "name", -1),
            List.of(1, 4), new Judge.Verdict(true, false, "none", 1),
            List.of(1, 5), new Judge.Verdict(true, true, "name", 2),
            List.of(4, 5), new Judge.Verdict(true, false, "none", -9));

    Losses losses =
        Losses.of(
            found,
            truth,
            LossesTest::source,
            (a, b) -> true,
            String::valueOf,
            (a, b) -> said.get(List.of(a, b)),
            0);

    assertThat(losses.all())
        .isEqualTo(
            new Losses.Counts(
                6,
                6,
                1,
                Map.of(
                    Miss.NEVER_COMPARED, 2L,
                    Miss.SCORED_TOO_LOW, 1L,
                    Miss.CLUSTERED_WRONGLY, 2L,
                    Miss.SCORED_TOO_HIGH, 2L,
                    Miss.JOINED_BY_CLUSTERING, 3L)));
    assertThat(losses.unreachedHigh()).isEqualTo(1);
    assertThat(losses.absentPairs()).isEqualTo(1);
    assertThat(losses.examples().get(Miss.SCORED_TOO_LOW))
        .extracting(Losses.Example::recordA, Losses.Example::recordB)
        .containsExactly(tuple(0, 3));
    assertThat(losses.bySources().get("a + c").of(Miss.JOINED_BY_CLUSTERING)).isEqualTo(1);
  }

  @Test
  void thePartsSumToTheWhole() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 50; round++) {
      int[] truth = random.ints(200, 0, 60).toArray();
      int[] found = random.ints(200, 0, 60).toArray();
      for (int record = 0; record < found.length; record += 1 + round % 3) {
        found[record] = truth[record];
      }
      Judge judge =
          (a, b) ->
              a % 17 == 0
                  ? Judge.Verdict.absent()
                  : new Judge.Verdict(true, (a * 31 + b) % 3 > 0, "key", (a * 7 + b) % 9 - 4);
      int[] sides = new int[truth.length];
      for (int record = 0; record < sides.length; record++) {
        sides[record] = record % 3;
      }
      boolean across = round % 2 == 1;
      Evaluation evaluation =
          across ? Evaluation.across(found, truth, sides) : Evaluation.of(found, truth);

      Losses losses =
          Losses.of(
              found,
              truth,
              LossesTest::source,
              (a, b) -> !across || !a.equals(b) && !a.equals("a") && !b.equals("a"),
              String::valueOf,
              judge,
              0.5);

      assertSums(losses.all());
      losses.bySources().values().forEach(LossesTest::assertSums);
      assertThat(losses.all().truePairs()).isEqualTo(evaluation.truePairs());
      assertThat(losses.all().foundPairs()).isEqualTo(evaluation.foundPairs());
      assertThat(losses.all().rightPairs()).isEqualTo(evaluation.rightPairs());
      for (Miss miss : Miss.values()) {
        long sum = losses.bySources().values().stream().mapToLong(c -> c.of(miss)).sum();
        assertThat(sum).isEqualTo(losses.all().of(miss));
        assertThat(losses.examples().getOrDefault(miss, List.of()))
            .hasSize((int) Math.min(Losses.EXAMPLES, sum));
      }
    }
  }

  private static void assertSums(Losses.Counts counts) {
    long apart = 0;
    long together = 0;
    for (Miss miss : Miss.values()) {
      apart += miss.isTruePair() ? counts.of(miss) : 0;
      together += miss.isTruePair() ? 0 : counts.of(miss);
    }
    assertThat(apart).isEqualTo(counts.truePairs() - counts.rightPairs());
    assertThat(together).isEqualTo(counts.foundPairs() - counts.rightPairs());
  }
}
