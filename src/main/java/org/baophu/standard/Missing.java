package org.baophu.standard;

import java.util.Set;

/** Texts that fill a cell and say nothing. */
final class Missing {
  private static final Set<String> WORDS =
      Set.of(
          "",
          "khong",
          "khong co",
          "khong ro",
          "khong biet",
          "chua co",
          "chua ro",
          "n a",
          "na",
          "null",
          "none",
          "nan",
          "unknown",
          "trong",
          "x",
          "xx",
          "xxx",
          "ko",
          "ko co",
          "k co",
          "chua cap nhat",
          "dang cap nhat",
          "khong xac dinh");

  private static final Set<String> NAMES = Set.of("na", "trong", "x");

  private Missing() {}

  /** Whether a cell says nothing: empty, only punctuation, or a word for it. */
  static boolean isMissing(String text) {
    return text.isEmpty() || !isDigit(text.charAt(0)) && WORDS.contains(Vietnamese.fold(text));
  }

  /**
   * Whether a name cell says nothing. Words that could be somebody's name of one word ({@code Na},
   * {@code Trọng}) are names.
   */
  static boolean isMissingName(String text) {
    String folded = Vietnamese.fold(text);
    return folded.isEmpty() || WORDS.contains(folded) && !NAMES.contains(folded);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether digits were typed only to get past a form: all the same, or counted up or down. */
  static boolean isDummy(String digits) {
    return digits.length() > 1 && (steps(digits, 0) || steps(digits, 1) || steps(digits, 9));
  }

  private static boolean steps(String digits, int step) {
    for (int i = 1; i < digits.length(); i++) {
      if ((digits.charAt(i) - digits.charAt(i - 1) + 10) % 10 != step) {
        return false;
      }
    }
    return true;
  }
}
