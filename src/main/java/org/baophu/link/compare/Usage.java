package org.baophu.link.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import org.baophu.link.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * How common the values of a column are: counted in the column itself, or as they were counted
 * where a model was learnt. Counting is by groups of codes; what a group is known by elsewhere is a
 * text, the same for all codes of a group and for no code of another.
 */
final class Usage {
  static final String WORDS = "words";
  private static final String MINOR = "minor words";
  private static final String REPEATED = "repeated values";

  /** What more records share on average, such as a house number or a town, tells of nobody. */
  private static final double MOST_SHARERS = 10;

  private final Column column;
  private final @Nullable FieldFrequencies known;

  /** What {@link #frequencies} keeps, worked out only when it is asked for. */
  private final Map<String, Supplier<HashedNumbers>> counted = new TreeMap<>();

  private final Map<String, double[]> masses = new TreeMap<>();

  /**
   * @param known as counted before, {@code null} to count in the column
   */
  Usage(Column column, @Nullable FieldFrequencies known) {
    this.column = column;
    this.known = known;
  }

  /** Whether values were counted before: then what all of them are known by is asked for. */
  boolean isKnown() {
    return known != null;
  }

  /** How many records hold any value. */
  int present() {
    return known == null ? column.present() : known.present();
  }

  /** Rarity of the values themselves. */
  Rarity rarity(String name) {
    return rarity(
        name, Groups.each(column.distinct()), code -> HashedNumbers.hash(column.value(code)));
  }

  /**
   * Rarity of groups of codes.
   *
   * @param hash by code the {@link HashedNumbers#hash} of what its group is known by
   */
  Rarity rarity(String name, Groups groups, IntToLongFunction hash) {
    if (known != null) {
      return new Rarity(classes(known.numbers(name), hash), known.mass(name));
    }
    Rarity rarity = Rarity.of(column, groups.array(), groups.size());
    masses.put(name, rarity.mass());
    counted.put(
        name,
        () -> {
          int unseen = Rarity.classOf(column.present(), 1);
          Map<Long, Integer> classes = new HashMap<>();
          for (int code = 0; code < column.distinct(); code++) {
            if (!rarity.countsAs(code, unseen)) {
              classes.put(hash.applyAsLong(code), rarity.classOf(code));
            }
          }
          return HashedNumbers.of(classes, unseen);
        });
    return rarity;
  }

  private byte[] classes(HashedNumbers known, IntToLongFunction hash) {
    byte[] ofCode = new byte[column.distinct()];
    for (int code = 0; code < ofCode.length; code++) {
      ofCode[code] = (byte) known.of(hash.applyAsLong(code));
    }
    return ofCode;
  }

  /** Whether only few records share each value on average, so that it tells who is meant. */
  boolean isSharedByFew(Groups groups) {
    double pairs = 0;
    for (int count : counts(groups)) {
      pairs += (double) count * (count - 1);
    }
    return pairs < MOST_SHARERS * column.present();
  }

  /** By code whether several records hold its value. */
  boolean[] repeated(Groups groups, IntToLongFunction hash) {
    return repeated(groups, hash, code -> true);
  }

  /**
   * The same, but for values that may well repeat by chance.
   *
   * @param isTold by code whether its value is none of these
   */
  boolean[] repeated(Groups groups, IntToLongFunction hash, IntPredicate isTold) {
    boolean[] repeated = new boolean[column.distinct()];
    int[] counts = counts(groups);
    for (int code = 0; code < repeated.length; code++) {
      repeated[code] =
          known == null
              ? counts[groups.of(code)] > 1 && isTold.test(code)
              : known.numbers(REPEATED).of(hash.applyAsLong(code)) == 1;
    }
    if (known == null) {
      counted.put(REPEATED, () -> numbers(repeated, hash));
    }
    return repeated;
  }

  /** The share of the records with a value that hold one of some codes. */
  double share(boolean[] some) {
    double held = 0;
    for (int code = 0; code < some.length; code++) {
      held += some[code] ? column.count(code) : 0;
    }
    return held / Math.max(1, column.present());
  }

  private static HashedNumbers numbers(boolean[] repeated, IntToLongFunction hash) {
    Map<Long, Integer> numbers = new HashMap<>();
    for (int code = 0; code < repeated.length; code++) {
      if (repeated[code]) {
        numbers.put(hash.applyAsLong(code), 1);
      }
    }
    return HashedNumbers.of(numbers, 0);
  }

  private int[] counts(Groups groups) {
    int[] counts = new int[groups.size()];
    for (int code = 0; code < column.distinct(); code++) {
      counts[groups.of(code)] += column.count(code);
    }
    return counts;
  }

  /** How often each word occurs, over all records. */
  int[] records(Words words) {
    int[] records = new int[words.distinct()];
    for (int word = 0; word < records.length; word++) {
      records[word] =
          known == null ? words.records(word) : known.numbers(WORDS).of(words.word(word));
    }
    if (known == null) {
      counted.put(WORDS, () -> numbers(words, records, 1));
    }
    return records;
  }

  /** Which words say next to nothing; {@code found} is what the column itself shows. */
  boolean[] minor(Words words, Supplier<boolean[]> found) {
    if (known == null) {
      boolean[] minor = found.get();
      int[] flags = new int[minor.length];
      for (int word = 0; word < flags.length; word++) {
        flags[word] = minor[word] ? 1 : 0;
      }
      counted.put(MINOR, () -> numbers(words, flags, 0));
      return minor;
    }
    boolean[] minor = new boolean[words.distinct()];
    for (int word = 0; word < minor.length; word++) {
      minor[word] = known.numbers(MINOR).of(words.word(word)) == 1;
    }
    return minor;
  }

  private static HashedNumbers numbers(Words words, int[] ofWord, int otherwise) {
    Map<Long, Integer> numbers = new HashMap<>();
    for (int word = 0; word < ofWord.length; word++) {
      if (ofWord[word] != otherwise) {
        numbers.put(HashedNumbers.hash(words.word(word)), ofWord[word]);
      }
    }
    return HashedNumbers.of(numbers, otherwise);
  }

  /** What another table can be compared by as this one is. */
  FieldFrequencies frequencies() {
    if (known != null) {
      return known;
    }
    Map<String, HashedNumbers> numbers = new TreeMap<>();
    counted.forEach((name, count) -> numbers.put(name, count.get()));
    return new FieldFrequencies(column.present(), numbers, new TreeMap<>(masses));
  }
}
