package org.baophu.publish;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.baophu.person.Commune;

/**
 * A commune as output files name it.
 *
 * @param code five digits, or {@value #UNKNOWN_CODE}
 * @param name with its type, such as {@code Phường Đông Kinh}
 */
record Place(String code, String name) {
  /** Stands in files for the commune that cannot be decided. */
  static final String UNKNOWN_CODE = "unknown";

  static final Place UNKNOWN = new Place(UNKNOWN_CODE, UNKNOWN_CODE);

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^a-z0-9]+");
  private static final Pattern ILLEGAL_IN_SHEET_NAME =
      Pattern.compile("[\\[\\]:*?/\\\\\\p{Cntrl}]+");
  private static final int LONGEST_FILE_NAME = 60;
  private static final int LONGEST_SHEET_NAME = 31;

  static Place of(Commune commune) {
    return new Place(commune.code(), commune.fullName());
  }

  boolean isKnown() {
    return !code.equals(UNKNOWN_CODE);
  }

  /**
   * Such as {@code 05977-phuong-dong-kinh.csv}: lower-case ASCII letters, digits and hyphens, so
   * that any file system keeps it and none confuses two.
   */
  String fileName() {
    return isKnown()
        ? shortened(code + "-" + ascii(name), LONGEST_FILE_NAME) + ".csv"
        : "unknown.csv";
  }

  /** Such as {@code 05977 Phường Đông Kinh}; at most 31 characters, as spreadsheets demand. */
  String sheetName() {
    String full = isKnown() ? code + " " + name : UNKNOWN_CODE;
    String legal = ILLEGAL_IN_SHEET_NAME.matcher(full).replaceAll(" ").strip();
    // Nor may a sheet's name end with an apostrophe.
    return shortened(legal, LONGEST_SHEET_NAME).replaceAll("'+$", "").strip();
  }

  /** Words as part of a file name, such as {@code buu-dien}; not longer than a commune's. */
  static String fileWords(String text) {
    return shortened(ascii(text), LONGEST_FILE_NAME);
  }

  private static String ascii(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    String lower = plain.toLowerCase(Locale.ROOT).replace('đ', 'd');
    String hyphened = NEITHER_LETTER_NOR_DIGIT.matcher(lower).replaceAll("-");
    return hyphened.replaceAll("^-|-$", "");
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
