package org.baophu.link.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Right, found and true, each by true entity, so that entities can be drawn again.
 *
 * <p>Intervals are of a bootstrap over entities, whose records err together. Where next to nothing
 * is wrong no draw shows what might be, so that no interval is narrower than Wilson's over as many
 * entities as there was something to get right in.
 */
final class Tally {
  private static final int REPLICATES = 400;

  /** Right and found, right and wanted, then in how many entities there is any of it. */
  private static final int SUMS = 7;

  private static final int FOUND_IN = 4;
  private static final int WANTED_IN = 5;
  private static final int EITHER_IN = 6;
  private static final long SEED = 20_260_101L;

  /** The probability of zero under a Poisson distribution of mean 1. */
  private static final double NONE = Math.exp(-1);

  private final double[] hit;
  private final double[] found;
  private final double[] hitOfTrue;
  private final double[] wanted;

  /**
   * Sums by entity.
   *
   * @param hit right ones among {@code found}
   * @param hitOfTrue right ones among {@code wanted}
   */
  Tally(double[] hit, double[] found, double[] hitOfTrue, double[] wanted) {
    this.hit = hit;
    this.found = found;
    this.hitOfTrue = hitOfTrue;
    this.wanted = wanted;
  }

  /** The measures of tallies over the same entities, from the same draws. */
  static List<Measure> measures(List<Tally> tallies) {
    double[][][] sums = new double[tallies.size()][REPLICATES + 1][SUMS];
    SplittableRandom random = new SplittableRandom(SEED);
    int entities = tallies.get(0).hit.length;
    for (int entity = 0; entity < entities; entity++) {
      for (int t = 0; t < sums.length; t++) {
        tallies.get(t).add(sums[t][REPLICATES], entity, 1);
      }
      for (int replicate = 0; replicate < REPLICATES; replicate++) {
        int times = poisson(random.nextDouble());
        for (int t = 0; t < sums.length && times > 0; t++) {
          tallies.get(t).add(sums[t][replicate], entity, times);
        }
      }
    }
    return Arrays.stream(sums).map(Tally::measure).toList();
  }

  private static Measure measure(double[][] sums) {
    return new Measure(
        estimate(sums, Tally::precision, FOUND_IN),
        estimate(sums, Tally::recall, WANTED_IN),
        estimate(sums, sum -> harmonic(precision(sum), recall(sum)), EITHER_IN));
  }

  private void add(double[] sums, int entity, int times) {
    sums[0] += times * hit[entity];
    sums[1] += times * found[entity];
    sums[2] += times * hitOfTrue[entity];
    sums[3] += times * wanted[entity];
    sums[FOUND_IN] += found[entity] > 0 ? times : 0;
    sums[WANTED_IN] += wanted[entity] > 0 ? times : 0;
    sums[EITHER_IN] += found[entity] > 0 || wanted[entity] > 0 ? times : 0;
  }

  /** A draw from the Poisson distribution of mean 1 by inversion. */
  private static int poisson(double uniform) {
    int times = 0;
    double share = NONE;
    double sum = share;
    while (uniform > sum && times < 12) {
      times++;
      share /= times;
      sum += share;
    }
    return times;
  }

  private static double precision(double[] sums) {
    return sums[1] == 0 ? 1 : sums[0] / sums[1];
  }

  private static double recall(double[] sums) {
    return sums[3] == 0 ? 1 : sums[2] / sums[3];
  }

  private static double harmonic(double a, double b) {
    return a + b == 0 ? 0 : 2 * a * b / (a + b);
  }

  private interface Share {
    double of(double[] sums);
  }

  private static Estimate estimate(double[][] sums, Share share, int entities) {
    double[] replicates = new double[REPLICATES];
    Arrays.setAll(replicates, i -> share.of(sums[i]));
    Arrays.sort(replicates);
    int tail = REPLICATES / 40;
    double value = share.of(sums[REPLICATES]);
    return new Estimate(value, replicates[tail], replicates[REPLICATES - 1 - tail])
        .noNarrowerThan(Estimate.wilson(value, sums[REPLICATES][entities]));
  }
}
