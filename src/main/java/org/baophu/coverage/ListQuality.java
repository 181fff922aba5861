package org.baophu.coverage;

/**
 * How many rows of a list are probably wrong, and how many persons it probably misses, with 95 %
 * prediction intervals.
 *
 * @param communeCode the commune, empty for persons whose commune is unknown
 * @param listed rows of the list
 * @param wrong rows of persons who do not belong there
 * @param missed persons who belong there and are not
 */
public record ListQuality(String communeCode, long listed, Range wrong, Range missed) {

  /**
   * An expectation and where the number will lie with a probability of 95 %.
   *
   * @param expected mean
   * @param low 2.5 % of the distribution lie below
   * @param high 2.5 % lie above
   */
  public record Range(double expected, long low, long high) {}

  /**
   * Expected numbers by where the doubt comes from. Doubts are wrong together: if probabilities of
   * links are too low in one row, they are in all. So each kind has an unknown factor of its own,
   * and all have one in common, since registers that are worse than usual are so in every way.
   *
   * @param links from links that may or may not be, as their probabilities say
   * @param unfound from records that were never compared, or were not delivered
   * @param outdated from registers that lag behind
   */
  public record Doubt(double links, double unfound, double outdated) {
    /** No doubt at all. */
    public static final Doubt NONE = new Doubt(0, 0, 0);

    /** Standard deviations of the logarithm of each kind's factor. */
    private static final double COMMON_SPREAD = 0.7;

    private static final double LINKS_SPREAD = 0.5;

    private static final double UNFOUND_SPREAD = 0.9;
    private static final double OUTDATED_SPREAD = 0.7;

    /** The doubts of two together. */
    public Doubt plus(Doubt other) {
      return new Doubt(links + other.links, unfound + other.unfound, outdated + other.outdated);
    }

    /**
     * The number of cases: a mixture of Poisson distributions, whose mean is spread by the three
     * factors. {@code variance = mean + Σ (kind² · (exp(spread²) − 1))}; the negative binomial
     * distribution of that mean and variance gives the interval. The spreads are judgement, held
     * against generated provinces with half to three times the usual errors.
     */
    public Range range() {
      double mean = links + unfound + outdated;
      double extra =
          spread(mean, COMMON_SPREAD)
              + spread(links, LINKS_SPREAD)
              + spread(unfound, UNFOUND_SPREAD)
              + spread(outdated, OUTDATED_SPREAD);
      return new Range(mean, quantile(mean, extra, 0.025), quantile(mean, extra, 0.975));
    }

    private static double spread(double mean, double sd) {
      return mean * mean * (Math.exp(sd * sd) - 1);
    }

    /** The least number that the share {@code level} of the distribution does not exceed. */
    private static long quantile(double mean, double extra, double level) {
      if (mean <= 0) {
        return 0;
      }
      // NB(r, q): P(0) = q^r, P(k+1) = P(k) (k + r)/(k + 1) (1 - q); its variance is mean +
      // mean²/r.
      double r = Math.max(1e-6, mean * mean / extra);
      double q = r / (r + mean);
      double logTerm = r * Math.log(q);
      double below = Math.exp(logTerm);
      long k = 0;
      while (below < level && k < 100 * (mean + 10)) {
        logTerm += Math.log((k + r) / (k + 1) * (1 - q));
        below += Math.exp(logTerm);
        k++;
      }
      return k;
    }
  }

  /** From the doubts about a list's rows and about those left out. */
  public static ListQuality of(String communeCode, long listed, Doubt wrong, Doubt missed) {
    return new ListQuality(communeCode, listed, wrong.range(), missed.range());
  }
}
