package org.baophu.person;

import java.util.Optional;

/**
 * The 12-digit citizen identity number (CCCD): province of registration (3 digits), century and sex
 * (1), year of birth (2), six random digits. It has no check digit.
 *
 * @param digits the 12 digits
 */
public record NationalId(String digits) {
  public NationalId {
    if (!isValid(digits)) {
      throw new IllegalArgumentException("not a 12-digit national id");
    }
  }

  /** The id, if the text is exactly 12 digits and its century digit is 0 to 3. */
  public static Optional<NationalId> parse(String text) {
    return isValid(text) ? Optional.of(new NationalId(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return Digits.isDigits(text, 12) && text.charAt(3) <= '3';
  }

  /** Three digits of the province where the birth was registered, such as {@code 020}. */
  public String provinceCode() {
    return digits.substring(0, 3);
  }

  /** The sex that the century digit states. */
  public Sex sex() {
    return (digits.charAt(3) - '0') % 2 == 0 ? Sex.MALE : Sex.FEMALE;
  }

  /** The year of birth, 1900 to 2099. */
  public int birthYear() {
    return 1900 + 100 * ((digits.charAt(3) - '0') / 2) + Integer.parseInt(digits.substring(4, 6));
  }

  @Override
  public String toString() {
    return digits;
  }
}
