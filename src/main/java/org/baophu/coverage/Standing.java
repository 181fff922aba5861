package org.baophu.coverage;

/** What a person is to the office tonight; the first that applies. */
public enum Standing {
  /** Likely to have insurance in force, whatever their living or age. */
  INSURED,
  /** Has neither an active tax record nor an active business. */
  NO_LIVING,
  /** Certainly younger or older than those who can be asked to join. */
  OUT_OF_AGE,
  /** A potential participant. */
  POTENTIAL
}
