package org.baophu.link.compare;

/**
 * One agreement level of a field.
 *
 * @param kind what agrees, in words; levels of one kind differ by rarity alone
 * @param agreement how good the kind is for a match, from 0 (nothing agrees) to 1 (all does); only
 *     orders the levels before anything is learnt
 * @param rarity rarity class of what agrees, -1 where the kind has none
 * @param share share of the records whose value falls in this rarity class; where the kind has
 *     none, 1, or the share of pairs of one of two kinds that differ as much
 */
public record Level(String kind, double agreement, int rarity, double share) {
  /** What stands at index 0 of every field. */
  public static final Level MISSING = new Level("missing", 0, -1, 1);

  /** The kind of two values that are wholly different, each of them in other records too. */
  public static final String CONFIRMED_DIFFERENT = "different, both held by others too";

  /** Whether each of two different values stands in other records too, so that none is an error. */
  public boolean isConfirmedDifferent() {
    return kind.equals(CONFIRMED_DIFFERENT);
  }
}
