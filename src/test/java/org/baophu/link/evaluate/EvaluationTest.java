package org.baophu.link.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EvaluationTest {
  /** Six records, fifteen pairs: three people, of whom one is split and joined to another. */
  private static final int[] TRUTH = {1, 1, 1, 2, 2, 3};

  private static final int[] FOUND = {7, 7, 8, 8, 8, 9};

  @Test
  void countsPairsByHand() {
    Evaluation evaluation = Evaluation.of(FOUND, TRUTH);

    // True pairs 01 02 12 34; found 01 23 24 34; both 01 34.
    assertThat(evaluation.truePairs()).isEqualTo(4);
    assertThat(evaluation.foundPairs()).isEqualTo(4);
    assertThat(evaluation.rightPairs()).isEqualTo(2);
    assertThat(evaluation.pairs().precision().value()).isEqualTo(0.5, within(1e-12));
    assertThat(evaluation.pairs().recall().value()).isEqualTo(0.5, within(1e-12));
    assertThat(evaluation.pairs().f1().value()).isEqualTo(0.5, within(1e-12));
  }

  @Test
  void countsRecordsAndClustersByHand() {
    Evaluation evaluation = Evaluation.of(FOUND, TRUTH);

    // Purity 1 1 1/3 2/3 2/3 1; completeness 2/3 2/3 1/3 1 1 1; only {5} is exactly right.
    assertThat(evaluation.bCubed().precision().value()).isEqualTo(14 / 18.0, within(1e-12));
    assertThat(evaluation.bCubed().recall().value()).isEqualTo(14 / 18.0, within(1e-12));
    assertThat(evaluation.clusters().precision().value()).isEqualTo(1 / 3.0, within(1e-12));
    assertThat(evaluation.clusters().recall().value()).isEqualTo(1 / 3.0, within(1e-12));
  }

  @Test
  void countsPairsAcrossGroupsOnly() {
    Evaluation evaluation = Evaluation.across(FOUND, TRUTH, new int[] {1, 2, 2, 1, 2, 0});

    // Across: true 01 02 34; found 01 23 34.
    assertThat(evaluation.truePairs()).isEqualTo(3);
    assertThat(evaluation.foundPairs()).isEqualTo(3);
    assertThat(evaluation.rightPairs()).isEqualTo(2);
  }

  @Test
  void boundsTheValue() {
    int[] truth = new int[2000];
    int[] found = new int[2000];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = i / 2;
      found[i] = i % 20 == 1 ? 5000 + i : i / 2;
    }

    Estimate recall = Evaluation.of(found, truth).pairs().recall();

    // 900 of 1000 pairs; the standard error of a share of 0.9 among 1000 is 0.0095.
    assertThat(recall.value()).isEqualTo(0.9, within(1e-12));
    assertThat(recall.low()).isBetween(0.87, 0.89);
    assertThat(recall.high()).isBetween(0.91, 0.93);
  }

  @Test
  void isPerfectForTheTruthItself() {
    Evaluation evaluation = Evaluation.of(TRUTH, TRUTH);

    assertThat(evaluation.pairs().f1()).isEqualTo(new Estimate(1, 1, 1));
    assertThat(evaluation.clusters().f1()).isEqualTo(new Estimate(1, 1, 1));
  }

  @Test
  void refusesDifferentLengths() {
    assertThatIllegalArgumentException().isThrownBy(() -> Evaluation.of(new int[2], new int[3]));
  }
}
