package org.baophu.unseen;

/**
 * Persons of one commune, sex and age band by the lists they are on. Counts are expected ones where
 * links are uncertain, so they need not be whole.
 *
 * @param communeCode of the persons
 * @param group number of the sex and age band, the same in all communes
 * @param cells by lists: bit 0 tax, bit 1 business, bit 2 insurance; the cell of no list is ignored
 * @param linkVariance variance of the number in tax and business and not insured that comes from
 *     not knowing which records are one person
 */
public record Stratum(String communeCode, int group, double[] cells, double linkVariance) {
  /** On the tax list alone. */
  public static final int TAX = 1;

  /** On the business list alone. */
  public static final int BUSINESS = 2;

  /** On both of them. */
  public static final int BOTH = TAX | BUSINESS;

  /** On the insurance list; added to the others. */
  public static final int INSURANCE = 4;

  /** How many cells there are. */
  public static final int CELLS = 8;

  public Stratum {
    if (cells.length != CELLS) {
      throw new IllegalArgumentException(cells.length + " cells instead of " + CELLS);
    }
    cells = cells.clone();
    for (double cell : cells) {
      if (!(cell >= 0)) {
        throw new IllegalArgumentException("commune " + communeCode + ": a cell is below 0");
      }
    }
  }

  @Override
  public double[] cells() {
    return cells.clone();
  }

  double taxOnly() {
    return cells[TAX];
  }

  double businessOnly() {
    return cells[BUSINESS];
  }

  double both() {
    return cells[BOTH];
  }
}
