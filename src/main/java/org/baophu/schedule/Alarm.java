package org.baophu.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells the time and waits for one. */
public interface Alarm {
  Instant now();

  /**
   * Waits until that time has come, or until waiting is ended.
   *
   * @return whether the time has come
   */
  boolean await(Instant time) throws InterruptedException;

  /** Whether waiting was ended. */
  boolean isStopped();

  /** An alarm that can be ended from another thread. */
  final class Stoppable implements Alarm {
    /** A clock can be set, a machine be suspended: so the time is looked at again and again. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);

    public Stoppable(Clock clock) {
      this.clock = clock;
    }

    /** Ends waiting, now and from now on. */
    public void stop() {
      stopped.countDown();
    }

    @Override
    public boolean isStopped() {
      return stopped.getCount() == 0;
    }

    @Override
    public Instant now() {
      return clock.instant();
    }

    @Override
    public boolean await(Instant time) throws InterruptedException {
      for (Duration left = left(time); left.toMillis() > 0; left = left(time)) {
        long wait = Math.min(left.toMillis(), LONGEST.toMillis());
        if (stopped.await(wait, TimeUnit.MILLISECONDS)) {
          return false;
        }
      }
      return !isStopped();
    }

    private Duration left(Instant time) {
      return Duration.between(clock.instant(), time);
    }
  }
}
