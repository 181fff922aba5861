package org.baophu.link;

import java.util.List;
import org.baophu.link.model.Scorer;
import org.jspecify.annotations.Nullable;

/**
 * Why a pair of rows got its weight: a prior and one part per field. The parts sum to the weight
 * exactly.
 *
 * @param blockingKey name of the key that brings the pair up, or {@link #NO_KEY}
 * @param priorBits weight before anything is compared: matches over the non-matches of that key
 * @param parts one per field, then one for the pair of sources, then where the model knows
 *     relatives what it takes away that the two may be such ({@link #RELATIVES}), then what
 *     experience with pairs of such evidence adds or takes away ({@link #CALIBRATION}), and last,
 *     where the clusters are known, what the records beside the two say ({@link #THIRD_RECORDS}),
 *     and where any were decided, what decided pairs have taught ({@link #DECISIONS})
 * @param shortfalls the fields that do not agree fully, the one that withholds most first
 */
public record Explanation(
    String blockingKey, double priorBits, List<Part> parts, List<Shortfall> shortfalls) {
  /** The name of the part that is no field: {@link org.baophu.link.model.Calibration}. */
  public static final String CALIBRATION = "calibration";

  /** The name of the part that tells what it takes away that the two may be relatives. */
  public static final String RELATIVES = "relatives";

  /** The name of the part that tells what other records say of the pair. */
  public static final String THIRD_RECORDS = "third_records";

  /** The name of the part that tells what decided pairs have taught. */
  public static final String DECISIONS = "decisions";

  /** What stands for the name of a key where none brings the pair up. */
  public static final String NO_KEY = "none";

  /** Copies the lists. */
  public Explanation {
    parts = List.copyOf(parts);
    shortfalls = List.copyOf(shortfalls);
  }

  /**
   * The evidence of one field.
   *
   * @param field its name, {@code sources} for the pair of sources, {@link #RELATIVES}, {@link
   *     #CALIBRATION}, {@link #THIRD_RECORDS} or {@link #DECISIONS}
   * @param valueA the first row's value, {@code null} where missing
   * @param valueB the second row's value, {@code null} where missing
   * @param level how the two agree, in words
   * @param rarity class of how rare that is which agrees: class {@code r} is shared by one record
   *     in {@code 4^r} to {@code 4^(r+1)}; -1 where rarity plays no part
   * @param bitsWithoutTermFrequency evidence of the level, whatever the value
   * @param termFrequencyBits what the rarity of the value adds or takes away
   */
  public record Part(
      String field,
      @Nullable String valueA,
      @Nullable String valueB,
      String level,
      int rarity,
      double bitsWithoutTermFrequency,
      double termFrequencyBits) {
    /** All of the field's evidence. */
    public double bits() {
      return bitsWithoutTermFrequency + termFrequencyBits;
    }
  }

  /**
   * What a field withholds by not agreeing fully, all else as it is.
   *
   * @param field its name
   * @param missing in how many of the two rows it is missing: 0, 1 or 2
   * @param bits what it gives now
   * @param gainBits what full agreement would have added to the evidence: on the value that stands
   *     there, the commoner of two, and where both are missing, on a value drawn at random
   * @param weightThen the match weight that the pair would have had, in bits
   */
  public record Shortfall(
      String field, int missing, double bits, double gainBits, double weightThen) {}

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
