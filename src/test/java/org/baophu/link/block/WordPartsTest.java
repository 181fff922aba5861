package org.baophu.link.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baophu.link.compare.Words;
import org.baophu.link.table.Column;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;

/** Hashes of numbered words against hashes of the texts that they stand for. */
class WordPartsTest {
  private static final String[] PIECES = {
    "An", "an", "Nguyễn", "Nguyen", "Văn", "Lê", "Bà", "ba", "7", "x", "\u0301", "-", "Zo"
  };

  private final Table table = table(3_000);
  private final Column column = table.column(0);
  private final Words words = Words.ofNames(column);
  private final WordParts parts = new WordParts(words);

  /** Two of the words stand for the same, one for nothing. */
  private final String[] ofWord = parts.each(word -> word.equals("zo") ? "" : word.substring(0, 1));

  private static Table table(int rows) {
    SplittableRandom random = new SplittableRandom(4);
    Table.Builder builder =
        Table.builder(List.of(new Field("name", FieldType.PERSON_NAME)), List.of("s"));
    for (int row = 0; row < rows; row++) {
      String text =
          Stream.generate(() -> PIECES[random.nextInt(PIECES.length)])
              .limit(random.nextInt(1, 25))
              .collect(Collectors.joining(" "));
      builder.add(0, "r" + row, text);
    }
    return builder.build();
  }

  private List<String> words(int code) {
    return Stream.iterate(0, i -> i + 1)
        .limit(words.count(code))
        .map(i -> words.word(words.at(code, i)))
        .toList();
  }

  private List<String> standIns(int code) {
    return Stream.iterate(0, i -> i + 1)
        .limit(words.count(code))
        .map(i -> ofWord[words.at(code, i)])
        .toList();
  }

  private void assertHashes(int[] hashes, Function<Integer, List<String>> expected) {
    for (int code = 0; code < column.distinct(); code++) {
      String text = String.join(" ", expected.apply(code));
      assertThat(hashes[code])
          .as(column.value(code))
          .isEqualTo(text.isEmpty() ? 0 : Mix.nonZero(Mix.text(text)));
    }
  }

  @Test
  void takesWholeTexts() {
    assertHashes(parts.whole(), this::words);
  }

  @Test
  void takesWordsInAnyOrder() {
    assertHashes(parts.sorted(ofWord, 1), code -> standIns(code).stream().sorted().toList());
    assertHashes(
        parts.sorted(ofWord, 3),
        code -> words.count(code) < 3 ? List.of() : standIns(code).stream().sorted().toList());
  }

  @Test
  void takesOuterWords() {
    assertHashes(parts.first(ofWord), code -> standIns(code).stream().limit(1).toList());
    assertHashes(
        parts.last(ofWord),
        code -> standIns(code).stream().skip(Math.max(0, words.count(code) - 1)).toList());
    assertHashes(
        parts.ends(ofWord),
        code -> {
          List<String> own = standIns(code);
          return own.size() < 2
              ? List.of()
              : Stream.of(own.get(0), own.get(own.size() - 1)).sorted().toList();
        });
  }

  @Test
  void takesTheRarestWordsThatOthersHoldToo() {
    Map<String, Integer> counts = new HashMap<>();
    int[] records = new int[words.distinct()];
    SplittableRandom random = new SplittableRandom(9);
    for (int word = 0; word < records.length; word++) {
      records[word] = random.nextInt(5);
      counts.put(words.word(word), records[word]);
    }
    for (int most : new int[] {3, Integer.MAX_VALUE}) {
      int[][] rare = parts.rare(records, most, 3);
      for (int place = 0; place < 3; place++) {
        int skipped = place;
        assertHashes(
            rare[place],
            code ->
                words(code).stream()
                    .distinct()
                    .filter(word -> counts.get(word) >= 2 && counts.get(word) <= most)
                    .sorted(
                        Comparator.<String>comparingInt(counts::get)
                            .thenComparing(Comparator.naturalOrder()))
                    .skip(skipped)
                    .limit(1)
                    .toList());
      }
    }
    assertThat(parts.rarest(records)).isEqualTo(Arrays.copyOf(parts.rare(records, 9, 3), 2));
  }
}
