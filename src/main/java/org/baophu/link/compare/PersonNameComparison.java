package org.baophu.link.compare;

import java.util.Arrays;
import java.util.List;
import org.baophu.link.table.Column;

/**
 * Whole personal names, word by word. The first and the last word carry the weight (surname and
 * given name, or the other way round); words that very many records hold in between are minor.
 */
final class PersonNameComparison implements Comparison {
  /** A middle word that at least this share of the records holds says next to nothing. */
  private static final double MINOR_SHARE = 0.08;

  private static final int LEAST_MINOR = 20;

  private final String[] lower;
  private final String[] plain;
  private final Words words;
  private final String[] sounds;
  private final boolean[] minor;
  private final Groups plainGroup;
  private final Groups orderless;
  private final boolean[] unmarked;

  private final Levels levels;
  private final Rarity whole;
  private final Rarity ends;
  private final int different;
  private final int firstOnly;
  private final int lastOnly;
  private final int firstAndMiddle;
  private final int lastAndMiddle;
  private final int firstAndLast;
  private final int near;
  private final int confusable;
  private final int oneTypo;
  private final int middleShort;
  private final int minorDropped;
  private final int otherMarks;
  private final int otherOrder;
  private final int marksMissing;
  private final int exact;

  PersonNameComparison(Column column, Levels levels) {
    this.levels = levels;
    int codes = column.distinct();
    lower = new String[codes];
    plain = new String[codes];
    unmarked = new boolean[codes];
    for (int code = 0; code < codes; code++) {
      lower[code] = Folding.lower(column.value(code));
      plain[code] = Folding.plain(column.value(code));
      unmarked[code] = lower[code].equals(plain[code]);
    }
    words = Words.of(column, plain);
    sounds = new String[words.distinct()];
    minor = new boolean[words.distinct()];
    for (int word = 0; word < sounds.length; word++) {
      sounds[word] = Folding.sound(words.word(word));
    }
    markMinor(column);
    plainGroup = Groups.by(codes, code -> plain[code]);
    orderless = Groups.by(codes, this::sortedWords);
    Groups endGroup = Groups.by(codes, this::endWords);
    whole = Rarity.of(column, orderless.array(), orderless.size());
    ends = Rarity.of(column, endGroup.array(), endGroup.size());

    // How rare a surname or a given name alone is tells relatives, not the same person.
    different = levels.kind("different", 0);
    firstOnly = levels.kind("only the first word agrees", 0.05);
    lastOnly = levels.kind("only the last word agrees", 0.1);
    firstAndMiddle = levels.kind("first and a middle word agree, the last differs", 0.1);
    lastAndMiddle = levels.kind("last and a middle word agree, the first differs", 0.2);
    firstAndLast = levels.kind("first and last word agree, the middle differs", 0.25, ends);
    near = levels.kind("several small differences", 0.5, ends);
    confusable = levels.kind("letters that are confused", 0.6, whole);
    oneTypo = levels.kind("one typo", 0.6, whole);
    middleShort = levels.kind("middle dropped or abbreviated", 0.6, ends);
    minorDropped = levels.kind("a minor word dropped", 0.7, ends);
    otherMarks = levels.kind("other tone or diacritics", 0.4, whole);
    otherOrder = levels.kind("same words in another order", 0.7, whole);
    marksMissing = levels.kind("same, one without diacritics", 0.85, whole);
    exact = levels.kind("exact", 1, whole);
  }

  private void markMinor(Column column) {
    int[] between = new int[words.distinct()];
    for (int code = 0; code < column.distinct(); code++) {
      for (int place = 1; place < words.count(code) - 1; place++) {
        between[words.at(code, place)] += column.count(code);
      }
    }
    for (int word = 0; word < between.length; word++) {
      minor[word] = between[word] >= Math.max(LEAST_MINOR, MINOR_SHARE * column.present());
    }
  }

  private String sortedWords(int code) {
    String[] parts = plain[code].split(" ");
    Arrays.sort(parts);
    return String.join(" ", parts);
  }

  /** The two outer words in an order that does not depend on which stands first. */
  private Long endWords(int code) {
    long first = words.first(code);
    long last = words.last(code);
    return Math.min(first, last) << 32 | (Math.max(first, last) & 0xffffffffL);
  }

  @Override
  public List<Level> levels() {
    return levels.list();
  }

  @Override
  public int level(int a, int b) {
    if (a == b || lower[a].equals(lower[b])) {
      return exact + whole.of(a, b);
    }
    if (plainGroup.of(a) == plainGroup.of(b)) {
      return (unmarked[a] || unmarked[b] ? marksMissing : otherMarks) + whole.of(a, b);
    }
    if (orderless.of(a) == orderless.of(b)) {
      return otherOrder + whole.of(a, b);
    }
    boolean first = words.first(a) == words.first(b);
    boolean last = words.last(a) == words.last(b);
    if (first && last) {
      int shortened = shortened(a, b);
      if (shortened > 0) {
        return shortened + ends.of(a, b);
      }
    }
    if (EditDistance.atMostOne(plain[a], plain[b]) && plain[a].length() >= 6) {
      return oneTypo + whole.of(a, b);
    }
    if (soundsAlike(a, b)) {
      return confusable + whole.of(a, b);
    }
    if (isNear(a, b)) {
      return near + ends.of(a, b);
    }
    return partial(a, b, first, last);
  }

  private int partial(int a, int b, boolean first, boolean last) {
    if (first && last) {
      return firstAndLast + ends.of(a, b);
    }
    boolean middle = sharesMiddle(a, b);
    if (last) {
      return middle ? lastAndMiddle : lastOnly;
    }
    if (first) {
      return middle ? firstAndMiddle : firstOnly;
    }
    return different;
  }

  /** Whether one name is the other with middle words left out or cut to their first letter. */
  private int shortened(int a, int b) {
    int shorter = words.count(a) <= words.count(b) ? a : b;
    int longer = shorter == a ? b : a;
    boolean onlyMinor = true;
    int place = 1;
    for (int i = 1; i < words.count(longer) - 1; i++) {
      int word = words.at(longer, i);
      if (place < words.count(shorter) - 1 && isAbbreviation(words.at(shorter, place), word)) {
        onlyMinor &=
            words.at(shorter, place) == word || minor[word] || minor[words.at(shorter, place)];
        place++;
      } else {
        onlyMinor &= minor[word];
      }
    }
    if (place < words.count(shorter) - 1) {
      return 0;
    }
    return onlyMinor ? minorDropped : middleShort;
  }

  private boolean isAbbreviation(int word, int other) {
    if (word == other) {
      return true;
    }
    String a = words.word(word);
    String b = words.word(other);
    return (a.length() == 1 || b.length() == 1) && a.charAt(0) == b.charAt(0);
  }

  private boolean soundsAlike(int a, int b) {
    if (words.count(a) != words.count(b)) {
      return false;
    }
    for (int i = 0; i < words.count(a); i++) {
      if (!sounds[words.at(a, i)].equals(sounds[words.at(b, i)])) {
        return false;
      }
    }
    return true;
  }

  /** Whether every word of the shorter name has its counterpart in the longer, any of them off. */
  private boolean isNear(int a, int b) {
    int shorter = words.count(a) <= words.count(b) ? a : b;
    int longer = shorter == a ? b : a;
    int fullMatches = 0;
    long taken = 0;
    for (int i = 0; i < words.count(shorter); i++) {
      int found = -1;
      for (int j = 0; j < Math.min(64, words.count(longer)) && found < 0; j++) {
        if ((taken >> j & 1) == 0 && isClose(words.at(shorter, i), words.at(longer, j))) {
          found = j;
        }
      }
      if (found < 0) {
        return false;
      }
      taken |= 1L << found;
      fullMatches += words.word(words.at(shorter, i)).length() > 1 ? 1 : 0;
    }
    return fullMatches >= 2;
  }

  private boolean isClose(int word, int other) {
    if (word == other || sounds[word].equals(sounds[other]) || isAbbreviation(word, other)) {
      return true;
    }
    String a = words.word(word);
    String b = words.word(other);
    return Math.min(a.length(), b.length()) >= 4 && EditDistance.atMostOne(a, b);
  }

  private boolean sharesMiddle(int a, int b) {
    for (int i = 1; i < words.count(a) - 1; i++) {
      for (int j = 1; j < words.count(b) - 1; j++) {
        if (words.at(a, i) == words.at(b, j) && !minor[words.at(a, i)]) {
          return true;
        }
      }
    }
    return false;
  }
}
