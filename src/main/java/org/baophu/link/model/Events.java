package org.baophu.link.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.baophu.link.compare.Level;

/**
 * Dates that tell of what was recorded, not of whom: the day of an election or of a visit. Held to
 * last, as a birth date is, they would contradict every match.
 *
 * <p>Pairs that all else shows to be matches tell them. A birth date agrees in these, a few that
 * are wrong apart, and where many fathers and sons are among them still in half. What tells nothing
 * of the person agrees as often as it does by chance: Cohen's kappa (Educational and Psychological
 * Measurement 20, 1960), its agreement beyond chance, is none.
 */
final class Events {
  private static final double AGREES = 0.9;
  private static final double NO_AGREEMENT = 0.1;
  private static final double LEAST_LOG_ODDS = Math.log(100);
  private static final double LEAST_PAIRS = 30;
  private static final double NO_KAPPA = 0.1;

  private final Patterns pool;
  private final List<List<Level>> levels;
  private final Lasting lasting;
  private final double priorLogOdds;
  private final double[][] start;
  private final double[][] random;
  private final boolean[] isWitness;

  /**
   * Dates to be judged by a pool of pairs.
   *
   * @param lasting which fields are held to last
   * @param start by entry, by level: the probability among matches before anything is learnt
   * @param random the same among pairs drawn at random
   */
  Events(
      Patterns pool,
      List<List<Level>> levels,
      Lasting lasting,
      double priorLogOdds,
      double[][] start,
      double[][] random) {
    this.pool = pool;
    this.levels = levels;
    this.lasting = lasting;
    this.priorLogOdds = priorLogOdds;
    this.start = start;
    this.random = random;
    this.isWitness = new boolean[levels.size()];
    Arrays.fill(isWitness, true);
    // Which sources a pair is of tells nothing here.
    isWitness[levels.size() - 1] = false;
  }

  /**
   * The dates that tell nothing of the person. First each is judged by pairs in which the others
   * agree; then those of which there are too few, as where two such dates are in one table, by
   * pairs in which these may differ too.
   */
  int[] found() {
    double[] kappas = new double[levels.size() - 1];
    Arrays.setAll(kappas, entry -> isJudged(entry) ? kappa(entry) : 1);
    int[] untold = IntStream.range(0, kappas.length).filter(i -> Double.isNaN(kappas[i])).toArray();
    Arrays.stream(untold).forEach(entry -> isWitness[entry] = false);
    Arrays.stream(untold).forEach(entry -> kappas[entry] = kappa(entry));
    return IntStream.range(0, kappas.length).filter(entry -> kappas[entry] < NO_KAPPA).toArray();
  }

  private boolean isJudged(int entry) {
    return lasting.isDate(entry);
  }

  /** A date's agreement beyond chance in what are matches by all else; {@code NaN} of a few. */
  private double kappa(int entry) {
    double[] counts = new double[levels.get(entry).size()];
    for (int pattern = 0; pattern < pool.size(); pattern++) {
      boolean isMatch = isMatchBesides(pattern, entry);
      counts[pool.level(pattern, entry)] += isMatch ? pool.weight(pattern) : 0;
    }
    counts[0] = 0;
    double pairs = Arrays.stream(counts).sum();
    double expected = disagreement(entry, random[entry]);
    return pairs < LEAST_PAIRS ? Double.NaN : 1 - disagreement(entry, counts) / pairs / expected;
  }

  /** Whether a name agrees and what else lasts too, and all but one date make a match sure. */
  private boolean isMatchBesides(int pattern, int but) {
    boolean agrees = true;
    boolean isNamed = false;
    double logOdds = priorLogOdds;
    for (int entry = 0; entry < levels.size() && agrees; entry++) {
      int level = pool.level(pattern, entry);
      if (entry != but && isWitness[entry] && level > 0) {
        agrees = !lasting.is(entry) || levels.get(entry).get(level).agreement() >= AGREES;
        isNamed |= lasting.isAnyName(entry);
        double ratio = Math.log(start[entry][level] / random[entry][level]);
        logOdds += lasting.is(entry) ? ratio : Math.min(Trainer.FIRST_LIMIT, ratio);
      }
    }
    return agrees && isNamed && logOdds >= LEAST_LOG_ODDS;
  }

  private double disagreement(int entry, double[] counts) {
    return IntStream.range(1, counts.length)
        .filter(level -> levels.get(entry).get(level).agreement() <= NO_AGREEMENT)
        .mapToDouble(level -> counts[level])
        .sum();
  }
}
