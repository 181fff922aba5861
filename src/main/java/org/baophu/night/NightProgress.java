package org.baophu.night;

/** Hears how far a night has come. Called from several threads; must be cheap. */
public interface NightProgress {
  /** Hears nothing. */
  NightProgress SILENT = (stage, what, done, total) -> {};

  /**
   * @param what the part of the stage that is under way, such as a file's name; empty when the
   *     stage begins
   * @param total how much there is to do, or -1 where that is not known
   */
  void report(Stage stage, String what, long done, long total);
}
