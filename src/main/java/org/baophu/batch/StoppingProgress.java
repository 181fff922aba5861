package org.baophu.batch;

import org.baophu.night.NightProgress;
import org.baophu.night.Stage;

/**
 * Ends a night, when asked to, at the next moment at which it tells its progress. Whatever the
 * moment, the next start goes on from there; but once the results are stored, the moment until they
 * are published is short, and they are.
 */
final class StoppingProgress implements NightProgress {
  /** What PUBLISH has done when the results are stored. */
  private static final long STORED = 2;

  private final NightProgress listener;
  private volatile boolean stopping;

  StoppingProgress(NightProgress listener) {
    this.listener = listener;
  }

  void stop() {
    stopping = true;
  }

  @Override
  public void report(Stage stage, String what, long done, long total) {
    if (stopping && !(stage == Stage.PUBLISH && done >= STORED)) {
      throw new NightStoppedException();
    }
    listener.report(stage, what, done, total);
  }
}
