package org.baophu.publish;

/**
 * A bar of a chart, in the units of its drawing.
 *
 * @param style class that gives its colour
 */
record Bar(String style, String x, String width) {
  static Bar of(String style, double x, double width) {
    return new Bar(style, Cells.decimal(x, 1), Cells.decimal(width, 1));
  }

  /** Part of a whole that is 100 units wide; 0 where there is no whole. */
  static double percent(double part, double whole) {
    return whole <= 0 ? 0 : 100 * part / whole;
  }
}
