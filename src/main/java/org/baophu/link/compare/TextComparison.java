package org.baophu.link.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.baophu.link.table.Column;

/**
 * Free text by the share of common words, each weighing {@code log2(present / records with it)}
 * bits; a word one edit away counts for three quarters of its weight. Of such two words each counts
 * half, so that it does not matter which text is asked first.
 */
final class TextComparison implements Comparison {
  private static final int BANDS = 4;
  private static final double BAND_BITS = 5;
  private static final double CLOSE = 0.75;
  private static final double GRID = 1 << 20;
  private static final int LEAST_MISSPELT = 4;

  private static final int COUNT_BITS = 24;

  private final Words words;
  private final double[] bits;
  private final String[] dictionary;

  /**
   * Code by code what a comparison reads: first which spelling, how rare and how many words, then
   * each word once, ascending, with its letters (0 where it is too short to be told from others).
   */
  private final long[] texts;

  /** By code where it begins. */
  private final int[] starts;

  private final Groups spellings;
  private final Levels levels;
  private final int different;
  private final int[] some = new int[BANDS];
  private final int[] half = new int[BANDS];
  private final int[] most = new int[BANDS];
  private final int exact;

  TextComparison(Column column, Levels levels, Usage usage) {
    this.levels = levels;
    words = Words.of(column);
    bits = bits(usage.records(words), usage.present());
    dictionary = new String[words.distinct()];
    Arrays.setAll(dictionary, words::word);
    starts = new int[column.distinct()];
    texts = texts(words, dictionary, starts);
    spellings = words.groups();
    Rarity rarity = usage.rarity("value", spellings, words::hash);
    different = levels.kind("different", 0);
    for (int band = 0; band < BANDS; band++) {
      String common = ", common words worth " + Math.round(band * BAND_BITS) + " bits or more";
      some[band] = levels.kind("some words agree" + common, 0.15 + 0.05 * band);
      half[band] = levels.kind("half of the words agree" + common, 0.3 + 0.05 * band);
      most[band] = levels.kind("most words agree" + common, 0.6 + 0.05 * band);
    }
    exact = levels.kind("exact", 1, rarity);
    note(rarity);
  }

  private void note(Rarity rarity) {
    for (int code = 0; code < starts.length; code++) {
      texts[starts[code]] |=
          (long) spellings.of(code) << 32 | (long) rarity.of(code, code) << COUNT_BITS;
    }
  }

  /** The same, which also tells of two different texts whether other records hold both. */
  static Comparison withConfirmed(Column column, Levels levels, Usage usage) {
    TextComparison own = new TextComparison(column, levels, usage);
    return Confirmed.of(own, levels, own.different, usage, own.spellings, own.words::hash);
  }

  /** The words of each code; {@code starts} is filled. */
  private static long[] texts(Words words, String[] dictionary, int[] starts) {
    int[] letters = new int[dictionary.length];
    Arrays.setAll(letters, word -> letters(dictionary[word]));
    long[] texts =
        new long[IntStream.range(0, starts.length).map(code -> 1 + words.count(code)).sum()];
    int used = 0;
    for (int code = 0; code < starts.length; code++) {
      starts[code] = used++;
      int from = used;
      for (int i = 0; i < words.count(code); i++) {
        int word = words.at(code, i);
        texts[used++] = (long) word << 32 | letters[word] & 0xffffffffL;
      }
      Arrays.sort(texts, from, used);
      used = distinct(texts, from, used);
      texts[starts[code]] = used - from;
    }
    return Arrays.copyOf(texts, used);
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
  public Words words() {
    return words;
  }

  /** Where the value begins: what is compared lies there together. */
  @Override
  public long packed(int code) {
    return starts[code] + 1L;
  }

  @Override
  public int level(int codeA, int codeB) {
    return level(packed(codeA), packed(codeB));
  }

  @Override
  public int level(long packedA, long packedB) {
    // Which stands first does not matter: the sums are exact, and each text is asked like the
    // other.
    int a = (int) Math.min(packedA, packedB) - 1;
    int b = (int) Math.max(packedA, packedB) - 1;
    if (texts[a] >>> 32 == texts[b] >>> 32) {
      return exact + (int) Math.min(rarity(a), rarity(b));
    }
    double common = 0;
    double all = 0;
    int endA = end(a);
    int endB = end(b);
    for (int i = a + 1, j = b + 1; i < endA || j < endB; ) {
      int wordA = i < endA ? word(i) : Integer.MAX_VALUE;
      int wordB = j < endB ? word(j) : Integer.MAX_VALUE;
      if (wordA < wordB) {
        double close = closest(i++, b, a);
        common += close / 2;
        all += close == 0 ? bits[wordA] : bits[wordA] / 2;
      } else if (wordA > wordB) {
        double close = closest(j++, a, b);
        common += close / 2;
        all += close == 0 ? bits[wordB] : bits[wordB] / 2;
      } else {
        common += bits[wordA];
        all += bits[wordA];
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

  private long rarity(int start) {
    return texts[start] >>> COUNT_BITS & 0xff;
  }

  private int end(int start) {
    return start + 1 + ((int) texts[start] & (1 << COUNT_BITS) - 1);
  }

  private int word(int place) {
    return (int) (texts[place] >>> 32);
  }

  /** Leaves each number of a sorted range once and returns the new end. */
  private static int distinct(long[] numbers, int from, int to) {
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
    int letters = (int) texts[place];
    if (letters == 0) {
      return 0;
    }
    double best = 0;
    int word = word(place);
    int end = end(others);
    for (int i = others + 1; i < end; i++) {
      if (Integer.bitCount(letters ^ (int) texts[i]) <= 2
          && EditDistance.atMostOne(dictionary[word], dictionary[word(i)])
          && !contains(own, word(i))) {
        best = Math.max(best, CLOSE * Math.min(bits[word], bits[word(i)]));
      }
    }
    return best;
  }

  private boolean contains(int start, int word) {
    int end = end(start);
    for (int i = start + 1; i < end; i++) {
      if (word(i) == word) {
        return true;
      }
    }
    return false;
  }

  @Override
  public long fetch(long[] packed, int count) {
    long read = 0;
    for (int i = 0; i < count; i++) {
      read += packed[i] == 0 ? 0 : texts[(int) packed[i] - 1];
    }
    return read;
  }

  @Override
  public boolean isCostly() {
    return false;
  }
}
