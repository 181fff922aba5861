package org.baophu.link.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  private static final String[] WORDS = {
    "an", "binh", "cuong", "dung", "giang", "hai", "khanh", "lan", "mai", "nam", "oanh", "phuc"
  };

  /** A whole name, its first and its last word, a birth date with its year, and a number. */
  private static Table table() {
    Table.Builder builder =
        Table.builder(
            List.of(
                new Field("last", FieldType.NAME),
                new Field("whole", FieldType.PERSON_NAME),
                new Field("first", FieldType.NAME),
                new Field("birth_date", FieldType.DATE),
                new Field("birth_year", FieldType.NUMBER),
                new Field("number", FieldType.IDENTIFIER),
                new Field("number_again", FieldType.IDENTIFIER),
                new Field("sex", FieldType.CATEGORY)),
            List.of("s"));
    SplittableRandom random = new SplittableRandom(1);
    for (int row = 0; row < 1_000; row++) {
      String first = WORDS[random.nextInt(12)] + WORDS[random.nextInt(12)];
      String last = WORDS[random.nextInt(12)] + WORDS[random.nextInt(12)];
      int year = 1950 + random.nextInt(50);
      String number = String.valueOf(100_000 + random.nextInt(900_000));
      // One whole name in five was written down by somebody else.
      String whole = row % 5 == 0 ? "x " + last : first + " van " + last;
      builder.add(
          0,
          "r" + row,
          last,
          whole,
          first,
          year + "-05-0" + (1 + random.nextInt(9)),
          String.valueOf(year),
          number,
          row % 3 == 0 ? null : number,
          random.nextBoolean() ? "m" : "f");
    }
    return builder.build();
  }

  @Test
  void findsWhatAnotherFieldOfTheSameRecordSays() {
    assertThat(Repeats.of(table())).containsExactly(1, -1, 1, -1, 3, -1, 5, -1);
  }

  @Test
  void takesNoCommonValueForARepetition() {
    Table.Builder builder =
        Table.builder(
            List.of(new Field("place", FieldType.CATEGORY), new Field("address", FieldType.TEXT)),
            List.of("s"));
    for (int row = 0; row < 500; row++) {
      builder.add(0, "r" + row, "lang son", "thon " + WORDS[row % 12] + " lang son");
    }

    assertThat(Repeats.of(builder.build())).containsExactly(-1, -1);
  }
}
