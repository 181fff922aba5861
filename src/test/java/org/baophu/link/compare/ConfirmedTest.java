package org.baophu.link.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;

/** Two values that are wholly different, each of them in other records too. */
class ConfirmedTest {
  private static final String DIFFERENT = "different";

  private static Table table(FieldType type, String... values) {
    Table.Builder builder = Table.builder(List.of(new Field("it", type)), List.of("s"));
    for (int row = 0; row < values.length; row++) {
      builder.add(0, "r" + row, values[row]);
    }
    return builder.build();
  }

  private static String kind(Agreement agreement, int a, int b) {
    String both = agreement.levels(0).get(agreement.vectors().compare(0, a, b)).kind();
    String turned = agreement.levels(0).get(agreement.vectors().compare(0, b, a)).kind();
    assertThat(both).isEqualTo(turned);
    return both;
  }

  @Test
  void areToldFromAnError() {
    for (FieldType type : List.of(FieldType.IDENTIFIER, FieldType.TEXT)) {
      Table table =
          table(type, "111222333", "999888777", "444555666", "111-222-333", "999 888 777");
      Agreement agreement =
          Agreement.of(
              table(type, "111222333", "999888777", "444555666", "111222333", "999888777"));

      assertThat(kind(agreement, 0, 1)).isEqualTo(Level.CONFIRMED_DIFFERENT);
      assertThat(kind(agreement, 0, 2)).isEqualTo(DIFFERENT);
      assertThat(kind(agreement, 0, 3)).isEqualTo("exact");
      // However it is written, a number is the same one.
      assertThat(kind(Agreement.of(table), 0, 1))
          .isEqualTo(type == FieldType.TEXT ? DIFFERENT : Level.CONFIRMED_DIFFERENT);
    }
  }

  @Test
  void areNotToldOfWhatManyShare() {
    String[] values = new String[40];
    for (int row = 0; row < values.length; row++) {
      values[row] = row % 2 == 0 ? "111222333" : "999888777";
    }
    Agreement agreement = Agreement.of(table(FieldType.IDENTIFIER, values));

    assertThat(kind(agreement, 0, 1)).isEqualTo(DIFFERENT);
  }

  @Test
  void areToldOfNamesThoughManyShareThem() {
    List<String> names = List.of("Johanna", "Ottilie", "oh", "Ti", "王", "李");
    Agreement agreement = Agreement.of(table(FieldType.NAME, names(names, 40)));

    assertThat(kind(agreement, 0, 1)).isEqualTo(Level.CONFIRMED_DIFFERENT);
    assertThat(kind(agreement, 4, 5)).isEqualTo(Level.CONFIRMED_DIFFERENT);
    assertThat(kind(agreement, 1, 60)).isEqualTo(DIFFERENT);
    // Scraps of names repeat by chance.
    assertThat(kind(agreement, 0, 3)).isEqualTo(DIFFERENT);
    assertThat(kind(agreement, 0, 12)).isEqualTo("exact");
  }

  @Test
  void areNotToldOfNamesWhereFewAreRuined() {
    Agreement agreement =
        Agreement.of(table(FieldType.NAME, names(List.of("Johanna", "Ottilie"), 5)));

    assertThat(kind(agreement, 0, 1)).isEqualTo(DIFFERENT);
  }

  /** Sixty names that others bear and some that nobody does. */
  private static String[] names(List<String> borne, int ruined) {
    String[] values = new String[60 + ruined];
    for (int row = 0; row < values.length; row++) {
      values[row] = row < 60 ? borne.get(row % borne.size()) : "x" + "qwzvk".repeat(row - 58);
    }
    return values;
  }

  @Test
  void areToldByTheRecordsThatAModelWasLearntFrom() {
    Agreement learnt =
        Agreement.of(
            table(FieldType.TEXT, "one two", "three four", "five six", "one two", "three four"));
    Table later = table(FieldType.TEXT, "one two", "three four", "five six", "five six");

    Agreement agreement =
        Agreement.of(later, List.of(learnt.levels(0), learnt.levels(1)), learnt.frequencies(), 1);

    assertThat(kind(agreement, 0, 1)).isEqualTo(Level.CONFIRMED_DIFFERENT);
    assertThat(kind(agreement, 0, 2)).isEqualTo(DIFFERENT);
  }
}
