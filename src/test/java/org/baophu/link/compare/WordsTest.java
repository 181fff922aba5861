package org.baophu.link.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.baophu.link.table.Column;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;

/** Folding word by word against folding whole texts. */
class WordsTest {
  private static final String[] PIECES = {
    "Nguyễn",
    "NGUYEN",
    "nguyễn",
    "Văn",
    "văn",
    "Thị",
    "Đức",
    "đức",
    "An",
    "an",
    "é",
    "e\u0301",
    "o\u0302\u0301",
    "\u0301",
    "ﬁ",
    "İ",
    "ß",
    "x1",
    "7",
    "한",
    "𝒜",
    "日本"
  };
  private static final String[] BETWEEN = {" ", "  ", "-", "; ", "", "/", "\u00a0", "'"};

  @Test
  void foldsWordByWordAsWholeTextsAreFolded() {
    Column column = column(texts(4_000));

    Words.Spelt spelt = Words.spelt(column);

    Words words = spelt.words();
    Groups byLower =
        Groups.byText(texts(column, code -> joined(Folding.lower(value(column, code)))));
    Groups byPlain = Groups.byText(texts(column, code -> plain(column, code)));
    for (int code = 0; code < column.distinct(); code++) {
      assertThat(words.text(code)).isEqualTo(plain(column, code));
      assertThat(words.hash(code)).isEqualTo(HashedNumbers.hash(plain(column, code)));
      assertThat(spelt.arePlain()[code])
          .isEqualTo(joined(Folding.lower(value(column, code))).equals(plain(column, code)));
    }
    assertThat(spelt.groups().array()).isEqualTo(byLower.array());
    assertThat(words.groups().array()).isEqualTo(byPlain.array());
  }

  @Test
  void sortsTheWordsOfEachTextByTheAlphabet() {
    Column column = column(texts(1_000));
    Words words = Words.spelt(column).words();

    int[] sorted = words.sorted(words.ranks());

    for (int code = 0; code < column.distinct(); code++) {
      String alphabetical =
          Arrays.stream(plain(column, code).split(" ")).sorted().collect(Collectors.joining(" "));
      assertThat(words.hash(code, sorted)).isEqualTo(HashedNumbers.hash(alphabetical));
    }
  }

  @Test
  void groupsEqualNumbersInTheOrderInWhichTheyCome() {
    SplittableRandom random = new SplittableRandom(3);
    long[] numbers = random.longs(2_000, -300, 300).map(n -> n << 30).toArray();

    Map<Long, Integer> seen = new HashMap<>();
    int[] expected = new int[numbers.length];
    Arrays.setAll(expected, i -> seen.computeIfAbsent(numbers[i], number -> seen.size()));
    assertThat(Groups.byNumber(numbers.length, i -> numbers[i]).array()).isEqualTo(expected);
  }

  private static String value(Column column, int code) {
    return Folding.spacedName(column.value(code));
  }

  private static String plain(Column column, int code) {
    return joined(Folding.plain(value(column, code)));
  }

  /** Marks without a letter are no words. */
  private static String joined(String folded) {
    return Arrays.stream(folded.split(" "))
        .filter(word -> !Folding.plain(word).isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String[] texts(Column column, IntFunction<String> text) {
    return IntStream.range(0, column.distinct()).mapToObj(text).toArray(String[]::new);
  }

  private static String[] texts(int count) {
    SplittableRandom random = new SplittableRandom(11);
    String[] texts = new String[count];
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      for (int words = random.nextInt(1, 6); words > 0; words--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
        text.append(BETWEEN[random.nextInt(BETWEEN.length)]);
      }
      texts[i] = text.toString();
    }
    return texts;
  }

  private static Column column(String[] texts) {
    Field field = new Field("name", FieldType.PERSON_NAME);
    Table.Builder table = Table.builder(List.of(field), List.of("all"));
    for (int row = 0; row < texts.length; row++) {
      table.add(0, "r" + row, texts[row]);
    }
    return table.build().column(0);
  }
}
