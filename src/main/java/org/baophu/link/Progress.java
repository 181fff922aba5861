package org.baophu.link;

/** Is told how far the work has come. Called from one thread, a few times per stage. */
@FunctionalInterface
public interface Progress {
  /**
   * Some progress.
   *
   * @param stage what is being done, in a word or two
   * @param done steps done, 0 to {@code total}
   * @param total steps in this stage
   */
  void report(String stage, long done, long total);

  /** Tells nobody. */
  static Progress none() {
    return (stage, done, total) -> {};
  }
}
