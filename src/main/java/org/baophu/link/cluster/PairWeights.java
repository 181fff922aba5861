package org.baophu.link.cluster;

/** The weight of any pair of rows. */
@FunctionalInterface
public interface PairWeights {
  /** Match weight in bits; {@code NaN} where the two rows say nothing about each other. */
  double bits(int rowA, int rowB);
}
