package org.baophu.link.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CutTest {
  @Test
  void kindsByHand() {
    assertThat(Cut.kind(1, 1)).isEqualTo(Cut.ALONE);
    assertThat(new int[] {Cut.kind(1, 2), Cut.kind(1, 3), Cut.kind(1, 4), Cut.kind(6, 1)})
        .containsExactly(1, 2, 3, 3);
    assertThat(new int[] {Cut.kind(7, 1), Cut.kind(1, 1_000_000)}).containsExactly(4, 4);
    assertThat(new int[] {Cut.kind(2, 2), Cut.kind(2, 3), Cut.kind(4, 2)}).containsExactly(5, 6, 6);
    assertThat(new int[] {Cut.kind(3, 3), Cut.kind(2, 9), Cut.kind(2, 10)})
        .containsExactly(7, 7, 8);
    assertThat(Cut.kind(100_000, 100_000)).isEqualTo(Cut.KINDS - 1);
  }

  @Test
  void eitherSideMayComeFirstAndEveryKindHasItsFewestPairs() {
    int[] fewest = new int[Cut.KINDS];
    Arrays.fill(fewest, Integer.MAX_VALUE);
    for (int a = 1; a <= 20; a++) {
      for (int b = 1; b <= 20; b++) {
        int kind = Cut.kind(a, b);
        assertThat(kind).isEqualTo(Cut.kind(b, a));
        fewest[kind] = Math.min(fewest[kind], a * b);
      }
    }

    // No two numbers from 2 on have the product 5, or the product 19.
    for (int kind = 0; kind < Cut.KINDS; kind++) {
      assertThat(Cut.leastPairs(kind)).isBetween(fewest[kind] - 1, fewest[kind]);
    }
  }
}
