package org.baophu.link.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.baophu.link.table.Column;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;

/** What is told by packed values is what the values themselves tell. */
class PackedTest {
  private static final int ROWS = 400;

  private static Column column(FieldType type, List<String> pieces, String between, int most) {
    SplittableRandom random = new SplittableRandom(8);
    Table.Builder builder = Table.builder(List.of(new Field("it", type)), List.of("s"));
    for (int row = 0; row < ROWS; row++) {
      StringBuilder value = new StringBuilder();
      for (int piece = 1 + random.nextInt(most); piece > 0; piece--) {
        value
            .append(value.isEmpty() ? "" : between)
            .append(pieces.get(random.nextInt(pieces.size())));
      }
      builder.add(0, "r" + row, value.toString());
    }
    return builder.build().column(0);
  }

  private static void check(Comparison comparison, int codes) {
    int told = 0;
    for (int a = 0; a < codes; a++) {
      for (int b = a; b < codes; b++) {
        int level = comparison.level(comparison.packed(a), comparison.packed(b));
        int turned = comparison.level(comparison.packed(b), comparison.packed(a));
        assertThat(level).isEqualTo(turned);
        if (level != Comparison.UNKNOWN) {
          assertThat(level).isEqualTo(comparison.level(a, b));
          told++;
        }
      }
      assertThat(comparison.packed(a)).isNotZero();
    }
    assertThat(told).isPositive();
  }

  private static Levels levels() {
    return new Levels(List.of());
  }

  @Test
  void ofPersonNames() {
    List<String> words = List.of("Nông", "nong", "Thị", "T", "Hồng", "Hong", "Nhung", "Nhunng");
    Column column = column(FieldType.PERSON_NAME, words, " ", 9);
    check(new PersonNameComparison(column, levels(), new Usage(column, null)), column.distinct());
  }

  @Test
  void ofIdentifiers() {
    List<String> digits = List.of("0", "0", "1", "12", "123", "7", "000", "A");
    for (int most = 2; most < 12; most += 3) {
      Column column = column(FieldType.IDENTIFIER, digits, "", most);
      check(new IdentifierComparison(column, levels(), new Usage(column, null)), column.distinct());
    }
  }

  @Test
  void ofTexts() {
    List<String> words = List.of("Thôn", "thon", "Bản", "Chuông", "Chuon", "Xã", "Cao", "Lộc");
    Column column = column(FieldType.TEXT, words, " ", 6);
    check(new TextComparison(column, levels(), new Usage(column, null)), column.distinct());
  }
}
