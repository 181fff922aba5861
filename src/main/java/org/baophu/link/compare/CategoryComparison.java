package org.baophu.link.compare;

import java.util.List;
import org.baophu.link.table.Column;

/** One of a limited set of values: the same, misspelt, or another. */
final class CategoryComparison implements Comparison {
  /** Up to so many distinct values the level of every two is kept once it was asked for. */
  private static final int FEW = 400;

  private final String[] plain;
  private final Groups same;

  /** The levels of two codes, 0 until they are asked for; all threads find the same. */
  private final byte[] known;

  private final Rarity rarity;
  private final Levels levels;
  private final int different;
  private final int far;
  private final int near;
  private final int exact;

  CategoryComparison(Column column, Levels levels, Usage usage) {
    this.levels = levels;
    plain = new String[column.distinct()];
    for (int code = 0; code < plain.length; code++) {
      plain[code] = Folding.plain(column.value(code));
    }
    same = Groups.byText(plain);
    rarity = usage.rarity("value", same, code -> HashedNumbers.hash(plain[code]));
    different = levels.kind("different", 0);
    far = levels.kind("partly the same", 0.2);
    near = levels.kind("one typo", 0.6);
    exact = levels.kind("exact", 1, rarity);
    known = new byte[plain.length > FEW ? 0 : plain.length * plain.length];
  }

  @Override
  public List<Level> levels() {
    return levels.list();
  }

  @Override
  public int level(int codeA, int codeB) {
    if (known.length == 0) {
      return found(codeA, codeB);
    }
    int place = codeA * plain.length + codeB;
    if (known[place] == 0) {
      known[place] = (byte) found(codeA, codeB);
    }
    return known[place] & 0xff;
  }

  @Override
  public int level(long packedA, long packedB) {
    return isCostly() ? UNKNOWN : level((int) packedA - 1, (int) packedB - 1);
  }

  @Override
  public void levels(long[] packedA, long[] packedB, int count, int[] levels) {
    for (int i = 0; i < count; i++) {
      levels[i] = packedA[i] == 0 || packedB[i] == 0 ? 0 : level(packedA[i], packedB[i]);
    }
  }

  @Override
  public boolean isCostly() {
    return known.length == 0;
  }

  private int found(int codeA, int codeB) {
    if (same.of(codeA) == same.of(codeB)) {
      return exact + rarity.of(codeA, codeB);
    }
    String a = plain[codeA];
    String b = plain[codeB];
    if (Math.min(a.length(), b.length()) < 4) {
      return different;
    }
    if (EditDistance.atMostOne(a, b)) {
      return near;
    }
    return 5 * EditDistance.between(a, b) <= 2 * Math.max(a.length(), b.length()) ? far : different;
  }
}
