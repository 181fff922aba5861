package org.baophu.link;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.baophu.link.block.PairRule;
import org.baophu.link.cluster.Agglomeration;
import org.baophu.link.compare.Agreement;
import org.baophu.link.model.Scorer;

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
    private final Agreement agreement;
    private final PairRule rule;

    /** By field, by source, the share of its rows that state it. */
    private final double[][] stated;

    Learning(Agreement agreement, PairRule rule) {
      this.agreement = agreement;
      this.rule = rule;
      int sources = agreement.table().sources().size();
      double[] rows = new double[sources];
      stated = new double[agreement.fields()][sources];
      for (int row = 0; row < agreement.table().size(); row++) {
        int source = agreement.table().source(row);
        rows[source]++;
        for (int field = 0; field < stated.length; field++) {
          stated[field][source] += agreement.isStated(field, row) ? 1 : 0;
        }
      }
      for (double[] ofField : stated) {
        Arrays.setAll(ofField, source -> ofField[source] / Math.max(1, rows[source]));
      }
    }

    /**
     * By field the bits, at most 0, of being stated by only one of two rows.
     *
     * @param clusters by row, from 0; of large ones the first rows count
     */
    double[] bits(int[] clusters) {
      double[] expected = new double[stated.length];
      double[] found = new double[stated.length];
      Members members = new Members(clusters);
      for (int cluster = 0; cluster < members.clusters(); cluster++) {
        int size = Math.min(Agglomeration.MOST_COMPARED, members.size(cluster));
        for (int i = 0; i < size; i++) {
          for (int j = i + 1; j < size; j++) {
            add(members.row(cluster, i), members.row(cluster, j), expected, found);
          }
        }
      }
      double[] bits = new double[stated.length];
      for (int field = 0; field < bits.length; field++) {
        double ratio = (found[field] + PRIOR_PAIRS) / (expected[field] + PRIOR_PAIRS);
        double log = Math.log(ratio) / Math.log(2);
        bits[field] = log <= BELIEVED_FROM ? Scorer.onGrid(log) : 0;
      }
      return bits;
    }

    private void add(int rowA, int rowB, double[] expected, double[] found) {
      if (!rule.allows(rowA, rowB)) {
        return;
      }
      int a = agreement.table().source(rowA);
      int b = agreement.table().source(rowB);
      for (int field = 0; field < stated.length; field++) {
        double ofA = stated[field][a];
        double ofB = stated[field][b];
        expected[field] += ofA * (1 - ofB) + ofB * (1 - ofA);
        found[field] += agreement.isStatedByOne(field, rowA, rowB) ? 1 : 0;
      }
    }
  }
}
