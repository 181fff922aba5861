package org.baophu.standard;

/**
 * Which commune a record names.
 *
 * @param code the commune's code on the run's date, or empty where it cannot be decided
 * @param basis how it was decided, or why it was not
 */
public record CommuneMatch(String code, Basis basis) {
  /** How a commune was decided, or why it was not. */
  public enum Basis {
    /** From the commune column (with the district's help where that was needed). */
    COLUMN,
    /** From the address text. */
    ADDRESS,
    /** The name belongs to several communes and nothing decides between them. */
    AMBIGUOUS,
    /** The commune was split, and the record does not say into which part it fell. */
    SPLIT,
    /** A commune of another province. */
    ELSEWHERE,
    /** A name that no commune has. */
    UNRECOGNISED,
    /** The record names no commune. */
    NOT_STATED
  }

  public static CommuneMatch unknown(Basis basis) {
    return new CommuneMatch("", basis);
  }

  public boolean isKnown() {
    return !code.isEmpty();
  }
}
