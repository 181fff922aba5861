package org.baophu.link.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.baophu.link.block.PairList;
import org.baophu.link.block.PairRule;
import org.junit.jupiter.api.Test;

class AgglomerationTest {
  private static final int[] NONE = {};

  /** Weights by pair out of a table; the pairs of positive weight are offered. */
  private static int[] join(double[][] weights, PairList must, PairList cannot, int[] exclusive) {
    return join(weights, must, cannot, exclusive, (a, b) -> true);
  }

  private static int[] join(
      double[][] weights, PairList must, PairList cannot, int[] exclusive, PairRule compatible) {
    int rows = weights.length;
    Agglomeration agglomeration =
        new Agglomeration(rows, (a, b) -> weights[a][b], 0, exclusive, compatible);
    agglomeration.cannotLink(cannot);
    agglomeration.mustLink(must);
    int[] rowsA = new int[rows * rows];
    int[] rowsB = new int[rows * rows];
    double[] bits = new double[rows * rows];
    for (int a = 0; a < rows; a++) {
      for (int b = 0; b < rows; b++) {
        rowsA[a * rows + b] = a;
        rowsB[a * rows + b] = b;
        bits[a * rows + b] = a < b ? weights[a][b] : -1;
      }
    }
    agglomeration.join(rowsA, rowsB, bits);
    return agglomeration.clusters();
  }

  private static double[][] weights(int rows, double other) {
    double[][] weights = new double[rows][rows];
    for (double[] row : weights) {
      Arrays.fill(row, other);
    }
    return weights;
  }

  private static PairList pairs(int... rows) {
    PairList list = new PairList();
    for (int i = 0; i < rows.length; i += 2) {
      list.add(rows[i], rows[i + 1]);
    }
    return list;
  }

  @Test
  void joinsWhatAgrees() {
    double[][] weights = weights(4, -9);
    weights[0][2] = 8;
    weights[1][3] = 5;

    assertThat(join(weights, pairs(), pairs(), NONE)).containsExactly(0, 1, 0, 1);
  }

  @Test
  void keepsApartWhatContradictsWhateverJoinsThem() {
    double[][] weights = weights(3, 9);

    // Rows 0 and 2 contradict each other; row 1 goes with the first that is offered.
    PairRule compatible = (a, b) -> Math.min(a, b) != 0 || Math.max(a, b) != 2;

    assertThat(join(weights, pairs(), pairs(), NONE, compatible)).containsExactly(0, 0, 1);
    assertThat(join(weights, pairs(0, 2), pairs(), NONE, compatible)).containsExactly(0, 0, 0);
  }

  @Test
  void doesNotChainTwoStrongGroupsByOneWeakLink() {
    double[][] weights = weights(4, -9);
    weights[0][1] = 12;
    weights[2][3] = 12;
    weights[1][2] = 3;

    assertThat(join(weights, pairs(), pairs(), NONE)).containsExactly(0, 0, 1, 1);
  }

  @Test
  void joinsAThirdRowThatOneMemberKnowsWell() {
    double[][] weights = weights(3, -9);
    weights[0][1] = 15;
    weights[1][2] = 12;
    weights[0][2] = -2;

    assertThat(join(weights, pairs(), pairs(), NONE)).containsExactly(0, 0, 0);
  }

  @Test
  void keepsContradictionsApart() {
    double[][] weights = weights(3, -9);
    weights[0][1] = 15;
    weights[1][2] = 12;
    weights[0][2] = -30;

    assertThat(join(weights, pairs(), pairs(), NONE)).containsExactly(0, 0, 1);
  }

  @Test
  void obeysConstraints() {
    double[][] weights = weights(4, -9);
    weights[0][1] = 15;

    assertThat(join(weights, pairs(2, 3), pairs(0, 1), NONE)).containsExactly(0, 1, 2, 2);
    assertThat(join(weights, pairs(0, 2), pairs(1, 2), NONE)).containsExactly(0, 1, 0, 2);
  }

  @Test
  void holdsEachSourceOnceWhereAsked() {
    double[][] weights = weights(3, -9);
    weights[0][2] = 9;
    weights[1][2] = 8;

    assertThat(join(weights, pairs(), pairs(), new int[] {0, 0, 1})).containsExactly(0, 1, 0);
  }

  @Test
  void joinsTheSameOnAnyNumberOfThreads() {
    SplittableRandom random = new SplittableRandom(4);
    int rows = 3_000;
    Map<Long, Double> weights = new HashMap<>();
    int[] rowsA = new int[6_000];
    int[] rowsB = new int[rowsA.length];
    double[] bits = new double[rowsA.length];
    for (int pair = 0; pair < rowsA.length; pair++) {
      rowsA[pair] = random.nextInt(rows - 1);
      rowsB[pair] = Math.min(rows - 1, rowsA[pair] + 1 + random.nextInt(9));
      bits[pair] = random.nextInt(-6, 12);
      weights.put((long) rowsA[pair] << 32 | rowsB[pair], bits[pair]);
    }
    PairWeights known = (a, b) -> weights.getOrDefault((long) a << 32 | b, -3.0);
    PairList must = new PairList();
    PairList cannot = new PairList();
    for (int i = 0; i < 50; i++) {
      int row = random.nextInt(rows - 1);
      (i < 25 ? must : cannot).add(row, row + 1);
    }

    int[][] clusters = new int[3][];
    for (int i = 0; i < clusters.length; i++) {
      Agglomeration agglomeration = new Agglomeration(rows, known, 0, NONE, (a, b) -> true);
      agglomeration.cannotLink(cannot);
      agglomeration.mustLink(must);
      agglomeration.join(rowsA, rowsB, bits, 1 + 2 * i, () -> known);
      clusters[i] = agglomeration.clusters();
    }

    assertThat(clusters[1]).isEqualTo(clusters[0]);
    assertThat(clusters[2]).isEqualTo(clusters[0]);
    assertThat(Arrays.stream(clusters[0]).distinct().count()).isBetween(500L, 2_500L);
  }
}
