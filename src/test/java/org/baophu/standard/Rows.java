package org.baophu.standard;

import java.util.Map;
import org.baophu.intake.InputKind;
import org.baophu.intake.Row;

/** Rows for tests, from the columns that matter. */
final class Rows {
  private Rows() {}

  static Row row(InputKind kind, Map<String, String> cells) {
    if (!kind.columns().containsAll(cells.keySet())) {
      throw new IllegalArgumentException(cells.keySet() + " among " + kind.columns());
    }
    return new Row(
        kind.prefix() + ".csv",
        7,
        kind,
        kind.columns().stream().map(column -> cells.getOrDefault(column, "")).toList());
  }
}
