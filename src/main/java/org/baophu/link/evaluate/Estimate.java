package org.baophu.link.evaluate;

/**
 * A share with its 95 % confidence interval.
 *
 * @param value in [0, 1]; 1 where there was nothing to get wrong
 * @param low lower bound
 * @param high upper bound
 */
public record Estimate(double value, double low, double high) {
  /** 97.5 % of a standard normal distribution lies below. */
  private static final double Z = 1.959963984540054;

  /**
   * A share with Wilson's score interval (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927).
   *
   * @param of how many it is a share of; of none anything may be
   */
  static Estimate wilson(double share, double of) {
    if (of == 0) {
      return new Estimate(share, 0, 1);
    }
    double z2 = Z * Z / of;
    double middle = (share + z2 / 2) / (1 + z2);
    double half = Z / (1 + z2) * Math.sqrt((share * (1 - share) + z2 / 4) / of);
    return new Estimate(
        share,
        share == 0 ? 0 : Math.max(0, middle - half),
        share == 1 ? 1 : Math.min(1, middle + half));
  }

  /** The same value, with an interval that holds both. */
  Estimate noNarrowerThan(Estimate other) {
    return new Estimate(value, Math.min(low, other.low), Math.max(high, other.high));
  }
}
