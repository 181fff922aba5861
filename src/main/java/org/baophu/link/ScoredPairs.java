package org.baophu.link;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.baophu.link.model.Scorer;

/** Pairs of rows with their weights, sorted by rows. Immutable. */
public final class ScoredPairs {
  private final int[] rowsA;
  private final int[] rowsB;
  private final double[] bits;

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

  /** Those of the pairs that pass. */
  ScoredPairs filtered(IntPredicate passes) {
    int[] keptA = new int[bits.length];
    int[] keptB = new int[bits.length];
    double[] keptBits = new double[bits.length];
    int kept = 0;
    for (int pair = 0; pair < bits.length; pair++) {
      if (passes.test(pair)) {
        keptA[kept] = rowsA[pair];
        keptB[kept] = rowsB[pair];
        keptBits[kept++] = bits[pair];
      }
    }
    return new ScoredPairs(
        Arrays.copyOf(keptA, kept), Arrays.copyOf(keptB, kept), Arrays.copyOf(keptBits, kept));
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
