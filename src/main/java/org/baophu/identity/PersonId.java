package org.baophu.identity;

/** The text of person ids: {@code P} and a number from 1, with leading zeros to seven digits. */
final class PersonId {
  private static final int DIGITS = 7;

  private PersonId() {}

  static String ofNumber(long number) {
    String digits = Long.toString(number);
    return "P" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }

  /**
   * The number in an id.
   *
   * @throws IllegalArgumentException if the text is no id
   */
  static long numberOf(String id) {
    long number = 0;
    boolean valid = id.length() > DIGITS && id.length() <= 18 && id.charAt(0) == 'P';
    for (int i = 1; valid && i < id.length(); i++) {
      char c = id.charAt(i);
      valid = c >= '0' && c <= '9';
      number = 10 * number + (c - '0');
    }
    if (!valid || number == 0 || !ofNumber(number).equals(id)) {
      throw new IllegalArgumentException("not a person id: " + id + "; it reads like P0000001");
    }
    return number;
  }
}
