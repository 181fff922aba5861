package org.baophu.link.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AgreementTest {
  private static Level level(FieldType type, String a, String b) {
    Table table =
        Table.builder(List.of(new Field("it", type)), List.of("s"))
            .add(0, "1", a)
            .add(0, "2", b)
            .build();
    Agreement agreement = Agreement.of(table);
    int[] there = new int[agreement.entries()];
    int[] back = new int[agreement.entries()];
    agreement.vectors().compare(0, 1, there);
    agreement.vectors().compare(1, 0, back);
    assertThat(back).isEqualTo(there);
    return agreement.levels(0).get(there[0]);
  }

  @ParameterizedTest
  @CsvSource({
    "Nguyễn Văn An,NGUYỄN VĂN AN,exact",
    "Nguyễn Văn An,Nguyen Van An,'same, one without diacritics'",
    "Nguyễn Thị Hoà,Nguyễn Thị Hoa,other tone or diacritics",
    "Nguyễn Văn An,An Nguyễn Văn,same words in another order",
    "Nguyễn Minh Đức An,Nguyễn Minh An,middle dropped or abbreviated",
    "Nguyễn Minh An,Nguyễn M An,middle dropped or abbreviated",
    "Nông Thị Trinh,Lông Thị Chinh,letters that are confused",
    "Nguyễn Minh An,Nguyễn Mihn An,one typo",
    "Nguyễn Minh Khánh,Nguyễn Đức Khánh,'first and last word agree, the middle differs'",
    "Nguyễn Minh Khánh,Nguyễn Minh Long,'first and a middle word agree, the last differs'",
    "Nguyễn Minh Khánh,Hoàng Văn Khánh,only the last word agrees",
    "Nguyễn Minh Khánh,Nguyễn Đức Tùng,only the first word agrees",
    "Nguyễn Minh Khánh,Vi Thị Hạnh,different",
    "'SMITH, John A.',John Smith,middle dropped or abbreviated",
    "'Dr. John Smith, M.D.',John Smith,exact",
    "John Smith Jr.,John Smith,middle dropped or abbreviated",
    "Bob Smith,Robert J. Smith,several small differences",
    "R. J. Smith,Robert James Smith,'given names as initials, the rest agrees'",
    "王小明,王 小明,exact",
    "김 철수,김철수,exact",
    "김철수,김영수,'first and last word agree, the middle differs'",
    "王小明,王晓明,'first and last word agree, the middle differs'",
    "王小明,李小明,'last and a middle word agree, the first differs'",
    "राजेश कुमार,राजेश कुमारी,one typo"
  })
  void tellsHowPersonNamesAgree(String a, String b, String kind) {
    assertThat(level(FieldType.PERSON_NAME, a, b).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "William,Bill,a name and what its bearers are called",
    "Bill,Willy,a name and what its bearers are called",
    "Bert,Robert,a name and what its bearers are called",
    "Bert,Albert,a name and what its bearers are called",
    "Robert,Albert,two typos",
    "Dân,Đàn,exact",
    "Kim,Kìm,exact",
    "Văn,Vân,exact",
    "Lan,Loan,one typo",
    "Minh,Mai,different"
  })
  void tellsNicknamesFromVietnameseNames(String a, String b, String kind) {
    assertThat(level(FieldType.NAME, a, b).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "1984,1984,exact",
    "1984,1984-05,'year agrees, one has no more'",
    "1984,1984-05-03,'year agrees, one has no more'",
    "1984-05,1984-05,exact",
    "1984-05,1984-05-03,'year and month agree, one has no day'",
    "1984,1985,'partial, one or two years apart'",
    "1984-05-03,1984-05-03,exact"
  })
  void tellsHowDatesOfAnyPrecisionAgree(String a, String b, String kind) {
    assertThat(level(FieldType.DATE, a, b).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "'13,000',13000,exact",
    "'13.000,50',13000.5,exact",
    "'1 234 567',1234567,exact",
    "١٣,13,exact",
    "'-1,234',-1234,exact",
    "'1,5',1.5,exact",
    "'13,000',13100,within one percent",
    "12a,12,different",
    "'1,23,456',123456,different"
  })
  void readsNumbersAsPeopleWriteThem(String a, String b, String kind) {
    assertThat(level(FieldType.NUMBER, a, b).kind()).isEqualTo(kind);
  }

  @Test
  void tellsThatNamesChangedPlaces() {
    Table table =
        Table.builder(
                List.of(new Field("given", FieldType.NAME), new Field("family", FieldType.NAME)),
                List.of("s"))
            .add(0, "1", "Ada", "Lovelace")
            .add(0, "2", "Lovelace", "Ada")
            .add(0, "3", "Lovelace", "Byron")
            .add(0, "4", null, "Ada")
            .build();
    Agreement agreement = Agreement.of(table);

    assertThat(kinds(agreement, 0, 1))
        .containsExactly("swapped with another column", "swapped with another column");
    assertThat(kinds(agreement, 1, 0)).isEqualTo(kinds(agreement, 0, 1));
    assertThat(kinds(agreement, 0, 2)).containsExactly("different", "different");
    assertThat(kinds(agreement, 1, 2)).containsExactly("exact", "different");
    assertThat(kinds(agreement, 0, 3)).containsExactly("missing", "different");
  }

  /** The name in the wrong column is no other person's, though others bear it there. */
  @Test
  void tellsThatOneOfTwoNamesChangedPlaces() {
    Table table =
        Table.builder(
                List.of(new Field("given", FieldType.NAME), new Field("family", FieldType.NAME)),
                List.of("s"))
            .add(0, "1", "Gregory", "Lovelace")
            .add(0, "2", "Lovelace", "Grgeorj")
            .add(0, "3", "Lovelace", "Byron")
            .add(0, "4", "Gregory", "Byron")
            .add(0, "5", "Ottilie", "Byron")
            .add(0, "6", "Ottilie", "Lovelace")
            .add(0, "7", "Xkcdqz", "Vbnhjk")
            .add(0, "8", "Plmokn", "Wsxedc")
            .add(0, "9", "Ijnuhb", "Tfcrdx")
            .add(0, "10", "Zsqawx", "Mkoplj")
            .build();
    Agreement agreement = Agreement.of(table);

    assertThat(kinds(agreement, 0, 1)).containsExactly("different", "different");
    assertThat(kinds(agreement, 1, 0)).isEqualTo(kinds(agreement, 0, 1));
    assertThat(kinds(agreement, 0, 4))
        .containsExactly(Level.CONFIRMED_DIFFERENT, Level.CONFIRMED_DIFFERENT);
  }

  private static List<String> kinds(Agreement agreement, int rowA, int rowB) {
    int[] levels = new int[agreement.entries()];
    agreement.vectors().compare(rowA, rowB, levels);
    return List.of(
        agreement.levels(0).get(levels[0]).kind(), agreement.levels(1).get(levels[1]).kind());
  }

  /** Which value comes first in the table, and so has the smaller code, must not matter. */
  @ParameterizedTest
  @EnumSource(FieldType.class)
  void isTheSameFromBothSides(FieldType type) {
    SplittableRandom random = new SplittableRandom(5);
    String[] words = {"giang", "giangg", "gang", "lan", "loan", "12", "1980-05-12", "1980", "bill"};
    for (int i = 0; i < 300; i++) {
      String a = drawn(random, words);
      String b = drawn(random, words);
      String c = drawn(random, words);
      assertThat(first(type, a, b, c)).isEqualTo(first(type, b, a, c));
    }
  }

  private static String drawn(SplittableRandom random, String[] words) {
    int length = 1 + random.nextInt(4);
    return Stream.generate(() -> words[random.nextInt(words.length)])
        .limit(length)
        .collect(Collectors.joining(" "));
  }

  /** The level of the first two of three values. */
  private static Level first(FieldType type, String a, String b, String c) {
    Table table =
        Table.builder(List.of(new Field("it", type)), List.of("s"))
            .add(0, "1", a)
            .add(0, "2", b)
            .add(0, "3", c)
            .build();
    Agreement agreement = Agreement.of(table);
    int[] levels = new int[agreement.entries()];
    agreement.vectors().compare(0, 1, levels);
    return agreement.levels(0).get(levels[0]);
  }

  @ParameterizedTest
  @CsvSource({
    "1980-05-12,1980-05-12,exact",
    "1980-05-12,1980-12-05,day and month swapped",
    "1980-05-12,1980,'year agrees, one has no more'",
    "1980-05,1980-05-12,'year and month agree, one has no day'",
    "1980-05-12,1980-01-01,'same year, one the first of January'",
    "1980-05-12,1981-05-12,'year one or ten off, the rest agrees'",
    "1980-05-12,1980-05-13,one digit differs",
    "1980-05-12,1983-05-12,one digit differs",
    "1980-05-12,1979-03-02,different",
    "1980-05-12,1950-03-02,more than ten years apart",
    "1980,1981-03-02,'partial, one or two years apart'"
  })
  void tellsHowDatesAgree(String a, String b, String kind) {
    assertThat(level(FieldType.DATE, a, b).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "020080123456,020080123456,exact",
    "020-080-123456,020080123456,exact",
    "020080123456,020080123465,one character differs",
    "020080123456,20080123456,one character differs",
    "0012345678,12345678,same but for leading zeros",
    "020080123456,020080999999,different",
    "020080123456,123456789,of different length",
    "020080123456,001195777888,different"
  })
  void tellsHowIdentifiersAgree(String a, String b, String kind) {
    assertThat(level(FieldType.IDENTIFIER, a, b).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "Robert,robert,exact",
    "Robert,R,initial",
    "Robert,Rober,one typo",
    "Robert,Robbie,a name and what its bearers are called",
    "Roberta,Robyn,same beginning",
    "Anna Maria,Anna,one of several words agrees",
    "Robert,Alice,different"
  })
  void tellsHowNamesAgree(String a, String b, String kind) {
    assertThat(level(FieldType.NAME, a, b).kind()).isEqualTo(kind);
  }

  @Test
  void tellsHowMuchTextAgrees() {
    assertThat(level(FieldType.TEXT, "Số 5 Thôn Nà Mò", "so 5 thon na mo").kind())
        .isEqualTo("exact");
    assertThat(level(FieldType.TEXT, "12 wallaby place", "7 moonee street").kind())
        .isEqualTo("different");
  }

  @Test
  void countsRarityAndMissingValues() {
    Table.Builder builder = Table.builder(List.of(new Field("name", FieldType.NAME)), List.of("s"));
    for (int i = 0; i < 60; i++) {
      builder.add(0, "n" + i, i < 40 ? "Nguyen" : i < 58 ? "Vi" + (i / 2) : "Be");
    }
    Table table = builder.add(0, "none", (String) null).build();
    Agreement agreement = Agreement.of(table);
    Agreement.Vectors vectors = agreement.vectors();
    int[] common = new int[2];
    int[] rare = new int[2];
    int[] missing = new int[2];

    vectors.compare(0, 1, common);
    vectors.compare(58, 59, rare);
    vectors.compare(0, 60, missing);

    assertThat(agreement.levels(0).get(common[0]).rarity())
        .isLessThan(agreement.levels(0).get(rare[0]).rarity());
    assertThat(missing[0]).isZero();
    assertThat(missing[1]).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(FieldType.class)
  void findsTheSameWhicheverValueCameFirst(FieldType type) {
    SplittableRandom random = new SplittableRandom(6);
    String[] pieces = {
      "An", "Anh", "Thanh", "Thang", "T", "Lan", "Nam", "12", "Than", "1980-05-12"
    };
    List<String> values = new ArrayList<>();
    for (int row = 0; row < 150; row++) {
      List<String> words = new ArrayList<>();
      for (int left = random.nextInt(1, 5); left > 0; left--) {
        words.add(pieces[random.nextInt(pieces.length)]);
      }
      values.add(String.join(" ", words));
    }
    List<String> reversed = new ArrayList<>(values);
    Collections.reverse(reversed);
    Agreement.Vectors forwards = agreement(type, values).vectors();
    Agreement.Vectors backwards = agreement(type, reversed).vectors();

    for (int a = 0; a < values.size(); a++) {
      for (int b = 0; b < values.size(); b++) {
        assertThat(backwards.compare(0, 149 - a, 149 - b)).isEqualTo(forwards.compare(0, a, b));
      }
    }
  }

  private static Agreement agreement(FieldType type, List<String> values) {
    Table.Builder table = Table.builder(List.of(new Field("it", type)), List.of("s"));
    values.forEach(value -> table.add(0, value, value));
    return Agreement.of(table.build());
  }
}
