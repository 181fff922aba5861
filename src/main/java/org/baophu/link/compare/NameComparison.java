package org.baophu.link.compare;

import java.util.Arrays;
import java.util.List;
import org.baophu.link.table.Column;
import org.jspecify.annotations.Nullable;

/** One given name or surname in its own column. */
final class NameComparison implements Comparison {
  static final String DIFFERENT = "different";

  /** Of fewer letters are initials and scraps of names, which repeat by chance. */
  private static final int LEAST_LETTERS = 3;

  private final String[] plain;
  private final Groups spellings;
  private final int[] same;
  private final int[] sounds;
  private final int[] @Nullable [] nicknames;
  private final Rarity rarity;
  private final Levels levels;
  private final int different;
  private final int start;
  private final int far;
  private final int initial;
  private final int shared;
  private final int near;
  private final int nickname;
  private final int sound;
  private final int oneTypo;
  private final int exact;

  NameComparison(Column column, Levels levels, Usage usage) {
    this.levels = levels;
    plain = new String[column.distinct()];
    for (int code = 0; code < plain.length; code++) {
      plain[code] = Folding.plain(column.value(code));
    }
    spellings = Groups.byText(plain);
    same = spellings.array();
    nicknames = new int[plain.length][];
    Arrays.setAll(nicknames, code -> Nicknames.lines(plain[code]));
    sounds = Groups.byText(Arrays.stream(plain).map(Folding::sound).toArray(String[]::new)).array();
    rarity = usage.rarity("value", spellings, code -> HashedNumbers.hash(plain[code]));
    // What few matches show begins with a small part of them, however sure a sign it is: the rest
    // would lack it where there are hardly any matches to learn from.
    different = levels.kind(DIFFERENT, 0);
    far = levels.kind("half of the letters agree", 0.1);
    start = levels.kind("same beginning", 0.25, rarity);
    initial = levels.kind("initial", 0.4);
    shared = levels.kind("one of several words agrees", 0.4, rarity);
    near = levels.kind("two typos", 0.4, rarity);
    sound = levels.kind("letters that are confused", 0.6, rarity);
    nickname = levels.kind("a name and what its bearers are called", 0.4, rarity);
    oneTypo = levels.kind("one typo", 0.7, rarity);
    levels.kind(Swaps.KIND, 0.3);
    exact = levels.kind("exact", 1, rarity);
  }

  /** The same, which also tells of two different names whether other records hold both. */
  static Comparison withConfirmed(Column column, Levels levels, Usage usage) {
    NameComparison own = new NameComparison(column, levels, usage);
    return Confirmed.ofNames(
        own,
        levels,
        own.different,
        usage,
        own.spellings,
        code -> HashedNumbers.hash(own.plain[code]),
        code -> isWhole(own.plain[code]));
  }

  private static boolean isWhole(String name) {
    return name.length() >= LEAST_LETTERS
        || (!name.isEmpty() && Folding.isSyllable(name.charAt(0)));
  }

  @Override
  public List<Level> levels() {
    return levels.list();
  }

  @Override
  public int level(int codeA, int codeB) {
    if (same[codeA] == same[codeB]) {
      return exact + rarity.of(codeA, codeB);
    }
    if (Nicknames.goTogether(nicknames[codeA], nicknames[codeB])) {
      return nickname + rarity.of(codeA, codeB);
    }
    String a = plain[codeA];
    String b = plain[codeB];
    int shorter = Math.min(a.length(), b.length());
    if (shorter <= 1) {
      return shorter == 1 && a.charAt(0) == b.charAt(0) ? initial : different;
    }
    if (shorter >= 3 && EditDistance.atMostOne(a, b)) {
      return oneTypo + rarity.of(codeA, codeB);
    }
    if (sounds[codeA] == sounds[codeB]) {
      return sound + rarity.of(codeA, codeB);
    }
    int distance = EditDistance.between(a, b);
    if (distance <= 2 && shorter >= 5) {
      return near + rarity.of(codeA, codeB);
    }
    if (sharesWord(a, b) || sharesWord(b, a)) {
      return shared + rarity.of(codeA, codeB);
    }
    if (shorter >= 3 && a.regionMatches(0, b, 0, 3)) {
      return start + rarity.of(codeA, codeB);
    }
    return 2 * distance <= Math.max(a.length(), b.length()) ? far : different;
  }

  /** Whether the first word of {@code a}, of at least three letters, is a word of {@code b}. */
  private static boolean sharesWord(String a, String b) {
    int space = a.indexOf(' ');
    int length = space < 0 ? a.length() : space;
    if (length < 3 || (space < 0 && b.indexOf(' ') < 0)) {
      return false;
    }
    for (int from = 0; from >= 0 && from < b.length(); ) {
      int end = from + length;
      if (b.regionMatches(from, a, 0, length) && (end == b.length() || b.charAt(end) == ' ')) {
        return true;
      }
      int next = b.indexOf(' ', from);
      from = next < 0 ? -1 : next + 1;
    }
    return false;
  }
}
