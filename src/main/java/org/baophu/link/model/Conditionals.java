package org.baophu.link.model;

import java.util.Arrays;
import java.util.List;
import org.baophu.link.compare.Level;

/**
 * Probabilities of a field's levels given those of the field it depends on, its parent, from
 * counts.
 *
 * <p>Where it repeats the parent, level by level, and m and u are drawn by 20 pairs towards each
 * other. Where it does not, {@code P(level | above) = P(kind | kind above) P(level | kind)}, and
 * the first factor is drawn by 20 pairs towards what it is whatever the parent says.
 */
final class Conditionals {
  private static final double PRIOR_PAIRS = 20;
  private static final double UNSEEN = 0.01;

  private final int[] kinds;
  private final int[] kindsAbove;

  /**
   * For a field that depends on another without repeating it.
   *
   * @param own its levels
   * @param above the parent's levels
   */
  Conditionals(List<Level> own, List<Level> above) {
    this.kinds = Dependence.kinds(own);
    this.kindsAbove = Dependence.kinds(above);
  }

  /**
   * Draws m and u given a parent's level towards what both have in common: where little is known, a
   * field that repeats another says nothing more.
   */
  static void ofRepeats(double[] match, double[] other, double[] alone) {
    double[] common = new double[match.length];
    Arrays.setAll(common, level -> match[level] + other[level] + UNSEEN * alone[level]);
    Maximisation.normalise(common);
    for (int level = 1; level < common.length; level++) {
      match[level] += PRIOR_PAIRS * common[level];
      other[level] += PRIOR_PAIRS * common[level];
    }
    Maximisation.normalise(match);
    Maximisation.normalise(other);
  }

  /**
   * Makes probabilities of counts given the parent's level: {@code P(level | above) = P(kind | kind
   * above) P(level | kind)}.
   *
   * @param given by level of the parent, by level: counts, then probabilities
   * @param alone the probabilities of the levels whatever the parent says
   */
  void byKinds(double[][] given, double[] alone) {
    double[] ofKind = new double[kinds[kinds.length - 1] + 1];
    for (int level = 1; level < kinds.length; level++) {
      ofKind[kinds[level]] += alone[level];
    }
    double[][] together = new double[kindsAbove[kindsAbove.length - 1] + 1][];
    Arrays.setAll(
        together, kind -> Arrays.stream(ofKind).map(share -> PRIOR_PAIRS * share).toArray());
    for (int above = 1; above < given.length; above++) {
      for (int level = 1; level < kinds.length; level++) {
        together[kindsAbove[above]][kinds[level]] += given[above][level];
      }
    }
    for (int above = 1; above < given.length; above++) {
      double[] row = together[kindsAbove[above]];
      double[] levelsGiven = given[above];
      for (int level = 1; level < kinds.length; level++) {
        levelsGiven[level] = row[kinds[level]] * alone[level] / ofKind[kinds[level]];
      }
      Maximisation.normalise(levelsGiven);
    }
  }
}
