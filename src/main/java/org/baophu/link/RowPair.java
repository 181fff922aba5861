package org.baophu.link;

/**
 * Two rows of a table, by index.
 *
 * @param rowA from 0
 * @param rowB from 0, another
 */
public record RowPair(int rowA, int rowB) {
  /**
   * @throws IllegalArgumentException where an index is negative or both are the same
   */
  public RowPair {
    if (rowA < 0 || rowB < 0 || rowA == rowB) {
      throw new IllegalArgumentException("not a pair of rows: " + rowA + ", " + rowB);
    }
  }
}
