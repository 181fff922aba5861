package org.baophu.standard;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.baophu.person.InsuranceNumber;
import org.baophu.person.NationalId;
import org.baophu.person.Sex;
import org.baophu.person.TaxCode;
import org.baophu.reference.ReferenceTable;

/**
 * What a text is as an identifier: as one of its column's kind, or by its form alone.
 *
 * <p>Zeros that a spreadsheet ate are restored where the result is certain: a national id whose
 * province exists and whose year or sex agrees with the row, if the row states them; an old id of
 * eight digits; a tax code whose check digit comes out right.
 *
 * @param birthYear year that the row states, 0 if it states none
 * @param sex as the row states it
 */
record IdentifierForms(int birthYear, Sex sex) {
  /** The kinds a column or a value can be of; the order is that in which columns are read. */
  enum Kind {
    NATIONAL_ID,
    OLD_NATIONAL_ID,
    TAX_CODE,
    INSURANCE_NUMBER,
    PHONE
  }

  /** A value in standard form. */
  record Reading(Kind kind, String value) {}

  private static final Pattern HEALTH_CARD = Pattern.compile("[A-Z]{2}\\d(?:\\d{2})?(\\d{10})");
  private static final Pattern ROUNDED = Pattern.compile("\\d(?:[.,]\\d+)?E\\+?\\d+");
  private static final Pattern DECIMALS = Pattern.compile("(\\d+)[.,]0");

  /** Branches count up from 001. */
  private static final String NO_BRANCH = "000";

  /** Second digits of mobile numbers that begin no insurance number, which a province begins. */
  private static final String MOBILE_ONLY = "3579";

  private static final Set<String> PROVINCES =
      ReferenceTable.read("provinces").stream()
          .map(e -> e.get("cccd_prefix"))
          .collect(Collectors.toUnmodifiableSet());

  /** Whether a spreadsheet has rounded the number, so that its digits are lost: {@code 2.0E+10}. */
  static boolean isRounded(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    return upper.indexOf('E') > 0 && ROUNDED.matcher(upper).matches();
  }

  /** Upper case, without the spaces, dots and apostrophes that people and spreadsheets add. */
  static String compact(String text) {
    if (isDigits(text)) {
      return text;
    }
    String upper = Vietnamese.toAscii(text).toUpperCase(Locale.ROOT).strip();
    Matcher decimals = DECIMALS.matcher(upper);
    return (decimals.matches() ? decimals.group(1) : upper).replaceAll("[^A-Z0-9]", "");
  }

  static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** What the text is in a column of that kind; tax columns rightly hold national ids, too. */
  Optional<Reading> readIn(Kind column, String text) {
    String compact = compact(text);
    return switch (column) {
      case NATIONAL_ID -> isDigits(compact) ? nationalId(compact) : Optional.empty();
      case TAX_CODE -> isDigits(compact) ? taxCode(compact) : Optional.empty();
      case INSURANCE_NUMBER -> insuranceNumber(compact);
      case PHONE -> phone(text, compact);
      case OLD_NATIONAL_ID -> Optional.empty();
    };
  }

  private Optional<Reading> nationalId(String digits) {
    return switch (digits.length()) {
      case 12 -> reading(Kind.NATIONAL_ID, digits, NationalId.parse(digits).isPresent());
      case 11 -> restored("0", digits, false);
      case 10 -> restored("00", digits, true);
      case 9 -> reading(Kind.OLD_NATIONAL_ID, digits, true);
      case 8 -> reading(Kind.OLD_NATIONAL_ID, "0" + digits, digits.charAt(0) != '0');
      default -> Optional.empty();
    };
  }

  private static Optional<Reading> reading(Kind kind, String value, boolean holds) {
    return holds ? Optional.of(new Reading(kind, value)) : Optional.empty();
  }

  /** A national id with its lost zeros, if it agrees with what else the row states. */
  private Optional<Reading> restored(String zeros, String digits, boolean yearNeeded) {
    return NationalId.parse(zeros + digits)
        .filter(id -> digits.charAt(0) != '0' && PROVINCES.contains(id.provinceCode()))
        .filter(id -> agrees(id, yearNeeded))
        .map(id -> new Reading(Kind.NATIONAL_ID, id.digits()));
  }

  private boolean agrees(NationalId id, boolean yearNeeded) {
    boolean yearAgrees = id.birthYear() == birthYear;
    boolean nothingStated = birthYear == 0 && sex == Sex.UNKNOWN;
    return yearAgrees || !yearNeeded && (id.sex() == sex || nothingStated);
  }

  /** With how much of what the row states a national id agrees: year and sex, 0 to 2. */
  int agreements(String nationalId) {
    return NationalId.parse(nationalId)
        .map(id -> (id.birthYear() == birthYear ? 1 : 0) + (id.sex() == sex ? 1 : 0))
        .orElse(0);
  }

  private Optional<Reading> taxCode(String digits) {
    return switch (digits.length()) {
      case 10 -> tax(digits);
      case 13 -> digits.endsWith(NO_BRANCH) ? Optional.empty() : tax(digits.substring(0, 10));
      case 9 -> tax("0" + digits);
      case 11 -> restored("0", digits, false);
      case 12 -> nationalId(digits).or(() -> tax("0" + digits.substring(0, 9)));
      default -> Optional.empty();
    };
  }

  private static Optional<Reading> tax(String tenDigits) {
    return reading(Kind.TAX_CODE, tenDigits, TaxCode.parse(tenDigits).isPresent());
  }

  private static Optional<Reading> insuranceNumber(String compact) {
    Matcher card = HEALTH_CARD.matcher(compact);
    String number = card.matches() ? card.group(1) : compact;
    return reading(Kind.INSURANCE_NUMBER, number, InsuranceNumber.parse(number).isPresent());
  }

  /** A 12-digit national id is no phone, though 84 and old numbers also make 12 digits. */
  private static Optional<Reading> phone(String text, String compact) {
    boolean nationalId =
        compact.length() == 12
            && !compact.startsWith("84")
            && NationalId.parse(compact).isPresent();
    return nationalId
        ? Optional.empty()
        : Phones.parse(text).map(number -> new Reading(Kind.PHONE, number));
  }

  /** Whether ten digits in an insurance column can only be a mobile number. */
  static boolean isOnlyMobile(String digits) {
    return Phones.isMobile(digits) && MOBILE_ONLY.indexOf(digits.charAt(1)) >= 0;
  }

  /**
   * What a text is that its own column cannot hold.
   *
   * @param insuranceExpected whether the row is one of insurance, where ten digits that are no
   *     mobile number are an insurance number; elsewhere a check digit has to speak for a tax code
   */
  Optional<Reading> readByForm(String text, boolean insuranceExpected) {
    String compact = compact(text);
    Optional<Reading> mobile =
        Phones.parse(text).filter(Phones::isMobile).map(n -> new Reading(Kind.PHONE, n));
    if (!isDigits(compact)) {
      return insuranceNumber(compact).or(() -> mobile);
    }
    return switch (compact.length()) {
      case 12 -> nationalId(compact).or(() -> mobile);
      case 11 -> mobile.or(() -> restored("0", compact, false));
      case 10 -> mobile.or(() -> insuranceExpected ? insuranceNumber(compact) : tax(compact));
      case 9 -> reading(Kind.OLD_NATIONAL_ID, compact, true);
      default -> Optional.empty();
    };
  }
}
