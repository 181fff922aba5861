package org.baophu.link.compare;

import java.util.List;
import org.baophu.link.table.Column;

/** Quantities by relative distance; what does not read as a number agrees only with itself. */
final class NumberComparison implements Comparison {
  private final double[] values;
  private final Rarity rarity;
  private final Levels levels;
  private final int different;
  private final int tenPercent;
  private final int onePercent;
  private final int exact;

  NumberComparison(Column column, Levels levels, Usage usage) {
    this.levels = levels;
    different = levels.kind("different", 0);
    tenPercent = levels.kind("within ten percent", 0.3);
    onePercent = levels.kind("within one percent", 0.6);
    values = new double[column.distinct()];
    for (int code = 0; code < values.length; code++) {
      values[code] = parse(column.value(code));
    }
    rarity = usage.rarity("value");
    exact = levels.kind("exact", 1, rarity);
  }

  private static double parse(String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  @Override
  public List<Level> levels() {
    return levels.list();
  }

  @Override
  public int level(int a, int b) {
    if (a == b || values[a] == values[b]) {
      return exact + rarity.of(a, b);
    }
    double apart = Math.abs(values[a] - values[b]);
    double size = Math.max(Math.abs(values[a]), Math.abs(values[b]));
    return apart <= 0.01 * size ? onePercent : apart <= 0.1 * size ? tenPercent : different;
  }

  @Override
  public boolean isCostly() {
    return false;
  }
}
