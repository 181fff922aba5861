package org.baophu.unseen;

/**
 * An estimated number of persons with its 95 % interval.
 *
 * @param low at least 0, at most the number
 * @param high at least the number
 */
public record Interval(double number, double low, double high) {
  private static final double NORMAL_95 = 1.96;

  /**
   * After Chao: the logarithm of the number is taken as normal, since the number is skewed and
   * cannot be below 0.
   *
   * @param ifNone the upper end where the number is 0
   */
  static Interval of(double number, double variance, double ifNone) {
    if (number <= 0) {
      return new Interval(0, 0, ifNone);
    }
    double spread = Math.exp(NORMAL_95 * Math.sqrt(Math.log1p(variance / (number * number))));
    return new Interval(number, number / spread, number * spread);
  }
}
