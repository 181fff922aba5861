package org.baophu.sample;

/**
 * An estimate and its 95 % interval.
 *
 * @param low at most the estimate
 * @param high at least the estimate
 */
public record Interval(double estimate, double low, double high) {
  /** The same of all but these, out of a number. */
  Interval complement(double number) {
    return new Interval(number - estimate, number - high, number - low);
  }

  Interval over(double number) {
    return new Interval(estimate / number, low / number, high / number);
  }
}
