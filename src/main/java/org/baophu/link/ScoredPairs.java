package org.baophu.link;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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
    int[] kept = IntStream.range(0, bits.length).filter(passes).toArray();
    return new ScoredPairs(
        Arrays.stream(kept).map(pair -> rowsA[pair]).toArray(),
        Arrays.stream(kept).map(pair -> rowsB[pair]).toArray(),
        Arrays.stream(kept).mapToDouble(pair -> bits[pair]).toArray());
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
