package org.baophu.sample;

/**
 * How many errors there are among those nobody checked, from those found among the checked.
 *
 * <p>An answer stands for {@code h} unchecked persons. Estimate: {@code U = Σ h·y}, y the error
 * found. The number to predict and the errors found are parts of one whole: {@code Var = Σ h (h +
 * 1)·y²}, which is {@code N² (1 − f) s²/m} of simple random sampling for rare errors, finite
 * population correction included. Interval: the gamma distributions of Fay and Feuer (1997) for a
 * weighted sum of Poisson counts, the upper one with one more error of the greatest weight. It
 * keeps its level with few errors and with none (where it is 3.69 · h), and errs to the wide side;
 * for errors that are not rare it is too wide by up to {@code 1/√(1 − share)}.
 */
final class WeightedErrors {
  private static final double TAIL = 0.025;

  private double sum;
  private double variance;
  private double greatest;

  /** One answer. */
  void add(double weight, double error) {
    sum += weight * error;
    variance += weight * (weight + 1) * error * error;
    greatest = Math.max(greatest, weight);
  }

  Interval interval() {
    double low =
        variance == 0 ? 0 : GammaDistribution.quantile(TAIL, sum * sum / variance, variance / sum);
    double more = sum + greatest;
    double moreVariance = variance + greatest * (greatest + 1);
    double high =
        more == 0
            ? 0
            : GammaDistribution.quantile(1 - TAIL, more * more / moreVariance, moreVariance / more);
    return new Interval(sum, Math.min(low, sum), Math.max(high, sum));
  }
}
