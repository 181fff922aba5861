package org.baophu.person;

import java.util.Optional;

/**
 * The 9-digit identity card number (CMND) that the national id replaced. It is unrelated to the
 * national id of the same person.
 */
public record OldNationalId(String digits) {
  public OldNationalId {
    if (!Digits.isDigits(digits, 9)) {
      throw new IllegalArgumentException("not a 9-digit identity card number");
    }
  }

  public static Optional<OldNationalId> parse(String text) {
    return Digits.isDigits(text, 9) ? Optional.of(new OldNationalId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return digits;
  }
}
