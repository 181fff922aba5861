package org.baophu.link.block;

/** Which pairs of rows may be looked at at all, whatever their values. */
@FunctionalInterface
public interface PairRule {
  /** Whether two rows, of which the first stands before the second, may be a pair. */
  boolean allows(int rowA, int rowB);
}
