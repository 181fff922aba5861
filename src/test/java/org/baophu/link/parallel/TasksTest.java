package org.baophu.link.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TasksTest {
  @Test
  void beginsWithTheLargestAndReturnsResultsByNumber() {
    long[] sizes = {3, 9, 1, 9, 4};
    List<Integer> begun = new ArrayList<>();

    List<String> results =
        Tasks.runLargestFirst(
            1,
            sizes.length,
            i -> sizes[i],
            i -> {
              begun.add(i);
              return "task " + i;
            });

    assertThat(begun).containsExactly(1, 3, 4, 0, 2);
    assertThat(results).containsExactly("task 0", "task 1", "task 2", "task 3", "task 4");
    assertThat(Tasks.runLargestFirst(3, sizes.length, i -> sizes[i], i -> "task " + i))
        .isEqualTo(results);
  }

  @Test
  void setsAllNumbers() {
    for (int size : new int[] {0, 1, 100_003}) {
      double[] expected = new double[size];
      Arrays.setAll(expected, i -> Math.sqrt(i));
      double[] numbers = new double[size];

      Tasks.setAll(3, numbers, i -> Math.sqrt(i));

      assertThat(numbers).isEqualTo(expected);
    }
  }
}
