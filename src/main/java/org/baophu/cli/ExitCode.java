package org.baophu.cli;

/** How the program ends, for those who schedule it. */
final class ExitCode {
  static final int DONE = 0;

  /** The command or the configuration is wrong. */
  static final int USAGE = 2;

  /** The input was refused; nothing was published. */
  static final int INPUT_REFUSED = 3;

  /** The run failed; the same command resumes it. */
  static final int FAILED = 4;

  /** Another run is under way. */
  static final int LOCKED = 5;

  private ExitCode() {}
}
