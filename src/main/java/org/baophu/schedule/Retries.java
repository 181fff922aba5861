package org.baophu.schedule;

import java.time.Duration;

/**
 * How often a night that broke off is started again, and after which pauses. Each pause is {@value
 * #GROWTH} times the one before: what mends itself mends soon, what does not needs no hurry.
 *
 * @param times how often, 0 to 20
 * @param firstPause before the first, 1 s to 1 day
 */
public record Retries(int times, Duration firstPause) {
  private static final int GROWTH = 4;
  private static final int MOST = 20;
  private static final Duration LONGEST = Duration.ofDays(1);

  public Retries {
    if (times < 0 || times > MOST) {
      throw new IllegalArgumentException("retries " + times + " is not in [0," + MOST + "]");
    }
    if (firstPause.toSeconds() < 1 || firstPause.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "retry_pause_seconds " + firstPause.toSeconds() + " is not in [1,86400]");
    }
  }

  /** Three times: after 1, 4 and 16 minutes. */
  public static Retries defaults() {
    return new Retries(3, Duration.ofMinutes(1));
  }

  /**
   * The pause before a retry, at most a day.
   *
   * @param retry counted from 1
   */
  Duration pauseBefore(int retry) {
    Duration pause = firstPause;
    for (int i = 1; i < retry && pause.compareTo(LONGEST) < 0; i++) {
      pause = pause.multipliedBy(GROWTH);
    }
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
