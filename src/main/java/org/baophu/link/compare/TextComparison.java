package org.baophu.link.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.baophu.link.table.Column;

/**
 * Free text by the share of common words, each weighing {@code log2(present / records with it)}
 * bits; a word one edit away counts for three quarters of its weight.
 */
final class TextComparison implements Comparison {
  private static final int BANDS = 4;
  private static final double BAND_BITS = 5;
  private static final double CLOSE = 0.75;
  private static final double GRID = 1 << 20;
  private static final int LEAST_MISSPELT = 4;

  private final double[] bits;
  private final String[] dictionary;
  private final int[] same;

  /** The words of each code, sorted, each once, from its start to the next one's. */
  private final int[] sorted;

  private final int[] starts;

  /** The letters of each of these words, 0 where it is too short to be told from others. */
  private final int[] letters;

  private final Rarity rarity;
  private final Levels levels;
  private final int different;
  private final int[] some = new int[BANDS];
  private final int[] half = new int[BANDS];
  private final int[] most = new int[BANDS];
  private final int exact;

  TextComparison(Column column, Levels levels, Usage usage) {
    this.levels = levels;
    String[] plain = new String[column.distinct()];
    for (int code : column.asTheyCame()) {
      plain[code] = Folding.plain(column.value(code));
    }
    Words words = Words.of(column, plain);
    bits = bits(usage.records(words), usage.present());
    starts = new int[plain.length + 1];
    int[] found = new int[IntStream.range(0, plain.length).map(words::count).sum()];
    int used = 0;
    for (int code = 0; code < plain.length; code++) {
      int from = used;
      for (int i = 0; i < words.count(code); i++) {
        found[used++] = words.at(code, i);
      }
      Arrays.sort(found, from, used);
      used = distinct(found, from, used);
      starts[code + 1] = used;
    }
    sorted = Arrays.copyOf(found, used);
    int[] lettersOfWord = new int[words.distinct()];
    Arrays.setAll(lettersOfWord, word -> letters(words.word(word)));
    letters = new int[sorted.length];
    Arrays.setAll(letters, place -> lettersOfWord[sorted[place]]);
    dictionary = new String[words.distinct()];
    Arrays.setAll(dictionary, words::word);
    Groups spellings = Groups.byText(plain);
    same = spellings.array();
    rarity = usage.rarity("value", spellings, code -> plain[code]);
    different = levels.kind("different", 0);
    for (int band = 0; band < BANDS; band++) {
      String common = ", common words worth " + Math.round(band * BAND_BITS) + " bits or more";
      some[band] = levels.kind("some words agree" + common, 0.15 + 0.05 * band);
      half[band] = levels.kind("half of the words agree" + common, 0.3 + 0.05 * band);
      most[band] = levels.kind("most words agree" + common, 0.6 + 0.05 * band);
    }
    exact = levels.kind("exact", 1, rarity);
  }

  /** On a grid, so that sums come out the same in any order of the words. */
  private static double[] bits(int[] records, int present) {
    double[] bits = new double[records.length];
    for (int word = 0; word < bits.length; word++) {
      double share = records[word] / Math.max(1.0, present);
      bits[word] = Math.rint(Math.max(0.1, -Math.log(share) / Math.log(2)) * GRID) / GRID;
    }
    return bits;
  }

  @Override
  public List<Level> levels() {
    return levels.list();
  }

  @Override
  public int level(int a, int b) {
    if (same[a] == same[b]) {
      return exact + rarity.of(a, b);
    }
    double common = 0;
    double all = 0;
    int endA = starts[a + 1];
    int endB = starts[b + 1];
    for (int i = starts[a], j = starts[b]; i < endA || j < endB; ) {
      if (j == endB || (i < endA && sorted[i] < sorted[j])) {
        common += closest(i, b, a);
        all += bits[sorted[i++]];
      } else if (i == endA || sorted[i] > sorted[j]) {
        all += closest(j, a, b) == 0 ? bits[sorted[j]] : 0;
        j++;
      } else {
        common += bits[sorted[i]];
        all += bits[sorted[i]];
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

  /** Leaves each number of a sorted range once and returns the new end. */
  private static int distinct(int[] numbers, int from, int to) {
    int end = from;
    for (int i = from; i < to; i++) {
      if (i == from || numbers[i] != numbers[i - 1]) {
        numbers[end++] = numbers[i];
      }
    }
    return end;
  }

  private static int letters(String word) {
    return word.length() < LEAST_MISSPELT ? 0 : (int) Signature.of(word);
  }

  /** What a word is worth by its nearest misspelling among the others, 0 without one. */
  private double closest(int place, int others, int own) {
    if (letters[place] == 0) {
      return 0;
    }
    double best = 0;
    for (int i = starts[others]; i < starts[others + 1]; i++) {
      if (Integer.bitCount(letters[place] ^ letters[i]) <= 2
          && EditDistance.atMostOne(dictionary[sorted[place]], dictionary[sorted[i]])
          && !contains(own, sorted[i])) {
        best = Math.max(best, CLOSE * Math.min(bits[sorted[place]], bits[sorted[i]]));
      }
    }
    return best;
  }

  private boolean contains(int code, int word) {
    for (int i = starts[code]; i < starts[code + 1]; i++) {
      if (sorted[i] == word) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isCostly() {
    return false;
  }
}
