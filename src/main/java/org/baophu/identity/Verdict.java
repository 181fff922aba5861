package org.baophu.identity;

/** What a clerk decided about two records. */
public enum Verdict {
  /** They are the same person's. */
  MATCH,
  /** They are not. */
  NO_MATCH,
  /**
   * What was decided about them up to that day no longer holds, and nothing is decided: the
   * evidence alone decides again.
   */
  REVOKE
}
