package org.baophu.link;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.baophu.link.cluster.PairWeights;
import org.baophu.link.model.Scorer;
import org.jspecify.annotations.Nullable;

/** Pairs of rows with their weights, sorted by rows. Immutable. */
public final class ScoredPairs {
  private final int[] rowsA;
  private final int[] rowsB;
  private final double[] bits;

  /** By row its first pair as the smaller row, once it was asked for. */
  private volatile int @Nullable [] starts;

  /** What {@link #probabilities} gives, once it was asked for. */
  private volatile double @Nullable [] probabilities;

  ScoredPairs(int[] rowsA, int[] rowsB, double[] bits) {
    this.rowsA = rowsA;
    this.rowsB = rowsB;
    this.bits = bits;
  }

  /** How many pairs there are. */
  public int size() {
    return bits.length;
  }

  /** The smaller row index of a pair. */
  public int rowA(int pair) {
    return rowsA[pair];
  }

  /** The larger row index of a pair. */
  public int rowB(int pair) {
    return rowsB[pair];
  }

  /** The match weight of a pair in bits: log2 of the odds of a match. */
  public double weightBits(int pair) {
    return bits[pair];
  }

  /** The probability that a pair matches, in [0, 1]. */
  public double probability(int pair) {
    return Scorer.probability(bits[pair]);
  }

  /** By pair the probability that it matches, in [0, 1], worked out once; not copied. */
  public double[] probabilities() {
    double[] known = probabilities;
    if (known == null) {
      known = new double[bits.length];
      for (int pair = 0; pair < known.length; pair++) {
        known[pair] = Scorer.probability(bits[pair]);
      }
      probabilities = known;
    }
    return known;
  }

  /** Which pairs have a weight of at least and at most some bits. */
  public BitSet between(double least, double most) {
    BitSet between = new BitSet();
    for (int pair = 0; pair < bits.length; pair++) {
      if (bits[pair] >= least && bits[pair] <= most) {
        between.set(pair);
      }
    }
    return between;
  }

  /** Those of the pairs that have a weight of at least some bits. */
  ScoredPairs atLeast(double least) {
    int[] places = new int[bits.length];
    int kept = 0;
    for (int pair = 0; pair < bits.length; pair++) {
      if (bits[pair] >= least) {
        places[kept++] = pair;
      }
    }
    return chosen(Arrays.copyOf(places, kept));
  }

  /** Those of the pairs that pass. */
  ScoredPairs filtered(IntPredicate passes) {
    return chosen(IntStream.range(0, bits.length).filter(passes).toArray());
  }

  /** Some of the pairs by their places, ascending. */
  ScoredPairs chosen(int[] pairs) {
    int[] chosenA = new int[pairs.length];
    int[] chosenB = new int[pairs.length];
    double[] chosenBits = new double[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      chosenA[i] = rowsA[pairs[i]];
      chosenB[i] = rowsB[pairs[i]];
      chosenBits[i] = bits[pairs[i]];
    }
    return new ScoredPairs(chosenA, chosenB, chosenBits);
  }

  /** The bits of a pair, the smaller row first; {@code NaN} where it is not among these. */
  double find(int rowA, int rowB) {
    int[] from = starts();
    if (rowA >= from.length - 1) {
      return Double.NaN;
    }
    int pair = Arrays.binarySearch(rowsB, from[rowA], from[rowA + 1], rowB);
    return pair < 0 ? Double.NaN : bits[pair];
  }

  private int[] starts() {
    int[] known = starts;
    if (known == null) {
      known = new int[rowsA.length == 0 ? 1 : rowsA[rowsA.length - 1] + 2];
      for (int row : rowsA) {
        known[row + 1]++;
      }
      Arrays.parallelPrefix(known, Integer::sum);
      starts = known;
    }
    return known;
  }

  /** The bits of these pairs as they are, and of others as {@code others} weighs them. */
  PairWeights or(PairWeights others) {
    return (a, b) -> {
      double known = find(a, b);
      return Double.isNaN(known) ? others.bits(a, b) : known;
    };
  }

  int[] rowsA() {
    return rowsA;
  }

  int[] rowsB() {
    return rowsB;
  }

  double[] bits() {
    return bits;
  }
}
