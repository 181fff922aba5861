package org.baophu.link.evaluate;

/** Where a wrong pair comes from. */
public enum Miss {
  /** A true pair apart: no blocking key reaches it, or the tables lack one of its records. */
  NEVER_COMPARED(true),
  /** A true pair apart: compared, and its probability is below the threshold. */
  SCORED_TOO_LOW(true),
  /** A true pair apart, although its own probability reaches the threshold. */
  CLUSTERED_WRONGLY(true),
  /** A false pair together: its own probability reaches the threshold. */
  SCORED_TOO_HIGH(false),
  /** A false pair together, although its own probability does not reach the threshold. */
  JOINED_BY_CLUSTERING(false);

  private final boolean truePair;

  Miss(boolean truePair) {
    this.truePair = truePair;
  }

  /** Whether it is a true pair that was not found, rather than a false one that was. */
  public boolean isTruePair() {
    return truePair;
  }
}
