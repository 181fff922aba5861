package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.baophu.link.cluster.PairWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoredPairsTest {
  private static final int ROWS = 100_000;

  private final Map<List<Integer>, Double> bits = new HashMap<>();
  private final ScoredPairs pairs = pairs(20_000);

  /** Distinct pairs in no order, sorted on two threads. */
  private ScoredPairs pairs(int count) {
    SplittableRandom random = new SplittableRandom(4);
    List<List<Integer>> drawn = new ArrayList<>();
    while (drawn.size() < count) {
      int a = random.nextInt(ROWS - 1) / 7 * 7;
      List<Integer> pair = List.of(a, random.nextInt(a + 1, ROWS));
      if (bits.putIfAbsent(pair, random.nextDouble(-9, 30)) == null) {
        drawn.add(pair);
      }
    }
    return Scoring.sorted(
        drawn.stream().mapToInt(pair -> pair.get(0)).toArray(),
        drawn.stream().mapToInt(pair -> pair.get(1)).toArray(),
        drawn.stream().mapToDouble(bits::get).toArray(),
        2);
  }

  @Test
  void areSortedByRows() {
    List<List<Integer>> expected = new ArrayList<>(bits.keySet());
    expected.sort(
        Comparator.<List<Integer>>comparingInt(pair -> pair.get(0))
            .thenComparingInt(pair -> pair.get(1)));

    List<List<Integer>> found = new ArrayList<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      found.add(List.of(pairs.rowA(pair), pairs.rowB(pair)));
      assertThat(pairs.weightBits(pair)).isEqualTo(bits.get(found.get(pair)));
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void tellPairsThatAreAmongThemAndAskForOthers() {
    PairWeights either = pairs.or((a, b) -> -1_000 - a);
    SplittableRandom random = new SplittableRandom(8);

    bits.forEach((pair, own) -> assertThat(either.bits(pair.get(0), pair.get(1))).isEqualTo(own));
    for (int i = 0; i < 20_000; i++) {
      int a = random.nextInt(ROWS - 1);
      int b = random.nextInt(a + 1, ROWS);
      double expected = bits.getOrDefault(List.of(a, b), -1_000.0 - a);
      assertThat(either.bits(a, b)).isEqualTo(expected);
    }
    assertThat(either.bits(ROWS - 2, ROWS - 1)).isEqualTo(-1_000.0 - (ROWS - 2));
  }

  @Test
  void noPairsTellNothing() {
    ScoredPairs none = new ScoredPairs(new int[0], new int[0], new double[0]);

    assertThat(none.find(0, 1)).isNaN();
  }

  @Test
  void whatStandsBetweenGroupsIsTheSameOnAnyNumberOfThreads() {
    int[] clusters = new int[ROWS];
    Arrays.setAll(clusters, row -> row / 5);
    Members members = new Members(clusters);
    Between one = Between.of(pairs, members, (a, b) -> true, 1);

    for (int threads = 2; threads < 6; threads++) {
      Between several = Between.of(pairs, members, (a, b) -> true, threads);
      one.each((a, b, mean) -> assertThat(several.mean(b, a)).isEqualTo(mean));
      several.each((a, b, mean) -> assertThat(one.mean(a, b)).isEqualTo(mean));
    }
  }

  /** Both bounds are weights that occur. */
  @Test
  void areChosenByWeightWithTheBounds() {
    double least = pairs.weightBits(11);
    double most = pairs.weightBits(13);
    double low = Math.min(least, most);
    double high = Math.max(least, most);
    List<Integer> expected = new ArrayList<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pairs.weightBits(pair) >= low && pairs.weightBits(pair) <= high) {
        expected.add(pair);
      }
    }

    assertThat(pairs.between(low, high).stream().boxed().toList()).isEqualTo(expected);
    assertThat(expected).contains(11, 13);
    assertThat(pairs.between(31, 99).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-10, 0, 7.5, 29, 31})
  void thoseOfALeastWeightStandInTheirOrder(double least) {
    ScoredPairs kept = pairs.atLeast(least);

    List<List<Number>> expected = new ArrayList<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pairs.weightBits(pair) >= least) {
        expected.add(List.of(pairs.rowA(pair), pairs.rowB(pair), pairs.weightBits(pair)));
      }
    }
    List<List<Number>> found = new ArrayList<>();
    for (int pair = 0; pair < kept.size(); pair++) {
      found.add(List.of(kept.rowA(pair), kept.rowB(pair), kept.weightBits(pair)));
    }
    assertThat(found).isEqualTo(expected);
    assertThat(found).hasSize((int) bits.values().stream().filter(own -> own >= least).count());
  }

  @Test
  void thoseOfALeastWeightHaveThatWeightAtLeast() {
    double least = pairs.weightBits(17);

    ScoredPairs kept = pairs.atLeast(least);

    assertThat(Arrays.stream(kept.bits()).min()).hasValue(least);
  }
}
