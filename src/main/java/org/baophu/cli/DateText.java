package org.baophu.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dates as people write them, in ISO form: a year of four digits first or last, a day, a month in
 * digits of any script or as a word ({@link MonthNames}), whatever stands between, a time behind it
 * or not; or eight digits; or no more than a month and a year.
 */
final class DateText {
  /** Letters from here on belong to scripts whose words in dates are no names of months. */
  private static final int OTHER_LETTERS = 0x530;

  private static final int NONE = -1;
  private static final int MOST_MONTHS = 12;
  private static final int MOST_DAYS = 31;
  private static final int GROUPS = 3;

  /** Whether the month stands before the day where the year stands last. */
  private final boolean isMonthFirst;

  DateText(boolean isMonthFirst) {
    this.isMonthFirst = isMonthFirst;
  }

  /** Whether a text is {@code yyyy}, {@code yyyy-M} or {@code yyyy-M-d} already. */
  static boolean isIso(byte[] bytes, int from, int to) {
    int groups = 1;
    int digits = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] >= '0' && bytes[i] <= '9') {
        digits++;
      } else if (bytes[i] == '-' && fits(groups, digits)) {
        groups++;
        digits = 0;
      } else {
        return false;
      }
    }
    return groups <= GROUPS && fits(groups, digits);
  }

  private static boolean fits(int group, int digits) {
    return group == 1 ? digits == 4 : digits == 1 || digits == 2;
  }

  /** Digits or letters that stand together, as a number; a word is that of its month. */
  private record Group(int number, int length, boolean isWord) {
    boolean isYear() {
      return !isWord && length == 4;
    }

    boolean isShort() {
      return !isWord && length <= 2;
    }
  }

  /** The date of a text as {@code yyyy-MM-dd} or {@code yyyy-MM}, {@code null} if it is none. */
  @Nullable String iso(String text) {
    List<Group> groups = groups(MonthNames.plain(text.strip()));
    return switch (groups.size()) {
      case 1 -> together(groups.get(0));
      case 2 -> ofMonth(groups.get(0), groups.get(1));
      case GROUPS -> ofDay(groups.get(0), groups.get(1), groups.get(2));
      default -> null;
    };
  }

  /**
   * What a text says about which of day and month stands first where the year stands last: above 0
   * the day, below 0 the month, 0 nothing.
   */
  static int order(String text) {
    List<Group> groups = groups(MonthNames.plain(text.strip()));
    if (groups.size() < GROUPS || !groups.get(0).isShort() || !groups.get(1).isShort()) {
      return 0;
    }
    int first = groups.get(0).number() > MOST_MONTHS ? 1 : 0;
    return first - (groups.get(1).number() > MOST_MONTHS ? 1 : 0);
  }

  /** The groups of a text, at most three; none where it is no date. */
  private static List<Group> groups(String text) {
    List<Group> groups = new ArrayList<>(GROUPS);
    int at = 0;
    while (at < text.length() && groups.size() < GROUPS) {
      if (!isDigit(text.charAt(at)) && !isLetter(text.charAt(at))) {
        at++;
        continue;
      }
      int to = end(text, at);
      String own = text.substring(at, to);
      at = to;
      if (MonthNames.saysNothing(own)) {
        continue;
      }
      Group group = group(own);
      if (group.number() == NONE) {
        return List.of();
      }
      groups.add(group);
    }
    return isTime(text, at) ? groups : List.of();
  }

  private static int end(String text, int from) {
    boolean isWord = isLetter(text.charAt(from));
    int to = from;
    while (to < text.length() && (isWord ? isLetter(text.charAt(to)) : isDigit(text.charAt(to)))) {
      to++;
    }
    return to;
  }

  private static Group group(String text) {
    if (isLetter(text.charAt(0))) {
      int month = MonthNames.month(text);
      return new Group(month == 0 ? NONE : month, text.length(), true);
    }
    boolean fits = text.length() <= 2 || text.length() == 4 || text.length() == 8;
    return new Group(fits ? Integer.parseInt(text) : NONE, text.length(), false);
  }

  /** Whether no more than signs follow, or what may be a time. */
  private static boolean isTime(String text, int at) {
    boolean mayBeTime = at < text.length() && (text.charAt(at) == 'T' || text.charAt(at) == ' ');
    int next = mayBeTime ? at + 1 : at;
    boolean isTime = mayBeTime && next < text.length() && isDigit(text.charAt(next));
    return isTime
        || text.substring(at).chars().noneMatch(c -> isWord((char) c))
        || isNothing(text, at);
  }

  private static boolean isWord(char c) {
    return isDigit(c) || isLetter(c);
  }

  /** Whether the rest of a text says nothing, such as the Russian word for a year. */
  private static boolean isNothing(String text, int at) {
    return MonthNames.saysNothing(text.substring(at).replaceAll("[ .,]", ""));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c < OTHER_LETTERS && Character.isLetter(c);
  }

  /** Eight digits: the year first, unless they can only be read the other way. */
  private @Nullable String together(Group group) {
    int number = group.number();
    if (group.length() != 8) {
      return null;
    }
    if (number / 100 % 100 <= MOST_MONTHS && number % 100 <= MOST_DAYS && number >= 10_000_000) {
      return iso(number / 10_000, number / 100 % 100, number % 100);
    }
    return ofDay(
        new Group(number / 1_000_000, 2, false),
        new Group(number / 10_000 % 100, 2, false),
        new Group(number % 10_000, 4, false));
  }

  private static @Nullable String ofMonth(Group a, Group b) {
    Group year = a.isYear() ? a : b;
    Group month = a.isYear() ? b : a;
    return year.isYear() && (month.isWord() || month.isShort())
        ? iso(year.number(), month.number(), 0).substring(0, "yyyy-MM".length())
        : null;
  }

  private @Nullable String ofDay(Group a, Group b, Group c) {
    if (a.isYear()) {
      return ofParts(a, b, c);
    }
    boolean monthStandsFirst = a.isWord() || (isMonthFirst && !b.isWord());
    return monthStandsFirst ? ofParts(c, a, b) : ofParts(c, b, a);
  }

  private static @Nullable String ofParts(Group year, Group month, Group day) {
    if (!year.isYear() || !day.isShort() || !(month.isWord() || month.isShort())) {
      return null;
    }
    // What cannot be a month is the day, if the other can be.
    boolean areSwapped =
        !month.isWord() && month.number() > MOST_MONTHS && day.number() <= MOST_MONTHS;
    return areSwapped
        ? iso(year.number(), day.number(), month.number())
        : iso(year.number(), month.number(), day.number());
  }

  private static String iso(int year, int month, int day) {
    // A format would take longer than all the rest.
    long digits = 1_0000_00_00L + year * 10_000L + month * 100L + day;
    String text = Long.toString(digits);
    return text.substring(1, 5) + "-" + text.substring(5, 7) + "-" + text.substring(7);
  }
}
