package org.baophu.cli;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of dates in English, German, French, Spanish, Portuguese, Italian, Dutch, Russian and
 * Vietnamese: names of months, whole or cut, and words that say nothing, as in "12 de marzo de
 * 1985". No beginning of a name belongs to two months.
 */
final class MonthNames {
  private static final String[] BEGINNINGS = {
    "jan ene gen янв",
    "feb fev фев",
    "mar maa mae мар",
    "apr avr abr апр",
    "may mai mag mei мая маи",
    "jun juin giu июн",
    "jul juil lug июл",
    "aug aou ago авг",
    "sep set сен",
    "oct okt out ott окт",
    "nov ноя",
    "dec dez dic дек"
  };

  private static final Set<String> SAYING_NOTHING =
      Set.of("de", "del", "of", "st", "nd", "rd", "th", "er", "г", "года", "ngay", "thang", "nam");

  private static final Map<String, Integer> MONTHS = months();

  private MonthNames() {}

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (int month = 1; month <= BEGINNINGS.length; month++) {
      for (String beginning : BEGINNINGS[month - 1].split(" ", -1)) {
        months.put(beginning, month);
      }
    }
    return months;
  }

  /** The number of a month by its name in letters without marks, 0 where it is none. */
  static int month(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (int length = Math.min(4, lower.length()); length >= 3; length--) {
      Integer month = MONTHS.get(lower.substring(0, length));
      if (month != null) {
        return month;
      }
    }
    return 0;
  }

  /** Whether a word may stand in a date without saying anything. */
  static boolean saysNothing(String word) {
    return SAYING_NOTHING.contains(word.toLowerCase(Locale.ROOT));
  }

  /** A text with letters without marks and digits of any script as 0 to 9. */
  static String plain(String text) {
    if (text.chars().allMatch(c -> c < 128)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (char c : Normalizer.normalize(text, Normalizer.Form.NFKD).toCharArray()) {
      if (Character.isDigit(c)) {
        out.append((char) ('0' + Character.digit(c, 10)));
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
