package org.baophu.standard;

import java.util.List;

/**
 * Which commune a record names.
 *
 * @param code the commune's code on the run's date, or empty where it cannot be decided
 * @param basis how it was decided, or why it was not
 * @param candidates where the name may be that of several communes, their codes, sorted; empty
 *     where it is decided and where no commune of the province can be meant
 * @param bearer of the candidates, the one that bears the name on the run's date; empty where none
 *     or several do. The others bore it earlier.
 */
public record CommuneMatch(String code, Basis basis, List<String> candidates, String bearer) {
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

  public CommuneMatch {
    candidates = List.copyOf(candidates);
    if (!code.isEmpty() && !candidates.isEmpty()) {
      throw new IllegalArgumentException("commune " + code + " is decided and has candidates");
    }
    if (!bearer.isEmpty() && !candidates.contains(bearer)) {
      throw new IllegalArgumentException("commune " + bearer + " is none of " + candidates);
    }
  }

  /** A commune that is decided. */
  public static CommuneMatch of(String code, Basis basis) {
    return new CommuneMatch(code, basis, List.of(), "");
  }

  public static CommuneMatch unknown(Basis basis) {
    return new CommuneMatch("", basis, List.of(), "");
  }

  public boolean isKnown() {
    return !code.isEmpty();
  }
}
