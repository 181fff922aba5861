package org.baophu.link;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.baophu.link.cluster.PairWeights;
import org.baophu.link.model.Cut;
import org.junit.jupiter.api.Test;

class SplitTest {
  /** Evidence by the two halves of four rows: 10 within, 1 across. */
  private static final PairWeights HALVES = (a, b) -> a % 2 == b % 2 ? 10 : 1;

  private static Split split(int size, PairWeights evidence) {
    return requireNonNull(Split.of(size, evidence));
  }

  @Test
  void twoHalvesHangTogetherByTheMeanAcross() {
    Split split = split(4, HALVES);

    assertThat(split.bits()).isEqualTo(1);
    assertThat(split.kind()).isEqualTo(Cut.kind(2, 2));
    assertThat(split.isOfOne()).isFalse();
    assertThat(split.parts(0, 1)).isTrue();
    assertThat(split.parts(0, 2)).isFalse();
    assertThat(List.of(0, 1, 2, 3)).allMatch(split::leaves);
  }

  @Test
  void aRowThatHardlyBelongsIsPartedFromTheRest() {
    Split split = split(3, (a, b) -> b == 2 ? a - 4 : 30);

    assertThat(split).isEqualTo(new Split(-3.5, 0b100, 3));
    assertThat(split.isOfOne()).isTrue();
    assertThat(split.leaves(2)).isTrue();
    assertThat(split.leaves(0)).isFalse();
    assertThat(split.kind()).isEqualTo(Cut.kind(1, 2));
  }

  @Test
  void whereNothingIsKnownAcrossThereIsNoCut() {
    assertThat(Split.of(4, (a, b) -> a % 2 == b % 2 ? 10 : Double.NaN)).isNull();
    assertThat(Memberships.ofSeveral(3, HALVES)).isNull();
    assertThat(Memberships.ofSeveral(5, (a, b) -> b == 4 ? 1 : 9)).isNull();
    assertThat(Memberships.ofSeveral(4, HALVES)).isEqualTo(split(4, HALVES));
  }

  @Test
  void rowsBeyondTheFirstThirteenAreNotLookedAt() {
    Split split = split(20, (a, b) -> b < Split.MOST_ROWS ? HALVES.bits(a, b) : Double.NaN);

    assertThat(split.rows()).isEqualTo(Split.MOST_ROWS);
    assertThat(split.parts(0, Split.MOST_ROWS)).isFalse();
    assertThat(split.leaves(Split.MOST_ROWS)).isFalse();
  }

  @Test
  void isWhatJoiningStepByStepLeaves() {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int size = 2 + random.nextInt(9);
      double[][] bits = new double[size][size];
      for (int a = 0; a < size; a++) {
        for (int b = a + 1; b < size; b++) {
          bits[a][b] = random.nextDouble(-19, 19);
        }
      }

      Split split = split(size, (a, b) -> bits[a][b]);

      List<List<Integer>> halves = slowly(bits);
      double sum = 0;
      for (int a : halves.get(0)) {
        for (int b : halves.get(1)) {
          assertThat(split.parts(a, b)).isTrue();
          sum += Memberships.limited(bits[Math.min(a, b)][Math.max(a, b)]);
        }
      }
      int across = halves.get(0).size() * halves.get(1).size();
      assertThat(split.bits()).isCloseTo(sum / across, within(1e-9));
      assertThat(Integer.bitCount(split.side()))
          .isEqualTo(Math.min(halves.get(0).size(), halves.get(1).size()));
    }
  }

  /** Average linkage, every mean taken anew. */
  private static List<List<Integer>> slowly(double[][] bits) {
    List<List<Integer>> groups = new ArrayList<>();
    for (int row = 0; row < bits.length; row++) {
      groups.add(new ArrayList<>(List.of(row)));
    }
    while (groups.size() > 2) {
      List<Integer> bestA = groups.get(0);
      List<Integer> bestB = groups.get(1);
      for (List<Integer> a : groups) {
        for (List<Integer> b : groups) {
          if (a != b && mean(bits, a, b) > mean(bits, bestA, bestB)) {
            bestA = a;
            bestB = b;
          }
        }
      }
      List<Integer> joined = new ArrayList<>(bestA);
      joined.addAll(bestB);
      groups.remove(bestA);
      groups.remove(bestB);
      groups.add(joined);
    }
    return groups;
  }

  private static double mean(double[][] bits, List<Integer> rowsA, List<Integer> rowsB) {
    double sum = 0;
    for (int a : rowsA) {
      for (int b : rowsB) {
        sum += Memberships.limited(bits[Math.min(a, b)][Math.max(a, b)]);
      }
    }
    return sum / (rowsA.size() * rowsB.size());
  }
}
