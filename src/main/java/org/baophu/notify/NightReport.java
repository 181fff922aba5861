package org.baophu.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a night ended.
 *
 * @param due when it was to begin
 * @param attempts how often it was started, retries included
 * @param figures what it found out, if it was published
 */
public record NightReport(
    LocalDate date,
    Instant due,
    Instant started,
    Instant ended,
    int attempts,
    Outcome outcome,
    Optional<Figures> figures) {

  /** The exit codes of {@code nightly}, by what they mean. */
  public enum Outcome {
    PUBLISHED(0),
    MISCONFIGURED(2),
    REFUSED(3),
    FAILED(4),
    LOCKED(5),
    /** It was told to stop; the next start goes on with it. */
    STOPPED(4);

    private final int exitCode;

    Outcome(int exitCode) {
      this.exitCode = exitCode;
    }

    /** What an exit code means; whatever is not known failed. */
    public static Outcome of(int exitCode) {
      for (Outcome outcome : values()) {
        if (outcome.exitCode == exitCode) {
          return outcome;
        }
      }
      return FAILED;
    }

    public int exitCode() {
      return exitCode;
    }
  }
}
