package org.baophu.link.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.baophu.link.compare.Level;
import org.baophu.link.parallel.Tasks;
import org.jspecify.annotations.Nullable;

/**
 * Expectation maximisation (Dempster, Laird, Rubin 1977) over counted patterns.
 *
 * <p>Estimates are drawn towards prior ones as by a few pairs more: m by 2 pairs and a twentieth of
 * the matches, at most 100, towards the starting values (in small tables nothing else keeps the
 * class of matches from taking in whatever is left over) and the rarity classes of a kind by 5
 * towards the classes' shares of the records, u of a key by 20 towards u over all keys; those given
 * another field's level see {@link Conditionals}.
 */
final class Maximisation {
  private static final double M_PRIOR_PAIRS = 2;
  private static final double M_PRIOR_SHARE = 0.05;
  private static final double M_PRIOR_MOST = 100;
  private static final double RARITY_PRIOR_PAIRS = 5;
  private static final double U_PRIOR_PAIRS = 20;
  private static final double[] M_ANCHOR_SHARES = {0.25, 1};
  private static final double M_STRICT_SHARE = 4;
  private static final double MOSTLY_STATED = 0.3;
  private static final double NO_AGREEMENT = 0.1;
  private static final double MOST_DISAGREEMENT = 0.6;
  private static final double MOST_BELIEVED = 0.3;
  private static final double MOST_CONFIRMED = 0.01;
  private static final double LEAST_OF_ONE_FIELD = 0.4;
  private static final double TOLERANCE = 1e-4;
  private static final double FLOOR = 1e-9;
  private static final int CHUNK_PATTERNS = 1 << 14;

  private final List<List<Level>> levels;
  private final double[][] start;
  private final double[][] random;
  private final int[] repeats;
  private final Lasting lasting;
  private int[] parents;

  private final boolean repeat;
  private final double possiblePairs;
  private final int threads;

  /** Pairs known to be no matches, which tell of all others, or {@code null} where none are. */
  private @Nullable KnownApart apart;

  /** Told apart from the matches, or {@code null} where there are but two classes. */
  private @Nullable Relatives relatives;

  /** What was learnt last, before anything was the start. */
  private Parameters last;

  /** How many times the matches weigh what lasting fields started with; 0 where they are free. */
  private double anchorShare;

  /** Whether the number of matches that have two identifiers is held down. */
  private boolean limited;

  private int iterations;
  private boolean converged;

  /**
   * @param repeats by entry the one that it repeats, or -1
   * @param lasting which entries hardly ever differ among matches
   * @param repeat whether persons have so many records ({@link Repetition}) that most of what keys
   *     bring up are matches. The few of these that are taken for non-matches must not make all
   *     that they share look common; nor may two persons who go together be learnt as a match, for
   *     they do so in as many pairs as both have records
   * @param possiblePairs how many pairs of rows there are
   * @param threads at least 1; changes the time taken, never the result
   */
  Maximisation(
      List<List<Level>> levels,
      double[][] start,
      double[][] random,
      int[] repeats,
      Lasting lasting,
      boolean repeat,
      double possiblePairs,
      int threads) {
    this.threads = threads;
    this.repeat = repeat;
    this.possiblePairs = possiblePairs;
    this.levels = levels;
    this.lasting = lasting;
    this.repeats = repeats;
    this.parents = repeats;
    this.start = start;
    this.random = random;
    this.last = new Parameters(0, start, repeats);
  }

  /**
   * Parameters from where {@code p}, the match probability of each pattern, stands at first.
   *
   * <p>Where a table has few fields and few matches (two names and a birth date, one record in ten
   * twice), the class of matches can end as that of namesakes, who feed themselves: the more there
   * are, the likelier is the next; or, where addresses are known, as that of households. It shows
   * in a lasting field ({@link Lasting}) that most pairs of the class state and in which most of
   * them differ. Then it is done again, and all that follows, with estimates of m of the lasting
   * fields drawn to where they started, as little as it takes: a fifth of the way, or else half of
   * it.
   *
   * <p>And no pair leaves the matches in which all that lasts agrees beyond chance: whoever moved
   * is a match whose address differs, and of these there may be any number. Names are not enough
   * for that by themselves, unless what was learnt were households.
   *
   * @param keys by key the fields that it is made of
   */
  Parameters run(Patterns patterns, int[][] keys, double[] p, int mostIterations) {
    double[] first = p.clone();
    Parameters learnt = iterate(patterns, keys, p, mostIterations);
    while (canBeHeldMore() && areNamesakes(patterns, learnt, p)) {
      System.arraycopy(first, 0, p, 0, p.length);
      holdMore();
      learnt = iterate(patterns, keys, p, mostIterations);
    }
    return learnt;
  }

  /**
   * Goes on from what {@link #run} has learnt with the number of those held down who have two
   * identifiers. Only at last: whoever differs so is also what shows namesakes.
   */
  Parameters contradict(
      Patterns patterns, int[][] keys, double[] p, int mostIterations, Parameters learnt) {
    limited = true;
    return limitConfirmed(patterns, p) ? iterate(patterns, keys, p, mostIterations) : learnt;
  }

  private boolean canBeHeldMore() {
    return anchorShare < M_ANCHOR_SHARES[M_ANCHOR_SHARES.length - 1];
  }

  /** Little by little, unless all fields are held: then nothing else tells what is a match. */
  private void holdMore() {
    double least = lasting.isKnown() ? anchorShare : M_ANCHOR_SHARES[0];
    anchorShare =
        Arrays.stream(M_ANCHOR_SHARES).filter(share -> share > least).findFirst().orElseThrow();
  }

  /** From now on fields depend on others, what repeats what included. */
  void dependOn(int[] newParents) {
    parents = newParents;
  }

  /** What lasts is taken, from the start, to differ hardly more often than it is expected to. */
  void anchorStrictly() {
    anchorShare = M_STRICT_SHARE;
  }

  /** Entries that say nothing of the person do not last, and agree in matches as at random. */
  void forget(int[] events) {
    for (int entry : events) {
      lasting.forget(entry);
      start[entry] = random[entry].clone();
    }
  }

  /** Which entries hardly ever differ among matches. */
  Lasting lasting() {
    return lasting;
  }

  /** From now on the non-matches are learnt from pairs that are known to be some. */
  void knowApart(KnownApart known) {
    apart = known;
  }

  /** From now on there is a third class, of people who go together. */
  void tellRelativesApart() {
    relatives = repeat ? null : new Relatives(levels, lasting, start, random);
  }

  /** Whether what was first learnt were namesakes or households. */
  boolean isAnchored() {
    return anchorShare > 0;
  }

  /** Whether what was learnt may be no matches, though they agree: many differ in what lasts. */
  boolean mayBeNamesakes(Patterns patterns, Parameters learnt, double[] p) {
    return isAnchored() || differInWhatLasts(entry -> MOST_BELIEVED, patterns, learnt, p);
  }

  /**
   * Names may be ruined in half of the matches. Dates with slips are still near; where they were
   * found to be those of namesakes, a third that is wholly different still are some.
   */
  private boolean areNamesakes(Patterns patterns, Parameters learnt, double[] p) {
    return differInWhatLasts(
        entry -> isAnchored() && lasting.isDate(entry) ? MOST_BELIEVED : MOST_DISAGREEMENT,
        patterns,
        learnt,
        p);
  }

  /**
   * @param most by entry the share of matches in which it may differ
   */
  private boolean differInWhatLasts(
      IntToDoubleFunction most, Patterns patterns, Parameters learnt, double[] p) {
    double matches = 0;
    double[] stated = new double[levels.size()];
    for (int pattern = 0; pattern < p.length; pattern++) {
      double match = p[pattern] * patterns.weight(pattern);
      matches += match;
      for (int entry = 0; entry < stated.length; entry++) {
        stated[entry] += patterns.level(pattern, entry) > 0 ? match : 0;
      }
    }
    for (int entry = 0; entry < stated.length; entry++) {
      if (lasting.is(entry)
          && stated[entry] > MOSTLY_STATED * matches
          && disagreement(entry, learnt.m[entry]) > most.applyAsDouble(entry)
          && disagreement(entry, random[entry]) > MOST_DISAGREEMENT) {
        return true;
      }
    }
    return false;
  }

  /** The probability that a field does not agree at all. */
  private double disagreement(int entry, double[] probabilities) {
    double sum = 0;
    for (int level = 1; level < probabilities.length; level++) {
      boolean agrees = levels.get(entry).get(level).agreement() > NO_AGREEMENT;
      sum += agrees ? 0 : probabilities[level];
    }
    return sum;
  }

  private Parameters iterate(Patterns patterns, int[][] keys, double[] p, int mostIterations) {
    double[] sure = lasting.sure(patterns, start, random, isAnchored());
    boolean[] others = repeat ? lasting.others(patterns) : new boolean[0];
    boolean[] differ = relatives == null ? new boolean[0] : lasting.differInName(patterns);
    learnRelatives(patterns, differ, p);
    Arrays.setAll(p, pattern -> bounded(p[pattern], pattern, new double[0], others));
    leaveApart(patterns, p);
    Parameters now = maximise(patterns, keys, p);
    iterations = 0;
    converged = false;
    while (iterations < mostIterations && !converged) {
      expect(patterns, now, p, threads);
      last = now;
      learnRelatives(patterns, differ, p);
      Arrays.setAll(p, pattern -> bounded(p[pattern], pattern, sure, others));
      leaveApart(patterns, p);
      if (limited) {
        limitConfirmed(patterns, p);
      }
      Parameters next = maximise(patterns, keys, p);
      converged = change(now, next) < TOLERANCE;
      now = next;
      iterations++;
    }
    return now;
  }

  /**
   * Leaves no match among the pairs known to be none; nor, where there is but one field, among
   * those that hardly agree in it: of these there are always some more, or fewer, than chance
   * foretells.
   */
  private void leaveApart(Patterns patterns, double[] p) {
    boolean isOneField = levels.size() == 2;
    for (int pattern = 0; apart != null && pattern < p.length; pattern++) {
      boolean isOut = apart.has(patterns, pattern) || (isOneField && !agrees(patterns, pattern));
      p[pattern] = isOut ? 0 : p[pattern];
    }
  }

  /** Whether a pattern's only field agrees in half of what it says at least. */
  private boolean agrees(Patterns patterns, int pattern) {
    return levels.get(0).get(patterns.level(pattern, 0)).agreement() >= LEAST_OF_ONE_FIELD;
  }

  private void learnRelatives(Patterns patterns, boolean[] differ, double[] p) {
    if (relatives != null) {
      relatives.maximise(patterns, relatives.expect(patterns, differ, last, parents, p));
    }
  }

  /** A match probability as what lasts bounds it. */
  private static double bounded(double p, int pattern, double[] sure, boolean[] others) {
    double least = sure.length == 0 ? 0 : sure[pattern];
    return others.length > 0 && others[pattern] ? 0 : Math.max(p, least);
  }

  /**
   * Errors do not repeat: an identifier that other records hold too is somebody's, and hardly
   * anybody has two. So not more than one in a hundred matches differs in such a way, however much
   * else agrees; or whoever was copied from somebody else would be learnt to be a match. The
   * constraint is one on the posterior (K. Ganchev and others, "Posterior Regularization for
   * Structured Latent Variable Models", JMLR 11, 2010).
   *
   * @return whether there were more
   */
  private boolean limitConfirmed(Patterns patterns, double[] p) {
    boolean wereMore = false;
    for (int entry = 0; entry < levels.size(); entry++) {
      int level = lasting.confirmedDifferent(entry);
      double share = level > 0 ? share(patterns, p, entry, level) : 0;
      for (int pattern = 0; share > MOST_CONFIRMED && pattern < p.length; pattern++) {
        p[pattern] *= patterns.level(pattern, entry) == level ? MOST_CONFIRMED / share : 1;
      }
      wereMore |= share > MOST_CONFIRMED;
    }
    return limitOtherNames(patterns, p) || wereMore;
  }

  /**
   * The same of all names at once: one may change, by marriage or to a second given name, but
   * hardly anybody's names all change to names that others bear.
   */
  private boolean limitOtherNames(Patterns patterns, double[] p) {
    int[] names = lasting.names(patterns, level -> true);
    int[] others = lasting.names(patterns, Level::isConfirmedDifferent);
    double stated = 0;
    double found = 0;
    for (int pattern = 0; pattern < p.length; pattern++) {
      double match = names[pattern] > 1 ? p[pattern] * patterns.weight(pattern) : 0;
      stated += match;
      found += others[pattern] == names[pattern] ? match : 0;
    }
    double share = found / Math.max(FLOOR, stated);
    for (int pattern = 0; share > MOST_CONFIRMED && pattern < p.length; pattern++) {
      boolean differ = names[pattern] > 1 && others[pattern] == names[pattern];
      p[pattern] *= differ ? MOST_CONFIRMED / share : 1;
    }
    return share > MOST_CONFIRMED;
  }

  /** The share of a level among the matches in which both records state the entry. */
  private static double share(Patterns patterns, double[] p, int entry, int level) {
    double stated = 0;
    double found = 0;
    for (int pattern = 0; pattern < p.length; pattern++) {
      double match = p[pattern] * patterns.weight(pattern);
      int own = patterns.level(pattern, entry);
      stated += own > 0 ? match : 0;
      found += own == level ? match : 0;
    }
    return found / Math.max(FLOOR, stated);
  }

  /** The class of relatives, {@code null} where there is none or none were found. */
  Model.@Nullable RelativesModel relatives() {
    return relatives == null ? null : relatives.model();
  }

  int iterations() {
    return iterations;
  }

  boolean converged() {
    return converged;
  }

  /** Sets the match probability of each pattern. */
  static void expect(Patterns patterns, Parameters now, double[] p, int threads) {
    double[][][] bits = bits(now);
    double[] prior = new double[now.nonMatches.length];
    Arrays.setAll(prior, key -> Math.log(now.matches / now.nonMatches[key]) / Math.log(2));
    Tasks.setAll(
        threads,
        p,
        pattern -> {
          int key = patterns.key(pattern);
          double sum = prior[key];
          for (int entry = 0; entry < now.m.length; entry++) {
            int parent = now.parents[entry];
            int above = parent < 0 ? 0 : patterns.level(pattern, parent);
            sum += bits[key][entry][above * now.m[entry].length + patterns.level(pattern, entry)];
          }
          return Scorer.probability(sum);
        });
  }

  /** By key, by entry; the level of a repeated field counts first. */
  private static double[][][] bits(Parameters now) {
    double[][][] bits = new double[now.u.length][now.m.length][];
    for (int key = 0; key < bits.length; key++) {
      LevelRatios ratios = now.ratios(key);
      for (int entry = 0; entry < now.m.length; entry++) {
        int levels = ratios.levels(entry);
        double[] row = new double[ratios.above(entry) * levels];
        for (int i = 0; i < row.length; i++) {
          row[i] = ratios.bits(entry, i / levels, i % levels);
        }
        bits[key][entry] = row;
      }
    }
    return bits;
  }

  private Parameters maximise(Patterns patterns, int[][] keys, double[] p) {
    double[] matchesOfKey = new double[keys.length];
    Parameters next = counted(patterns, p, matchesOfKey);
    double matches = next.matches;
    next.matches = Math.max(1, matches);
    for (int entry = 0; entry < next.m.length; entry++) {
      smooth(levels.get(entry), next.m[entry], priorPairs(entry, matches), start[entry]);
      normalise(next.m[entry]);
    }
    smoothNonMatches(next);
    holdNamesakes(next, keys);
    if (repeat) {
      drawTowardsRandom(next, keys, matchesOfKey);
    }
    for (int entry = 0; entry < next.m.length; entry++) {
      condition(next, entry);
    }
    return next;
  }

  /** How many pairs of either class have each level; {@code matchesOfKey} is filled. */
  private Parameters counted(Patterns patterns, double[] p, double[] matchesOfKey) {
    // The same chunks on any number of threads: sums of the same numbers may differ with order.
    int chunks = (p.length + CHUNK_PATTERNS - 1) / CHUNK_PATTERNS;
    Parameters sum = new Parameters(matchesOfKey.length, zeros(), parents);
    for (Counted part : Tasks.run(threads, chunks, i -> new Counted(patterns, p, i, sum))) {
      sum.add(part.counts);
      Parameters.add(matchesOfKey, part.matchesOfKey);
    }
    return sum;
  }

  /** What is counted of some patterns. */
  private final class Counted {
    private final Parameters counts;
    private final double[] matchesOfKey;

    private Counted(Patterns patterns, double[] p, int chunk, Parameters like) {
      counts = new Parameters(like.nonMatches.length, zeros(), parents);
      matchesOfKey = new double[like.nonMatches.length];
      int to = Math.min(p.length, (chunk + 1) * CHUNK_PATTERNS);
      for (int pattern = chunk * CHUNK_PATTERNS; pattern < to; pattern++) {
        count(patterns, pattern, p[pattern] * patterns.weight(pattern));
      }
    }

    private void count(Patterns patterns, int pattern, double match) {
      int sources = levels.size() - 1;
      int key = patterns.key(pattern);
      double other = nonMatches(patterns, pattern, match);
      double ofSources = sourcesOfStrangers(patterns, pattern, other);
      counts.matches += match;
      matchesOfKey[key] += match;
      counts.nonMatches[key] += other;
      for (int entry = 0; entry < levels.size(); entry++) {
        int level = patterns.level(pattern, entry);
        counts.m[entry][level] += match;
        counts.u[key][entry][level] += entry == sources ? ofSources : other;
        if (parents[entry] >= 0) {
          int above = patterns.level(pattern, parents[entry]);
          counts.mGiven[entry][above][level] += match;
          counts.uGiven[entry][above][level] += other;
        }
      }
    }
  }

  /** Makes of the counts given another entry's level, where an entry depends on one, its share. */
  private void condition(Parameters next, int entry) {
    if (repeats[entry] >= 0) {
      for (int above = 1; above < next.mGiven[entry].length; above++) {
        Conditionals.ofRepeats(next.mGiven[entry][above], next.uGiven[entry][above], next.m[entry]);
      }
    } else if (parents[entry] >= 0) {
      Conditionals conditionals = new Conditionals(levels.get(entry), levels.get(parents[entry]));
      conditionals.byKinds(next.mGiven[entry], next.m[entry]);
      conditionals.byKinds(next.uGiven[entry], overAllKeys(entry, next));
    }
  }

  /** Pairs known apart, of one source each, do not tell which sources two strangers are of. */
  private double sourcesOfStrangers(Patterns patterns, int pattern, double nonMatches) {
    if (apart == null) {
      return nonMatches;
    }
    return apart.has(patterns, pattern) ? 0 : patterns.weight(pattern);
  }

  private double nonMatches(Patterns patterns, int pattern, double match) {
    double all = patterns.weight(pattern);
    if (apart == null) {
      return all - match;
    }
    return apart.has(patterns, pattern) ? all * apart.scale() : 0;
  }

  private double priorPairs(int entry, double matches) {
    return isAnchored() && lasting.is(entry)
        ? M_PRIOR_PAIRS + anchorShare * matches
        : priorPairs(matches);
  }

  /** By how many pairs estimates from some pairs of a class are drawn to where they started. */
  static double priorPairs(double pairs) {
    return M_PRIOR_PAIRS + Math.min(M_PRIOR_MOST, M_PRIOR_SHARE * pairs);
  }

  private static double[] overAllKeys(int entry, Parameters next) {
    double[] sum = new double[next.m[entry].length];
    for (int key = 0; key < next.u.length; key++) {
      double[] ofKey = next.u[key][entry];
      double pairs = next.nonMatches[key];
      Arrays.setAll(sum, level -> sum[level] + pairs * ofKey[level]);
    }
    normalise(sum);
    return sum;
  }

  private double[][] zeros() {
    double[][] rows = new double[levels.size()][];
    Arrays.setAll(rows, entry -> new double[levels.get(entry).size()]);
    return rows;
  }

  private void smoothNonMatches(Parameters next) {
    for (int entry = 0; entry < levels.size(); entry++) {
      double[] pooled = random[entry].clone();
      Arrays.setAll(pooled, level -> pooled[level] * U_PRIOR_PAIRS);
      for (double[][] ofKey : next.u) {
        for (int level = 0; level < pooled.length; level++) {
          pooled[level] += ofKey[entry][level];
        }
      }
      normalise(pooled);
      for (double[][] ofKey : next.u) {
        double[] row = ofKey[entry];
        Arrays.setAll(row, level -> row[level] + U_PRIOR_PAIRS * pooled[level]);
        normalise(row);
      }
    }
    Arrays.setAll(next.nonMatches, key -> next.nonMatches[key] + 0.5);
  }

  /**
   * Draws u of a key towards that of pairs at random, as by as many pairs as the key has matches,
   * but for the fields that the key is made of.
   */
  private void drawTowardsRandom(Parameters next, int[][] keys, double[] matchesOfKey) {
    for (int key = 0; key < keys.length; key++) {
      double drawn = matchesOfKey[key] / next.nonMatches[key];
      for (int entry = 0; entry < levels.size(); entry++) {
        double[] row = next.u[key][entry];
        double[] towards = random[entry];
        if (!contains(keys[key], entry)) {
          Arrays.setAll(row, level -> row[level] + drawn * towards[level]);
          normalise(row);
        }
      }
    }
  }

  /**
   * Keeps u of keys made of names from falling below chance. Who shares names by chance shares a
   * town or a telephone as often as strangers do, or, being of one region or family, more often.
   * Else those who share a town too would be taken for matches, and a birth date that differs in
   * them for one that may: the more there are, the likelier is the next.
   */
  private void holdNamesakes(Parameters next, int[][] keys) {
    for (int key = 0; key < keys.length; key++) {
      boolean isOfNames = Arrays.stream(keys[key]).allMatch(lasting::isAnyName);
      for (int entry = 0; isOfNames && entry < levels.size() - 1; entry++) {
        if (keys[key].length > 0 && !lasting.is(entry)) {
          raise(next.u[key][entry], next.m[entry], entry, next.matches / possiblePairs);
        }
      }
    }
  }

  /**
   * Raises u where values agree to what chance brings about.
   *
   * @param share of the matches among pairs at random, from which these are taken off
   */
  private void raise(double[] u, double[] m, int entry, double share) {
    for (int level = 1; level < u.length; level++) {
      boolean agrees = levels.get(entry).get(level).agreement() > NO_AGREEMENT;
      double chance = random[entry][level] - share * m[level];
      u[level] = agrees ? Math.max(u[level], chance) : u[level];
    }
    normalise(u);
  }

  private static boolean contains(int[] fields, int entry) {
    return Arrays.stream(fields).anyMatch(field -> field == entry);
  }

  /** Draws the rarity classes of a kind towards the classes' shares, and kinds to the start. */
  static void smooth(List<Level> own, double[] counts, double priorPairs, double[] start) {
    for (int from = 1, to = 1; from < counts.length; from = to) {
      double observed = 0;
      double kind = 0;
      while (to < counts.length && own.get(to).kind().equals(own.get(from).kind())) {
        observed += counts[to];
        kind += counts[to] + priorPairs * start[to];
        to++;
      }
      for (int level = from; level < to; level++) {
        double share = own.get(level).rarity() < 0 ? 1 : own.get(level).share();
        double spread = counts[level] + RARITY_PRIOR_PAIRS * (share + 1e-6);
        counts[level] = kind * spread / (observed + RARITY_PRIOR_PAIRS);
      }
    }
  }

  /** Makes probabilities of counts; level 0, missing, says nothing. */
  static void normalise(double[] counts) {
    counts[0] = 0;
    double sum = Math.max(FLOOR, Arrays.stream(counts).sum());
    for (int level = 1; level < counts.length; level++) {
      counts[level] = Math.max(FLOOR, counts[level] / sum);
    }
  }

  private static double change(Parameters before, Parameters after) {
    double largest = 0;
    for (int entry = 0; entry < before.m.length; entry++) {
      for (int level = 0; level < before.m[entry].length; level++) {
        largest = Math.max(largest, Math.abs(before.m[entry][level] - after.m[entry][level]));
      }
    }
    return largest;
  }
}
