package org.baophu.link.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.baophu.link.compare.Agreement;
import org.baophu.link.compare.Level;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;

/** One field of two sources, of whose own pairs one in twenty-five agrees. */
class KnownApartTest {
  private static final int PAIRS = 10_000;
  private static final int AGREE_BY_CHANCE = 400;

  private final Agreement agreement = agreement();

  private static Agreement agreement() {
    Table.Builder builder =
        Table.builder(List.of(new Field("code", FieldType.CATEGORY)), List.of("a", "b"));
    for (int row = 0; row < 2_000; row++) {
      builder.add(row % 2, "r" + row, "x");
    }
    return Agreement.of(builder.build());
  }

  /** Pairs within the first source, and across, of which so many agree. */
  private Patterns patterns(int agreeAcross) {
    Patterns patterns = new Patterns(agreement.entries());
    add(patterns, "a with a", "exact", AGREE_BY_CHANCE);
    add(patterns, "a with a", "different", PAIRS - AGREE_BY_CHANCE);
    add(patterns, "a with b", "exact", agreeAcross);
    add(patterns, "a with b", "different", PAIRS - agreeAcross);
    return patterns;
  }

  private void add(Patterns patterns, String sources, String kind, int pairs) {
    patterns.add(0, new int[] {level(0, kind), level(1, sources)}, pairs);
  }

  private int level(int entry, String kind) {
    return agreement.levels(entry).stream().map(Level::kind).toList().indexOf(kind);
  }

  private double matches(int agreeAcross, double scale) {
    Patterns atRandom = new Patterns(agreement.entries());
    add(atRandom, "a with b", "exact", AGREE_BY_CHANCE);
    add(atRandom, "a with b", "different", PAIRS - AGREE_BY_CHANCE);
    Trainer trainer = new Trainer(agreement, new int[] {-1}, atRandom, 1_000_000, 1);
    trainer.knowApart(new KnownApart(agreement.withinSource(), scale));
    Patterns patterns = patterns(agreeAcross);
    trainer.begin(patterns, new int[][] {{0}});
    trainer.refine(patterns, new int[] {0}, 500, new double[] {PAIRS});
    return trainer.model(List.of(List.of("code:value")), 0).expectedMatches();
  }

  @Test
  void tellsWhichSourcesAreOne() {
    assertThat(agreement.withinSource()).hasSize(4);
    assertThat(agreement.withinSource()[level(1, "a with a")]).isTrue();
    assertThat(agreement.withinSource()[level(1, "b with b")]).isTrue();
    assertThat(agreement.withinSource()[level(1, "a with b")]).isFalse();
  }

  /**
   * Of 1,000 that agree across 400 do so by chance, as many as within: 600 are matches, but for
   * what the prior pairs take.
   */
  @Test
  void leavesWhatAgreesMoreOftenThanChance() {
    assertThat(matches(1_000, 1)).isCloseTo(600, within(40.0));
  }

  /** Where there are twice as many pairs across as within, 800 agree by chance. */
  @Test
  void countsThePairsThatThereAre() {
    assertThat(matches(1_000, 2)).isCloseTo(200, within(40.0));
  }

  @Test
  void leavesNothingWhereNoMoreAgreeThanByChance() {
    assertThat(matches(AGREE_BY_CHANCE, 1)).isLessThan(60);
  }
}
