package org.baophu.link.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.baophu.link.compare.Agreement;
import org.baophu.link.compare.Frequencies;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;

class PartsTest {
  /** A field of every type; the name of one begins another's. */
  private static final List<Field> FIELDS =
      Arrays.stream(FieldType.values())
          .flatMap(type -> List.of(type.name(), type.name() + "_2").stream())
          .map(name -> new Field(name, FieldType.valueOf(name.replace("_2", ""))))
          .toList();

  private static Table table() {
    String[] values = {
      "1980-05-17", "Nguyễn Văn Bình", "020081001234", "0912 345 678", "Nam", null
    };
    Table.Builder table = Table.builder(FIELDS, List.of("s"));
    for (int row = 0; row < 40; row++) {
      String[] own = new String[FIELDS.size()];
      for (int field = 0; field < own.length; field++) {
        String value = values[(row + field) % values.length];
        own[field] = value == null || row % 3 > 0 ? value : value + " " + row % 5;
      }
      table.add(0, "r" + row, own);
    }
    return table.build();
  }

  @Test
  void thoseThatAreAskedForAreTheSameAsAmongAll() {
    Table table = table();
    Frequencies frequencies = Agreement.of(table).frequencies();
    List<Part> all = Parts.of(table, 2);
    Set<String> names = Set.copyOf(all.stream().map(Part::name).toList());

    for (Part one : all) {
      List<Part> asked = Parts.of(table, frequencies, Set.of(one.name()), 1);
      assertThat(asked)
          .extracting(Part::name, Part::field, part -> List.of(boxed(part)))
          .containsExactly(tuple(one.name(), one.field(), List.of(boxed(one))));
    }
    assertThat(Parts.of(table, frequencies, names, 2))
        .extracting(Part::name)
        .isEqualTo(all.stream().map(Part::name).toList());
    assertThat(Parts.of(table, frequencies, Set.of("nobody:value"), 2)).isEmpty();
  }

  private static List<Integer> boxed(Part part) {
    return Arrays.stream(part.values()).boxed().toList();
  }
}
