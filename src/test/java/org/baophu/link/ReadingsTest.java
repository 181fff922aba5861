package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingsTest {
  @Test
  void seeRelativesInGroupsThatAreJoined() {
    // Two houses of two people with two records each; one record stands alone.
    int[] loose = {0, 0, 0, 0, 1, 1, 1, 1, 2};
    int[] strict = {0, 0, 1, 1, 2, 2, 3, 3, 4};

    assertThat(Readings.joinPersons(loose, strict)).isTrue();
  }

  @Test
  void seeRuinedRecordsInSingleOnesThatAreJoined() {
    // Three people with two records that agree; a third record of two of them is ruined.
    int[] loose = {0, 0, 0, 1, 1, 1, 2, 2};
    int[] strict = {0, 0, 3, 1, 1, 4, 2, 2};

    assertThat(Readings.joinPersons(loose, strict)).isFalse();
  }

  @Test
  void weighsTheTwoAgainstEachOther() {
    // One group of two is joined to another, and one record to a group, in another cluster.
    int[] loose = {0, 0, 0, 0, 1, 1, 1};
    int[] strict = {0, 0, 1, 1, 2, 2, 3};
    // The same, and two groups of two more.
    int[] more = {0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2};
    int[] moreStrictly = {0, 0, 1, 1, 2, 2, 3, 4, 4, 5, 5};

    assertThat(Readings.joinPersons(loose, strict)).isFalse();
    assertThat(Readings.joinPersons(more, moreStrictly)).isTrue();
  }

  @Test
  void seesNothingWhereBothAgree() {
    int[] clusters = {0, 0, 1, 2, 2, 2};

    assertThat(Readings.joinPersons(clusters, clusters)).isFalse();
  }
}
