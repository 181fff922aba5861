package org.baophu.person;

import java.util.Optional;

/**
 * A tax code of 10 digits, the last a check digit; a branch's three further digits are not part of
 * it. (Since 1 July 2025 a person's tax code is the national id: such a value is a {@link
 * NationalId}, not a tax code.)
 *
 * <p>Check digit = 10 − (Σ digit·weight mod 11) with weights 31 29 23 19 17 13 7 5 3; where the sum
 * mod 11 is 0 no digit is valid (General Department of Taxation). The first two digits are the
 * province that issued the code; the seven behind them count up from 1.
 */
public record TaxCode(String digits) {
  private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

  public TaxCode {
    if (!isValid(digits)) {
      throw new IllegalArgumentException("not a tax code");
    }
  }

  /** The code, if the text is 10 digits with the right check digit. */
  public static Optional<TaxCode> parse(String text) {
    return isValid(text) ? Optional.of(new TaxCode(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return Digits.isDigits(text, 10)
        && !text.startsWith("0000000", 2)
        && text.charAt(9) - '0' == checkDigit(text);
  }

  /**
   * The check digit of nine digits.
   *
   * @param nineDigits at least nine digits, of which the first nine count
   * @return 0 to 9, or 10 where no digit is valid
   */
  public static int checkDigit(String nineDigits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (nineDigits.charAt(i) - '0') * WEIGHTS[i];
    }
    return 10 - sum % 11;
  }

  @Override
  public String toString() {
    return digits;
  }
}
