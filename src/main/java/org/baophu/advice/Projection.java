package org.baophu.advice;

/**
 * How many will have joined by the end of the year, from how many have so far.
 *
 * <p>Joinings come at a constant rate: c of them in d days make the rate a Gamma(c + ½, d)
 * (Jeffreys' prior), so that those of the remaining r days are negative binomial with size c + ½
 * and mean (c + ½)·r ÷ d. Low and high are its 2.5 % and 97.5 % quantiles, which hold the
 * uncertainty of the rate and the chance of the rest, but not seasons, campaigns or people who join
 * together.
 *
 * @param expected joinings at the end of the year, those so far among them
 * @param low at most 1 in 40 ends below
 * @param high at most 1 in 40 ends above
 */
public record Projection(long expected, long low, long high) {
  private static final double TAIL = 0.025;

  /**
   * The projection.
   *
   * @param joined so far, at least 0
   * @param daysPast days in which they joined, at least 1
   * @param daysLeft days until the end of the year, at least 0
   */
  public static Projection of(long joined, long daysPast, long daysLeft) {
    if (joined < 0 || daysPast < 1 || daysLeft < 0) {
      throw new IllegalArgumentException(
          joined + " in " + daysPast + " days with " + daysLeft + " days left");
    }
    double size = joined + 0.5;
    double success = (double) daysPast / (daysPast + daysLeft);
    long mean = Math.round(size * daysLeft / daysPast);
    return new Projection(
        joined + mean,
        joined + quantile(size, success, TAIL),
        joined + quantile(size, success, 1 - TAIL));
  }

  /** The least k with P(K ≤ k) ≥ level, K being negative binomial. */
  private static long quantile(double size, double success, double level) {
    // ln P(0) = size·ln(success); ln P(k+1) = ln P(k) + ln((k + size)·(1 − success) ÷ (k + 1)).
    double logMass = size * Math.log(success);
    double below = Math.exp(logMass);
    long k = 0;
    while (below < level && success < 1) {
      logMass += Math.log((k + size) * (1 - success) / (k + 1));
      below += Math.exp(logMass);
      k++;
      if (logMass < -60 && k > size * (1 - success) / success) {
        // What is left of the tail is nothing but rounding.
        return k;
      }
    }
    return k;
  }
}
