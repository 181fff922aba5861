package org.baophu.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The name of a place as a text gives it, with the type of place where the text says it.
 *
 * @param type what the text says it is
 * @param exact the name in lower case, tones placed, words separated by single spaces
 * @param folded the same without diacritics
 */
record PlaceName(Type type, String exact, String folded) {
  /** The kinds of place that address texts name. */
  enum Type {
    COMMUNE("xã", "xa", "x"),
    WARD("phường", "phuong", "p", "f"),
    TOWN("thị trấn", "thi tran", "tt", "ttr"),
    DISTRICT("huyện", "huyen", "h"),
    CITY("thành phố", "thanh pho", "tp"),
    DISTRICT_TOWN("thị xã", "thi xa", "tx"),
    CITY_DISTRICT("quận", "q"),
    PROVINCE("tỉnh", "tinh", "t"),
    /** A part of a commune, or a street: its name is never a commune's. */
    BELOW(
        "thôn", "thon", "bản", "ban", "xóm", "xom", "khu", "khối", "khoi", "tổ", "to", "đường",
        "duong", "phố", "pho", "số", "so", "ngõ", "ngo", "ngách", "ngach", "làng", "đội", "kđt",
        "kdt", "sn", "ql", "quốc lộ", "quoc lo", "ấp"),
    UNSTATED;

    private static final Map<String, Type> BY_WORD = new HashMap<>();
    private static final Map<String, Map<String, Type>> BY_TWO_WORDS = new HashMap<>();

    static {
      for (Type type : values()) {
        type.words.forEach(word -> register(word, type));
      }
    }

    private final List<String> words;

    Type(String... words) {
      this.words = List.of(words);
    }

    private static void register(String word, Type type) {
      int space = word.indexOf(' ');
      if (space < 0) {
        BY_WORD.put(word, type);
      } else {
        BY_TWO_WORDS
            .computeIfAbsent(word.substring(0, space), w -> new HashMap<>())
            .put(word.substring(space + 1), type);
      }
    }

    boolean isCommune() {
      return this == COMMUNE || this == WARD || this == TOWN;
    }

    boolean isDistrict() {
      return this == DISTRICT || this == CITY || this == DISTRICT_TOWN || this == CITY_DISTRICT;
    }

    /** How many words at the given place are this type's; 0 if none. */
    int wordsAt(List<PlaceWord> text, int at) {
      if (twoWordsAt(text, at) == this) {
        return 2;
      }
      return BY_WORD.get(text.get(at).exact()) == this ? 1 : 0;
    }

    private static @Nullable Type twoWordsAt(List<PlaceWord> text, int at) {
      Map<String, Type> second = BY_TWO_WORDS.get(text.get(at).exact());
      return second == null || at + 1 == text.size() ? null : second.get(text.get(at + 1).exact());
    }

    static Type at(List<PlaceWord> text, int at) {
      Type two = twoWordsAt(text, at);
      return two != null ? two : BY_WORD.getOrDefault(text.get(at).exact(), UNSTATED);
    }
  }

  /** The type that the words from the given place on state, if any. */
  static Type typeAt(List<PlaceWord> words, int at) {
    return Type.at(words, at);
  }

  /** The name that a text holds, such as {@code Xã Hồng Phong} or {@code P.TAM THANH}. */
  static PlaceName parse(String text) {
    return of(PlaceWord.split(text));
  }

  /** The name that the words make; a type word alone is a name. */
  static PlaceName of(List<PlaceWord> words) {
    if (words.isEmpty()) {
      return new PlaceName(Type.UNSTATED, "", "");
    }
    Type type = typeAt(words, 0);
    int typeWords = type.wordsAt(words, 0);
    return typeWords < words.size()
        ? named(type, words.subList(typeWords, words.size()))
        : named(Type.UNSTATED, words);
  }

  static PlaceName named(Type type, List<PlaceWord> words) {
    return new PlaceName(
        type,
        words.stream().map(PlaceWord::exact).collect(Collectors.joining(" ")),
        words.stream().map(PlaceWord::folded).collect(Collectors.joining(" ")));
  }

  boolean isEmpty() {
    return folded.isEmpty();
  }

  boolean hasDiacritics() {
    return !exact.equals(folded);
  }

  /** A word of a place text, in lower case with its diacritics and without. */
  record PlaceWord(String exact, String folded, boolean beginsSegment) {
    private static final String SEPARATORS = ",;|/\n-–—()";

    /** The words of a text; digits count as letters, all else separates. */
    static List<PlaceWord> split(String text) {
      String lower = Vietnamese.withPlacedTones(Vietnamese.nfc(text).toLowerCase(Locale.ROOT));
      List<PlaceWord> words = new ArrayList<>();
      boolean segment = true;
      int start = -1;
      for (int i = 0; i <= lower.length(); i++) {
        boolean letter = i < lower.length() && Character.isLetterOrDigit(lower.charAt(i));
        if (letter && start < 0) {
          start = i;
        } else if (!letter && start >= 0) {
          String exact = lower.substring(start, i);
          words.add(new PlaceWord(exact, Vietnamese.toAscii(exact), segment));
          segment = false;
          start = -1;
        }
        if (i < lower.length() && SEPARATORS.indexOf(lower.charAt(i)) >= 0) {
          segment = true;
        }
      }
      return words;
    }
  }
}
