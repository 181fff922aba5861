package org.baophu.link.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Where a clustering loses: every true pair that is apart and every false pair that is together,
 * each put down to exactly one {@link Miss}.
 *
 * @param all over all pairs
 * @param bySources the same by pair of sources, as in {@code insurance + tax}; they add up to all
 * @param examples a few of each kind, drawn by their ids
 * @param unreachedHigh pairs never compared whose probability would have reached the threshold
 * @param absentPairs true pairs of which the tables lack a record; among those never compared
 */
public record Losses(
    Counts all,
    Map<String, Counts> bySources,
    Map<Miss, List<Example>> examples,
    long unreachedHigh,
    long absentPairs) {
  /** So many examples of each kind are kept. */
  public static final int EXAMPLES = 5;

  /**
   * Counts of pairs.
   *
   * @param truePairs of one entity
   * @param foundPairs in one cluster
   * @param rightPairs both
   * @param misses how many of each kind; a kind without any is missing
   */
  public record Counts(long truePairs, long foundPairs, long rightPairs, Map<Miss, Long> misses) {
    /** How many pairs are of one kind. */
    public long of(Miss miss) {
      return misses.getOrDefault(miss, 0L);
    }
  }

  /**
   * A pair, by index.
   *
   * @param verdict what the model says of it
   */
  public record Example(int recordA, int recordB, Judge.Verdict verdict) {}

  /**
   * Puts every wrong pair down to its cause.
   *
   * @param clusters by record its cluster
   * @param entities by record its true entity
   * @param sources by record its source's name
   * @param pairs which pairs count, by their sources' names
   * @param ids by record what names it, to draw the examples by
   * @param thresholdBits the match weight from which a pair counts as scored high
   */
  public static Losses of(
      int[] clusters,
      int[] entities,
      IntFunction<String> sources,
      SourcePairs pairs,
      IntFunction<String> ids,
      Judge judge,
      double thresholdBits) {
    if (clusters.length != entities.length) {
      throw new IllegalArgumentException(
          clusters.length + " clusters, " + entities.length + " entities");
    }
    Counting counting = new Counting(sources, pairs, ids, judge, thresholdBits);
    eachPair(entities, (a, b) -> counting.truePair(a, b, clusters[a] == clusters[b]));
    eachPair(clusters, (a, b) -> counting.foundPair(a, b, entities[a] == entities[b]));
    return counting.losses();
  }

  /** Which pairs of sources count. */
  @FunctionalInterface
  public interface SourcePairs {
    /** Whether pairs of two sources count; symmetric. */
    boolean count(String sourceA, String sourceB);
  }

  private interface PairUse {
    void accept(int a, int b);
  }

  /** All pairs within groups, the earlier record first. */
  private static void eachPair(int[] groupOf, PairUse use) {
    List<Integer> byGroup = new ArrayList<>();
    for (int record = 0; record < groupOf.length; record++) {
      byGroup.add(record);
    }
    byGroup.sort(
        Comparator.<Integer>comparingInt(record -> groupOf[record])
            .thenComparing(Comparator.naturalOrder()));
    for (int i = 0; i < groupOf.length; i++) {
      int a = byGroup.get(i);
      for (int j = i + 1; j < groupOf.length && groupOf[byGroup.get(j)] == groupOf[a]; j++) {
        use.accept(a, byGroup.get(j));
      }
    }
  }

  private static final class Counting {
    private final IntFunction<String> sources;
    private final SourcePairs pairs;
    private final IntFunction<String> ids;
    private final Judge judge;
    private final double thresholdBits;
    private final Tallies all = new Tallies();
    private final Map<String, Tallies> bySources = new TreeMap<>();
    private final Map<Miss, Sample> samples = new EnumMap<>(Miss.class);
    private long unreachedHigh;
    private long absentPairs;

    Counting(
        IntFunction<String> sources,
        SourcePairs pairs,
        IntFunction<String> ids,
        Judge judge,
        double thresholdBits) {
      this.sources = sources;
      this.pairs = pairs;
      this.ids = ids;
      this.judge = judge;
      this.thresholdBits = thresholdBits;
    }

    void truePair(int a, int b, boolean together) {
      if (!pairs.count(sources.apply(a), sources.apply(b))) {
        return;
      }
      Tallies own = tallies(a, b);
      all.truePairs++;
      own.truePairs++;
      if (together) {
        all.rightPairs++;
        own.rightPairs++;
        return;
      }
      Judge.Verdict verdict = judge.of(a, b);
      absentPairs += verdict.present() ? 0 : 1;
      unreachedHigh += !verdict.compared() && verdict.weightBits() >= thresholdBits ? 1 : 0;
      Miss miss =
          !verdict.compared()
              ? Miss.NEVER_COMPARED
              : verdict.weightBits() < thresholdBits ? Miss.SCORED_TOO_LOW : Miss.CLUSTERED_WRONGLY;
      count(miss, own, new Example(a, b, verdict));
    }

    void foundPair(int a, int b, boolean right) {
      if (!pairs.count(sources.apply(a), sources.apply(b))) {
        return;
      }
      Tallies own = tallies(a, b);
      all.foundPairs++;
      own.foundPairs++;
      if (!right) {
        Judge.Verdict verdict = judge.of(a, b);
        boolean high = verdict.compared() && verdict.weightBits() >= thresholdBits;
        count(
            high ? Miss.SCORED_TOO_HIGH : Miss.JOINED_BY_CLUSTERING,
            own,
            new Example(a, b, verdict));
      }
    }

    private void count(Miss miss, Tallies own, Example example) {
      all.misses.merge(miss, 1L, Long::sum);
      own.misses.merge(miss, 1L, Long::sum);
      samples
          .computeIfAbsent(miss, m -> new Sample())
          .offer(example, ids.apply(example.recordA()), ids.apply(example.recordB()));
    }

    private Tallies tallies(int a, int b) {
      String left = sources.apply(a);
      String right = sources.apply(b);
      String name = left.compareTo(right) <= 0 ? left + " + " + right : right + " + " + left;
      return bySources.computeIfAbsent(name, n -> new Tallies());
    }

    Losses losses() {
      Map<String, Counts> counts = new TreeMap<>();
      bySources.forEach((name, tallies) -> counts.put(name, tallies.counts()));
      Map<Miss, List<Example>> examples = new EnumMap<>(Miss.class);
      samples.forEach((miss, sample) -> examples.put(miss, sample.examples()));
      return new Losses(
          all.counts(),
          Collections.unmodifiableMap(counts),
          Collections.unmodifiableMap(examples),
          unreachedHigh,
          absentPairs);
    }
  }

  private static final class Tallies {
    private final Map<Miss, Long> misses = new EnumMap<>(Miss.class);
    private long truePairs;
    private long foundPairs;
    private long rightPairs;

    Counts counts() {
      return new Counts(
          truePairs, foundPairs, rightPairs, Collections.unmodifiableMap(new EnumMap<>(misses)));
    }
  }

  /** The pairs whose ids have the smallest hashes: as good as by chance, and always the same. */
  private static final class Sample {
    private final TreeMap<String, Example> kept = new TreeMap<>();

    void offer(Example example, String idA, String idB) {
      long hash = mix(idA.hashCode() * 31L ^ mix(idB.hashCode()));
      String place = String.format(Locale.ROOT, "%016x %s %s", hash, idA, idB);
      kept.put(place, example);
      if (kept.size() > EXAMPLES) {
        kept.pollLastEntry();
      }
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long value) {
      long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
      mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
      return mixed ^ mixed >>> 31;
    }

    List<Example> examples() {
      return List.copyOf(kept.values());
    }
  }
}
