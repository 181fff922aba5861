package org.baophu.link;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.baophu.link.block.PairRule;
import org.baophu.link.cluster.Agglomeration;
import org.baophu.link.compare.Agreement;
import org.baophu.link.model.Scorer;
import org.baophu.link.parallel.Tasks;

/**
 * What it says that only one of two records states a field. Mostly nothing: whoever filled in the
 * form left it out. But who has no tax number states none in any record. Where that is so, values
 * are not missing at random (D. Rubin, "Inference and Missing Data", Biometrika 63, 1976), and of
 * two records of which one alone states a field each is hardly the other's person.
 *
 * <p>It shows where records were joined by all else that they say. Chance tells how many of their
 * pairs are to have a field stated by one alone: as many as if each record stated it with the
 * frequency of its source, so that a field that a source states never, or seldom, says nothing.
 * That is u, what is found is m, and a pair of which one alone states the field gains {@code log2(m
 * / u)}. Only half and less is believed, since records that state more are more easily found. That
 * two records state the same fields adds nothing: most do.
 */
final class Missingness {
  private static final double PRIOR_PAIRS = 5;
  private static final double BELIEVED_FROM = -1;

  private final Agreement agreement;

  /** The fields that say anything, and by field what they say. */
  private final int[] fields;

  private final double[] bits;

  /** What a model has learnt of it, for the rows of an agreement. */
  Missingness(Agreement agreement, Scorer scorer) {
    this.agreement = agreement;
    this.bits =
        IntStream.range(0, agreement.fields()).mapToDouble(scorer::statedByOneBits).toArray();
    this.fields = IntStream.range(0, bits.length).filter(field -> bits[field] != 0).toArray();
  }

  /** What all fields add that only one of two rows states, at most 0. */
  double bits(int rowA, int rowB) {
    double sum = 0;
    for (int field : fields) {
      sum += bits(field, rowA, rowB);
    }
    return sum;
  }

  /** What one field adds, 0 unless only one of two rows states it. */
  double bits(int field, int rowA, int rowB) {
    return agreement.isStatedByOne(field, rowA, rowB) ? bits[field] : 0;
  }

  /** Learns from clusters. */
  static final class Learning {
    private static final int CHUNK = 1 << 16;

    private final Agreement agreement;
    private final PairRule rule;
    private final int threads;

    /** By field, by source, the share of its rows that state it. */
    private final double[][] stated;

    Learning(Agreement agreement, PairRule rule, int threads) {
      this.agreement = agreement;
      this.rule = rule;
      this.threads = threads;
      int sources = agreement.table().sources().size();
      long[] rows = new long[sources];
      long[][] counts = new long[agreement.fields()][sources];
      for (long[][] chunk : inChunks(agreement.table().size(), this::statedBySource)) {
        add(chunk[0], rows);
        for (int field = 0; field < counts.length; field++) {
          add(chunk[1 + field], counts[field]);
        }
      }
      stated = new double[counts.length][sources];
      for (int field = 0; field < counts.length; field++) {
        long[] ofField = counts[field];
        Arrays.setAll(
            stated[field], source -> ofField[source] / (double) Math.max(1, rows[source]));
      }
    }

    private interface Counting {
      long[][] count(int from, int to);
    }

    /** What is counted of numbers 0 to {@code size - 1}, a chunk at a time. */
    private List<long[][]> inChunks(int size, Counting counting) {
      return Tasks.run(
          threads,
          (size + CHUNK - 1) / CHUNK,
          chunk -> counting.count(chunk * CHUNK, (int) Math.min(size, (chunk + 1L) * CHUNK)));
    }

    private static void add(long[] some, long[] sums) {
      Arrays.setAll(sums, i -> sums[i] + some[i]);
    }

    /** By source how many rows it has, and then by field how many of them state it. */
    private long[][] statedBySource(int from, int to) {
      long[][] counts = new long[1 + agreement.fields()][agreement.table().sources().size()];
      for (int row = from; row < to; row++) {
        int source = agreement.table().source(row);
        counts[0][source]++;
        for (int field = 0; field < agreement.fields(); field++) {
          counts[1 + field][source] += agreement.isStated(field, row) ? 1 : 0;
        }
      }
      return counts;
    }

    /**
     * By field the bits, at most 0, of being stated by only one of two rows.
     *
     * @param members of large clusters the first rows count
     */
    double[] bits(Members members) {
      int sources = agreement.table().sources().size();
      long[] pairs = new long[sources * sources];
      long[] found = new long[stated.length];
      for (long[][] chunk : inChunks(members.clusters(), (from, to) -> pairs(members, from, to))) {
        add(chunk[0], pairs);
        add(chunk[1], found);
      }
      double[] bits = new double[stated.length];
      for (int field = 0; field < bits.length; field++) {
        double expected = 0;
        for (int pair = 0; pair < pairs.length; pair++) {
          double ofA = stated[field][pair / sources];
          double ofB = stated[field][pair % sources];
          expected += pairs[pair] * (ofA * (1 - ofB) + ofB * (1 - ofA));
        }
        double ratio = (found[field] + PRIOR_PAIRS) / (expected + PRIOR_PAIRS);
        double log = Math.log(ratio) / Math.log(2);
        bits[field] = log <= BELIEVED_FROM ? Scorer.onGrid(log) : 0;
      }
      return bits;
    }

    /** Pairs within clusters by their two sources, and by field those of which one states it. */
    private long[][] pairs(Members members, int from, int to) {
      int sources = agreement.table().sources().size();
      long[] pairs = new long[sources * sources];
      long[] found = new long[stated.length];
      for (int cluster = from; cluster < to; cluster++) {
        int size = Math.min(Agglomeration.MOST_COMPARED, members.size(cluster));
        for (int i = 0; i < size; i++) {
          for (int j = i + 1; j < size; j++) {
            int a = members.row(cluster, i);
            int b = members.row(cluster, j);
            if (rule.allows(a, b)) {
              pairs[agreement.table().source(a) * sources + agreement.table().source(b)]++;
              for (int field = 0; field < found.length; field++) {
                found[field] += agreement.isStatedByOne(field, a, b) ? 1 : 0;
              }
            }
          }
        }
      }
      return new long[][] {pairs, found};
    }
  }
}
