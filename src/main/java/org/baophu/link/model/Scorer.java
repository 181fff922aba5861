package org.baophu.link.model;

import java.util.Arrays;
import java.util.List;

/**
 * Match weights from agreement vectors: {@code weight = prior + Σ log2(m / u)} bits.
 *
 * <p>Every term is a multiple of 2^-20 bits, so that sums come out the same in any order and an
 * explanation's parts sum to the weight exactly. Immutable.
 */
public final class Scorer {
  private static final double GRID = 1 << 20;

  /** By key, by entry, by level. The last key stands for "no key reaches the pair". */
  private final double[][][] bits;

  private final double[][][] kindBits;
  private final double[] priorBits;

  /** Prepares the weights of a model. */
  public Scorer(Model model) {
    int keys = model.keys().size();
    bits = new double[keys + 1][][];
    kindBits = new double[keys + 1][][];
    priorBits = new double[keys + 1];
    for (int key = 0; key <= keys; key++) {
      boolean reached = key < keys;
      double nonMatches = reached ? model.keys().get(key).nonMatches() : model.possiblePairs();
      priorBits[key] = onGrid(log2(model.expectedMatches() / nonMatches));
      bits[key] = new double[model.entries().size()][];
      kindBits[key] = new double[model.entries().size()][];
      for (int entry = 0; entry < bits[key].length; entry++) {
        List<Model.LevelModel> levels = model.entries().get(entry).levels();
        double[] u = new double[levels.size()];
        for (int level = 0; level < u.length; level++) {
          u[level] =
              reached ? model.keys().get(key).u().get(entry).get(level) : levels.get(level).u();
        }
        bits[key][entry] = levelBits(levels, u);
        kindBits[key][entry] = kindBits(levels, u);
      }
    }
  }

  private static double log2(double ratio) {
    return Math.log(ratio) / Math.log(2);
  }

  private static double onGrid(double value) {
    return Math.rint(value * GRID) / GRID;
  }

  private static double[] levelBits(List<Model.LevelModel> levels, double[] u) {
    double[] own = new double[u.length];
    for (int level = 1; level < u.length; level++) {
      own[level] = onGrid(log2(levels.get(level).m() / u[level]));
    }
    return own;
  }

  /** What a level would weigh if rarity did not count. */
  private static double[] kindBits(List<Model.LevelModel> levels, double[] u) {
    double[] own = new double[u.length];
    for (int level = 1; level < u.length; level++) {
      double sumM = 0;
      double sumU = 0;
      for (int other = 1; other < u.length; other++) {
        if (levels.get(other).kind().equals(levels.get(level).kind())) {
          sumM += levels.get(other).m();
          sumU += u[other];
        }
      }
      own[level] = onGrid(log2(sumM / sumU));
    }
    return own;
  }

  /** Bits before anything is compared: expected matches over non-matches of a key. */
  public double priorBits(int key) {
    return priorBits[key];
  }

  /** Bits of one level, 0 for a missing value. */
  public double bits(int key, int entry, int level) {
    return bits[key][entry][level];
  }

  /** What {@link #bits} would be if the rarity of the value did not count. */
  public double bitsWithoutTermFrequency(int key, int entry, int level) {
    return kindBits[key][entry][level];
  }

  /** The match weight of an agreement vector. */
  public double weightBits(int key, int[] levels) {
    double sum = priorBits[key];
    for (int entry = 0; entry < levels.length; entry++) {
      sum += bits[key][entry][levels[entry]];
    }
    return sum;
  }

  /**
   * The most that entries can still add: by key, by place in an order of the entries, what the
   * entries from that place on add at best.
   */
  public double[][] atBest(int[] order) {
    double[][] atBest = new double[bits.length][order.length + 1];
    for (int key = 0; key < bits.length; key++) {
      for (int place = order.length - 1; place >= 0; place--) {
        double most = Arrays.stream(bits[key][order[place]]).max().orElse(0);
        atBest[key][place] = atBest[key][place + 1] + most;
      }
    }
    return atBest;
  }

  /** The probability of a match of some weight: {@code 1 / (1 + 2^-weight)}. */
  public static double probability(double weightBits) {
    return 1 / (1 + Math.exp(-weightBits * Math.log(2)));
  }

  /** The weight of some probability, inverse to {@link #probability}. */
  public static double weight(double probability) {
    return log2(probability / (1 - probability));
  }
}
