package org.baophu.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets work end in good order when the process is told to end (SIGTERM, Ctrl-C), and ends it with
 * the work's exit code, where a JVM by itself would say 143 or 130.
 */
final class GracefulStop {
  /**
   * Less than the 90 s after which systemd kills. Work that takes longer is left as a kill would.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(75);

  private final Runnable stop;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile int exitCode = ExitCode.FAILED;

  private GracefulStop(Runnable stop) {
    this.stop = stop;
  }

  /**
   * Does the work.
   *
   * @param work returns an exit code, also after it was stopped
   * @param stop has the work end soon; called from another thread
   */
  static int around(Callable<Integer> work, Runnable stop) throws Exception {
    GracefulStop graceful = new GracefulStop(stop);
    Thread hook = new Thread(graceful::stopAndWait, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      graceful.exitCode = work.call();
      return graceful.exitCode;
    } finally {
      remove(hook);
      graceful.ended.countDown();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // The hook runs: it waits for the work and ends the process.
    }
  }

  private void stopAndWait() {
    stop.run();
    try {
      ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(exitCode);
  }
}
