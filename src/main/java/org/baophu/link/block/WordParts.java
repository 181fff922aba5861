package org.baophu.link.block;

import java.util.Arrays;
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
    int[] own = new int[16];
    int[] hashes = new int[codes];
    for (int code = 0; code < codes; code++) {
      int count = words.count(code);
      own = own.length < count ? new int[2 * count] : own;
      for (int i = 0; i < count; i++) {
        own[i] = words.at(code, i);
      }
      hashes[code] = hash(ofWord, own, count);
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
    String[] texts = ofWord.clone();
    Arrays.sort(texts);
    int[] ranks = new int[ofWord.length];
    for (int word = 0; word < ranks.length; word++) {
      // The same for equal texts.
      ranks[word] = Arrays.binarySearch(texts, ofWord[word]);
    }
    int[] own = new int[16];
    int[] hashes = new int[codes];
    for (int code = 0; code < codes; code++) {
      int count = words.count(code);
      own = own.length < count ? new int[2 * count] : own;
      for (int i = 0; i < count; i++) {
        own[i] = ranks[words.at(code, i)];
      }
      Arrays.sort(own, 0, count);
      hashes[code] = count < least ? 0 : hash(texts, own, count);
    }
    return hashes;
  }

  /** The first and the last word, whichever stands first. */
  int[] ends(String[] ofWord) {
    int[] own = new int[2];
    int[] hashes = new int[codes];
    for (int code = 0; code < codes; code++) {
      int count = words.count(code);
      if (count >= 2) {
        int first = words.at(code, 0);
        int last = words.at(code, count - 1);
        boolean inOrder = ofWord[first].compareTo(ofWord[last]) <= 0;
        own[0] = inOrder ? first : last;
        own[1] = inOrder ? last : first;
        hashes[code] = hash(ofWord, own, 2);
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
    int[] rarity = new int[rarest.length];
    for (int place = 0; place < rarest.length; place++) {
      rarity[rarest[place]] = place;
    }
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

  /** All words, those of the fewest records first, and of as many in alphabetical order. */
  private int[] rarestFirst(int[] records) {
    int[] ranks = words.ranks();
    int[] wordOfRank = new int[ranks.length];
    long[] packed = new long[ranks.length];
    for (int word = 0; word < ranks.length; word++) {
      wordOfRank[ranks[word]] = word;
      packed[word] = (long) records[word] << 32 | ranks[word];
    }
    Arrays.sort(packed);
    int[] rarest = new int[ranks.length];
    for (int place = 0; place < rarest.length; place++) {
      rarest[place] = wordOfRank[(int) packed[place]];
    }
    return rarest;
  }

  private static int[] hashes(String[] texts) {
    return Arrays.stream(texts).mapToInt(Mix::key).toArray();
  }

  /** What stands for the first {@code count} of some texts' numbers. */
  private static int hash(String[] texts, int[] numbers, int count) {
    long hash = Mix.FIRST;
    for (int i = 0; i < count; i++) {
      String text = texts[numbers[i]];
      hash = i == 0 ? hash : Mix.with(hash, " ", 0, 1);
      hash = Mix.with(hash, text, 0, text.length());
    }
    boolean isNothing = count == 0 || (count == 1 && texts[numbers[0]].isEmpty());
    return isNothing ? 0 : Mix.nonZero(Mix.mix(hash));
  }
}
