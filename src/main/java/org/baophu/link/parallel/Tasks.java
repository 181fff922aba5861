package org.baophu.link.parallel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Runs tasks on a fixed number of threads. */
public final class Tasks {
  private static final int CHUNK = 1 << 15;

  private Tasks() {}

  /** Does something with numbers {@code from} to {@code to - 1}. */
  public interface Chunk {
    void run(int from, int to);
  }

  /** Has all numbers from 0 to {@code size - 1} done, some at a time. */
  public static void inChunks(int threads, int size, Chunk task) {
    run(
        threads,
        (size + CHUNK - 1) / CHUNK,
        chunk -> {
          task.run(chunk * CHUNK, (int) Math.min(size, (chunk + 1L) * CHUNK));
          return chunk;
        });
  }

  /** Sets all numbers of an array, each to what {@code value} gives for its place. */
  public static void setAll(int threads, double[] numbers, IntToDoubleFunction value) {
    inChunks(
        threads,
        numbers.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            numbers[i] = value.applyAsDouble(i);
          }
        });
  }

  /** What two tasks have found. */
  public record Both<A, B>(A first, B second) {}

  /**
   * The results of two tasks that have nothing to do with each other. The first runs on the calling
   * thread.
   *
   * @throws IllegalStateException as of {@link #run}
   */
  public static <A, B> Both<A, B> both(int threads, Supplier<A> first, Supplier<B> second) {
    if (threads <= 1) {
      return new Both<>(first.get(), second.get());
    }
    FutureTask<B> other = new FutureTask<>(second::get);
    begin(other);
    try {
      A found = first.get();
      return new Both<>(found, result(other));
    } finally {
      other.cancel(true);
    }
  }

  /**
   * Runs something while something else runs on a thread of its own; with one thread, after it. Has
   * returned, in whatever way, only when both have ended.
   *
   * @param other is interrupted where {@code own} fails
   * @param own is given what waits for the other, and fails as the other did
   * @throws IllegalStateException as of {@link #run}
   */
  public static void beside(int threads, Runnable other, Consumer<Runnable> own) {
    if (threads <= 1) {
      other.run();
      own.accept(() -> {});
      return;
    }
    FutureTask<Boolean> task = new FutureTask<>(other, true);
    Thread thread = begin(task);
    try {
      own.accept(() -> result(task));
    } finally {
      task.cancel(true);
      awaitEnd(thread);
    }
  }

  private static Thread begin(FutureTask<?> task) {
    Thread thread = new Thread(task, "baophu-other");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void awaitEnd(Thread thread) {
    boolean isInterrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The same results as {@link #run}, with the largest tasks begun first, so that none of them is
   * left to one thread at the end.
   *
   * @param size of a task, by its number
   */
  public static <T> List<T> runLargestFirst(
      int threads, int count, IntToLongFunction size, IntFunction<T> task) {
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingLong(i -> -size.applyAsLong(i)))
            .mapToInt(Integer::intValue)
            .toArray();
    List<T> results = run(threads, count, place -> task.apply(order[place]));
    List<T> byNumber = new ArrayList<>(results);
    for (int place = 0; place < count; place++) {
      byNumber.set(order[place], results.get(place));
    }
    return byNumber;
  }

  /**
   * The results of {@code task} for 0 to {@code count - 1}, in that order.
   *
   * @throws IllegalStateException where the waiting thread is interrupted or a task fails with a
   *     checked exception
   */
  public static <T> List<T> run(int threads, int count, IntFunction<T> task) {
    List<T> results = new ArrayList<>(count);
    if (threads <= 1 || count <= 1) {
      for (int i = 0; i < count; i++) {
        results.add(task.apply(i));
      }
      return results;
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, count));
    try {
      List<Future<T>> futures = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        int number = i;
        futures.add(pool.submit(() -> task.apply(number)));
      }
      for (Future<T> future : futures) {
        results.add(result(future));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
