package org.baophu.link.compare;

import java.util.List;
import org.baophu.link.table.Column;

/** Numbers and codes of a person, and telephone numbers. */
final class IdentifierComparison implements Comparison {
  private final String[] values;
  private final Rarity rarity;
  private final Levels levels;
  private final int different;
  private final int otherKind;
  private final int sameEnd;
  private final int twoEdits;
  private final int zeros;
  private final int oneEdit;
  private final int exact;

  IdentifierComparison(Column column, Levels levels) {
    this.levels = levels;
    values = new String[column.distinct()];
    for (int code = 0; code < values.length; code++) {
      values[code] = Folding.identifier(column.value(code));
    }
    Groups same = Groups.by(values.length, code -> values[code]);
    rarity = Rarity.of(column, same.array(), same.size());
    // A common beginning is no kind of its own: it often tells no more than place, sex or year of
    // birth, which other fields tell too.
    different = levels.kind("different", 0);
    otherKind = levels.kind("of different length", 0.1);
    sameEnd = levels.kind("same second half", 0.2);
    twoEdits = levels.kind("two characters differ", 0.3);
    zeros = levels.kind("same but for leading zeros", 0.8);
    oneEdit = levels.kind("one character differs", 0.6);
    exact = levels.kind("exact", 1, rarity);
  }

  @Override
  public List<Level> levels() {
    return levels.list();
  }

  @Override
  public int level(int codeA, int codeB) {
    String a = values[codeA];
    String b = values[codeB];
    if (a.equals(b)) {
      return exact + rarity.of(codeA, codeB);
    }
    int shorter = Math.min(a.length(), b.length());
    if (shorter >= 4 && EditDistance.atMostOne(a, b)) {
      return oneEdit;
    }
    if (sameNumber(a, b)) {
      return zeros;
    }
    if (Math.abs(a.length() - b.length()) >= 2) {
      return otherKind;
    }
    if (shorter >= 7 && EditDistance.between(a, b) == 2) {
      return twoEdits;
    }
    int half = (Math.max(a.length(), b.length()) + 1) / 2;
    if (shorter >= 6 && a.regionMatches(a.length() - half, b, b.length() - half, half)) {
      return sameEnd;
    }
    return different;
  }

  private static boolean sameNumber(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && a.charAt(i) == '0') {
      i++;
    }
    while (j < b.length() && b.charAt(j) == '0') {
      j++;
    }
    return a.length() - i == b.length() - j
        && a.length() - i >= 4
        && a.regionMatches(i, b, j, a.length() - i);
  }
}
