package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class ReadingsTest {
  /** The same clusters several times, of other rows each time. */
  private static int[] repeated(int[] clusters, int times) {
    int count = Arrays.stream(clusters).max().orElseThrow() + 1;
    int[] all = new int[clusters.length * times];
    Arrays.setAll(all, row -> clusters[row % clusters.length] + row / clusters.length * count);
    return all;
  }

  private static boolean joinPersons(int[] loose, int[] strict) {
    return Readings.joinPersons(repeated(loose, 50), repeated(strict, 50));
  }

  @Test
  void seeRelativesInGroupsThatAreJoined() {
    // Two houses of two people with two records each; one record stands alone.
    int[] loose = {0, 0, 0, 0, 1, 1, 1, 1, 2};
    int[] strict = {0, 0, 1, 1, 2, 2, 3, 3, 4};

    assertThat(joinPersons(loose, strict)).isTrue();
  }

  @Test
  void seeRuinedRecordsInSingleOnesThatAreJoined() {
    // Three people with two records that agree; a third record of two of them is ruined.
    int[] loose = {0, 0, 0, 1, 1, 1, 2, 2};
    int[] strict = {0, 0, 3, 1, 1, 4, 2, 2};

    assertThat(joinPersons(loose, strict)).isFalse();
  }

  /** Eight houses of two groups each: {@code pairs} of them of two pairs, others of one and one. */
  private static boolean judged(
      int pairs, boolean restAreSingle, BiPredicate<int[], int[]> joinPersons) {
    List<Integer> loose = new ArrayList<>();
    List<Integer> strict = new ArrayList<>();
    for (int house = 0; house < 8; house++) {
      for (int record = 0; record < 4; record++) {
        boolean isLeftOut = house >= pairs && (record == 3 || restAreSingle && record % 2 == 1);
        if (!isLeftOut) {
          loose.add(house);
          strict.add(house * 2 + record / 2);
        }
      }
    }
    return joinPersons.test(
        repeated(loose.stream().mapToInt(i -> i).toArray(), 50),
        repeated(strict.stream().mapToInt(i -> i).toArray(), 50));
  }

  private static boolean joinPersons(int pairs, boolean restAreSingle) {
    return judged(pairs, restAreSingle, Readings::joinPersons);
  }

  @Test
  void expectsOfRelativesAsManyGroupsOfSeveralAsThereAreAnywhere() {
    // Two of 16 groups hold two records: 8 (2/8 - 1 + (7/8)^2) = 0.125 are expected, one is found.
    assertThat(joinPersons(1, true)).isTrue();
    // 9 of 16 groups: 8 (18/16 - 1 + (7/16)^2) = 2.5 are expected, one is found; then 3.1 and two.
    assertThat(joinPersons(1, false)).isFalse();
    assertThat(joinPersons(2, false)).isTrue();
  }

  @Test
  void expectNearlyAllOfRelativesAmongWhatAReadingThatKnowsThemJoins() {
    // 12 of 16 groups: 8 (24/16 - 1 + (4/16)^2) = 4.5 are expected, four found; then 3.8 and three.
    assertThat(judged(4, false, Readings::stillJoinPersons)).isTrue();
    assertThat(judged(3, false, Readings::stillJoinPersons)).isFalse();
    assertThat(joinPersons(3, false)).isTrue();
  }

  @Test
  void cannotTellByAHandful() {
    int[] loose = {0, 0, 0, 0, 1, 1, 1, 1, 2};
    int[] strict = {0, 0, 1, 1, 2, 2, 3, 3, 4};

    // 2 (2 0.8 - 1 + 0.2^2) = 1.3 are expected, then 5.1.
    assertThat(Readings.joinPersons(repeated(loose, 1), repeated(strict, 1))).isFalse();
    assertThat(Readings.joinPersons(repeated(loose, 4), repeated(strict, 4))).isTrue();
  }

  @Test
  void seesNothingWhereBothAgree() {
    int[] clusters = {0, 0, 1, 2, 2, 2};

    assertThat(joinPersons(clusters, clusters)).isFalse();
  }
}
