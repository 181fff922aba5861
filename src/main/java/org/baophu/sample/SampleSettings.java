package org.baophu.sample;

/**
 * How much is asked of clerks, and what their answers do.
 *
 * @param size persons drawn a night, half of them from the list; 60 by default, 0 turns it off.
 *     Errors are rare, so it is the number of answers within {@code days} that counts: with 1,000
 *     on each side and none of them wrong, up to 0.37 % may be.
 * @param days for how many days an answer counts; 90 by default. More days: narrower intervals,
 *     about lists of longer ago.
 * @param binding whether what a clerk found about somebody's insurance holds for that person, on by
 *     default
 * @param recalibrate whether answers correct {@code p_uninsured}, on by default
 */
public record SampleSettings(int size, int days, boolean binding, boolean recalibrate) {
  private static final int MOST = 10_000;

  public SampleSettings {
    if (size < 0 || size > MOST) {
      throw new IllegalArgumentException(
          "audit_sample.size is " + size + ", not within 0 to 10000");
    }
    if (days < 1 || days > MOST) {
      throw new IllegalArgumentException(
          "audit_sample.days is " + days + ", not within 1 to 10000");
    }
  }

  /** The settings that hold where nothing is set. */
  public static SampleSettings defaults() {
    return new SampleSettings(60, 90, true, true);
  }
}
