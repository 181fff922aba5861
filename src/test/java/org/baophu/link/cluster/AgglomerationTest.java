package org.baophu.link.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
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
}
