package org.baophu.identity;

import java.util.List;

/**
 * Decisions that cannot all hold. They are reported, and what to do is for a clerk to decide again.
 *
 * @param decisions the decisions at odds: two about one pair, or a {@link Verdict#NO_MATCH} and the
 *     matches that say the opposite when taken together
 */
public record Contradiction(Kind kind, List<Decision> decisions) {
  /** How decisions can be at odds. */
  public enum Kind {
    /** Different verdicts on one pair, of the same day or all without a day. None is applied. */
    SAME_DAY,
    /**
     * Matches that lead from one record to another, and a no-match between the two: A = B, B = C, A
     * ≠ C. None on the shortest such way is applied.
     */
    TRANSITIVE
  }

  public Contradiction {
    decisions = List.copyOf(decisions);
  }
}
