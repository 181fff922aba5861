package org.baophu.link.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final List<Field> FIELDS =
      List.of(new Field("name", FieldType.NAME), new Field("sex", FieldType.CATEGORY));

  @Test
  void encodesValues() {
    Table table =
        Table.builder(FIELDS, List.of("b", "a"))
            .add(0, "2", " beta ", "F")
            .add(1, "1", "alpha", " ")
            .add(0, "1", "beta", null)
            .build();

    assertThat(table.size()).isEqualTo(3);
    assertThat(table.value(0, 0)).isEqualTo("beta");
    assertThat(table.value(1, 1)).isNull();
    int beta = table.column(0).code(0);
    assertThat(table.column(0).code(2)).isEqualTo(beta);
    assertThat(table.column(0).code(1)).isEqualTo(1 - beta);
    assertThat(table.column(0).value(beta)).isEqualTo("beta");
    assertThat(table.column(0).count(beta)).isEqualTo(2);
    assertThat(table.column(1).present()).isEqualTo(1);
  }

  @Test
  void ordersValuesWhateverOrderTheyComeIn() {
    SplittableRandom random = new SplittableRandom(2);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      values.add("v" + random.nextInt(2_000));
    }
    List<String> reversed = new ArrayList<>(values);
    Collections.reverse(reversed);
    // In one table they come in order, in the other backwards and from two builders.
    Table.Builder all = Table.builder(FIELDS, List.of("s"));
    values.forEach(value -> all.add(0, "r", value, null));
    Table.Builder first = Table.builder(FIELDS, List.of("s"));
    Table.Builder second = Table.builder(FIELDS, List.of("s"));
    reversed.subList(0, 1_000).forEach(value -> first.add(0, "r", value, null));
    reversed.subList(1_000, 5_000).forEach(value -> second.add(0, "r", value, null));
    Column column = all.build().column(0);
    Table joined = Table.join(List.of(first, second), 2);

    assertThat(joined.column(0).distinct()).isEqualTo(column.distinct());
    for (int row = 0; row < 5_000; row++) {
      assertThat(column.value(column.code(row))).isEqualTo(values.get(row));
      assertThat(joined.value(4_999 - row, 0)).isEqualTo(values.get(row));
    }
    assertThat(inOwnOrder(joined.column(0))).isEqualTo(inOwnOrder(column));
  }

  @Test
  void ordersValuesByAHashOfTheirStrings() {
    SplittableRandom random = new SplittableRandom(3);
    String[] pieces = {"a", "Ngọc", "é", "😀", "-", "0123456789"};
    List<String> values = new ArrayList<>();
    Table.Builder builder = Table.builder(FIELDS, List.of("s"));
    for (int row = 0; row < 2_000; row++) {
      StringBuilder value = new StringBuilder();
      for (int i = random.nextInt(1, 8); i > 0; i--) {
        value.append(pieces[random.nextInt(pieces.length)]);
      }
      values.add(value.toString());
      builder.add(0, "r", value.toString(), null);
    }
    Column column = builder.build().column(0);

    List<String> expected =
        values.stream().distinct().sorted(Comparator.comparing(TableTest::hash)).toList();
    assertThat(inOwnOrder(column)).isEqualTo(expected);
  }

  private static List<String> inOwnOrder(Column column) {
    List<Integer> codes =
        IntStream.range(0, column.distinct()).boxed().sorted(column::compareInOwnOrder).toList();
    assertThat(codes.stream().map(column::placeInOwnOrder)).isSorted();
    return codes.stream().map(column::value).toList();
  }

  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (char c : text.toCharArray()) {
      hash = (hash ^ c) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
    return (hash ^ hash >>> 31) >>> 1;
  }

  @Test
  void ordersRowsBySourceNameAndRecordId() {
    Table table =
        Table.builder(FIELDS, List.of("b", "a"))
            .add(0, "2", "x", "F")
            .add(1, "1", "y", "F")
            .add(0, "1", "z", "F")
            .build();

    Table ordered = table.reordered(table.canonicalOrder());

    assertThat(table.canonicalOrder()).containsExactly(1, 2, 0);
    assertThat(ordered.sources()).containsExactly("a", "b");
    assertThat(ordered.value(0, 0)).isEqualTo("y");
    assertThat(ordered.source(0)).isZero();
    assertThat(ordered.recordId(2)).isEqualTo("2");
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.builder(FIELDS, List.of("a")).add(0, "1", "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.builder(FIELDS, List.of("a")).add(1, "1", "x", "y"));
    assertThatIllegalArgumentException().isThrownBy(() -> Table.builder(FIELDS, List.of("a", "a")));
    assertThatIllegalArgumentException().isThrownBy(() -> new Field(" ", FieldType.TEXT));
  }
}
