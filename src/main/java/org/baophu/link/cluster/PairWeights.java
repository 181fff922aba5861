package org.baophu.link.cluster;

/** The weight of any pair of rows. */
@FunctionalInterface
public interface PairWeights {
  /** Match weight in bits; {@code NaN} where the two rows may not be looked at as a pair. */
  double bits(int rowA, int rowB);
}
