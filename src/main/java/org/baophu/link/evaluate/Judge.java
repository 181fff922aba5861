package org.baophu.link.evaluate;

/** What the model says of any pair of records. */
@FunctionalInterface
public interface Judge {
  /**
   * Judges a pair.
   *
   * @return what the model says; {@link Verdict#absent} where a record is in none of the tables
   */
  Verdict of(int recordA, int recordB);

  /**
   * About one pair.
   *
   * @param present whether the tables hold both records
   * @param compared whether the pair was compared
   * @param blockingKey the name of the key that reached it
   * @param weightBits its match weight, whether compared or not; {@code NaN} where not present
   */
  record Verdict(boolean present, boolean compared, String blockingKey, double weightBits) {
    /** A pair of which the tables lack a record. */
    public static Verdict absent() {
      return new Verdict(false, false, "none", Double.NaN);
    }
  }
}
