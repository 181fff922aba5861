package org.baophu.link.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyChoiceTest {
  private static final PairRule ANY = (a, b) -> true;

  /** Fields of many and of few values, some of them missing. */
  private static Table table(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] values = {rows / 3, rows / 8, 200, 40, 12};
    List<Field> fields = new ArrayList<>();
    for (int field = 0; field < values.length; field++) {
      fields.add(new Field("f" + field, FieldType.CATEGORY));
    }
    Table.Builder builder = Table.builder(fields, List.of("s"));
    for (int row = 0; row < rows; row++) {
      String[] own = new String[values.length];
      for (int field = 0; field < own.length; field++) {
        own[field] = random.nextInt(6) == 0 ? null : "v" + random.nextInt(values[field]);
      }
      builder.add(0, "r" + row, own);
    }
    return builder.build();
  }

  private static boolean[] slowReached(PairPool pool, int pair) {
    boolean[] reached = new boolean[pool.keys().size()];
    for (int key = 0; key < reached.length; key++) {
      reached[key] =
          pool.keys().get(key).parts().stream()
              .allMatch(
                  part ->
                      part.of(pool.pairs().rowA(pair)) != 0
                          && part.of(pool.pairs().rowA(pair)) == part.of(pool.pairs().rowB(pair)));
    }
    return reached;
  }

  /** How many pairs a pair of the pool stands for, to which each key was to give so many. */
  private static double slowWeight(PairPool pool, boolean[] reached, double perKey) {
    double missed = 1;
    for (int key = 0; key < reached.length; key++) {
      double drawn = Math.min(1, perKey / pool.keys().get(key).expectedPairs());
      missed *= reached[key] ? 1 - drawn : 1;
    }
    return 1 / (1 - missed);
  }

  private static double gain(int key, List<boolean[]> reached, double[] worth, int[] covers) {
    double[] gains = {1, 0.1, 0.02};
    double gain = 0;
    for (int match = 0; match < worth.length; match++) {
      if (reached.get(match)[key] && covers[match] < gains.length) {
        gain += worth[match] * gains[covers[match]];
      }
    }
    return gain;
  }

  /**
   * Works out every key anew for every choice.
   *
   * @param perKey how many pairs each key was to give to the pool
   * @param pairsAMatch how many pairs a large key may bring up for each match that it adds
   */
  private static List<Integer> slowChoice(
      PairPool pool, double[] probability, int rows, double perKey, double pairsAMatch) {
    List<boolean[]> reached = new ArrayList<>();
    List<Double> worths = new ArrayList<>();
    for (int pair = 0; pair < probability.length; pair++) {
      if (probability[pair] >= 0.5) {
        boolean[] own = slowReached(pool, pair);
        reached.add(own);
        worths.add(probability[pair] * slowWeight(pool, own, perKey));
      }
    }
    double[] worth = worths.stream().mapToDouble(Double::doubleValue).toArray();
    int[] covers = new int[worth.length];
    double budget = 60.0 * rows + 200_000;
    List<Integer> chosen = new ArrayList<>();
    for (int best = 0; best >= 0 && chosen.size() < 24; ) {
      best = -1;
      double bestRatio = 0;
      for (int key = 0; key < pool.keys().size(); key++) {
        double pairs = pool.keys().get(key).expectedPairs();
        double gain = chosen.contains(key) ? 0 : gain(key, reached, worth, covers);
        double ratio = gain / (pairs + 0.25 * rows);
        boolean isWorthIt = pairs <= 200_000 || ratio >= 1 / pairsAMatch;
        if (gain > 0.0003 * Arrays.stream(worth).sum()
            && pairs <= budget
            && isWorthIt
            && ratio > bestRatio) {
          best = key;
          bestRatio = ratio;
        }
      }
      if (best >= 0) {
        chosen.add(best);
        budget -= pool.keys().get(best).expectedPairs();
        for (int match = 0; match < covers.length; match++) {
          covers[match] += reached.get(match)[best] ? 1 : 0;
        }
      }
    }
    return chosen;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void choosesAsWorkingOutEveryGainAnewDoes(long seed) {
    Table table = table(3_000, seed);
    List<BlockingKey> keys = new KeySearch(table, Parts.of(table, 1), 0, 2).selective();
    PairPool pool = PairPool.of(table, keys, ANY, 500, 2);
    SplittableRandom random = new SplittableRandom(seed);
    double[] probability = new double[pool.pairs().size()];
    Arrays.setAll(probability, pair -> random.nextDouble());

    KeyChoice choice = KeyChoice.of(pool, probability, table.size(), 0, 2);

    List<Integer> expected = slowChoice(pool, probability, table.size(), 500, 2_000);
    assertThat(Arrays.stream(choice.numbers()).boxed().toList())
        .hasSizeGreaterThan(3)
        .hasSameElementsAs(expected)
        .hasSameSizeAs(expected);
  }

  @Test
  void leavesOutALargeKeyThatAddsFewMatches() {
    Table table = table(80_000, 7);
    List<Part> parts = Parts.of(table, 1);
    // The first brings up 130,000 pairs, the second, of an eighth as many values, three times that.
    List<BlockingKey> keys =
        List.of(
            new BlockingKey(List.of(parts.get(0)), 83_000),
            new BlockingKey(List.of(parts.get(1)), 222_000));
    PairPool pool = PairPool.of(table, keys, ANY, 50_000, 2);
    double[] few = new double[pool.pairs().size()];
    double[] some = new double[few.length];
    int others = 0;
    for (int pair = 0; pair < few.length; pair++) {
      boolean isOfFirst = slowReached(pool, pair)[0];
      others += isOfFirst ? 0 : 1;
      few[pair] = isOfFirst || others % 5_000 == 0 ? 1 : 0;
      some[pair] = isOfFirst || others % 100 == 0 ? 1 : 0;
    }

    assertThat(KeyChoice.of(pool, few, table.size(), 0, 2).numbers()).containsExactly(0);
    assertThat(KeyChoice.of(pool, some, table.size(), 0, 2).numbers()).containsExactly(0, 1);
    assertThat(slowChoice(pool, few, table.size(), 50_000, 2_000)).containsExactly(0);
    assertThat(slowChoice(pool, some, table.size(), 50_000, 2_000)).containsExactly(0, 1);
    // What it adds would be enough if its pairs cost nothing.
    assertThat(slowChoice(pool, few, table.size(), 50_000, 1e9)).containsExactly(0, 1);
  }

  @Test
  void drawsTheRowsOfWholeBlocks() {
    Table table = table(5_000, 6);
    List<Part> parts = Parts.of(table, 1);
    List<BlockingKey> keys = new ArrayList<>();
    for (int a = 0; a < parts.size(); a++) {
      keys.add(new BlockingKey(List.of(parts.get(a)), 0));
      for (int b = a + 1; b < parts.size(); b++) {
        keys.add(new BlockingKey(List.of(parts.get(a), parts.get(b)), 0));
        keys.add(new BlockingKey(List.of(parts.get(a), parts.get(b), parts.get(0)), 0));
      }
    }

    RowSample drawn = new RowSample(keys, key -> 0.3, table.size(), 2);

    for (int key = 0; key < keys.size(); key++) {
      int[] values = RowSample.values(keys.get(key), table.size());
      List<Long> expected = new ArrayList<>();
      for (int row = 0; row < table.size(); row++) {
        int at = row;
        boolean isThere = keys.get(key).parts().stream().allMatch(part -> part.of(at) != 0);
        assertThat(values[row] != 0).isEqualTo(isThere);
        if (isThere && (values[row] & 0xffffffffL) < (long) (0.3 * (1L << 32))) {
          expected.add((long) values[row] << 32 | row);
        }
      }
      assertThat(Arrays.stream(drawn.rows(key)).boxed().toList()).isNotEmpty().isEqualTo(expected);
    }
  }
}
