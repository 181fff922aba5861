package org.baophu.link;

import org.baophu.link.model.Scorer;

/**
 * What the model makes of a pair, in short.
 *
 * @param blockingKey the key that brings the pair up, {@link Explanation#NO_KEY} where none does or
 *     the mode rules the pair out
 * @param evidenceBits the sum of the evidence
 * @param weightBits the match weight
 */
public record PairScore(String blockingKey, double evidenceBits, double weightBits) {
  /** Whether the pair was compared when the table was linked. */
  public boolean isCompared() {
    return !blockingKey.equals(Explanation.NO_KEY);
  }

  /** The probability of a match. */
  public double probability() {
    return Scorer.probability(weightBits);
  }
}
