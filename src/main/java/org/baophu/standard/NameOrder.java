package org.baophu.standard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baophu.reference.ReferenceTable;

/**
 * The words of a name, its surname first and without a title in front.
 *
 * <p>Evidence is what surnames and given names are attested. A word speaks for a change only if it
 * is a common surname exactly as written (or without any diacritics), and against one if it is like
 * any surname at all: with other diacritics, or with i for y.
 */
final class NameOrder {
  /** A surname that more than one in about four hundred of the sampled people bear. */
  private static final int COMMON_COUNT = 100;

  /** A given name of more than one in four thousand. */
  private static final int FREQUENT_COUNT = 10;

  private static final Set<String> LIKE_SURNAMES = keys(surnames(0), NameOrder::likeness);
  private static final Set<String> COMMON_SURNAMES = exactAndPlain(surnames(COMMON_COUNT));
  private static final Set<String> GIVEN_NAMES = exactAndPlain(givenNames(1));
  private static final Set<String> FREQUENT_GIVEN_NAMES = exactAndPlain(givenNames(FREQUENT_COUNT));
  private static final Set<String> MIDDLE_MARKERS = Set.of("thi", "van");
  private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "dr", "cụ");
  private static final Set<String> TITLES_THAT_ARE_NAMES = Set.of("ông", "bà", "chị");

  private NameOrder() {}

  private static Stream<String> surnames(int atLeast) {
    Stream<String> counted =
        ReferenceTable.read("surnames").stream()
            .filter(e -> Integer.parseInt(e.get("count_sample_a")) >= atLeast)
            .map(e -> e.get("surname"));
    Stream<String> local =
        ReferenceTable.read("surnames_ethnic").stream()
            .filter(e -> atLeast == 0 || Set.of("tay", "nung").contains(e.get("ethnic_group")))
            .map(e -> e.get("surname"));
    return Stream.concat(counted, local);
  }

  private static Stream<String> givenNames(int atLeast) {
    return ReferenceTable.read("given_names").stream()
        .filter(
            e ->
                Integer.parseInt(e.get("count_male")) + Integer.parseInt(e.get("count_female"))
                    >= atLeast)
        .map(e -> e.get("given_name"));
  }

  private static Set<String> keys(Stream<String> words, Function<String, String> key) {
    return words.map(key).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> exactAndPlain(Stream<String> names) {
    Set<String> keys = new HashSet<>();
    names.forEach(
        name -> {
          keys.add(exact(name));
          keys.add(Vietnamese.fold(name));
        });
    return Set.copyOf(keys);
  }

  private static String exact(String word) {
    return Vietnamese.withPlacedTones(word.toLowerCase(Locale.ROOT));
  }

  private static String likeness(String word) {
    return Vietnamese.fold(word).replace('y', 'i');
  }

  /** Whether the word may be a surname, however it is spelled. */
  private static boolean isLikeSurname(String word) {
    return LIKE_SURNAMES.contains(likeness(word));
  }

  static boolean isCommonSurname(String word) {
    return COMMON_SURNAMES.contains(exact(word));
  }

  private static boolean isGivenName(String word) {
    return GIVEN_NAMES.contains(exact(word));
  }

  private static boolean isMiddleMarker(String word) {
    return MIDDLE_MARKERS.contains(Vietnamese.fold(word));
  }

  /** The words in order; at least one. */
  static List<String> ordered(List<String> words) {
    return surnameFirst(withoutTitles(words));
  }

  /** Without Mr or Ông at the front; a title that can be a name goes only before a surname. */
  private static List<String> withoutTitles(List<String> words) {
    if (words.size() < 3) {
      return words;
    }
    String first = words.get(0).toLowerCase(Locale.ROOT);
    boolean title =
        TITLES.contains(first)
            || TITLES_THAT_ARE_NAMES.contains(first) && beginsName(words, 1)
            || first.equals("anh") && isTitleAnh(words);
    return title ? withoutTitles(words.subList(1, words.size())) : words;
  }

  private static boolean beginsName(List<String> words, int at) {
    return isCommonSurname(words.get(at))
        || words.size() > at + 2
            && TITLES_THAT_ARE_NAMES.contains(words.get(at).toLowerCase(Locale.ROOT))
            && isCommonSurname(words.get(at + 1));
  }

  /** Anh is a frequent given name, too: a title only before the whole name of a man. */
  private static boolean isTitleAnh(List<String> words) {
    return words.size() >= 4
        && isCommonSurname(words.get(1))
        && Vietnamese.fold(words.get(2)).equals("van");
  }

  /** Thị is a middle word only, so that a name that ends with it has another word out of place. */
  private static boolean endsWithThi(List<String> words) {
    return exact(words.get(words.size() - 1)).equals("thị");
  }

  /**
   * The words with the surname first. Only a given name that is like no surname can be out of
   * place, and only where a common surname stands behind it ({@code Nhung Nông Thị Hồng}), or one
   * that is no given name at the end behind the middle words ({@code Nhung Thị Hồng Nông}).
   */
  private static List<String> surnameFirst(List<String> words) {
    List<String> ordered = new ArrayList<>(words);
    int last = ordered.size() - 1;
    if (last >= 2 && endsWithThi(ordered) && isCommonSurname(ordered.get(1))) {
      ordered.add(ordered.remove(0));
      return ordered;
    }
    if (last < 2 || isLikeSurname(ordered.get(0)) || !isGivenName(ordered.get(0))) {
      return ordered;
    }
    boolean exchanged = isMiddleMarker(ordered.get(1));
    String end = ordered.get(last);
    if (exchanged && isCommonSurname(end) && !FREQUENT_GIVEN_NAMES.contains(exact(end))) {
      ordered.add(0, ordered.remove(last));
      ordered.add(ordered.remove(1));
    } else if (!exchanged && isCommonSurname(ordered.get(1))) {
      ordered.add(ordered.remove(0));
    }
    return ordered;
  }
}
