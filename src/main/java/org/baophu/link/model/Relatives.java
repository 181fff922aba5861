package org.baophu.link.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.baophu.link.compare.Level;
import org.jspecify.annotations.Nullable;

/**
 * A third class of pairs beside matches and non-matches: two people who go together, relatives in
 * one house or doctors of one practice. They share an address, a telephone, often a surname, and
 * all of it at once, so that of two classes that of the matches explains them better than that of
 * people who met by chance, and ends as theirs.
 *
 * <p>What tells them apart is what lasts ({@link Lasting}). Birth dates, identifiers and full names
 * of two people agree as they do at random, and that is not learnt but held: whose birth date
 * agrees, and whose names do not, has a ruined name. A name by itself may be shared or not, as the
 * table shows, but it is learnt from pairs in which one of them differs. All else starts as it does
 * among matches.
 *
 * <p>What was learnt is then held against a match ({@link RelativesBits}) where a name or a birth
 * date differs wholly, since sons are called after their fathers; two records that agree in all of
 * them are nobody's relatives.
 */
final class Relatives {
  /** Of two names, given and family name, relatives are taken to share one. */
  private static final double NAMES_SHARED = 0.5;

  private static final double NONE = 1;

  private final List<List<Level>> levels;
  private final Lasting lasting;
  private final double[][] start;

  /** By entry, by level: the probability among relatives. */
  private final double[][] r;

  /** How many pairs there are, at least {@value #NONE}, or 0 while nothing has been learnt. */
  private double pairs;

  /**
   * @param match by entry, by level: the probabilities among matches before anything is learnt
   * @param random the same among pairs at random
   */
  Relatives(List<List<Level>> levels, Lasting lasting, double[][] match, double[][] random) {
    this.levels = levels;
    this.lasting = lasting;
    this.start = new double[match.length][];
    for (int entry = 0; entry < match.length; entry++) {
      double shared = shared(entry);
      double[] ofMatch = match[entry];
      double[] atRandom = random[entry];
      start[entry] = new double[ofMatch.length];
      Arrays.setAll(
          start[entry], level -> shared * ofMatch[level] + (1 - shared) * atRandom[level]);
    }
    this.r = start.clone();
  }

  /** How far a field is taken to agree as it does among matches, not as at random, in [0, 1]. */
  private double shared(int entry) {
    if (isHeld(entry)) {
      return 0;
    }
    return lasting.isName(entry) ? NAMES_SHARED : 1;
  }

  /** What lasts and is no single name, and the pair of sources. */
  private boolean isHeld(int entry) {
    return entry == levels.size() - 1 || lasting.is(entry) && !lasting.isName(entry);
  }

  /**
   * Takes from the probabilities of matches those of relatives.
   *
   * @param differ by pattern whether a name differs
   * @param matches the class of matches as it was learnt last
   * @param parents by entry the one that says it before, or -1
   * @param p by pattern the probability of a match rather than a non-match; is lowered
   * @return by pattern the probability of relatives
   */
  double[] expect(
      Patterns patterns, boolean[] differ, Parameters matches, int[] parents, double[] p) {
    double prior = pairs > 0 ? Math.log(pairs / matches.matches) : 0;
    double[] relatives = new double[p.length];
    for (int pattern = 0; pattern < p.length; pattern++) {
      if (differ[pattern] && p[pattern] > 0) {
        double odds = Math.exp(prior + logRatio(patterns, pattern, matches.m, parents));
        p[pattern] = 1 / (1 / p[pattern] + odds);
        relatives[pattern] = p[pattern] * odds;
      }
    }
    return relatives;
  }

  /** How much likelier a pattern is among relatives than among matches. */
  private double logRatio(Patterns patterns, int pattern, double[][] m, int[] parents) {
    double sum = 0;
    for (int entry = 0; entry < r.length; entry++) {
      int level = patterns.level(pattern, entry);
      boolean isSaidBefore = parents[entry] >= 0 && patterns.level(pattern, parents[entry]) > 0;
      if (level > 0 && !isSaidBefore) {
        sum += Math.log(r[entry][level] / m[entry][level]);
      }
    }
    return sum;
  }

  /** Learns from the probabilities of relatives. */
  void maximise(Patterns patterns, double[] relatives) {
    double[][] counts = new double[r.length][];
    Arrays.setAll(counts, entry -> new double[r[entry].length]);
    pairs = 0;
    for (int pattern = 0; pattern < relatives.length; pattern++) {
      double count = relatives[pattern] * patterns.weight(pattern);
      pairs += count;
      for (int entry = 0; entry < counts.length; entry++) {
        counts[entry][patterns.level(pattern, entry)] += count;
      }
    }
    pairs = Math.max(NONE, pairs);
    for (int entry = 0; entry < counts.length; entry++) {
      if (!isHeld(entry)) {
        Maximisation.smooth(
            levels.get(entry), counts[entry], Maximisation.priorPairs(pairs), start[entry]);
        Maximisation.normalise(counts[entry]);
        r[entry] = counts[entry];
      }
    }
  }

  /** The class as plain data, {@code null} where there are no such pairs. */
  Model.@Nullable RelativesModel model() {
    return pairs > NONE ? new Model.RelativesModel(pairs, Model.rows(r), differing()) : null;
  }

  /** By entry the kinds of its levels at which relatives differ. */
  private List<List<String>> differing() {
    return IntStream.range(0, levels.size())
        .mapToObj(
            entry ->
                IntStream.range(0, levels.get(entry).size())
                    .filter(level -> lasting.differs(entry, level))
                    .mapToObj(level -> levels.get(entry).get(level).kind())
                    .distinct()
                    .toList())
        .toList();
  }
}
