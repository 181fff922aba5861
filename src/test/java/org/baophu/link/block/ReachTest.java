package org.baophu.link.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
  private static final int ROWS = 120;

  /** Values of which many have the same last byte, and some are missing. */
  private static int[][] values(int keys) {
    SplittableRandom random = new SplittableRandom(keys);
    int[][] values = new int[keys][ROWS];
    for (int[] own : values) {
      Arrays.setAll(own, row -> random.nextInt(4) == 0 ? 0 : random.nextInt(1, 40) << 7 | 1);
    }
    return values;
  }

  private static Reach reach(int[][] values) {
    Reach reach = new Reach(values.length, ROWS);
    for (int key = 0; key < values.length; key++) {
      reach.set(key, values[key]);
    }
    reach.sketch(2);
    return reach;
  }

  private static int slowFirstKey(int[][] values, int a, int b) {
    int key = 0;
    while (key < values.length && (values[key][a] == 0 || values[key][a] != values[key][b])) {
      key++;
    }
    return key;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 16, 21, 24})
  void findsTheFirstKeyAsComparingAllValuesDoes(int keys) {
    int[][] values = values(keys);
    Reach reach = reach(values);

    for (int a = 0; a < ROWS; a++) {
      for (int b = a + 1; b < ROWS; b++) {
        assertThat(reach.firstKey(a, b)).isEqualTo(slowFirstKey(values, a, b));
      }
    }
  }

  @Test
  void passesOnThePairsThatNoEarlierKeyReachesInTheirOrder() {
    int[][] values = values(12);
    Reach reach = reach(values);

    for (int key = 0; key < values.length; key++) {
      List<String> passed = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      Reach.Batch batch = reach.new Batch(key, (by, a, b) -> passed.add(by + ": " + a + " " + b));
      for (int a = 0; a < ROWS; a++) {
        for (int b = a + 1; b < ROWS; b++) {
          batch.add(a, b);
          if (slowFirstKey(values, a, b) >= key) {
            expected.add(key + ": " + a + " " + b);
          }
        }
      }
      batch.pass();
      assertThat(passed).isEqualTo(expected);
    }
  }
}
