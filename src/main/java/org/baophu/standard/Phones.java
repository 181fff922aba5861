package org.baophu.standard;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baophu.reference.ReferenceTable;

/**
 * Phone numbers as they are dialled within Vietnam today: ten digits, beginning with 0; landlines
 * may have eleven. Mobile numbers of before the change of 2018 are brought to their new prefix.
 */
final class Phones {
  private static final int MOBILE_DIGITS = 10;

  private static final Map<String, String> NEW_PREFIX =
      ReferenceTable.read("phone_prefix_2018").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  e -> e.get("old_prefix_11_digit"), e -> e.get("new_prefix_10_digit")));

  private Phones() {}

  /** The first number in a cell that can be dialled. */
  static Optional<String> parse(String text) {
    if (text.length() == MOBILE_DIGITS && IdentifierForms.isDigits(text)) {
      return parseDigits(text);
    }
    return Arrays.stream(text.split("[/,;|]|hoặc"))
        .flatMap(part -> parseOne(part).or(() -> firstPiece(part)).stream())
        .findFirst();
  }

  /** The first number of those that only spaces or dashes part. */
  private static Optional<String> firstPiece(String text) {
    return Arrays.stream(text.split("[\\s-]+"))
        .filter(piece -> piece.length() < text.length())
        .flatMap(piece -> parseOne(piece).stream())
        .findFirst();
  }

  private static Optional<String> parseOne(String text) {
    return parseDigits(text.replaceFirst("\\.0$", "").replaceAll("\\D", ""));
  }

  private static Optional<String> parseDigits(String digits) {
    String national =
        digits.startsWith("0084") ? "0" + digits.substring(4) : withoutCountry(digits);
    return national.isEmpty() || Missing.isDummy(digits)
        ? Optional.empty()
        : today(national).filter(n -> !Missing.isDummy(n.substring(1)));
  }

  private static String withoutCountry(String digits) {
    if (digits.startsWith("840") && digits.length() >= 12) {
      return digits.substring(2);
    }
    if (digits.startsWith("84") && digits.length() >= 11) {
      return "0" + digits.substring(2);
    }
    return digits.length() == 9 && !digits.startsWith("0") ? "0" + digits : digits;
  }

  private static Optional<String> today(String number) {
    if (number.length() == 11 && NEW_PREFIX.containsKey(number.substring(0, 4))) {
      return Optional.of(NEW_PREFIX.get(number.substring(0, 4)) + number.substring(4));
    }
    return isMobile(number) || isLandline(number) ? Optional.of(number) : Optional.empty();
  }

  /** Whether ten digits begin as mobile numbers do. */
  static boolean isMobile(String digits) {
    return digits.length() == 10
        && digits.charAt(0) == '0'
        && "35789".indexOf(digits.charAt(1)) >= 0;
  }

  /** The first mobile number in a cell. */
  static Optional<String> parseMobile(String text) {
    return parse(text).filter(Phones::isMobile);
  }

  private static boolean isLandline(String digits) {
    return (digits.length() == 11 || digits.length() == 10) && digits.startsWith("02");
  }
}
