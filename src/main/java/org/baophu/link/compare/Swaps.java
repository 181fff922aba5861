package org.baophu.link.compare;

import java.util.List;
import java.util.stream.IntStream;
import org.baophu.link.table.Column;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Two names that changed places: what one record has in the one column, the other has in the other,
 * and the other way round. The two columns are the first and the last of type {@code name}, the
 * given name and the family name where there are two.
 *
 * <p>Where that holds one way only, since the other name has a slip too, that others hold the two
 * names is no sign that neither is an error: one stands in the wrong column.
 */
final class Swaps {
  /** The kind of the level that both fields get. */
  static final String KIND = "swapped with another column";

  private final int[] fields;
  private final Column[] columns;

  /** By field of the two, by code, a number for its spelling, the same in both. */
  private final int[][] spellings;

  private final int[] swapped;
  private final int[] exact;
  private final int[] confirmed;
  private final int[] different;

  private Swaps(int[] fields, Column[] columns, List<List<Level>> levels) {
    this.fields = fields;
    this.columns = columns;
    int first = columns[0].distinct();
    String[] texts = new String[first + columns[1].distinct()];
    for (int code = 0; code < texts.length; code++) {
      String value = code < first ? columns[0].value(code) : columns[1].value(code - first);
      texts[code] = Folding.plain(value);
    }
    int[] groups = Groups.byText(texts).array();
    this.spellings =
        new int[][] {
          IntStream.range(0, first).map(code -> groups[code]).toArray(),
          IntStream.range(first, texts.length).map(code -> groups[code]).toArray()
        };
    this.swapped = levels.stream().mapToInt(own -> first(own, KIND)).toArray();
    this.exact = levels.stream().mapToInt(own -> first(own, "exact")).toArray();
    this.confirmed =
        levels.stream().mapToInt(own -> first(own, Level.CONFIRMED_DIFFERENT)).toArray();
    this.different =
        levels.stream().mapToInt(own -> first(own, NameComparison.DIFFERENT)).toArray();
  }

  /** The first level of a kind, beyond all where there is none. */
  private static int first(List<Level> levels, String kind) {
    return IntStream.range(0, levels.size())
        .filter(level -> levels.get(level).kind().equals(kind))
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }

  /** For a table's fields, {@code null} where no two are names. */
  static @Nullable Swaps of(List<Field> fields, Column[] columns, Comparison[] comparisons) {
    int[] names =
        IntStream.range(0, fields.size())
            .filter(field -> fields.get(field).type() == FieldType.NAME)
            .toArray();
    if (names.length < 2) {
      return null;
    }
    int first = names[0];
    int last = names[names.length - 1];
    return new Swaps(
        new int[] {first, last},
        new Column[] {columns[first], columns[last]},
        List.of(comparisons[first].levels(), comparisons[last].levels()));
  }

  /** The level of a field of two rows, by the one that its own values give. */
  int level(int field, int level, int rowA, int rowB) {
    int side = field == fields[0] ? 0 : field == fields[1] ? 1 : -1;
    if (side < 0 || (level >= exact[side] && level != confirmed[side])) {
      return level;
    }
    boolean oneWay = isSame(columns[0].code(rowA), columns[1].code(rowB));
    boolean otherWay = isSame(columns[0].code(rowB), columns[1].code(rowA));
    if (oneWay && otherWay) {
      return swapped[side];
    }
    return level == confirmed[side] && (oneWay || otherWay) ? different[side] : level;
  }

  private boolean isSame(int first, int last) {
    return first >= 0 && last >= 0 && spellings[0][first] == spellings[1][last];
  }
}
