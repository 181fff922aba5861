package org.baophu.link.model;

/**
 * Pairs that are known to be no matches and stand for all such pairs: those within a source, where
 * only records of different sources may match. How often these agree is how often strangers do.
 *
 * @param isWithin by level of the pair of sources whether both are the same
 * @param scale how many possible pairs there are for each within a source
 */
public record KnownApart(boolean[] isWithin, double scale) {
  /** Whether a pattern is one of such pairs; its last entry is the pair of sources. */
  boolean has(Patterns patterns, int pattern) {
    return isWithin[patterns.level(pattern, patterns.entries() - 1)];
  }
}
