package org.baophu.link.compare;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baophu.link.table.Column;

/**
 * Quantities by relative distance; what does not read as a number agrees only with itself. Digits
 * of any script count, and groups of thousands and a decimal comma as people write them.
 */
final class NumberComparison implements Comparison {
  /** Digits, or groups of three of them with the same sign between; one or two decimals. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(-?(?:\\d{1,15}|\\d{1,3}(?:([.,' \u00a0\u202f])\\d{3})(?:\\2\\d{3}){0,4}))([.,]\\d{1,2})?");

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
      return parseWritten(digits(value));
    }
  }

  private static double parseWritten(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Double.NaN;
    }
    String whole = written.group(1).replaceAll("[^-0-9]", "");
    String fraction = written.group(3);
    return Double.parseDouble(fraction == null ? whole : whole + "." + fraction.substring(1));
  }

  /** The digits of a text as 0 to 9. */
  private static String digits(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.strip()
        .codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(out::appendCodePoint);
    return out.toString();
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
