package org.baophu.link.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Right, found and true, each by true entity, so that entities can be drawn again. */
final class Tally {
  private static final int REPLICATES = 400;
  private static final long SEED = 20_260_101L;

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

  Measure measure() {
    double[][] sums = new double[REPLICATES + 1][4];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int entity = 0; entity < hit.length; entity++) {
      add(sums[REPLICATES], entity, 1);
      for (int replicate = 0; replicate < REPLICATES; replicate++) {
        int times = poisson(random.nextDouble());
        if (times > 0) {
          add(sums[replicate], entity, times);
        }
      }
    }
    return new Measure(
        estimate(sums, Tally::precision),
        estimate(sums, Tally::recall),
        estimate(sums, sum -> harmonic(precision(sum), recall(sum))));
  }

  private void add(double[] sums, int entity, int times) {
    sums[0] += times * hit[entity];
    sums[1] += times * found[entity];
    sums[2] += times * hitOfTrue[entity];
    sums[3] += times * wanted[entity];
  }

  /** A draw from the Poisson distribution of mean 1 by inversion. */
  private static int poisson(double uniform) {
    int times = 0;
    double share = Math.exp(-1);
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

  private static Estimate estimate(double[][] sums, Share share) {
    double[] replicates = new double[REPLICATES];
    Arrays.setAll(replicates, i -> share.of(sums[i]));
    Arrays.sort(replicates);
    int tail = REPLICATES / 40;
    double value = share.of(sums[REPLICATES]);
    return new Estimate(value, replicates[tail], replicates[REPLICATES - 1 - tail]);
  }
}
