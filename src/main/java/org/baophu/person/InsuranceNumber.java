package org.baophu.person;

import java.util.Optional;

/** The 10-digit social insurance number; it has no check digit. */
public record InsuranceNumber(String digits) {
  public InsuranceNumber {
    if (!Digits.isDigits(digits, 10)) {
      throw new IllegalArgumentException("not a social insurance number");
    }
  }

  public static Optional<InsuranceNumber> parse(String text) {
    return Digits.isDigits(text, 10) ? Optional.of(new InsuranceNumber(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return digits;
  }
}
