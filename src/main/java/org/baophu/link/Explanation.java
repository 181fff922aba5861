package org.baophu.link;

import java.util.List;
import org.baophu.link.model.Scorer;
import org.jspecify.annotations.Nullable;

/**
 * Why a pair of rows got its weight: a prior and one part per field. The parts sum to the weight
 * exactly.
 *
 * @param blockingKey name of the key that brings the pair up, or {@code none}
 * @param priorBits weight before anything is compared: matches over the non-matches of that key
 * @param parts one per field, then one for the pair of sources, and last what experience with pairs
 *     of such evidence adds or takes away ({@link #CALIBRATION})
 */
public record Explanation(String blockingKey, double priorBits, List<Part> parts) {
  /** The name of the part that is no field: {@link org.baophu.link.model.Calibration}. */
  public static final String CALIBRATION = "calibration";

  /** Copies the list. */
  public Explanation {
    parts = List.copyOf(parts);
  }

  /**
   * The evidence of one field.
   *
   * @param field its name, {@code sources} for the pair of sources, {@link #CALIBRATION}
   * @param valueA the first row's value, {@code null} where missing
   * @param valueB the second row's value, {@code null} where missing
   * @param level how the two agree, in words
   * @param bitsWithoutTermFrequency evidence of the level, whatever the value
   * @param termFrequencyBits what the rarity of the value adds or takes away
   */
  public record Part(
      String field,
      @Nullable String valueA,
      @Nullable String valueB,
      String level,
      double bitsWithoutTermFrequency,
      double termFrequencyBits) {
    /** All of the field's evidence. */
    public double bits() {
      return bitsWithoutTermFrequency + termFrequencyBits;
    }
  }

  /** The match weight: prior and parts summed. */
  public double weightBits() {
    double sum = priorBits;
    for (Part part : parts) {
      sum += part.bits();
    }
    return sum;
  }

  /** The probability of a match, {@code 1 / (1 + 2^-weight)}. */
  public double probability() {
    return Scorer.probability(weightBits());
  }
}
