package org.baophu.link.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Match weights from agreement vectors: {@code weight = prior + Σ log2(m / u)} bits, less what
 * speaks for relatives ({@link #relativesBits}) where the model knows any.
 *
 * <p>Every term is a multiple of 2^-20 bits, so that sums come out the same in any order and an
 * explanation's parts sum to the weight exactly. Immutable.
 */
public final class Scorer {
  private static final double GRID = 1 << 20;
  private static final double LN_2 = Math.log(2);
  private static final int[] NOTHING_ABOVE = {};

  /**
   * By key, by entry, by level, the level of the field it depends on counting first. The last key
   * stands for "no key reaches the pair".
   */
  private final double[][][] bits;

  private final double[][][] kindBits;
  private final double[] priorBits;
  private final int[] parents;
  private final double[] statedByOneBits;
  private final int[] levels;
  private final Calibration calibration;
  private final @Nullable Lessons lessons;
  private final @Nullable RelativesBits relatives;
  private final List<Double> sameSourceBits;

  /** Prepares the weights of a model. */
  public Scorer(Model model) {
    int keys = model.keys().size();
    int entries = model.entries().size();
    bits = new double[keys + 1][entries][];
    kindBits = new double[keys + 1][entries][];
    priorBits = new double[keys + 1];
    calibration = model.calibration();
    lessons = model.lessons();
    sameSourceBits = model.sameSourceBits();
    relatives = model.relatives() == null ? null : new RelativesBits(model, model.relatives());
    parents = model.parents();
    statedByOneBits =
        model.entries().stream().mapToDouble(Model.EntryModel::statedByOneBits).toArray();
    levels = model.entries().stream().mapToInt(entry -> entry.levels().size()).toArray();
    double[][][] mGiven = new double[entries][][];
    double[][][] uGiven = new double[entries][][];
    for (int entry = 0; entry < entries; entry++) {
      Model.Repeated repeats = model.entries().get(entry).repeats();
      mGiven[entry] = repeats == null ? new double[0][] : Model.array(repeats.m());
      uGiven[entry] = repeats == null ? new double[0][] : Model.array(repeats.u());
    }
    for (int key = 0; key <= keys; key++) {
      boolean reached = key < keys;
      double nonMatches = reached ? model.keys().get(key).nonMatches() : model.possiblePairs();
      priorBits[key] = onGrid(log2(model.expectedMatches() / nonMatches));
      double[][] u = reached ? Model.array(model.keys().get(key).u()) : model.uAtRandom();
      LevelRatios ratios = new LevelRatios(model.m(), u, parents, mGiven, uGiven);
      for (int entry = 0; entry < entries; entry++) {
        fill(key, entry, ratios, model.entries().get(entry).levels());
      }
    }
  }

  private void fill(int key, int entry, LevelRatios ratios, List<Model.LevelModel> described) {
    int size = levels[entry];
    bits[key][entry] = new double[ratios.above(entry) * size];
    kindBits[key][entry] = new double[ratios.above(entry) * size];
    for (int above = 0; above < ratios.above(entry); above++) {
      for (int from = 1, to = 1; from < size; from = to) {
        while (to < size && described.get(to).kind().equals(described.get(from).kind())) {
          to++;
        }
        double ofKind = onGrid(ratios.bits(entry, above, from, to));
        for (int level = from; level < to; level++) {
          bits[key][entry][above * size + level] = onGrid(ratios.bits(entry, above, level));
          kindBits[key][entry][above * size + level] = ofKind;
        }
      }
    }
  }

  /** Whether every weight is a number. */
  boolean isFinite() {
    return Stream.of(bits, kindBits)
            .flatMap(Arrays::stream)
            .flatMap(Arrays::stream)
            .flatMapToDouble(Arrays::stream)
            .allMatch(Double::isFinite)
        && Arrays.stream(priorBits).allMatch(Double::isFinite)
        && (relatives == null || relatives.isFinite());
  }

  private static double log2(double ratio) {
    return Math.log(ratio) / Math.log(2);
  }

  /** The nearest multiple of 2^-20. */
  public static double onGrid(double value) {
    return Math.rint(value * GRID) / GRID;
  }

  /** Bits before anything is compared: expected matches over non-matches of a key. */
  public double priorBits(int key) {
    return priorBits[key];
  }

  /** By entry the entry it depends on, or -1. */
  public int[] parents() {
    return parents.clone();
  }

  /**
   * Bits of one level, 0 for a missing value.
   *
   * @param vector levels of all entries; those of the entry and of the one it depends on are read
   */
  public double bits(int key, int entry, int[] vector) {
    return bits[key][entry][place(entry, vector)];
  }

  /** What {@link #bits} would be if the rarity of the value did not count. */
  public double bitsWithoutTermFrequency(int key, int entry, int[] vector) {
    return kindBits[key][entry][place(entry, vector)];
  }

  /**
   * Adds the bits of one entry to the weights of several pairs.
   *
   * @param levels by entry, by pair; those of the entry and of the one it depends on are read
   * @param chosen which pairs, the first {@code count} of it
   */
  public void add(int key, int entry, int[][] levels, int[] chosen, int count, double[] weights) {
    double[] ofPlace = bits[key][entry];
    int[] own = levels[entry];
    int[] above = parents[entry] < 0 ? NOTHING_ABOVE : levels[parents[entry]];
    int size = parents[entry] < 0 ? 0 : this.levels[entry];
    for (int i = 0; i < count; i++) {
      int pair = chosen[i];
      int place = size == 0 ? own[pair] : above[pair] * size + own[pair];
      weights[pair] += ofPlace[place];
    }
  }

  private int place(int entry, int[] vector) {
    return parents[entry] < 0
        ? vector[entry]
        : vector[parents[entry]] * levels[entry] + vector[entry];
  }

  /** Bits of an entry where only one of two records states it, at most 0. */
  public double statedByOneBits(int entry) {
    return statedByOneBits[entry];
  }

  /** The sum of the evidence of an agreement vector, in bits. */
  public double evidenceBits(int key, int[] vector) {
    double sum = priorBits[key];
    for (int entry = 0; entry < vector.length; entry++) {
      sum += bits(key, entry, vector);
    }
    return sum + relativesBits(sum, vector);
  }

  /**
   * The sum of the evidence of two records of one source that the mode lets be no pair, in bits:
   * with what is known of such records beforehand in place of the pair of sources.
   */
  public double sameSourceBits(int key, int[] vector) {
    int sources = vector.length - 1;
    return evidenceBits(key, vector) - bits(key, sources, vector) + sameSourceBits(vector[sources]);
  }

  /**
   * What is known beforehand of two records of one source that the mode lets be no pair, in bits.
   *
   * @param level of the pair of sources
   */
  public double sameSourceBits(int level) {
    return sameSourceBits.isEmpty() ? 0 : sameSourceBits.get(level);
  }

  /** Whether two records may be those of relatives, which their evidence has to be held against. */
  public boolean hasRelatives() {
    return relatives != null;
  }

  /**
   * What is taken from the sum of prior and fields, since two records may be those of relatives, in
   * bits: 0 or less, and 0 where the model knows no relatives.
   *
   * @param fieldBits that sum
   */
  public double relativesBits(double fieldBits, int[] vector) {
    return relatives == null ? 0 : relatives.of(fieldBits, vector);
  }

  /** Whether decided pairs have taught anything. */
  public boolean hasLessons() {
    return lessons != null;
  }

  /** What decided pairs have taught about such a pair, to be added to its weight, in bits. */
  public double lessonBits(int key, int[] vector) {
    return lessons == null ? 0 : lessons.bits(parts(key, vector));
  }

  /** By entry the evidence of an agreement vector, in bits. */
  public double[] parts(int key, int[] vector) {
    double[] parts = new double[vector.length];
    Arrays.setAll(parts, entry -> bits(key, entry, vector));
    return parts;
  }

  /** The match weight for a sum of evidence, both in bits. */
  public double calibrated(double evidenceBits) {
    return calibration.of(evidenceBits);
  }

  /**
   * The same for a cut between two groups.
   *
   * @param kind as {@link Cut#kind} says
   * @param evidenceBits the mean evidence across
   */
  public double calibrated(int kind, double evidenceBits) {
    return calibration.of(kind, evidenceBits);
  }

  /** The match weight of an agreement vector, in bits. */
  public double weightBits(int key, int[] vector) {
    return calibrated(evidenceBits(key, vector));
  }

  /** A sum of evidence below which no pair reaches a match weight. */
  public double leastEvidence(double weightBits) {
    return calibration.lowest(weightBits);
  }

  /**
   * The most that entries can still add: by key, by place in an order of the entries, by the level
   * of what the entry at that place depends on (one number where that is nothing), what the entries
   * from that place on add at best.
   *
   * @param order what an entry depends on before the entry
   */
  public double[][][] atBest(int[] order) {
    double[][][] atBest = new double[bits.length][order.length + 1][];
    for (int key = 0; key < bits.length; key++) {
      double later = 0;
      atBest[key][order.length] = new double[1];
      for (int place = order.length - 1; place >= 0; place--) {
        double[] best = best(key, order[place]);
        double most = Double.NEGATIVE_INFINITY;
        for (int above = 0; above < best.length; above++) {
          most = Math.max(most, best[above]);
          best[above] += later;
        }
        atBest[key][place] = best;
        later += most;
      }
    }
    return atBest;
  }

  /** The most that an entry adds, by the level of what it depends on. */
  private double[] best(int key, int entry) {
    double[] ofPlace = bits[key][entry];
    int size = parents[entry] < 0 ? ofPlace.length : levels[entry];
    double[] best = new double[ofPlace.length / size];
    for (int above = 0; above < best.length; above++) {
      double most = ofPlace[above * size];
      for (int level = 1; level < size; level++) {
        most = Math.max(most, ofPlace[above * size + level]);
      }
      best[above] = most;
    }
    return best;
  }

  /** The probability of a match of some weight: {@code 1 / (1 + 2^-weight)}. */
  public static double probability(double weightBits) {
    return 1 / (1 + Math.exp(-weightBits * LN_2));
  }

  /** The weight of some probability, inverse to {@link #probability}. */
  public static double weight(double probability) {
    return log2(probability / (1 - probability));
  }
}
