package org.baophu.link;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.baophu.link.block.BlockingKey;
import org.baophu.link.block.Candidates;
import org.baophu.link.block.KeyChoice;
import org.baophu.link.block.KeySearch;
import org.baophu.link.block.PairList;
import org.baophu.link.block.PairPool;
import org.baophu.link.block.PairRule;
import org.baophu.link.block.PairSink;
import org.baophu.link.block.Part;
import org.baophu.link.compare.Agreement;
import org.baophu.link.compare.Repeats;
import org.baophu.link.model.KnownApart;
import org.baophu.link.model.Model;
import org.baophu.link.model.Patterns;
import org.baophu.link.model.Trainer;
import org.baophu.link.parallel.Tasks;
import org.jspecify.annotations.Nullable;

/** Chooses blocking keys and learns a model for one table. */
final class Training {
  private static final int RANDOM_PAIRS = 1_000_000;
  private static final int POOL_PAIRS = 400_000;
  private static final int CHUNK_PAIRS = 50_000;
  private static final int BATCH = Agreement.Vectors.BATCH;
  private static final double TRAINING_PAIRS = 1_500_000;
  private static final int[] EVERY = IntStream.range(0, BATCH).toArray();

  private final Agreement agreement;
  private final List<Part> parts;
  private final PairRule rule;
  private final double possiblePairs;

  /** The same for every reading; {@code null} until it is asked for. */
  private @Nullable Seen seen;

  private final ThreadLocal<Agreement.Vectors> vectorsOfThread;
  private final LinkSettings settings;

  Training(Agreement agreement, List<Part> parts, PairRule rule, LinkSettings settings) {
    this.agreement = agreement;
    this.parts = parts;
    this.rule = rule;
    this.settings = settings;
    this.vectorsOfThread = ThreadLocal.withInitial(agreement::vectors);
    this.possiblePairs = Rows.possiblePairs(agreement.table(), settings.mode());
  }

  /**
   * What is seen of a table before anything is learnt.
   *
   * @param repeats by field the one it repeats, or -1
   * @param atRandom patterns of pairs drawn at random
   * @param apart pairs known to be no matches, if that has to be known
   */
  private record Seen(int[] repeats, Patterns atRandom, @Nullable KnownApart apart) {}

  /**
   * A model with its candidates and how training went.
   *
   * @param mayBeNamesakes whether what was learnt may be namesakes or households
   */
  record Trained(
      Model model,
      Candidates candidates,
      int iterations,
      boolean converged,
      boolean mayBeNamesakes) {}

  /**
   * Learns a model.
   *
   * @param reading of the pairs that agree in much, but not in their names
   */
  Trained train(Readings.Reading reading, Progress progress) {
    progress.report("blocking", 0, 3);
    Seen known = seen();
    Trainer trainer =
        new Trainer(
            agreement, known.repeats(), known.atRandom(), possiblePairs, settings.threads());
    switch (reading) {
      case LOOSE -> {}
      case RELATIVES_APART -> trainer.tellRelativesApart();
      case NAMES_HELD -> trainer.anchorStrictly();
    }
    @Nullable KnownApart apart = known.apart();
    PairRule shown = apart == null ? rule : (a, b) -> true;
    if (apart != null) {
      trainer.knowApart(apart);
    }
    KeySearch search =
        new KeySearch(agreement.table(), parts, trainer.matchesPerRow(), settings.threads());
    List<BlockingKey> selective = search.selective();
    int perKey = Math.max(500, Math.min(4_000, POOL_PAIRS / Math.max(1, selective.size())));
    PairPool pool = PairPool.of(agreement.table(), selective, shown, perKey, settings.threads());
    progress.report("blocking", 1, 3);
    KeyChoice choice = choose(pool, trainer);
    progress.report("blocking", 2, 3);
    Candidates candidates = candidates(choice.keys(), rule);
    progress.report("training", 0, 2);
    double expected =
        choice.keys().stream().mapToDouble(key -> Math.max(1, key.expectedPairs())).sum();
    Candidates learntFrom = apart == null ? candidates : candidates(choice.keys(), shown);
    Patterns patterns = sampled(learntFrom, Math.min(1, TRAINING_PAIRS / Math.max(1, expected)));
    progress.report("training", 1, 2);
    double[] pairs = choice.keys().stream().mapToDouble(BlockingKey::expectedPairs).toArray();
    trainer.refine(patterns, choice.numbers(), choice.matches(), pairs);
    List<List<String>> names =
        choice.keys().stream().map(key -> key.parts().stream().map(Part::name).toList()).toList();
    return new Trained(
        trainer.model(names, choice.missShare()),
        candidates,
        trainer.iterations(),
        trainer.converged(),
        trainer.mayBeNamesakes());
  }

  private Candidates candidates(List<BlockingKey> keys, PairRule allowed) {
    return Candidates.of(
        agreement.table(), keys, parts, settings.largestBlock(), allowed, settings.threads());
  }

  private KeyChoice choose(PairPool pool, Trainer trainer) {
    Patterns patterns = new Patterns(agreement.entries());
    int[] patternOf = count(pool.pairs(), pool::key, patterns);
    int[][] fields =
        pool.keys().stream()
            .map(key -> key.parts().stream().mapToInt(Part::field).toArray())
            .toArray(int[][]::new);
    double[] ofPatterns = trainer.begin(patterns, fields);
    double[] probabilities = new double[patternOf.length];
    Arrays.setAll(probabilities, pair -> ofPatterns[patternOf[pair]]);
    int rows = agreement.table().size();
    return KeyChoice.of(pool, probabilities, rows, trainer.matchesPerRow(), settings.threads());
  }

  private Seen seen() {
    if (seen == null) {
      int[] repeats = Repeats.of(agreement.table());
      Patterns atRandom = drawn(rule);
      PairRule within = Rows.rule(agreement.table(), LinkMode.DEDUPE);
      seen =
          new Seen(
              repeats,
              atRandom,
              WithinSources.of(agreement, settings.mode(), repeats, atRandom, () -> drawn(within)));
    }
    return seen;
  }

  private Patterns drawn(PairRule allowed) {
    Patterns patterns = new Patterns(agreement.entries());
    count(PairPool.atRandom(agreement.table().size(), allowed, RANDOM_PAIRS), pair -> 0, patterns);
    return patterns;
  }

  /** Counts the patterns of pairs and returns that of each. */
  private int[] count(PairList pairs, IntUnaryOperator key, Patterns patterns) {
    int[] patternOf = new int[pairs.size()];
    int chunks = (pairs.size() + CHUNK_PAIRS - 1) / CHUNK_PAIRS;
    List<Sample> counted =
        Tasks.run(settings.threads(), chunks, chunk -> counted(pairs, key, chunk, patternOf));
    for (int chunk = 0; chunk < chunks; chunk++) {
      int[] numbers = patterns.addAll(counted.get(chunk).patterns);
      int to = Math.min(patternOf.length, (chunk + 1) * CHUNK_PAIRS);
      for (int pair = chunk * CHUNK_PAIRS; pair < to; pair++) {
        patternOf[pair] = numbers[patternOf[pair]];
      }
    }
    return patternOf;
  }

  /** The patterns of one chunk of pairs; {@code patternOf} is filled with their numbers there. */
  private Sample counted(PairList pairs, IntUnaryOperator key, int chunk, int[] patternOf) {
    int from = chunk * CHUNK_PAIRS;
    int to = Math.min(pairs.size(), from + CHUNK_PAIRS);
    Sample sample = new Sample(1, patternOf, from);
    for (int pair = from; pair < to; pair++) {
      sample.accept(key.applyAsInt(pair), pairs.rowA(pair), pairs.rowB(pair));
    }
    sample.done();
    return sample;
  }

  /** Patterns of a share of the candidates, drawn by a hash of the pair. */
  private Patterns sampled(Candidates candidates, double rate) {
    Patterns all = new Patterns(agreement.entries());
    int bound = (int) (rate * Integer.MAX_VALUE);
    PairRule drawn = (a, b) -> hash(a, b) <= bound;
    for (Sample sample :
        candidates.streamSample(
            settings.threads(), drawn, chunk -> new Sample(1 / rate, null, 0))) {
      all.addAll(sample.patterns);
    }
    return all;
  }

  /** From 0 to {@link Integer#MAX_VALUE}. */
  private static long hash(int rowA, int rowB) {
    long hash = ((long) rowA << 32 | rowB) * 0x9E3779B97F4A7C15L;
    hash = (hash ^ (hash >>> 32)) * 0xBF58476D1CE4E5B9L;
    return hash >>> 33;
  }

  /** Counts the patterns of pairs, which are compared by the batch. */
  private final class Sample implements PairSink {
    private final Patterns patterns = new Patterns(agreement.entries());
    private final Agreement.Vectors vectors = vectorsOfThread.get();
    private final int[] keys = new int[BATCH];
    private final int[] rowsA = new int[BATCH];
    private final int[] rowsB = new int[BATCH];
    private final int[][] levels = new int[agreement.entries()][BATCH];
    private final int[] vector = new int[agreement.entries()];
    private final double weight;
    private final int @Nullable [] patternOf;
    private int next;
    private int waiting;

    /**
     * @param patternOf takes the number of each pair's pattern, from {@code next} on
     */
    private Sample(double weight, int @Nullable [] patternOf, int next) {
      this.weight = weight;
      this.patternOf = patternOf;
      this.next = next;
    }

    @Override
    public void accept(int key, int rowA, int rowB) {
      if (waiting == BATCH) {
        done();
      }
      keys[waiting] = key;
      rowsA[waiting] = rowA;
      rowsB[waiting++] = rowB;
    }

    @Override
    public void done() {
      for (int entry = 0; entry < levels.length; entry++) {
        vectors.compare(entry, rowsA, rowsB, EVERY, waiting, levels[entry]);
      }
      for (int pair = 0; pair < waiting; pair++) {
        for (int entry = 0; entry < vector.length; entry++) {
          vector[entry] = levels[entry][pair];
        }
        int pattern = patterns.add(keys[pair], vector, weight);
        if (patternOf != null) {
          patternOf[next++] = pattern;
        }
      }
      waiting = 0;
    }
  }
}
