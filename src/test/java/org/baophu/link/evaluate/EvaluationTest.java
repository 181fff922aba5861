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

  /** No draw from nothing wrong shows anything wrong; so few entities prove little all the same. */
  @Test
  void isPerfectForTheTruthItselfAsFarAsSoFewCanTell() {
    Evaluation evaluation = Evaluation.of(TRUTH, TRUTH);

    // Two entities have pairs, three are clusters; where all n are right Wilson's interval begins
    // at n / (n + 1.96²).
    assertPerfect(evaluation.pairs().precision(), 2 / (2 + 3.8415));
    assertPerfect(evaluation.pairs().recall(), 2 / (2 + 3.8415));
    assertPerfect(evaluation.pairs().f1(), 2 / (2 + 3.8415));
    assertPerfect(evaluation.clusters().f1(), 3 / (3 + 3.8415));
  }

  private static void assertPerfect(Estimate estimate, double low) {
    assertThat(estimate.value()).isEqualTo(1);
    assertThat(estimate.high()).isEqualTo(1);
    assertThat(estimate.low()).isEqualTo(low, within(1e-4));
  }

  /** Entities whose records err together are the unit: not 50,000 pairs, but 500 people. */
  @Test
  void pairsOfOneEntityAreNoSeparateProofs() {
    int[] truth = new int[5_000];
    int[] found = new int[5_000];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = i / 10;
      found[i] = i / 10 % 10 == 0 ? 10_000 + i : i / 10;
    }

    Estimate recall = Evaluation.of(found, truth).pairs().recall();

    // 450 of 500; the standard error of a share of 0.9 among 500 is 0.0134.
    assertThat(recall.value()).isEqualTo(0.9, within(1e-12));
    assertThat(recall.low()).isBetween(0.86, 0.88);
    assertThat(recall.high()).isBetween(0.92, 0.94);
  }

  @Test
  void refusesDifferentLengths() {
    assertThatIllegalArgumentException().isThrownBy(() -> Evaluation.of(new int[2], new int[3]));
  }
}
