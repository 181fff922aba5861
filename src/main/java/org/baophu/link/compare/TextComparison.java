package org.baophu.link.compare;

import java.util.Arrays;
import java.util.List;
import org.baophu.link.table.Column;

/**
 * Free text by the share of common words, each weighing {@code log2(present / records with it)}
 * bits; a word one edit away counts for three quarters of its weight.
 */
final class TextComparison implements Comparison {
  private static final int BANDS = 4;
  private static final double BAND_BITS = 5;
  private static final double CLOSE = 0.75;

  private final String[] plain;
  private final Words words;
  private final double[] bits;
  private final int[][] sorted;
  private final Rarity rarity;
  private final Levels levels;
  private final int different;
  private final int[] some = new int[BANDS];
  private final int[] half = new int[BANDS];
  private final int[] most = new int[BANDS];
  private final int exact;

  TextComparison(Column column, Levels levels) {
    this.levels = levels;
    plain = new String[column.distinct()];
    for (int code = 0; code < plain.length; code++) {
      plain[code] = Folding.plain(column.value(code));
    }
    words = Words.of(column, plain);
    bits = new double[words.distinct()];
    for (int word = 0; word < bits.length; word++) {
      double share = words.records(word) / Math.max(1.0, column.present());
      bits[word] = Math.max(0.1, -Math.log(share) / Math.log(2));
    }
    sorted = new int[plain.length][];
    for (int code = 0; code < plain.length; code++) {
      int[] ids = new int[words.count(code)];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = words.at(code, i);
      }
      Arrays.sort(ids);
      sorted[code] = ids;
    }
    Groups same = Groups.by(plain.length, code -> plain[code]);
    rarity = Rarity.of(column, same.array(), same.size());
    different = levels.kind("different", 0);
    for (int band = 0; band < BANDS; band++) {
      String common = ", common words worth " + Math.round(band * BAND_BITS) + " bits or more";
      some[band] = levels.kind("some words agree" + common, 0.15 + 0.05 * band);
      half[band] = levels.kind("half of the words agree" + common, 0.3 + 0.05 * band);
      most[band] = levels.kind("most words agree" + common, 0.6 + 0.05 * band);
    }
    exact = levels.kind("exact", 1, rarity);
  }

  @Override
  public List<Level> levels() {
    return levels.list();
  }

  @Override
  public int level(int a, int b) {
    if (a == b || plain[a].equals(plain[b])) {
      return exact + rarity.of(a, b);
    }
    int[] left = sorted[a];
    int[] right = sorted[b];
    double common = 0;
    double all = 0;
    for (int i = 0, j = 0; i < left.length || j < right.length; ) {
      if (j == right.length || (i < left.length && left[i] < right[j])) {
        double partner = contains(right, left[i]) ? 0 : closest(left[i], right, left);
        common += partner;
        all += bits[left[i++]];
      } else if (i == left.length || left[i] > right[j]) {
        all += contains(left, right[j]) || closest(right[j], left, right) == 0 ? bits[right[j]] : 0;
        j++;
      } else {
        common += bits[left[i]];
        all += bits[left[i]];
        i++;
        j++;
      }
    }
    int band = (int) Math.min(BANDS - 1, common / BAND_BITS);
    double share = all == 0 ? 0 : common / all;
    return share >= 0.75
        ? most[band]
        : share >= 0.45 ? half[band] : share >= 0.2 ? some[band] : different;
  }

  /** What a word is worth by its nearest misspelling among the others, 0 without one. */
  private double closest(int word, int[] others, int[] own) {
    String text = words.word(word);
    if (text.length() < 4) {
      return 0;
    }
    double best = 0;
    for (int other : others) {
      if (EditDistance.atMostOne(text, words.word(other)) && !contains(own, other)) {
        best = Math.max(best, CLOSE * Math.min(bits[word], bits[other]));
      }
    }
    return best;
  }

  private static boolean contains(int[] sorted, int word) {
    return Arrays.binarySearch(sorted, word) >= 0;
  }
}
