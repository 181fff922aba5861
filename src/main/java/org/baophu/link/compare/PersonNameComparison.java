package org.baophu.link.compare;

import java.util.Arrays;
import java.util.List;
import org.baophu.link.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * Whole personal names, word by word. The first and the last word carry the weight (surname and
 * given name, or the other way round); words that very many records hold in between are minor.
 */
final class PersonNameComparison implements Comparison {
  /** A middle word that at least this share of the records holds says next to nothing. */
  private static final double MINOR_SHARE = 0.08;

  private static final int LEAST_MINOR = 20;

  // What a comparison reads of a name, side by side: one line of the processor's cache.
  private static final int STRIDE = 16;
  private static final int LOWER = 0;
  private static final int PLAIN = 1;
  private static final int ORDERLESS = 2;
  private static final int SOUNDS = 3;
  private static final int FIRST = 4;
  private static final int LAST = 5;
  private static final int SIGNATURE = 6;
  private static final int FACTS = 8;
  private static final int PLACE = 9;
  private static final int WORDS = 10;
  private static final int INLINE = STRIDE - WORDS;
  private static final int UNMARKED = 1 << 30;

  // A packed name: its code plus one, its rarity, and which spelling it is.
  private static final int CODE_BITS = 28;
  private static final int CODE = (1 << CODE_BITS) - 1;

  private final Column column;
  private final int[] names;
  private final String[] plain;
  private final Words words;
  private final int[] sounds;
  private final int[] @Nullable [] nicknames;
  private final long[] signatures;
  private final boolean[] minor;

  private final Levels levels;
  private final int different;
  private final int firstOnly;
  private final int lastOnly;
  private final int firstAndMiddle;
  private final int lastAndMiddle;
  private final int initials;
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

  PersonNameComparison(Column column, Levels levels, Usage usage) {
    this.column = column;
    this.levels = levels;
    int codes = column.distinct();
    Words.Spelt spelt = Words.spelt(column);
    words = spelt.words();
    String[] soundOfWord = new String[words.distinct()];
    signatures = new long[soundOfWord.length];
    for (int word = 0; word < soundOfWord.length; word++) {
      soundOfWord[word] = Folding.sound(words.word(word));
      signatures[word] = Signature.of(words.word(word));
    }
    sounds = Groups.byText(soundOfWord).array();
    nicknames = new int[soundOfWord.length][];
    Arrays.setAll(nicknames, word -> Nicknames.lines(words.word(word)));
    minor = usage.minor(words, () -> foundMinor(column));
    plain = new String[codes];
    Arrays.setAll(plain, words::text);
    int[] ranks = words.ranks();
    int[] sorted = words.sorted(ranks);
    Groups orderless = words.groups(sorted);
    Groups endGroup = Groups.byNumber(codes, this::endWords);
    Rarity whole = usage.rarity("whole", orderless, code -> words.hash(code, sorted));
    Rarity ends = usage.rarity("ends", endGroup, code -> endsHash(code, ranks));

    // How rare a surname or a given name alone is tells relatives, not the same person.
    different = levels.kind("different", 0);
    firstOnly = levels.kind("only the first word agrees", 0.05);
    lastOnly = levels.kind("only the last word agrees", 0.1);
    firstAndMiddle = levels.kind("first and a middle word agree, the last differs", 0.1);
    lastAndMiddle = levels.kind("last and a middle word agree, the first differs", 0.2);
    firstAndLast = levels.kind("first and last word agree, the middle differs", 0.25, ends);
    initials = levels.kind("given names as initials, the rest agrees", 0.3);
    near = levels.kind("several small differences", 0.5, ends);
    confusable = levels.kind("letters that are confused", 0.6, whole);
    oneTypo = levels.kind("one typo", 0.6, whole);
    middleShort = levels.kind("middle dropped or abbreviated", 0.6, ends);
    minorDropped = levels.kind("a minor word dropped", 0.7, ends);
    otherMarks = levels.kind("other tone or diacritics", 0.4, whole);
    otherOrder = levels.kind("same words in another order", 0.7, whole);
    marksMissing = levels.kind("same, one without diacritics", 0.85, whole);
    exact = levels.kind("exact", 1, whole);

    names = new int[Math.multiplyExact(codes, STRIDE)];
    set(LOWER, spelt.groups());
    set(PLAIN, words.groups());
    set(ORDERLESS, orderless);
    set(SOUNDS, words.groups(words.mapped(sounds)));
    setWords(spelt.arePlain(), whole, ends);
  }

  private void set(int what, Groups groups) {
    for (int code = 0; code < plain.length; code++) {
      names[code * STRIDE + what] = groups.of(code);
    }
  }

  private void setWords(boolean[] arePlain, Rarity whole, Rarity ends) {
    for (int code = 0; code < plain.length; code++) {
      int at = code * STRIDE;
      names[at + FIRST] = words.first(code);
      names[at + LAST] = words.last(code);
      long signature = Signature.of(plain[code]);
      names[at + SIGNATURE] = (int) (signature >>> 32);
      names[at + SIGNATURE + 1] = (int) signature;
      names[at + PLACE] = column.placeInOwnOrder(code);
      names[at + FACTS] =
          Math.min(0xffff, words.count(code))
              | whole.of(code, code) << 16
              | ends.of(code, code) << 20
              | (arePlain[code] ? UNMARKED : 0);
      for (int place = 0; place < Math.min(INLINE, words.count(code)); place++) {
        names[at + WORDS + place] = words.at(code, place);
      }
    }
  }

  private boolean[] foundMinor(Column column) {
    int[] between = new int[words.distinct()];
    for (int code = 0; code < column.distinct(); code++) {
      for (int place = 1; place < words.count(code) - 1; place++) {
        between[words.at(code, place)] += column.count(code);
      }
    }
    boolean[] found = new boolean[between.length];
    for (int word = 0; word < between.length; word++) {
      found[word] = between[word] >= Math.max(LEAST_MINOR, MINOR_SHARE * column.present());
    }
    return found;
  }

  /** The two outer words in an order that does not depend on which stands first. */
  private long endWords(int code) {
    long first = words.first(code);
    long last = words.last(code);
    return Math.min(first, last) << 32 | (Math.max(first, last) & 0xffffffffL);
  }

  /** What the text of the two outer words, in alphabetical order, is known by. */
  private long endsHash(int code, int[] ranks) {
    if (words.count(code) == 0) {
      return HashedNumbers.hash("");
    }
    int first = words.first(code);
    int last = words.last(code);
    int lower = ranks[first] <= ranks[last] ? first : last;
    long hash = HashedNumbers.hashed(HashedNumbers.FIRST, words.word(lower));
    hash = HashedNumbers.hashed(hash, ' ');
    return HashedNumbers.finished(
        HashedNumbers.hashed(hash, words.word(lower == first ? last : first)));
  }

  @Override
  public List<Level> levels() {
    return levels.list();
  }

  @Override
  public Words words() {
    return words;
  }

  /** Tells equal names without reading them. */
  @Override
  public long packed(int code) {
    int at = code * STRIDE;
    return (long) names[at + LOWER] << 32 | (long) whole(at, at) << CODE_BITS | code + 1;
  }

  private static int code(long packed) {
    return ((int) packed & CODE) - 1;
  }

  @Override
  public int level(long packedA, long packedB) {
    if (packedA >>> 32 == packedB >>> 32) {
      return exact + (int) Math.min(packedA >>> CODE_BITS & 0xf, packedB >>> CODE_BITS & 0xf);
    }
    return level(code(packedA), code(packedB));
  }

  @Override
  public void levels(long[] packedA, long[] packedB, int count, int[] levels) {
    for (int i = 0; i < count; i++) {
      levels[i] = packedA[i] == 0 || packedB[i] == 0 ? 0 : level(packedA[i], packedB[i]);
    }
  }

  /**
   * Of two names of as many words it may matter whose words are looked for among the other's: those
   * of the one that stands first in an order of the names' own.
   */
  @Override
  public int level(int codeA, int codeB) {
    return isInOrder(codeA, codeB) ? orderedLevel(codeA, codeB) : orderedLevel(codeB, codeA);
  }

  private boolean isInOrder(int codeA, int codeB) {
    int placeA = names[codeA * STRIDE + PLACE];
    int placeB = names[codeB * STRIDE + PLACE];
    return placeA == placeB ? column.compareInOwnOrder(codeA, codeB) <= 0 : placeA < placeB;
  }

  private int orderedLevel(int codeA, int codeB) {
    int a = codeA * STRIDE;
    int b = codeB * STRIDE;
    if (same(LOWER, a, b)) {
      return exact + whole(a, b);
    }
    if (same(PLAIN, a, b)) {
      boolean unmarked = ((names[a + FACTS] | names[b + FACTS]) & UNMARKED) != 0;
      return (unmarked ? marksMissing : otherMarks) + whole(a, b);
    }
    if (same(ORDERLESS, a, b)) {
      return otherOrder + whole(a, b);
    }
    boolean first = same(FIRST, a, b);
    boolean last = same(LAST, a, b);
    if (first && last) {
      int shortened = shortened(codeA, codeB);
      if (shortened > 0) {
        return shortened + ends(a, b);
      }
    }
    if (Signature.mayBeWithin(signature(a), signature(b), 1)
        && plain[codeA].length() >= 6
        && EditDistance.atMostOne(plain[codeA], plain[codeB])) {
      return oneTypo + whole(a, b);
    }
    if (same(SOUNDS, a, b)) {
      return confusable + whole(a, b);
    }
    int fullMatches = fullMatches(codeA, codeB);
    if (fullMatches >= 2) {
      return near + ends(a, b);
    }
    boolean isInitials = fullMatches == 1 && Math.min(count(codeA), count(codeB)) >= 2;
    return isInitials ? initials : partial(codeA, codeB, first, last);
  }

  private boolean same(int what, int a, int b) {
    return names[a + what] == names[b + what];
  }

  private long signature(int at) {
    return (long) names[at + SIGNATURE] << 32 | names[at + SIGNATURE + 1] & 0xffffffffL;
  }

  private int whole(int a, int b) {
    return Math.min(names[a + FACTS] >>> 16 & 0xf, names[b + FACTS] >>> 16 & 0xf);
  }

  private int ends(int a, int b) {
    return Math.min(names[a + FACTS] >>> 20 & 0xf, names[b + FACTS] >>> 20 & 0xf);
  }

  private int count(int code) {
    return names[code * STRIDE + FACTS] & 0xffff;
  }

  private int word(int code, int place) {
    return place < INLINE ? names[code * STRIDE + WORDS + place] : words.at(code, place);
  }

  private int partial(int a, int b, boolean first, boolean last) {
    if (first && last) {
      return firstAndLast + ends(a * STRIDE, b * STRIDE);
    }
    if (last) {
      return sharesMiddle(a, b) ? lastAndMiddle : lastOnly;
    }
    if (first) {
      return sharesMiddle(a, b) ? firstAndMiddle : firstOnly;
    }
    return different;
  }

  /** Whether one name is the other with middle words left out or cut to their first letter. */
  private int shortened(int a, int b) {
    int shorter = count(a) <= count(b) ? a : b;
    int longer = shorter == a ? b : a;
    boolean onlyMinor = true;
    int place = 1;
    for (int i = 1; i < count(longer) - 1; i++) {
      int word = word(longer, i);
      if (place < count(shorter) - 1 && isAbbreviation(word(shorter, place), word)) {
        onlyMinor &= word(shorter, place) == word || minor[word] || minor[word(shorter, place)];
        place++;
      } else {
        onlyMinor &= minor[word];
      }
    }
    if (place < count(shorter) - 1) {
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

  /**
   * How many words of the shorter name that are no initials have their counterpart in the longer,
   * near ones too; 0 where any word has none.
   */
  private int fullMatches(int a, int b) {
    int shorter = count(a) <= count(b) ? a : b;
    int longer = shorter == a ? b : a;
    int fullMatches = 0;
    long taken = 0;
    for (int i = 0; i < count(shorter); i++) {
      int found = -1;
      for (int j = 0; j < Math.min(64, count(longer)) && found < 0; j++) {
        if ((taken >> j & 1) == 0 && isClose(word(shorter, i), word(longer, j))) {
          found = j;
        }
      }
      if (found < 0) {
        return 0;
      }
      taken |= 1L << found;
      fullMatches += isInitial(word(shorter, i)) || isInitial(word(longer, found)) ? 0 : 1;
    }
    return fullMatches;
  }

  /** Whether a word is one letter; an ideograph says more. */
  private boolean isInitial(int word) {
    String text = words.word(word);
    return text.length() == 1 && !Folding.isSyllable(text.charAt(0));
  }

  private boolean isClose(int word, int other) {
    if (word == other
        || sounds[word] == sounds[other]
        || Nicknames.goTogether(nicknames[word], nicknames[other])) {
      return true;
    }
    long signature = signatures[word];
    long otherSignature = signatures[other];
    if (Long.bitCount(signature) == 1 || Long.bitCount(otherSignature) == 1) {
      return isAbbreviation(word, other);
    }
    String a = words.word(word);
    String b = words.word(other);
    return Signature.mayBeWithin(signature, otherSignature, 1)
        && Math.min(a.length(), b.length()) >= 4
        && EditDistance.atMostOne(a, b);
  }

  private boolean sharesMiddle(int a, int b) {
    for (int i = 1; i < count(a) - 1; i++) {
      for (int j = 1; j < count(b) - 1; j++) {
        if (word(a, i) == word(b, j) && !minor[word(a, i)]) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public long fetch(long[] packed, int count) {
    long read = 0;
    for (int i = 0; i < count; i++) {
      // Both ends of what is asked first: mostly two lines of the cache.
      int at = Math.max(0, code(packed[i])) * STRIDE;
      read += packed[i] == 0 ? 0 : names[at + PLAIN] + names[at + FACTS];
    }
    return read;
  }

  @Override
  public boolean isCostly() {
    return false;
  }
}
