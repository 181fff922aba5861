package org.baophu.cli;

/** Numbers with a fixed number of decimal places, for files of millions of rows. */
final class Decimals {
  private Decimals() {}

  /**
   * A number rounded half up to so many places, as in {@code -0.125}.
   *
   * @param places 1 to 9; the number times ten to that power must fit a long
   */
  static String of(double value, int places) {
    long scale = 1;
    for (int i = 0; i < places; i++) {
      scale *= 10;
    }
    long scaled = Math.round(Math.abs(value) * scale);
    StringBuilder out = new StringBuilder(24);
    if (value < 0 && scaled > 0) {
      out.append('-');
    }
    out.append(scaled / scale).append('.');
    String rest = Long.toString(scaled % scale);
    for (int i = rest.length(); i < places; i++) {
      out.append('0');
    }
    return out.append(rest).toString();
  }
}
