package org.baophu.sample;

/**
 * Quantiles of the gamma distribution, by the incomplete gamma function (series and continued
 * fraction, Abramowitz and Stegun 6.5.29 and 6.5.31) and bisection.
 */
final class GammaDistribution {
  private static final int MOST_TERMS = 10_000;
  private static final double EXACT = 1e-15;
  private static final int HALVINGS = 200;

  /** Of Lanczos's series for ln Γ, g = 5 (Numerical Recipes 6.1). */
  private static final double[] LANCZOS = {
    76.18009172947146,
    -86.50532032941677,
    24.01409824083091,
    -1.231739572450155,
    0.1208650973866179e-2,
    -0.5395239384953e-5
  };

  private GammaDistribution() {}

  /**
   * The value below which the share {@code level} of the distribution lies; shape and scale > 0.
   */
  static double quantile(double level, double shape, double scale) {
    double low = 0;
    double high = Math.max(1, shape);
    while (lower(shape, high) < level) {
      high *= 2;
    }
    for (int i = 0; i < HALVINGS && high - low > EXACT * high; i++) {
      double middle = (low + high) / 2;
      if (lower(shape, middle) < level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return scale * (low + high) / 2;
  }

  /** P(a, x), the regularised lower incomplete gamma function. */
  static double lower(double a, double x) {
    if (x <= 0) {
      return 0;
    }
    double front = Math.exp(a * Math.log(x) - x - logGamma(a));
    return x < a + 1 ? front * series(a, x) : 1 - front * fraction(a, x);
  }

  private static double series(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < MOST_TERMS && term > sum * EXACT; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum;
  }

  /** Lentz's method. */
  private static double fraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / Double.MIN_NORMAL;
    double d = 1 / b;
    double value = d;
    for (int n = 1; n < MOST_TERMS; n++) {
      double an = -n * (n - a);
      b += 2;
      d = 1 / away(an * d + b);
      c = away(b + an / c);
      double factor = d * c;
      value *= factor;
      if (Math.abs(factor - 1) < EXACT) {
        break;
      }
    }
    return value;
  }

  private static double away(double value) {
    return Math.abs(value) < Double.MIN_NORMAL ? Double.MIN_NORMAL : value;
  }

  static double logGamma(double x) {
    double sum = 1.000000000190015;
    for (int i = 0; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x + 1 + i);
    }
    double t = x + 5.5;
    return (x + 0.5) * Math.log(t) - t + Math.log(2.5066282746310005 * sum / x);
  }
}
