package org.baophu.audit;

/** What is written down. */
public enum AuditEvent {
  /** A night began. */
  RUN_STARTED,
  /** Readers find the results of a night. */
  PUBLISHED,
  /** A delivery was refused, or gates stopped a night. */
  REFUSED,
  /** A night broke off. */
  FAILED,
  /** Decisions of clerks were taken in. */
  DECISIONS_TAKEN_IN,
  /** Answers of clerks about persons of audit samples were taken in. */
  ANSWERS_TAKEN_IN,
  /** Somebody took it on themselves that a number was out of bounds. */
  GATE_ACCEPTED,
  /** The store was written to an archive. */
  EXPORTED,
  /** The store was read from an archive. */
  RESTORED,
  /** A data subject's request was met. */
  ERASED,
  /** Records that an erasure withheld are read again. */
  READMITTED,
  /** What was kept long enough was removed. */
  RETENTION
}
