package org.baophu.link;

/**
 * What speaks for joining two groups of rows, as clustering weighs it.
 *
 * @param meanBits mean evidence of the pairs between them, each counted from -20 to 20 bits and of
 *     large groups the first twelve rows; pairs that the mode lets not be compared count where they
 *     speak against each other; {@code NaN} where nothing is left
 * @param askedBits the mean from which groups are joined
 */
public record GroupEvidence(double meanBits, double askedBits) {
  /** Whether the evidence is enough. */
  public boolean isEnough() {
    return meanBits >= askedBits;
  }
}
