package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.baophu.link.cluster.Agglomeration;
import org.baophu.link.evaluate.Evaluation;
import org.baophu.link.table.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two registers to be linked with each other, in which many share a name and a town, and some of
 * one lack the birth date. Two records of one register are no pair, but may speak against each
 * other.
 */
class OneSourceTest {
  private static final int PEOPLE = 3_000;
  private static final LinkSettings SETTINGS = LinkSettings.defaults().withMode(LinkMode.LINK);

  private final int[] truth = new int[2 * PEOPLE];

  /** By row a number that those share who have name and town in common. */
  private final int[] namesakes = new int[2 * PEOPLE];

  private final @Nullable String[] born = new @Nullable String[2 * PEOPLE];

  private Table registers(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Table.Builder builder = Table.builder(SameSourceTest.FIELDS, SameSourceTest.SOURCES);
    @Nullable String[][] people = new @Nullable String[PEOPLE][];
    for (int person = 0; person < PEOPLE; person++) {
      people[person] = SameSourceTest.person(random);
    }
    for (int row = 0; row < truth.length; row++) {
      truth[row] = row < PEOPLE ? row : (row - PEOPLE) * 7 % PEOPLE;
      @Nullable String[] said = people[truth[row]].clone();
      said[2] = random.nextInt(5) == 0 ? null : said[2];
      born[row] = said[2];
      namesakes[row] = List.of(said[0], said[1], said[3]).hashCode();
      builder.add(row / PEOPLE, "" + row, said);
    }
    return builder.build();
  }

  /** Without what they say against each other it would be more than twice as often. */
  @Test
  void seldomJoinsRecordsOfOneRegisterWithDifferentBirthDates() {
    int unlike = 0;
    for (long seed = 1; seed <= 3; seed++) {
      Table table = registers(seed);

      LinkResult result = Linker.link(table, SETTINGS, Constraints.none(), Progress.none());

      int[] clusters = Judged.clusters(result, table.size());
      unlike += unlike(clusters);
      assertThat(Evaluation.of(clusters, truth).pairs().f1().value()).isGreaterThan(0.964);
    }
    assertThat(unlike).isLessThan(20);
  }

  private int unlike(int[] clusters) {
    Map<Integer, Integer> ofFirst = new HashMap<>();
    int unlike = 0;
    for (int row = 0; row < PEOPLE; row++) {
      Integer other = ofFirst.putIfAbsent(clusters[row], row);
      boolean stated = other != null && born[row] != null && born[other] != null;
      unlike += stated && !Objects.equals(born[row], born[other]) ? 1 : 0;
    }
    return unlike;
  }

  /** What is said of two groups is what clustering weighed. */
  @Test
  void isExplainedAsItWasWeighed() {
    Table table = registers(1);
    LinkResult result = Linker.link(table, SETTINGS, Constraints.none(), Progress.none());
    Explainer explainer = new Explainer(table, result.model(), SETTINGS);
    int[] clusters = Judged.clusters(result, table.size());
    int against = 0;
    for (int a = 0; a < PEOPLE; a++) {
      for (int b = PEOPLE; b < truth.length; b++) {
        if (namesakes[a] != namesakes[b]) {
          continue;
        }
        int[] ofA = rows(clusters, a);
        int[] ofB = rows(clusters, b);
        if (clusters[a] != clusters[b]) {
          GroupEvidence evidence = explainer.between(ofA, ofB);
          assertThat(evidence.isEnough()).isFalse();
          against += meanOfPairs(explainer, ofA, ofB) >= evidence.askedBits() ? 1 : 0;
        }
      }
    }
    assertThat(against).isPositive();
  }

  /** No pair, but explained like one; the parts sum to what clustering weighs. */
  @Test
  void isExplainedByPartsThatSumToIt() {
    Table table = registers(1);
    LinkResult result = Linker.link(table, SETTINGS, Constraints.none(), Progress.none());
    Explainer explainer = new Explainer(table, result.model(), SETTINGS);

    Explanation explanation = explainer.explain(3, 8);

    Explanation.Part sources = explanation.parts().get(4);
    assertThat(sources.field()).isEqualTo("sources");
    assertThat(sources.bits()).isEqualTo(result.model().sameSourceBits().get(1)).isLessThan(-6);
    double sum =
        explanation.priorBits()
            + explanation.parts().stream()
                .filter(part -> !part.field().equals(Explanation.CALIBRATION))
                .mapToDouble(Explanation.Part::bits)
                .sum();
    assertThat(explainer.score(3, 8).evidenceBits()).isEqualTo(sum);
    assertThat(explainer.between(new int[] {3}, new int[] {8}).meanBits())
        .isEqualTo(Math.max(-Agglomeration.LIMIT_BITS, sum));
  }

  private static double meanOfPairs(Explainer explainer, int[] ofA, int[] ofB) {
    return Arrays.stream(ofA)
        .boxed()
        .flatMap(a -> Arrays.stream(ofB).boxed().map(b -> new RowPair(a, b)))
        .filter(pair -> explainer.allows(pair.rowA(), pair.rowB()))
        .mapToDouble(pair -> explainer.score(pair.rowA(), pair.rowB()).evidenceBits())
        .map(bits -> Math.max(-Agglomeration.LIMIT_BITS, Math.min(Agglomeration.LIMIT_BITS, bits)))
        .average()
        .orElseThrow();
  }

  /** The rows of a row's cluster. */
  private static int[] rows(int[] clusters, int row) {
    return IntStream.range(0, clusters.length)
        .filter(other -> clusters[other] == clusters[row])
        .toArray();
  }
}
