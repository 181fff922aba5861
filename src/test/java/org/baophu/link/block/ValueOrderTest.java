package org.baophu.link.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueOrderTest {
  /** From all of one value to hardly any alike, few and many to a place. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50, 3_000, Integer.MAX_VALUE})
  void ordersRowsByValueAsAnUnsignedNumberThenByRow(int distinct) {
    SplittableRandom random = new SplittableRandom(distinct);
    int[] values = new int[50_000];
    for (int row = 0; row < values.length; row++) {
      values[row] = row % 7 == 0 ? 0 : Mix.nonZero(Mix.mix(random.nextInt(distinct)));
    }
    // Some of the same upper bits, more than are sorted as they are.
    IntStream.range(0, 500).forEach(row -> values[row * 100 + 1] = 0x80000000 + 37 * row % 90);

    long[] expected =
        IntStream.range(0, values.length)
            .filter(row -> values[row] != 0)
            .mapToLong(row -> (values[row] & 0xffffffffL) << Integer.SIZE | row)
            .boxed()
            .sorted(Long::compareUnsigned)
            .mapToLong(Long::longValue)
            .toArray();
    assertThat(ValueOrder.rows(values)).isEqualTo(expected);
  }
}
