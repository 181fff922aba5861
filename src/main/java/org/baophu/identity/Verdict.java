package org.baophu.identity;

/** What a clerk decided about two records. */
public enum Verdict {
  /** They are the same person's. */
  MATCH,
  /** They are not. */
  NO_MATCH
}
