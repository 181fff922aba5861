package org.baophu.sample;

/** What a clerk said to one question. */
public enum Said {
  YES,
  NO,
  /** Asked for and not to be found out. */
  UNKNOWN,
  /** Nothing: as the list assumes. */
  NOTHING
}
