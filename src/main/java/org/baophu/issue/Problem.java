package org.baophu.issue;

/**
 * What can be wrong with a row or a cell.
 *
 * <p>A problem that {@linkplain #rejects() rejects} makes the whole row unusable; any other leaves
 * the cell empty and the row in use.
 */
public enum Problem {
  /** The row has no name, and a record without a name can be linked to nobody. */
  NAME_MISSING(true),
  /** The name holds no letters, or letters that belong to no name. */
  NAME_UNREADABLE(true),
  /** A cell that the source's records cannot do without is empty. */
  VALUE_MISSING(true),
  /** A cell that the source's records cannot do without holds none of the known values. */
  VALUE_UNKNOWN(true),
  /** The row has more or fewer cells than the heading row. */
  CELL_COUNT(true),
  /**
   * The row cannot be read as CSV at all, for instance because a quotation mark is never closed.
   */
  ROW_UNREADABLE(true),
  /** A cell is longer than any honest value. */
  CELL_TOO_LONG(true),
  /** A record with the same record_id came earlier in the same source. */
  RECORD_ID_REPEATED(true),
  /** The person's request for erasure was met: the record is not used any more. */
  WITHHELD(true),
  /** An answer about somebody who was not asked about in that run, or too long ago. */
  PERSON_NOT_ASKED(true),
  /** Answers of the same day about one person that contradict each other: none of them counts. */
  ANSWER_CONTRADICTED(true),
  /** The birth date is none of the known forms, or lies in the future or too far back. */
  DATE_UNREADABLE(false),
  /** The identifier has a form that no identifier of its kind has. */
  IDENTIFIER_UNREADABLE(false),
  /** The tax code's check digit is wrong. */
  CHECK_DIGIT_WRONG(false),
  /** The value stood in another column than its own, and was moved. */
  WRONG_COLUMN(false),
  /** The phone number is none that could be dialled. */
  PHONE_UNREADABLE(false),
  /** A cell that is not needed holds none of the known values. */
  VALUE_IGNORED(false),
  /** The row names no commune that can be decided. */
  COMMUNE_UNKNOWN(false),
  /** The commune's name belongs to several communes and nothing in the row decides. */
  COMMUNE_AMBIGUOUS(false),
  /** The same answer stands elsewhere in the delivery too; it counts once. */
  ANSWER_REPEATED(false);

  private final boolean rejects;

  Problem(boolean rejects) {
    this.rejects = rejects;
  }

  /** Whether a row with this problem cannot be used. */
  public boolean rejects() {
    return rejects;
  }
}
