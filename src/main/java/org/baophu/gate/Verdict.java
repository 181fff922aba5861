package org.baophu.gate;

/** How a gate judges a number. */
public enum Verdict {
  /** Within the bounds. */
  PASSED,
  /** As far out as a number that was accepted on the nights just before: no news. */
  AS_ACCEPTED,
  /** Out of bounds, but somebody took it on themselves, with a reason. */
  ACCEPTED,
  /** Out of bounds; the settings ask for no more than a mention. */
  WARNED,
  /** Out of bounds: nothing may be published. */
  STOPPED,
  /** Not looked at. */
  OFF
}
