package org.baophu.link.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.baophu.link.compare.DateParts;
import org.baophu.link.compare.Folding;
import org.baophu.link.compare.Frequencies;
import org.baophu.link.compare.IdentifierText;
import org.baophu.link.compare.PersonNames;
import org.baophu.link.parallel.Tasks;
import org.baophu.link.table.Column;
import org.baophu.link.table.Field;
import org.baophu.link.table.Table;
import org.jspecify.annotations.Nullable;

/** The parts that the fields of a table can be blocked by, according to their types. */
public final class Parts {
  private static final int[] MOST_SHARERS = {10, 50};
  private static final int RARE_WORDS = 3;

  private final List<Part> parts = new ArrayList<>();
  private final Table table;
  private final @Nullable Frequencies frequencies;

  private Parts(Table table, @Nullable Frequencies frequencies) {
    this.table = table;
    this.frequencies = frequencies;
  }

  /** All parts of all fields, in the order of the fields. */
  public static List<Part> of(Table table, int threads) {
    return of(table, null, threads);
  }

  /**
   * All parts of all fields, in the order of the fields.
   *
   * @param frequencies tell which words are rare, so that what a row is blocked by does not depend
   *     on other rows; {@code null} to count them in the table
   */
  public static List<Part> of(Table table, @Nullable Frequencies frequencies, int threads) {
    return Tasks.runLargestFirst(
            threads,
            table.fields().size(),
            field -> table.column(field).distinct(),
            field -> {
              Parts parts = new Parts(table, frequencies);
              parts.addField(field, table.fields().get(field));
              return parts.parts;
            })
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private void addField(int field, Field described) {
    Column column = table.column(field);
    switch (described.type()) {
      case NAME -> name(field, column);
      case PERSON_NAME -> personName(field, column);
      case DATE -> date(field, column);
      case IDENTIFIER, PHONE -> identifier(field, column);
      case TEXT -> text(field, column);
      case CATEGORY, NUMBER ->
          add(field, "value", column, code -> Folding.plain(column.value(code)));
    }
  }

  private void name(int field, Column column) {
    String[] plain = plain(column);
    add(field, "value", column, code -> plain[code]);
    add(field, "sound", column, code -> skeleton(plain[code]));
    add(field, "start", column, code -> start(plain[code], 3));
  }

  private void personName(int field, Column column) {
    String[] plain = plain(column, PersonNames::ordered);
    String[][] words = new String[plain.length][];
    Arrays.setAll(words, code -> words(plain[code]));
    String[][] sounds = sounds(words);
    add(field, "words", column, code -> sorted(words[code], 1, words[code].length));
    add(field, "sounds", column, code -> sorted(sounds[code], 2, sounds[code].length));
    add(field, "ends", column, code -> ends(sounds[code]));
    add(field, "last", column, code -> sounds[code][sounds[code].length - 1]);
    add(field, "first", column, code -> sounds[code][0]);
  }

  /** What stands between single spaces; one empty word where there is nothing. */
  private static String[] words(String plain) {
    int spaces = 0;
    for (int i = 0; i < plain.length(); i++) {
      spaces += plain.charAt(i) == ' ' ? 1 : 0;
    }
    String[] words = new String[spaces + 1];
    int from = 0;
    for (int word = 0; word < spaces; word++) {
      int to = plain.indexOf(' ', from);
      words[word] = plain.substring(from, to);
      from = to + 1;
    }
    words[spaces] = plain.substring(from);
    return words;
  }

  private static String sorted(String[] words, int least, int length) {
    String[] copy = Arrays.copyOf(words, length);
    Arrays.sort(copy);
    return copy.length < least ? "" : String.join(" ", copy);
  }

  /** The sound of every word; names are made of few. */
  private static String[][] sounds(String[][] words) {
    Map<String, String> known = new HashMap<>();
    String[][] sounds = new String[words.length][];
    for (int code = 0; code < words.length; code++) {
      String[] own = new String[words[code].length];
      for (int i = 0; i < own.length; i++) {
        own[i] = known.computeIfAbsent(words[code][i], Folding::sound);
      }
      sounds[code] = own;
    }
    return sounds;
  }

  private static String ends(String[] sounds) {
    if (sounds.length < 2) {
      return "";
    }
    String[] ends = {sounds[0], sounds[sounds.length - 1]};
    return sorted(ends, 2, 2);
  }

  private void date(int field, Column column) {
    int[][] dates = new int[column.distinct()][];
    Arrays.setAll(dates, code -> DateParts.of(column.value(code)));
    // Day and month in either order, since they are often swapped.
    add(field, "date", column, code -> date(dates[code], true));
    add(field, "day and month", column, code -> date(dates[code], false));
    add(
        field,
        "month",
        column,
        code -> dates[code][1] == 0 ? "" : dates[code][0] + "-" + dates[code][1]);
    add(field, "year", column, code -> dates[code][0] == 0 ? "" : "" + dates[code][0]);
  }

  private static String date(int[] date, boolean withYear) {
    if (date[2] == 0 || (date[1] == 1 && date[2] == 1)) {
      return "";
    }
    String rest = Math.min(date[1], date[2]) + "-" + Math.max(date[1], date[2]);
    return withYear ? date[0] + "-" + rest : rest;
  }

  private void identifier(int field, Column column) {
    int[] whole = new int[column.distinct()];
    int[] first = new int[whole.length];
    int[] second = new int[whole.length];
    IdentifierText value = new IdentifierText(column);
    for (int code = 0; code < column.distinct(); code++) {
      value.read(code);
      int end = value.length();
      int from = 0;
      while (from < end - 1 && value.at(from) == '0') {
        from++;
      }
      int length = end - from;
      whole[code] = hash(value, from, end);
      first[code] = hash(value, from, from + (length + 1) / 2);
      second[code] = length < 4 ? 0 : hash(value, from + length / 2, end);
    }
    add(field, "value", column, whole);
    add(field, "first half", column, first);
    add(field, "second half", column, second);
  }

  /** A hash stands for the text: a collision costs a needless comparison, nothing more. */
  private static int hash(String text, int from, int to) {
    return from >= to ? 0 : Mix.nonZero(Mix.text(text, from, to));
  }

  private static int hash(IdentifierText text, int from, int to) {
    return from >= to ? 0 : Mix.nonZero(Mix.text(text, from, to));
  }

  private void text(int field, Column column) {
    String[] plain = plain(column, Folding::spaced);
    ToIntFunction<String> records =
        frequencies == null ? counted(column, plain) : word -> frequencies.records(field, word);
    String[][] rare = new String[plain.length][];
    Arrays.setAll(rare, code -> rarest(plain[code], records));
    add(field, "value", column, code -> plain[code]);
    add(field, "rarest word", column, code -> rare[code][0]);
    add(field, "second rarest word", column, code -> rare[code][1]);
    if (table.fields().size() == 1) {
      rareWords(field, column, plain, records);
    }
  }

  /**
   * Words that few records share, the rarest first: where there is no other field to go by, blocks
   * of common words would be too large for any use.
   */
  private void rareWords(int field, Column column, String[] plain, ToIntFunction<String> records) {
    Comparator<String> rarestFirst =
        Comparator.comparingInt(records).thenComparing(Comparator.naturalOrder());
    for (int most : MOST_SHARERS) {
      String[][] rare = new String[plain.length][];
      Arrays.setAll(
          rare,
          code ->
              Arrays.stream(words(plain[code]))
                  .distinct()
                  .filter(word -> records.applyAsInt(word) > 1)
                  .filter(word -> records.applyAsInt(word) <= most)
                  .sorted(rarestFirst)
                  .toArray(String[]::new));
      for (int place = 0; place < RARE_WORDS; place++) {
        int own = place;
        String what = "rare word " + (place + 1) + " of at most " + most + " records";
        add(field, what, column, code -> own < rare[code].length ? rare[code][own] : "");
      }
    }
  }

  private static ToIntFunction<String> counted(Column column, String[] plain) {
    Map<String, Integer> records = new HashMap<>();
    for (int code = 0; code < plain.length; code++) {
      for (String word : words(plain[code])) {
        records.merge(word, column.count(code), Integer::sum);
      }
    }
    return word -> records.getOrDefault(word, 0);
  }

  /** The two rarest words that more than one record holds. */
  private static String[] rarest(String text, ToIntFunction<String> records) {
    String[] best = {"", ""};
    int[] counts = {Integer.MAX_VALUE, Integer.MAX_VALUE};
    for (String word : words(text)) {
      int count = records.applyAsInt(word);
      if (count < 2 || word.equals(best[0])) {
        continue;
      }
      if (count < counts[0] || (count == counts[0] && word.compareTo(best[0]) < 0)) {
        best[1] = best[0];
        counts[1] = counts[0];
        best[0] = word;
        counts[0] = count;
      } else if (count < counts[1] || (count == counts[1] && word.compareTo(best[1]) < 0)) {
        best[1] = word;
        counts[1] = count;
      }
    }
    return best;
  }

  private static String[] plain(Column column) {
    return plain(column, UnaryOperator.identity());
  }

  private static String[] plain(Column column, UnaryOperator<String> read) {
    String[] plain = new String[column.distinct()];
    for (int code = 0; code < column.distinct(); code++) {
      plain[code] = Folding.plain(read.apply(column.value(code)));
    }
    return plain;
  }

  private static String start(String text, int length) {
    return text.length() < length ? "" : text.substring(0, length);
  }

  /** First letter and the consonants after it. */
  private static String skeleton(String plain) {
    String sound = Folding.sound(plain);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < sound.length(); i++) {
      if (i == 0 || "aeiouhw ".indexOf(sound.charAt(i)) < 0) {
        out.append(sound.charAt(i));
      }
    }
    return out.toString();
  }

  private void add(int field, String what, Column column, IntFunction<String> text) {
    int[] groups = new int[column.distinct()];
    for (int code = 0; code < groups.length; code++) {
      String key = text.apply(code);
      groups[code] = hash(key, 0, key.length());
    }
    add(field, what, column, groups);
  }

  private void add(int field, String what, Column column, int[] groups) {
    parts.add(new Part(table.fields().get(field).name() + ":" + what, field, column, groups));
  }
}
