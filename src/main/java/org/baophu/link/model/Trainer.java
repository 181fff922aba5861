package org.baophu.link.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.baophu.link.compare.Agreement;
import org.baophu.link.compare.Level;
import org.baophu.link.compare.Repeats;
import org.baophu.link.parallel.Tasks;
import org.jspecify.annotations.Nullable;

/**
 * Learns a model without labels, in two rounds: {@link #begin} on a pool of pairs from many keys,
 * which then tells the keys worth using; {@link #refine} on the candidates of these.
 *
 * <p>Before anything is learnt a pair is taken for a match if it agrees nearly everywhere, no field
 * alone counting for more than ten bits: relatives who share a rare address and telephone must not
 * be what the matches are learnt from. Of the second round's matches it is read off which fields
 * depend on which ({@link Dependence}), and the round is run on with that. Not safe for several
 * threads.
 */
public final class Trainer {
  private static final String SOURCES = "sources";
  private static final int FIRST_ITERATIONS = 25;
  private static final int MOST_ITERATIONS = 60;
  static final double FIRST_LIMIT = 10 * Math.log(2);

  private final Agreement agreement;
  private final List<List<Level>> levels = new ArrayList<>();
  private final int[] repeats;
  private int[] parents;
  private final double possiblePairs;
  private final int threads;
  private final double[][] random;
  private final double[][] start;
  private final Maximisation maximisation;
  private final Repetition repetition;
  private Parameters learnt;
  private boolean mayBeNamesakes;

  /** By key of the pool the fields that it is made of. */
  private int[][] pooled = {};

  /**
   * A trainer for the levels of an agreement.
   *
   * @param repeats by field the field it repeats, or -1
   * @param atRandom patterns of pairs drawn at random
   * @param possiblePairs how many pairs of rows there are
   * @param threads at least 1; changes the time taken, never the result
   */
  public Trainer(
      Agreement agreement, int[] repeats, Patterns atRandom, double possiblePairs, int threads) {
    this.agreement = agreement;
    this.threads = threads;
    this.repeats = Arrays.copyOf(repeats, agreement.entries());
    this.repeats[agreement.fields()] = Repeats.NOTHING;
    this.parents = this.repeats;
    this.possiblePairs = possiblePairs;
    for (int entry = 0; entry < agreement.entries(); entry++) {
      levels.add(agreement.levels(entry));
    }
    this.start = new double[levels.size()][];
    Arrays.setAll(start, entry -> initialMatch(levels.get(entry)));
    double[][] all = random(atRandom);
    this.repetition = repetition(atRandom, all);
    this.random = repetition.matters() ? repetition.u() : all;
    this.maximisation = maximisation(random, priorLogOdds(), repetition.matters());
    this.learnt = new Parameters(0, start, parents);
  }

  private Repetition repetition(Patterns atRandom, double[][] u) {
    double[] p = first(atRandom, u, oneInFour());
    double perRow = possiblePairs / Math.max(1, agreement.table().size());
    return Repetition.of(atRandom, maximisation(u, oneInFour(), true), p, perRow);
  }

  private Maximisation maximisation(double[][] u, double prior, boolean repeat) {
    Lasting lasting = new Lasting(agreement, levels, prior);
    return new Maximisation(levels, start, u, repeats, lasting, repeat, possiblePairs, threads);
  }

  /**
   * From the start what lasts, names for one, is to differ hardly more often in matches than it is
   * expected to.
   */
  public void anchorStrictly() {
    maximisation.anchorStrictly();
  }

  /** Of the patterns to come some are of pairs that are known to be no matches. */
  public void knowApart(KnownApart apart) {
    maximisation.knowApart(apart);
  }

  /** From the start people who go together are a class of their own ({@link Relatives}). */
  public void tellRelativesApart() {
    maximisation.tellRelativesApart();
  }

  /** Whether what was learnt may be namesakes or households: many differ in what lasts. */
  public boolean mayBeNamesakes() {
    return mayBeNamesakes;
  }

  /** How many matches there are for each row where rows repeat very much, otherwise 0. */
  public double matchesPerRow() {
    return repetition.matchesPerRow();
  }

  private double priorLogOdds() {
    return repetition.matters() ? repetition.logOdds() : oneInFour();
  }

  /** One row in four is taken to have a match until more is known. */
  private double oneInFour() {
    return Math.log(0.25 * agreement.table().size() / possiblePairs);
  }

  private static double[] initialMatch(List<Level> levels) {
    double[] m = new double[levels.size()];
    for (int level = 1; level < m.length; level++) {
      double agreement = levels.get(level).agreement();
      m[level] = (0.02 + Math.pow(agreement, 4)) * (levels.get(level).share() + 1e-6);
    }
    Maximisation.normalise(m);
    return m;
  }

  private double[][] random(Patterns atRandom) {
    double[][] counts = new double[levels.size()][];
    for (int entry = 0; entry < counts.length; entry++) {
      counts[entry] = new double[levels.get(entry).size()];
      // A level that chance has not shown yet is no more than rare.
      Arrays.fill(counts[entry], entry == counts.length - 1 ? 1 : 0.02);
    }
    for (int pattern = 0; pattern < atRandom.size(); pattern++) {
      for (int entry = 0; entry < counts.length; entry++) {
        counts[entry][atRandom.level(pattern, entry)] += atRandom.weight(pattern);
      }
    }
    for (double[] count : counts) {
      Maximisation.normalise(count);
    }
    return counts;
  }

  /**
   * Learns from a pool of pairs from many keys and returns each pattern's match probability.
   *
   * @param keys by key the fields that it is made of
   */
  public double[] begin(Patterns pool, int[][] keys) {
    Lasting lasting = maximisation.lasting();
    maximisation.forget(new Events(pool, levels, lasting, priorLogOdds(), start, random).found());
    double[] p =
        repetition.matters()
            ? repetition.expect(pool, keys.length, threads)
            : first(pool, random, priorLogOdds());
    learnt = maximisation.run(pool, keys, p, FIRST_ITERATIONS);
    pooled = keys.clone();
    return p;
  }

  /** The match probability of each pattern before anything is learnt. */
  private double[] first(Patterns pool, double[][] u, double prior) {
    double[][] ratios = new double[start.length][];
    for (int entry = 0; entry < start.length; entry++) {
      double[] m = start[entry];
      double[] other = u[entry];
      ratios[entry] = new double[m.length];
      Arrays.setAll(ratios[entry], i -> Math.min(FIRST_LIMIT, Math.log(m[i] / other[i])));
    }
    double[] p = new double[pool.size()];
    Tasks.setAll(
        threads,
        p,
        pattern -> {
          double sum = prior;
          for (int entry = 0; entry < start.length; entry++) {
            int level = pool.level(pattern, entry);
            boolean isSaidBefore = parents[entry] >= 0 && pool.level(pattern, parents[entry]) > 0;
            sum += level > 0 && !isSaidBefore ? ratios[entry][level] : 0;
          }
          return 1 / (1 + Math.exp(-sum));
        });
    return p;
  }

  /**
   * Learns from the candidates of the chosen keys, from where {@link #begin} left off.
   *
   * @param chosen the numbers that the keys had in the pool
   * @param matches about how many matches there are
   * @param pairs about how many pairs agree on each key
   */
  public void refine(Patterns patterns, int[] chosen, double matches, double[] pairs) {
    double[] p =
        repetition.matters()
            ? repetition.expect(patterns, chosen.length, threads)
            : expected(patterns, chosen, matches, pairs);
    int[][] keys = Arrays.stream(chosen).mapToObj(key -> pooled[key]).toArray(int[][]::new);
    learnt = maximisation.run(patterns, keys, p, MOST_ITERATIONS);
    // Two rounds, since what depends on what shows only where the matches are known.
    parents = Dependence.parents(patterns, p, levels, repeats, orderOfDependence());
    if (!Arrays.equals(parents, repeats)) {
      maximisation.dependOn(parents);
      learnt = maximisation.run(patterns, keys, p, MOST_ITERATIONS);
    }
    learnt = maximisation.contradict(patterns, keys, p, MOST_ITERATIONS, learnt);
    mayBeNamesakes = maximisation.mayBeNamesakes(patterns, learnt, p);
  }

  /** The match probability of each pattern by what the pool has shown. */
  private double[] expected(Patterns patterns, int[] chosen, double matches, double[] pairs) {
    Parameters first = new Parameters(chosen.length, learnt.m, parents);
    System.arraycopy(learnt.mGiven, 0, first.mGiven, 0, first.mGiven.length);
    System.arraycopy(learnt.uGiven, 0, first.uGiven, 0, first.uGiven.length);
    first.matches = Math.max(1, matches);
    for (int key = 0; key < chosen.length; key++) {
      first.u[key] = learnt.u[chosen[key]];
      first.nonMatches[key] = Math.max(1, pairs[key]);
    }
    double[] p = new double[patterns.size()];
    Maximisation.expect(patterns, first, p, threads);
    return p;
  }

  /**
   * The entries that may depend on each other, the later ones on the earlier: what is cheap to
   * compare must not wait for what is not. A model names what depends on what by the fields' names.
   */
  private int[] orderOfDependence() {
    boolean isAmbiguous =
        agreement.table().fields().stream().anyMatch(field -> field.name().equals(SOURCES));
    return Arrays.stream(agreement.cheapestFirst())
        .filter(entry -> entry < agreement.fields() || !isAmbiguous)
        .toArray();
  }

  /** How many iterations the last round took. */
  public int iterations() {
    return maximisation.iterations();
  }

  /** Whether the last round stopped because nothing changed any more. */
  public boolean converged() {
    return maximisation.converged();
  }

  /**
   * What was learnt, as plain data.
   *
   * @param keyParts the parts' names of each key
   */
  public Model model(List<List<String>> keyParts, double missShare) {
    List<Model.EntryModel> entryModels = new ArrayList<>();
    for (int entry = 0; entry < levels.size(); entry++) {
      List<Model.LevelModel> own = new ArrayList<>();
      for (int level = 0; level < levels.get(entry).size(); level++) {
        Level described = levels.get(entry).get(level);
        own.add(
            new Model.LevelModel(
                described.kind(),
                described.rarity(),
                learnt.m[entry][level],
                random[entry][level]));
      }
      boolean isField = entry < agreement.fields();
      entryModels.add(
          new Model.EntryModel(
              name(entry),
              isField ? agreement.table().fields().get(entry).type().name() : "SOURCES",
              own,
              repeated(entry),
              0));
    }
    List<Model.KeyModel> keyModels = new ArrayList<>();
    for (int key = 0; key < keyParts.size(); key++) {
      keyModels.add(
          new Model.KeyModel(keyParts.get(key), learnt.nonMatches[key], Model.rows(learnt.u[key])));
    }
    return new Model(
        Model.VERSION,
        learnt.matches,
        possiblePairs,
        missShare,
        entryModels,
        keyModels,
        Calibration.none(),
        null,
        maximisation.relatives(),
        List.of());
  }

  private String name(int entry) {
    return entry < agreement.fields() ? agreement.table().fields().get(entry).name() : SOURCES;
  }

  private Model.@Nullable Repeated repeated(int entry) {
    return parents[entry] < 0
        ? null
        : new Model.Repeated(
            name(parents[entry]),
            Model.rows(learnt.mGiven[entry]),
            Model.rows(learnt.uGiven[entry]));
  }
}
