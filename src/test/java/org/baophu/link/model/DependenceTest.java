package org.baophu.link.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.baophu.link.compare.Agreement;
import org.baophu.link.compare.Level;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DependenceTest {
  private static final int FIELDS = 4;
  private static final int[] NOTHING = {-1, -1, -1, -1, -1};
  private static final int[] ORDER = {0, 1, 2, 3};

  private static Agreement agreement() {
    List<Field> fields =
        List.of(
            new Field("name", FieldType.CATEGORY),
            new Field("born", FieldType.CATEGORY),
            new Field("street", FieldType.CATEGORY),
            new Field("town", FieldType.CATEGORY));
    Table.Builder builder = Table.builder(fields, List.of("s"));
    for (int row = 0; row < 20_000; row++) {
      builder.add(0, "r" + row, "x", "x", "x", "x");
    }
    return Agreement.of(builder.build());
  }

  private static List<List<Level>> levels(Agreement agreement) {
    return IntStream.range(0, agreement.entries()).mapToObj(agreement::levels).toList();
  }

  private static int level(Agreement agreement, int entry, boolean isExact) {
    List<String> kinds = agreement.levels(entry).stream().map(Level::kind).toList();
    return kinds.indexOf(isExact ? "exact" : "different");
  }

  /**
   * One match in five has moved: both street and town differ. Of the others one in twenty differs
   * in each field, whatever the rest. Two strangers agree in each field once in fifty times.
   */
  private static Patterns drawn(Agreement agreement, int matches, int others, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Patterns patterns = new Patterns(agreement.entries());
    int[] vector = new int[agreement.entries()];
    for (int pair = 0; pair < matches + others; pair++) {
      boolean isMatch = pair < matches;
      boolean moved = isMatch && random.nextDouble() < 0.2;
      for (int entry = 0; entry < FIELDS; entry++) {
        double exact = isMatch ? (moved && entry >= 2 ? 0 : 0.95) : 0.02;
        vector[entry] = level(agreement, entry, random.nextDouble() < exact);
      }
      vector[FIELDS] = 1;
      patterns.add(0, vector, 1);
    }
    return patterns;
  }

  private static double[] truth(Agreement agreement, Patterns patterns) {
    double[] match = new double[patterns.size()];
    for (int pattern = 0; pattern < match.length; pattern++) {
      boolean agrees =
          patterns.level(pattern, 0) == level(agreement, 0, true)
              && patterns.level(pattern, 1) == level(agreement, 1, true);
      match[pattern] = agrees ? 1 : 0;
    }
    return match;
  }

  @Test
  void whoMovedDiffersInStreetAndTownAtOnce() {
    Agreement agreement = agreement();
    Patterns patterns = drawn(agreement, 10_000, 40_000, 1);

    int[] parents =
        Dependence.parents(patterns, truth(agreement, patterns), levels(agreement), NOTHING, ORDER);

    assertThat(parents).containsExactly(-1, -1, -1, 2, -1);
  }

  @Test
  void independentFieldsDependOnNothing() {
    Agreement agreement = agreement();
    Patterns patterns = drawn(agreement, 0, 50_000, 2);
    double[] match = new double[patterns.size()];
    Arrays.fill(match, 1);

    assertThat(Dependence.parents(patterns, match, levels(agreement), NOTHING, ORDER))
        .isEqualTo(NOTHING);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whatIsKnownStaysAndThereAreNoCircles(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Agreement agreement = agreement();
    Patterns patterns = new Patterns(agreement.entries());
    int[] vector = new int[agreement.entries()];
    for (int pattern = 0; pattern < 30; pattern++) {
      for (int entry = 0; entry < FIELDS; entry++) {
        vector[entry] = level(agreement, entry, random.nextBoolean());
      }
      patterns.add(0, vector, random.nextInt(500));
    }
    double[] match = random.doubles(patterns.size()).toArray();
    int child = random.nextInt(FIELDS);
    int[] known = NOTHING.clone();
    known[child] = (child + 1) % FIELDS;

    int[] parents = Dependence.parents(patterns, match, levels(agreement), known, ORDER);

    assertThat(parents[child]).isEqualTo(known[child]);
    for (int entry = 0; entry < FIELDS; entry++) {
      int steps = 0;
      for (int at = entry; at >= 0; at = parents[at]) {
        assertThat(steps++).isLessThan(FIELDS);
      }
    }
  }

  @Test
  void movingWeighsOnceInTheModel() {
    Agreement agreement = agreement();
    Patterns patterns = drawn(agreement, 10_000, 40_000, 1);
    Trainer trainer =
        new Trainer(
            agreement, new int[] {-1, -1, -1, -1}, drawn(agreement, 0, 100_000, 2), 40_000, 1);
    trainer.begin(patterns, new int[][] {{0}});
    trainer.refine(patterns, new int[] {0}, 10_000, new double[] {40_000});
    Scorer scorer = new Scorer(trainer.model(List.of(List.of("name:value")), 0));

    int[] moved = {0, 0, 0, 0, 1};
    for (int entry = 0; entry < FIELDS; entry++) {
      moved[entry] = level(agreement, entry, entry < 2);
    }
    // Matches differ in both 0.2 + 0.8 * 0.05^2 = 0.202, others 0.98^2 = 0.96: -2.25 bits.
    // Taken for independent it would be twice log2(0.24 / 0.98) = -4.1 bits.
    assertThat(scorer.bits(0, 2, moved) + scorer.bits(0, 3, moved)).isCloseTo(-2.25, within(0.2));
  }
}
