package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.baophu.link.cluster.PairWeights;
import org.baophu.link.model.Calibration;
import org.baophu.link.model.Cut;
import org.baophu.link.model.Scorer;
import org.junit.jupiter.api.Test;

/** Three hundred rows in groups of one to five; four groups in a row know of each other. */
class CutsTest {
  private static final int ROWS = 300;

  private final int[] cluster = new int[ROWS];
  private final double[][] bits = new double[ROWS][ROWS];

  private void make(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int row = 0, group = 0; row < ROWS; group++) {
      int to = Math.min(ROWS, row + 1 + random.nextInt(5));
      Arrays.fill(cluster, row, to, group);
      row = to;
    }
    for (int a = 0; a < ROWS; a++) {
      for (int b = a + 1; b < ROWS; b++) {
        boolean isNear = cluster[b] - cluster[a] < 4;
        double mean = cluster[a] == cluster[b] ? 14 : isNear ? -5 : -100;
        bits[a][b] = Scorer.onGrid(mean + random.nextDouble(-7, 7));
        bits[b][a] = bits[a][b];
      }
    }
  }

  private ScoredPairs kept() {
    List<int[]> kept = new ArrayList<>();
    for (int a = 0; a < ROWS; a++) {
      for (int b = a + 1; b < ROWS; b++) {
        if (bits[a][b] >= -8) {
          kept.add(new int[] {a, b});
        }
      }
    }
    return new ScoredPairs(
        kept.stream().mapToInt(pair -> pair[0]).toArray(),
        kept.stream().mapToInt(pair -> pair[1]).toArray(),
        kept.stream().mapToDouble(pair -> bits[pair[0]][pair[1]]).toArray());
  }

  private Calibration learnt() {
    PairWeights evidence = (a, b) -> bits[a][b];
    Members members = new Members(cluster);
    Between between = Between.of(kept(), members, (a, b) -> true, 2);
    return Cuts.learn(members, kept(), between, evidence, 2);
  }

  @Test
  void showsEveryPairAndEveryCutOnce() {
    make(1);

    Calibration learnt = learnt();

    assertThat(learnt).isEqualTo(slowly());
    assertThat(learnt.cutBits().get(Cut.kind(1, 2))).isNotZero();
    assertThat(learnt.cutBits().get(Cut.kind(2, 2))).isNotZero();
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    make(2);
    Calibration learnt = learnt();
    int[] clusterThen = cluster.clone();
    double[][] bitsThen = Arrays.stream(bits).map(double[]::clone).toArray(double[][]::new);
    // 7 and 300 have no divisor in common.
    for (int a = 0; a < ROWS; a++) {
      cluster[a] = clusterThen[a * 7 % ROWS];
      for (int b = 0; b < ROWS; b++) {
        bits[a][b] = bitsThen[a * 7 % ROWS][b * 7 % ROWS];
      }
    }

    assertThat(learnt()).isEqualTo(learnt);
  }

  private List<Integer> rows(int group) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      if (cluster[row] == group) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Calibration slowly() {
    Calibration.Learning learning = new Calibration.Learning();
    int groups = Arrays.stream(cluster).max().orElseThrow() + 1;
    for (int a = 0; a < groups; a++) {
      addWithin(rows(a), learning);
      for (int b = a + 1; b < groups; b++) {
        addBetween(rows(a), rows(b), learning);
      }
    }
    return learning.calibration();
  }

  private void addWithin(List<Integer> rows, Calibration.Learning learning) {
    int size = rows.size();
    Split split = size < 3 ? null : Split.of(size, (x, y) -> bits[rows.get(x)][rows.get(y)]);
    for (int x = 0; x < size; x++) {
      for (int y = x + 1; y < size; y++) {
        double own = bits[rows.get(x)][rows.get(y)];
        if (split == null) {
          learning.addCut(Cut.ALONE, own, true);
        } else {
          boolean isAcross = split.parts(x, y) && !split.isOfOne();
          learning.add(isAcross ? split.kind() : Cut.kind(1, size - 1), own, 1);
        }
      }
    }
    if (split != null) {
      learning.addCut(split.kind(), Scorer.onGrid(split.bits()), true);
    }
  }

  private void addBetween(List<Integer> rowsA, List<Integer> rowsB, Calibration.Learning learning) {
    int kind = Cut.kind(rowsA.size(), rowsB.size());
    double sum = 0;
    int kept = 0;
    for (int a : rowsA) {
      for (int b : rowsB) {
        boolean isKept = bits[a][b] >= -8;
        sum += isKept ? bits[a][b] : Between.FAINT_BITS;
        kept += isKept ? 1 : 0;
        if (isKept && kind == Cut.ALONE) {
          learning.addCut(kind, bits[a][b], false);
        } else if (isKept) {
          learning.add(kind, bits[a][b], 0);
        }
      }
    }
    if (kept > 0 && kind != Cut.ALONE) {
      double mean = sum / (rowsA.size() * rowsB.size());
      learning.addCut(kind, Scorer.onGrid(Math.min(0, mean)), false);
    }
  }
}
