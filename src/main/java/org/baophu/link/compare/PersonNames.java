package org.baophu.link.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whole names as their words are compared: "SMITH, John A., MD" and "Dr. John A. Smith" are the
 * same. What a comma parts stands the other way round, titles are left out, and what tells a son
 * from his father stands in the middle, so that the outer words are given name and surname.
 *
 * <p>No title is a word of a Vietnamese name.
 */
public final class PersonNames {
  private static final Set<String> TITLES = Set.of("dr", "mr", "mrs", "ms", "prof", "professor");

  private static final Set<String> GENERATIONS =
      Set.of("jr", "sr", "junior", "senior", "ii", "iii", "iv", "filho", "neto", "júnior");

  /** What stands after names; the last ones are surnames too, so that these need a comma. */
  private static final Set<String> DEGREES =
      Set.of("md", "phd", "dds", "dmd", "dvm", "esq", "jd", "mba", "cpa", "rn", "do", "pa", "np");

  private static final Set<String> DEGREES_AT_THE_END = Set.of("md", "phd", "dds", "dmd", "esq");

  private static final String[] AT_THE_START = TITLES.toArray(String[]::new);
  private static final String[] AT_THE_END =
      Stream.of(GENERATIONS, DEGREES_AT_THE_END).flatMap(Set::stream).toArray(String[]::new);

  /** What a capital letter of ASCII lacks to be a small one. */
  private static final int ASCII_CASE = 'a' - 'A';

  private PersonNames() {}

  /** A name in the order given name, surname where that can be told, ideographs apart. */
  public static String ordered(String value) {
    String text = Folding.spacedName(value);
    if (!mayDiffer(text)) {
      return text;
    }
    List<List<String>> parts = new ArrayList<>();
    for (String part : text.split("[,،，、]", -1)) {
      List<String> words = words(part);
      boolean follows = !parts.isEmpty() && (parts.size() > 1 || parts.get(0).size() > 1);
      if (!words.isEmpty() && !(follows && isAll(words, DEGREES))) {
        parts.add(words);
      }
    }
    return String.join(" ", ordered(parts));
  }

  /** Whether a name has a comma, a dot or one of the words above at either end: most have none. */
  private static boolean mayDiffer(String text) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '.' || c == '،' || c == '，' || c == '、') {
        return true;
      }
      if (c == ' ') {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return first > 0
        && (isAny(AT_THE_START, text, 0, first)
            || isAny(AT_THE_END, text, last + 1, text.length()));
  }

  /** Whether a piece of a text is one of some words, in whatever case. */
  private static boolean isAny(String[] words, String text, int from, int to) {
    if (from == to) {
      return false;
    }
    int first = text.charAt(from) | ASCII_CASE;
    for (String word : words) {
      if (word.charAt(0) == first
          && word.length() == to - from
          && text.regionMatches(true, from, word, 0, to - from)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> words(String part) {
    List<String> words = new ArrayList<>();
    for (String word : part.trim().split("\\s+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** A word without its dots, in lower case: "M.D." is "md". */
  private static String lower(String word) {
    return word.replace(".", "").toLowerCase(Locale.ROOT);
  }

  private static boolean isAll(List<String> words, Set<String> known) {
    return words.stream().allMatch(word -> known.contains(lower(word)));
  }

  private static List<String> ordered(List<List<String>> parts) {
    List<String> words = new ArrayList<>();
    List<String> generations = new ArrayList<>();
    for (int i = 1; i < parts.size(); i++) {
      (isAll(parts.get(i), GENERATIONS) ? generations : words).addAll(parts.get(i));
    }
    List<String> surname = parts.isEmpty() ? List.of() : new ArrayList<>(parts.get(0));
    takeGeneration(surname, generations);
    words.addAll(surname);
    while (words.size() > 2 && TITLES.contains(lower(words.get(0)))) {
      words.remove(0);
    }
    while (words.size() > 2 && DEGREES_AT_THE_END.contains(lower(words.get(words.size() - 1)))) {
      words.remove(words.size() - 1);
    }
    takeGeneration(words, generations);
    words.addAll(Math.max(0, words.size() - 1), generations);
    return words;
  }

  private static void takeGeneration(List<String> words, List<String> generations) {
    if (words.size() > 1 && GENERATIONS.contains(lower(words.get(words.size() - 1)))) {
      generations.add(words.remove(words.size() - 1));
    }
  }
}
