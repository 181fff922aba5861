package org.baophu.link.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.baophu.link.table.Column;

/**
 * The distinct values of a column as plain words: numbers into a list of distinct words. However
 * many values hold a word, each way to write it is folded once.
 */
public final class Words {
  private final String[] dictionary;
  private final int[] starts;
  private final int[] counts;
  private final int[] ids;
  private final int[] records;

  private Words(Reader read, Column column) {
    dictionary = read.words.toArray(new String[0]);
    starts = read.starts;
    counts = read.counts;
    ids = Arrays.copyOf(read.ids, read.used);
    records = new int[dictionary.length];
    for (int code = 0; code < starts.length; code++) {
      for (int i = starts[code]; i < starts[code] + counts[code]; i++) {
        records[ids[i]] += column.count(code);
      }
    }
  }

  /** The words that {@link Folding#plain} leaves of a column's texts, {@link Folding#spaced}. */
  public static Words of(Column column) {
    return new Words(new Reader(column, Folding::spaced), column);
  }

  /** The same of names as {@link PersonNames#ordered} has them. */
  public static Words ofNames(Column column) {
    return new Words(new Reader(column, PersonNames::ordered), column);
  }

  /**
   * Words and how they are spelt.
   *
   * @param groups values that {@link Folding#lower} makes the same
   * @param arePlain by code whether that leaves no diacritics
   */
  record Spelt(Words words, Groups groups, boolean[] arePlain) {}

  /** The same of names as {@link PersonNames#ordered} has them, and what folding them hides. */
  static Spelt spelt(Column column) {
    Reader read = new Reader(column, PersonNames::ordered);
    Words words = new Words(read, column);
    return new Spelt(words, words.groups(read.spelt), read.arePlain());
  }

  /** Reads values and numbers their words as they come. */
  private static final class Reader {
    private final int[] starts;
    private final int[] counts;
    private final Tokens tokens = new Tokens();

    /** By token its spelling in lower case, and the plain word, -1 for marks without a letter. */
    private final List<int[]> ofToken = new ArrayList<>();

    private final Map<String, Integer> spellingNumbers = new HashMap<>();
    private final List<Boolean> plainSpellings = new ArrayList<>();
    private final Map<String, Integer> wordNumbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private int[] spelt;
    private int[] ids;
    private int used;

    private Reader(Column column, UnaryOperator<String> text) {
      starts = new int[column.distinct()];
      counts = new int[starts.length];
      ids = new int[Math.max(16, starts.length * 3)];
      spelt = new int[ids.length];
      for (int code = 0; code < column.distinct(); code++) {
        starts[code] = used;
        read(Folding.composed(text.apply(column.value(code))));
        counts[code] = used - starts[code];
      }
    }

    private void read(String text) {
      int length = text.length();
      for (int from = 0; from < length; from++) {
        int to = from;
        while (to < length && Folding.isWord(text.charAt(to))) {
          to++;
        }
        if (to > from) {
          add(tokens.number(text, from, to));
          from = to;
        }
      }
    }

    private void add(int token) {
      if (token == ofToken.size()) {
        fold(tokens.text(token));
      }
      int[] numbers = ofToken.get(token);
      if (numbers[1] >= 0) {
        if (used == ids.length) {
          ids = Arrays.copyOf(ids, used * 2);
          spelt = Arrays.copyOf(spelt, used * 2);
        }
        spelt[used] = numbers[0];
        ids[used++] = numbers[1];
      }
    }

    private void fold(String token) {
      String lower = Folding.lower(token);
      String plain = Folding.plainOf(lower);
      int spelling = spellingNumbers.computeIfAbsent(lower, text -> spellingNumbers.size());
      if (spelling == plainSpellings.size()) {
        plainSpellings.add(lower.equals(plain));
      }
      int word = plain.isEmpty() ? -1 : wordNumbers.computeIfAbsent(plain, text -> words.size());
      if (word == words.size()) {
        words.add(plain);
      }
      ofToken.add(new int[] {spelling, word});
    }

    /** By code whether its spelling leaves no diacritics. */
    private boolean[] arePlain() {
      boolean[] arePlain = new boolean[starts.length];
      for (int code = 0; code < arePlain.length; code++) {
        arePlain[code] = isPlain(code);
      }
      return arePlain;
    }

    private boolean isPlain(int code) {
      boolean plain = true;
      for (int i = starts[code]; i < starts[code] + counts[code]; i++) {
        plain &= plainSpellings.get(spelt[i]);
      }
      return plain;
    }
  }

  /** How many distinct words there are, numbered from 0. */
  public int distinct() {
    return dictionary.length;
  }

  /** A word by its number. */
  public String word(int id) {
    return dictionary[id];
  }

  /** How often a word occurs, over all records. */
  public int records(int id) {
    return records[id];
  }

  /** How many codes there are. */
  public int codes() {
    return starts.length;
  }

  /** How many words the text of a code has. */
  public int count(int code) {
    return counts[code];
  }

  /** The number of the word at a place of a code's text. */
  public int at(int code, int place) {
    return ids[starts[code] + place];
  }

  int first(int code) {
    return counts[code] == 0 ? -1 : ids[starts[code]];
  }

  int last(int code) {
    return counts[code] == 0 ? -1 : ids[starts[code] + counts[code] - 1];
  }

  /** The words of a code, with a space between any two. */
  String text(int code) {
    if (counts[code] == 1) {
      return dictionary[ids[starts[code]]];
    }
    StringBuilder out = new StringBuilder();
    for (int place = 0; place < counts[code]; place++) {
      out.append(place == 0 ? "" : " ").append(dictionary[at(code, place)]);
    }
    return out.toString();
  }

  /** By word its place among all words in alphabetical order. */
  public int[] ranks() {
    String[] sorted = dictionary.clone();
    Arrays.sort(sorted);
    int[] ranks = new int[sorted.length];
    for (int word = 0; word < ranks.length; word++) {
      ranks[word] = Arrays.binarySearch(sorted, dictionary[word]);
    }
    return ranks;
  }

  /**
   * The words of all texts, each text's in alphabetical order: what {@link #groups} and {@link
   * #hash} take.
   *
   * @param ranks as {@link #ranks} gave them
   */
  int[] sorted(int[] ranks) {
    int[] sorted = mapped(ranks);
    int[] words = new int[ranks.length];
    for (int word = 0; word < words.length; word++) {
      words[ranks[word]] = word;
    }
    for (int code = 0; code < starts.length; code++) {
      Arrays.sort(sorted, starts[code], starts[code] + counts[code]);
    }
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = words[sorted[i]];
    }
    return sorted;
  }

  /** The words of all texts, each replaced by a number. */
  int[] mapped(int[] ofWord) {
    int[] mapped = new int[ids.length];
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = ofWord[ids[i]];
    }
    return mapped;
  }

  /** Codes of the same text. */
  Groups groups() {
    return groups(ids);
  }

  /** Codes of the same numbers in place of their words. */
  Groups groups(int[] numbers) {
    return Groups.bySequences(numbers, starts, counts);
  }

  /** What {@link HashedNumbers} knows the text of a code by. */
  long hash(int code) {
    return hash(code, ids);
  }

  /** The same of some words in place of a code's own. */
  long hash(int code, int[] words) {
    long hash = HashedNumbers.FIRST;
    for (int i = starts[code]; i < starts[code] + counts[code]; i++) {
      hash = i == starts[code] ? hash : HashedNumbers.hashed(hash, " ");
      hash = HashedNumbers.hashed(hash, dictionary[words[i]]);
    }
    return HashedNumbers.finished(hash);
  }
}
