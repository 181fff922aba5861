package org.baophu.link.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.baophu.link.compare.Agreement;
import org.baophu.link.compare.Level;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private static final double[] M_EXACT = {0.9, 0.8, 0.95};
  private static final double[] U_EXACT = {0.05, 0.1, 0.02};
  private static final int[] NO_REPEATS = {-1, -1, -1};
  private static final int MATCHES = 10_000;
  private static final int OTHERS = 90_000;

  private static Agreement agreement() {
    Table.Builder builder =
        Table.builder(
            List.of(
                new Field("a", FieldType.CATEGORY),
                new Field("b", FieldType.CATEGORY),
                new Field("c", FieldType.CATEGORY)),
            List.of("s"));
    for (int row = 0; row < 20_000; row++) {
      builder.add(0, "r" + row, "x", "x", "x");
    }
    return Agreement.of(builder.build());
  }

  /** Patterns drawn with known m and u: exact or different in each of three fields. */
  private static Patterns drawn(Agreement agreement, int matches, int others, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Patterns patterns = new Patterns(agreement.entries());
    int[] vector = new int[agreement.entries()];
    for (int pair = 0; pair < matches + others; pair++) {
      for (int entry = 0; entry < 3; entry++) {
        double exact = pair < matches ? M_EXACT[entry] : U_EXACT[entry];
        vector[entry] =
            random.nextDouble() < exact
                ? level(agreement, entry, "exact")
                : level(agreement, entry, "different");
      }
      vector[3] = 1;
      patterns.add(0, vector, 1);
    }
    return patterns;
  }

  private static int level(Agreement agreement, int entry, String kind) {
    List<String> kinds = agreement.levels(entry).stream().map(Level::kind).toList();
    return kinds.indexOf(kind);
  }

  @Test
  void recoversTheProbabilitiesTheDataWereMadeWith() {
    Agreement agreement = agreement();
    Patterns patterns = drawn(agreement, MATCHES, OTHERS, 1);
    Trainer trainer =
        new Trainer(agreement, NO_REPEATS, drawn(agreement, 0, 100_000, 2), OTHERS, 1);

    trainer.begin(patterns, new int[][] {{0}});
    trainer.refine(patterns, new int[] {0}, MATCHES, new double[] {OTHERS});
    Model model = trainer.model(List.of(List.of("a:value")), 0);

    assertThat(trainer.converged()).isTrue();
    assertThat(model.expectedMatches()).isCloseTo(MATCHES, within(500.0));
    for (int entry = 0; entry < 3; entry++) {
      int exact = level(agreement, entry, "exact");
      assertThat(model.entries().get(entry).levels().get(exact).m())
          .isCloseTo(M_EXACT[entry], within(0.02));
      assertThat(model.keys().get(0).u().get(entry).get(exact))
          .isCloseTo(U_EXACT[entry], within(0.01));
    }
  }

  @Test
  void tellsFromRandomPairsHowMuchRowsRepeat() {
    Agreement agreement = agreement();
    // One random pair in fifty is a match, of 50 pairs for each of 20,000 rows: one match a row.
    Trainer once = new Trainer(agreement, NO_REPEATS, drawn(agreement, 2_000, 98_000, 2), 1e6, 1);
    // The same of 10,000 pairs for each row: two hundred.
    Trainer often = new Trainer(agreement, NO_REPEATS, drawn(agreement, 2_000, 98_000, 2), 2e8, 1);
    // Too few matches to tell.
    Trainer unknown = new Trainer(agreement, NO_REPEATS, drawn(agreement, 20, 99_980, 2), 2e8, 1);

    assertThat(once.matchesPerRow()).isZero();
    assertThat(often.matchesPerRow()).isCloseTo(200, within(20.0));
    assertThat(unknown.matchesPerRow()).isZero();
  }

  @Test
  void takesTheMatchesOutOfRandomPairsWhereRowsRepeat() {
    Agreement agreement = agreement();
    Patterns patterns = drawn(agreement, MATCHES, OTHERS, 1);
    Patterns atRandom = drawn(agreement, 5_000, 95_000, 2);
    Trainer trainer = new Trainer(agreement, NO_REPEATS, atRandom, 2e8, 1);

    trainer.begin(patterns, new int[][] {{0}});
    trainer.refine(patterns, new int[] {0}, MATCHES, new double[] {OTHERS});
    Model model = trainer.model(List.of(List.of("a:value")), 0);

    for (int entry = 0; entry < 3; entry++) {
      int exact = level(agreement, entry, "exact");
      // With them c, say, would agree by chance in 0.95 * 0.02 + 0.05 * 0.95 = 0.067 of all pairs.
      assertThat(model.entries().get(entry).levels().get(exact).u())
          .isCloseTo(U_EXACT[entry], within(0.01));
      assertThat(model.keys().get(0).u().get(entry).get(exact))
          .isCloseTo(U_EXACT[entry], within(0.01));
    }
  }

  @Test
  void weighsAVectorByPriorAndRatios() {
    Agreement agreement = agreement();
    Patterns patterns = drawn(agreement, MATCHES, OTHERS, 1);
    Trainer trainer =
        new Trainer(agreement, NO_REPEATS, drawn(agreement, 0, 100_000, 2), OTHERS, 1);
    trainer.begin(patterns, new int[][] {{0}});
    trainer.refine(patterns, new int[] {0}, MATCHES, new double[] {OTHERS});
    Scorer scorer = new Scorer(trainer.model(List.of(List.of("a:value")), 0));
    int[] all = {0, 0, 0, 1};
    for (int entry = 0; entry < 3; entry++) {
      all[entry] = level(agreement, entry, "exact");
    }

    // log2(1/9) + log2(0.9/0.05) + log2(0.8/0.1) + log2(0.95/0.02) = -3.2 + 4.2 + 3 + 5.6
    assertThat(scorer.weightBits(0, all)).isCloseTo(9.6, within(0.4));
    assertThat(Scorer.probability(Scorer.weight(0.3))).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void countsPatternsByKeyAndVector() {
    Patterns patterns = new Patterns(2);
    for (int i = 0; i < 5_000; i++) {
      patterns.add(i % 3, new int[] {i % 50, i % 7}, 0.5);
    }

    assertThat(patterns.size()).isEqualTo(1_050);
    assertThat(patterns.total()).isEqualTo(2_500);
  }
}
