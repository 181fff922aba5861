package org.baophu.link;

import java.util.Arrays;
import java.util.List;
import org.baophu.link.block.Candidates;
import org.baophu.link.block.PairRule;
import org.baophu.link.block.PairSink;
import org.baophu.link.cluster.PairWeights;
import org.baophu.link.compare.Agreement;
import org.baophu.link.model.Scorer;
import org.baophu.link.parallel.Tasks;

/** Scores the candidates of a table and any other pair of its rows. */
final class Scoring {
  private static final int CHUNK_PAIRS = 10_000;
  private static final int BATCH = Agreement.Vectors.BATCH;

  /** Levels of nothing: the only one that there is. */
  private static final int[] NOTHING_ABOVE = new int[BATCH];

  private final Agreement agreement;
  private final KeyOfPair keyOfPair;
  private final Scorer scorer;
  private final PairRule rule;
  private final ThreadLocal<Agreement.Vectors> vectorsOfThread;
  private final int[] order;

  /** By place in the order the entry that the one there depends on, or -1. */
  private final int[] aboveOf;

  private final Missingness missingness;

  /** Says which key brings a pair up. */
  interface KeyOfPair {
    /** The first key that reaches a pair, or the number of keys where none does. */
    int firstKey(int rowA, int rowB);
  }

  Scoring(Agreement agreement, KeyOfPair keyOfPair, Scorer scorer, PairRule rule) {
    this.agreement = agreement;
    this.keyOfPair = keyOfPair;
    this.scorer = scorer;
    this.rule = rule;
    this.vectorsOfThread = ThreadLocal.withInitial(agreement::vectors);
    int[] parents = scorer.parents();
    this.order = order(agreement.cheapestFirst(), parents);
    this.aboveOf = Arrays.stream(order).map(entry -> parents[entry]).toArray();
    this.missingness = new Missingness(agreement, scorer);
  }

  /** The cheapest first, but what a field repeats before the field. */
  private static int[] order(int[] cheapestFirst, int[] parents) {
    int[] order = new int[cheapestFirst.length];
    boolean[] placed = new boolean[order.length];
    for (int used = 0; used < order.length; ) {
      for (int entry : cheapestFirst) {
        if (!placed[entry] && (parents[entry] < 0 || placed[parents[entry]])) {
          placed[entry] = true;
          order[used++] = entry;
          break;
        }
      }
    }
    return order;
  }

  /** Scored candidates, and how many there were in all. */
  record Scored(ScoredPairs pairs, long compared) {}

  /** All candidates with evidence of at least {@code least} bits, as evidence. */
  Scored all(Candidates candidates, double least, int threads) {
    double[][][] atBest = scorer.atBest(order);
    return joined(candidates.streamAll(threads, chunk -> new Kept(least, atBest)), threads);
  }

  /**
   * Of pairs scored without what missing values say, those that keep {@code least} bits with it.
   */
  ScoredPairs withMissing(ScoredPairs pairs, double least, int threads) {
    double[] bits = new double[pairs.size()];
    Tasks.setAll(
        threads,
        bits,
        pair -> pairs.weightBits(pair) + missingness.bits(pairs.rowA(pair), pairs.rowB(pair)));
    return new ScoredPairs(pairs.rowsA(), pairs.rowsB(), bits).atLeast(least);
  }

  /** Of some pairs, under their keys, those with evidence of at least {@code least} bits. */
  Scored some(KeyedPairs pairs, double least, int threads) {
    int chunks = (pairs.size() + CHUNK_PAIRS - 1) / CHUNK_PAIRS;
    double[][][] atBest = scorer.atBest(order);
    return joined(
        Tasks.run(
            threads,
            chunks,
            chunk -> {
              Kept kept = new Kept(least, atBest);
              int to = Math.min(pairs.size(), (chunk + 1) * CHUNK_PAIRS);
              for (int pair = chunk * CHUNK_PAIRS; pair < to; pair++) {
                kept.accept(pairs.key(pair), pairs.rowA(pair), pairs.rowB(pair));
              }
              kept.done();
              return kept;
            }),
        threads);
  }

  private static Scored joined(List<Kept> chunks, int threads) {
    int size = chunks.stream().mapToInt(kept -> kept.size).sum();
    long compared = chunks.stream().mapToLong(kept -> kept.compared).sum();
    int[] rowsA = new int[size];
    int[] rowsB = new int[size];
    double[] bits = new double[size];
    int at = 0;
    for (Kept kept : chunks) {
      System.arraycopy(kept.rowsA, 0, rowsA, at, kept.size);
      System.arraycopy(kept.rowsB, 0, rowsB, at, kept.size);
      System.arraycopy(kept.bits, 0, bits, at, kept.size);
      at += kept.size;
    }
    return new Scored(sorted(rowsA, rowsB, bits, threads), compared);
  }

  /** The pairs by first, then second row. */
  static ScoredPairs sorted(int[] rowsA, int[] rowsB, double[] bits, int threads) {
    int size = bits.length;
    // A counting sort by the first row leaves only short runs to sort by the second.
    int[] starts = starts(rowsA);
    int rows = starts.length - 1;
    long[] packed = byFirst(rowsA, rowsB, starts.clone());
    int[] a = new int[size];
    int[] b = new int[size];
    double[] w = new double[size];
    Tasks.inChunks(
        threads,
        rows,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            if (starts[row + 1] - starts[row] > 1) {
              Arrays.sort(packed, starts[row], starts[row + 1]);
            }
            for (int i = starts[row]; i < starts[row + 1]; i++) {
              a[i] = row;
              b[i] = (int) (packed[i] >>> 32);
              w[i] = bits[(int) packed[i]];
            }
          }
        });
    return new ScoredPairs(a, b, w);
  }

  /** By first row where its pairs begin; at the end how many pairs there are. */
  private static int[] starts(int[] rowsA) {
    int rows = 0;
    for (int row : rowsA) {
      rows = Math.max(rows, row + 1);
    }
    int[] starts = new int[rows + 1];
    for (int row : rowsA) {
      starts[row + 1]++;
    }
    for (int row = 0; row < rows; row++) {
      starts[row + 1] += starts[row];
    }
    return starts;
  }

  /** The pairs by first row: the second, and which pair it is. {@code next} is used up. */
  private static long[] byFirst(int[] rowsA, int[] rowsB, int[] next) {
    long[] packed = new long[rowsA.length];
    for (int pair = 0; pair < packed.length; pair++) {
      packed[next[rowsA[pair]]++] = (long) rowsB[pair] << 32 | pair;
    }
    return packed;
  }

  /** The evidence about any pair, for one thread. */
  Evidence evidence() {
    return new Evidence();
  }

  /**
   * The same as clustering weighs it: where the mode lets two rows be no pair, they may still speak
   * against each other, and so against one cluster for both.
   */
  PairWeights joining() {
    return new Evidence()::joiningBits;
  }

  /** What speaks for one cluster for two rows of a source that are no pair counts for nothing. */
  static double against(double bits) {
    return bits < 0 ? bits : Double.NaN;
  }

  /** The evidence about any pair, for one thread. */
  final class Evidence implements PairEvidence {
    private final Agreement.Vectors vectors = agreement.vectors();
    private final int[] vector = new int[agreement.entries()];

    @Override
    public double bits(int a, int b) {
      if (!rule.allows(a, b)) {
        return Double.NaN;
      }
      vectors.compare(a, b, vector);
      return scorer.evidenceBits(keyOfPair.firstKey(a, b), vector) + missingness.bits(a, b);
    }

    /** The evidence about two rows of a source that the mode lets be no pair. */
    double sameSourceBits(int a, int b) {
      vectors.compare(a, b, vector);
      return scorer.sameSourceBits(keyOfPair.firstKey(a, b), vector) + missingness.bits(a, b);
    }

    /** As {@link #joining} weighs a pair. */
    double joiningBits(int a, int b) {
      return rule.allows(a, b) ? bits(a, b) : against(sameSourceBits(a, b));
    }

    /** The same entry by entry. */
    double[] parts(int a, int b) {
      vectors.compare(a, b, vector);
      return scorer.parts(keyOfPair.firstKey(a, b), vector);
    }

    @Override
    public double lessonBits(int a, int b) {
      vectors.compare(a, b, vector);
      return scorer.lessonBits(keyOfPair.firstKey(a, b), vector);
    }
  }

  /** The pairs of one chunk that are worth keeping; they are scored by the batch. */
  private final class Kept implements PairSink {
    private final Agreement.Vectors vectors = vectorsOfThread.get();
    private final int[] batchA = new int[BATCH];
    private final int[] batchB = new int[BATCH];
    private final int[] chosen = new int[BATCH];
    private final int[][] levels = new int[order.length][BATCH];
    private final double[] weights = new double[BATCH];
    private final int[] vector = new int[order.length];
    private final double least;

    /** As {@link Scorer#atBest} gives it for the order of the entries. */
    private final double[][][] atBest;

    private int batchKey;
    private int waiting;
    private int[] rowsA = new int[64];
    private int[] rowsB = new int[64];
    private double[] bits = new double[64];
    private int size;
    private long compared;

    private Kept(double least, double[][][] atBest) {
      this.least = least;
      this.atBest = atBest;
    }

    @Override
    public void accept(int key, int rowA, int rowB) {
      if (waiting == BATCH || key != batchKey) {
        done();
        batchKey = key;
      }
      batchA[waiting] = rowA;
      batchB[waiting++] = rowB;
    }

    @Override
    public void done() {
      compared += waiting;
      for (int pair = 0; pair < waiting; pair++) {
        chosen[pair] = pair;
        weights[pair] = scorer.priorBits(batchKey);
      }
      // Sums are exact in any order: the cheap entries first, until the rest cannot matter.
      int count = waiting;
      for (int place = 0; place < order.length; place++) {
        int entry = order[place];
        int[] above = aboveOf[place] < 0 ? NOTHING_ABOVE : levels[aboveOf[place]];
        count = stillOpen(count, atBest[batchKey][place], above);
        vectors.compare(entry, batchA, batchB, chosen, count, levels[entry]);
        scorer.add(batchKey, entry, levels, chosen, count, weights);
      }
      count = stillOpen(count, atBest[batchKey][order.length], NOTHING_ABOVE);
      for (int i = 0; i < count; i++) {
        keepIfEnough(chosen[i]);
      }
      waiting = 0;
    }

    /** Keeps a pair of the batch of which no field is left, unless the rest takes too much. */
    private void keepIfEnough(int pair) {
      double weight = weights[pair];
      if (scorer.hasRelatives()) {
        for (int entry = 0; entry < vector.length; entry++) {
          vector[entry] = levels[entry][pair];
        }
        weight += scorer.relativesBits(weight, vector);
      }
      int a = batchA[pair];
      int b = batchB[pair];
      keep(a, b, weight + missingness.bits(a, b));
    }

    /**
     * Leaves those chosen that can still reach the least, and says how many.
     *
     * @param above by pair the level of what the next entry depends on
     */
    private int stillOpen(int count, double[] atBest, int[] above) {
      int open = 0;
      for (int i = 0; i < count; i++) {
        int pair = chosen[i];
        chosen[open] = pair;
        open += weights[pair] + atBest[above[pair]] < least ? 0 : 1;
      }
      return open;
    }

    private void keep(int rowA, int rowB, double weight) {
      if (weight < least) {
        return;
      }
      if (size == bits.length) {
        rowsA = Arrays.copyOf(rowsA, size * 2);
        rowsB = Arrays.copyOf(rowsB, size * 2);
        bits = Arrays.copyOf(bits, size * 2);
      }
      rowsA[size] = rowA;
      rowsB[size] = rowB;
      bits[size++] = weight;
    }
  }
}
