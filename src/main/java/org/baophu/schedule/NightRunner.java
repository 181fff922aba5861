package org.baophu.schedule;

import java.time.LocalDate;

/** Runs one night to its end; how, is the caller's business. */
public interface NightRunner {
  /**
   * Runs the night of that date, or goes on with one that broke off.
   *
   * @return the exit code of {@code nightly}
   */
  int run(LocalDate date) throws InterruptedException;
}
