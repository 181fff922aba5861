package org.baophu.link.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.baophu.link.compare.Agreement;
import org.baophu.link.compare.DateParts;
import org.baophu.link.compare.Folding;
import org.baophu.link.compare.Frequencies;
import org.baophu.link.compare.IdentifierText;
import org.baophu.link.compare.Words;
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
  private final KnownWords known;

  /** The names of those that are asked for; all where it is {@code null}. */
  private final @Nullable Set<String> wanted;

  private Parts(
      Table table,
      @Nullable Frequencies frequencies,
      KnownWords known,
      @Nullable Set<String> wanted) {
    this.table = table;
    this.frequencies = frequencies;
    this.known = known;
    this.wanted = wanted;
  }

  /** The words of fields that were read before. */
  private interface KnownWords {
    @Nullable Words of(int field);
  }

  /** All parts of all fields of a table, in the order of the fields. */
  public static List<Part> of(Table table, int threads) {
    return of(table, null, field -> null, null, threads);
  }

  /** The same of a table whose comparisons have read its words. */
  public static List<Part> of(Agreement agreement, int threads) {
    return of(agreement.table(), null, agreement::words, null, threads);
  }

  /**
   * Some parts of the fields of a table, in the order of the fields.
   *
   * @param frequencies tell which words are rare, so that what a row is blocked by does not depend
   *     on other rows; {@code null} to count them in the table
   * @param wanted names of parts; the fields need not have them all
   */
  public static List<Part> of(
      Table table, @Nullable Frequencies frequencies, Set<String> wanted, int threads) {
    return of(table, frequencies, field -> null, wanted, threads);
  }

  private static List<Part> of(
      Table table,
      @Nullable Frequencies frequencies,
      KnownWords known,
      @Nullable Set<String> wanted,
      int threads) {
    return Tasks.runLargestFirst(
            threads,
            table.fields().size(),
            table::work,
            field -> {
              Parts parts = new Parts(table, frequencies, known, wanted);
              parts.addField(field, table.fields().get(field));
              return parts.parts;
            })
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private void addField(int field, Field described) {
    if (wanted != null && wanted.stream().noneMatch(name -> name.startsWith(nameOf(field, "")))) {
      return;
    }
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
    Words read = known.of(field);
    WordParts words = new WordParts(read == null ? Words.ofNames(column) : read);
    String[] sounds = words.each(Folding::sound);
    add(field, "words", column, () -> words.sorted(words.each(word -> word), 1));
    add(field, "sounds", column, () -> words.sorted(sounds, 2));
    add(field, "ends", column, () -> words.ends(sounds));
    add(field, "last", column, () -> words.last(sounds));
    add(field, "first", column, () -> words.first(sounds));
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
    add(field, "value", column, () -> whole);
    add(field, "first half", column, () -> first);
    add(field, "second half", column, () -> second);
  }

  /** A hash stands for the text: a collision costs a needless comparison, nothing more. */
  private static int hash(IdentifierText text, int from, int to) {
    return from >= to ? 0 : Mix.nonZero(Mix.text(text, from, to));
  }

  private void text(int field, Column column) {
    Words read = known.of(field);
    Words words = read == null ? Words.of(column) : read;
    int[] records = new int[words.distinct()];
    Arrays.setAll(
        records,
        word ->
            frequencies == null
                ? words.records(word)
                : frequencies.records(field, words.word(word)));
    WordParts parts = new WordParts(words);
    add(field, "value", column, parts::whole);
    int[][] rarest = parts.rarest(records);
    add(field, "rarest word", column, () -> rarest[0]);
    add(field, "second rarest word", column, () -> rarest[1]);
    if (table.fields().size() == 1) {
      rareWords(field, column, parts, records);
    }
  }

  /**
   * Words that few records share, the rarest first: where there is no other field to go by, blocks
   * of common words would be too large for any use.
   */
  private void rareWords(int field, Column column, WordParts parts, int[] records) {
    for (int most : MOST_SHARERS) {
      int[][] rare = parts.rare(records, most, RARE_WORDS);
      for (int place = 0; place < RARE_WORDS; place++) {
        String what = "rare word " + (place + 1) + " of at most " + most + " records";
        int[] own = rare[place];
        add(field, what, column, () -> own);
      }
    }
  }

  private static String[] plain(Column column) {
    String[] plain = new String[column.distinct()];
    Arrays.setAll(plain, code -> Folding.plain(column.value(code)));
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
    add(
        field,
        what,
        column,
        () -> {
          int[] groups = new int[column.distinct()];
          Arrays.setAll(groups, code -> Mix.key(text.apply(code)));
          return groups;
        });
  }

  private void add(int field, String what, Column column, Supplier<int[]> groups) {
    String name = nameOf(field, what);
    if (wanted == null || wanted.contains(name)) {
      parts.add(new Part(name, field, column, groups.get()));
    }
  }

  private String nameOf(int field, String what) {
    return table.fields().get(field).name() + ":" + what;
  }
}
