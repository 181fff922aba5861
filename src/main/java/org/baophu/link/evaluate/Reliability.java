package org.baophu.link.evaluate;

import java.util.ArrayList;
import java.util.List;

/** Whether probabilities hold: pairs by band of the probability they were given. */
public final class Reliability {
  private static final double[] BOUNDS = {
    0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1
  };

  private final long[] pairs = new long[BOUNDS.length];
  private final long[] matches = new long[BOUNDS.length];
  private final double[] given = new double[BOUNDS.length];

  /**
   * One band.
   *
   * @param from least probability in it
   * @param to the bound above, itself in the last band only
   * @param meanGiven mean of the probabilities given
   * @param observed share of matches with its 95 % interval (E. B. Wilson, J. Am. Stat. Assoc. 22,
   *     1927)
   */
  public record Band(
      double from, double to, long pairs, long matches, double meanGiven, Estimate observed) {
    /** Whether the mean probability lies within the interval. */
    public boolean holds() {
      return meanGiven >= observed.low() && meanGiven <= observed.high();
    }
  }

  /**
   * Counts a pair.
   *
   * @throws IllegalArgumentException if the probability is not in [0, 1]
   */
  public void add(double probability, boolean match) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability " + probability + " is not in [0, 1]");
    }
    int band = 0;
    while (band < BOUNDS.length - 1 && probability >= BOUNDS[band]) {
      band++;
    }
    pairs[band]++;
    matches[band] += match ? 1 : 0;
    given[band] += probability;
  }

  /** The bands that hold any pair, ascending. */
  public List<Band> bands() {
    List<Band> bands = new ArrayList<>();
    for (int band = 0; band < BOUNDS.length; band++) {
      if (pairs[band] > 0) {
        bands.add(
            new Band(
                band == 0 ? 0 : BOUNDS[band - 1],
                BOUNDS[band],
                pairs[band],
                matches[band],
                given[band] / pairs[band],
                Estimate.wilson((double) matches[band] / pairs[band], pairs[band])));
      }
    }
    return bands;
  }
}
