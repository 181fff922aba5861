package org.baophu.link.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final List<Field> FIELDS =
      List.of(new Field("name", FieldType.NAME), new Field("sex", FieldType.CATEGORY));

  @Test
  void encodesValuesInTheirOrder() {
    Table table =
        Table.builder(FIELDS, List.of("b", "a"))
            .add(0, "2", " beta ", "F")
            .add(1, "1", "alpha", " ")
            .add(0, "1", "beta", null)
            .build();

    assertThat(table.size()).isEqualTo(3);
    assertThat(table.value(0, 0)).isEqualTo("beta");
    assertThat(table.value(1, 1)).isNull();
    assertThat(table.column(0).code(1)).isZero();
    assertThat(table.column(0).code(0)).isEqualTo(table.column(0).code(2)).isEqualTo(1);
    assertThat(table.column(0).count(1)).isEqualTo(2);
    assertThat(table.column(1).present()).isEqualTo(1);
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
