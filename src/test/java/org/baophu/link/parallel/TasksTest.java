package org.baophu.link.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void waitsForWhatRunsBeside(int threads) {
    AtomicInteger done = new AtomicInteger();

    Tasks.beside(
        threads,
        done::incrementAndGet,
        other -> {
          other.run();
          assertThat(done.getAndIncrement()).isEqualTo(1);
        });

    assertThat(done).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void failsAsWhatRunsBesideDid(int threads) {
    UncheckedIOException full = new UncheckedIOException(new IOException("No space left"));
    AtomicInteger done = new AtomicInteger();

    assertThatThrownBy(
            () ->
                Tasks.beside(
                    threads,
                    () -> {
                      throw full;
                    },
                    other -> {
                      other.run();
                      done.incrementAndGet();
                    }))
        .isSameAs(full);
    assertThat(done).hasValue(0);
  }

  @Test
  void leavesNothingRunningBesideWhereItFails() {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();

    assertThatThrownBy(
            () ->
                Tasks.beside(
                    2,
                    () -> {
                      begun.countDown();
                      try {
                        new CountDownLatch(1).await();
                      } catch (InterruptedException e) {
                        ended.incrementAndGet();
                      }
                    },
                    other -> {
                      await(begun);
                      throw new IllegalStateException("lost");
                    }))
        .hasMessage("lost");
    assertThat(ended).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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
