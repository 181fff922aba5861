package org.baophu.link.block;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import org.baophu.link.compare.Words;

/**
 * What texts are blocked by, word by word. By code a hash stands for the words that were taken, in
 * their order and with a space between any two: a collision costs a needless comparison, nothing
 * more. It is 0 where there is nothing to be taken.
 */
final class WordParts {
  private static final int LEAST_SHARED = 2;

  private final Words words;
  private final int codes;

  WordParts(Words words) {
    this.words = words;
    this.codes = words.codes();
  }

  /** By word what becomes of it. */
  String[] each(UnaryOperator<String> change) {
    String[] changed = new String[words.distinct()];
    Arrays.setAll(changed, word -> change.apply(words.word(word)));
    return changed;
  }

  /** The whole texts. */
  int[] whole() {
    String[] ofWord = each(word -> word);
    int[] hashes = new int[codes];
    for (int code = 0; code < codes; code++) {
      int own = code;
      hashes[code] = hash(words.count(code), i -> ofWord[words.at(own, i)]);
    }
    return hashes;
  }

  /**
   * All words, whatever order they stand in.
   *
   * @param ofWord what stands for each word
   * @param least how many words there must be
   */
  int[] sorted(String[] ofWord, int least) {
    int[] byText = byText(ofWord);
    int[] ranks = ranks(byText);
    int[] own = new int[16];
    int[] hashes = new int[codes];
    for (int code = 0; code < codes; code++) {
      int count = words.count(code);
      own = own.length < count ? new int[2 * count] : own;
      for (int i = 0; i < count; i++) {
        own[i] = ranks[words.at(code, i)];
      }
      Arrays.sort(own, 0, count);
      int[] sorted = own;
      hashes[code] = count < least ? 0 : hash(count, i -> ofWord[byText[sorted[i]]]);
    }
    return hashes;
  }

  /** The first and the last word, whichever stands first. */
  int[] ends(String[] ofWord) {
    int[] hashes = new int[codes];
    for (int code = 0; code < codes; code++) {
      int count = words.count(code);
      if (count >= 2) {
        String first = ofWord[words.at(code, 0)];
        String last = ofWord[words.at(code, count - 1)];
        boolean inOrder = first.compareTo(last) <= 0;
        hashes[code] = hash(2, i -> i == 0 == inOrder ? first : last);
      }
    }
    return hashes;
  }

  /** The first word. */
  int[] first(String[] ofWord) {
    int[] hashOfWord = hashes(ofWord);
    int[] hashes = new int[codes];
    Arrays.setAll(hashes, code -> words.count(code) == 0 ? 0 : hashOfWord[words.at(code, 0)]);
    return hashes;
  }

  /** The last word. */
  int[] last(String[] ofWord) {
    int[] hashOfWord = hashes(ofWord);
    int[] hashes = new int[codes];
    Arrays.setAll(
        hashes,
        code -> {
          int count = words.count(code);
          return count == 0 ? 0 : hashOfWord[words.at(code, count - 1)];
        });
    return hashes;
  }

  /**
   * The rarest word of each text, and the second rarest, of those that more than one record holds.
   *
   * @param records by word how many hold it
   */
  int[][] rarest(int[] records) {
    return rare(records, Integer.MAX_VALUE, 2);
  }

  /**
   * Some words of each text, the rarest first, of those that more than one record holds.
   *
   * @param records by word how many hold it
   * @param most records that may hold a word
   * @param count how many words of a text
   * @return by place among these, then by code
   */
  int[][] rare(int[] records, int most, int count) {
    int[] rarest = rarestFirst(records);
    int[] rarity = ranks(rarest);
    int[] hashOfWord = hashes(each(word -> word));
    int[][] hashes = new int[count][codes];
    int[] best = new int[count];
    for (int code = 0; code < codes; code++) {
      int found = 0;
      for (int i = 0; i < words.count(code); i++) {
        int word = words.at(code, i);
        boolean counts = records[word] >= LEAST_SHARED && records[word] <= most;
        found = counts ? put(best, found, rarity[word]) : found;
      }
      for (int place = 0; place < found; place++) {
        hashes[place][code] = hashOfWord[rarest[best[place]]];
      }
    }
    return hashes;
  }

  /** Puts a number among the smallest of those that came so far, each once; how many they are. */
  private static int put(int[] smallest, int size, int number) {
    int place = 0;
    while (place < size && smallest[place] < number) {
      place++;
    }
    if (place == smallest.length || place < size && smallest[place] == number) {
      return size;
    }
    int longer = Math.min(smallest.length, size + 1);
    System.arraycopy(smallest, place, smallest, place + 1, longer - 1 - place);
    smallest[place] = number;
    return longer;
  }

  /** All words, those of the fewest records first. */
  private int[] rarestFirst(int[] records) {
    return order(
        Comparator.<Integer>comparingInt(word -> records[word]).thenComparing(words::word));
  }

  /** All words in the alphabetical order of what stands for them. */
  private int[] byText(String[] ofWord) {
    return order(Comparator.comparing(word -> ofWord[word]));
  }

  private int[] order(Comparator<Integer> comparator) {
    Integer[] order = new Integer[words.distinct()];
    Arrays.setAll(order, word -> word);
    Arrays.sort(order, comparator);
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /** By word its place in an order. */
  private static int[] ranks(int[] order) {
    int[] ranks = new int[order.length];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
    return ranks;
  }

  /** Gives a piece of a text. */
  private interface Pieces {
    String at(int place);
  }

  private static int[] hashes(String[] texts) {
    return Arrays.stream(texts).mapToInt(Mix::key).toArray();
  }

  private static int hash(int count, Pieces pieces) {
    long hash = Mix.FIRST;
    for (int place = 0; place < count; place++) {
      String piece = pieces.at(place);
      hash = place == 0 ? hash : Mix.with(hash, " ", 0, 1);
      hash = Mix.with(hash, piece, 0, piece.length());
    }
    boolean isNothing = count == 0 || (count == 1 && pieces.at(0).isEmpty());
    return isNothing ? 0 : Mix.nonZero(Mix.mix(hash));
  }
}
