package org.baophu.link;

import org.baophu.link.block.PairRule;
import org.baophu.link.cluster.PairWeights;
import org.baophu.link.model.Cut;
import org.baophu.link.model.Scorer;
import org.baophu.link.parallel.Tasks;
import org.jspecify.annotations.Nullable;

/**
 * What third records say about a pair: from its own evidence to its match weight.
 *
 * <ul>
 *   <li>{@link Standing#ALONE}, neither record has another one beside it: the pair's own evidence
 *       counts.
 *   <li>{@link Standing#TOGETHER}, one group of three or more: by the weakest of the cuts that part
 *       the two. Those are each of the two from the rest, by its mean evidence, and what parts the
 *       group into two of several rows each ({@link Split}).
 *   <li>{@link Standing#APART}, the groups of the two were not joined: by the mean evidence between
 *       the groups, not more than even, since that did not join them. However much one pair agrees,
 *       it matches only if all their records are one's. Pairs that are not kept count as {@value
 *       Between#FAINT_BITS} bits.
 * </ul>
 *
 * <p>Evidence becomes a weight by what was learnt of such cuts ({@link
 * org.baophu.link.model.Calibration}). Several pairs that say the same share the errors of a
 * record, so that it is their mean that counts; what they are worth beyond it shows in how often
 * such cuts are joined.
 */
final class Companions {
  /** How a pair stands. */
  enum Standing {
    ALONE,
    TOGETHER,
    APART
  }

  private final int[] cluster;
  private final Members members;
  private final PairRule rule;
  private final Scorer scorer;

  /**
   * @param rule which rows the mode lets be compared
   */
  Companions(Members members, PairRule rule, Scorer scorer) {
    this.cluster = members.clusterOfRow();
    this.members = members;
    this.rule = rule;
    this.scorer = scorer;
  }

  /** How two rows stand. */
  Standing standing(int rowA, int rowB) {
    int sizeA = members.size(cluster[rowA]);
    int sizeB = members.size(cluster[rowB]);
    if (cluster[rowA] == cluster[rowB]) {
      return sizeA > 2 ? Standing.TOGETHER : Standing.ALONE;
    }
    return Math.max(sizeA, sizeB) > 1 ? Standing.APART : Standing.ALONE;
  }

  /**
   * Pairs with evidence as pairs with match weights.
   *
   * @param between what these pairs say of the clusters
   */
  ScoredPairs weigh(ScoredPairs pairs, Memberships known, Between between, int threads) {
    double[] bits = new double[pairs.size()];
    Tasks.setAll(threads, bits, pair -> weigh(pairs, pair, known, between));
    return new ScoredPairs(pairs.rowsA(), pairs.rowsB(), bits);
  }

  private double weigh(ScoredPairs pairs, int pair, Memberships known, Between between) {
    int a = pairs.rowA(pair);
    int b = pairs.rowB(pair);
    return switch (standing(a, b)) {
      case ALONE -> scorer.calibrated(Cut.ALONE, pairs.weightBits(pair));
      case APART -> apart(a, b, between.mean(cluster[a], cluster[b]));
      case TOGETHER -> together(a, b, known.mean(a), known.mean(b), known.split(cluster[a]));
    };
  }

  /**
   * The same for one pair.
   *
   * @param evidence about any pair of rows
   * @param kept the same about those that would be kept, {@code NaN} about others
   */
  double weightBits(
      int rowA, int rowB, double ownEvidence, PairWeights evidence, PairWeights kept) {
    return switch (standing(rowA, rowB)) {
      case ALONE -> scorer.calibrated(Cut.ALONE, ownEvidence);
      case APART -> apart(rowA, rowB, between(rowA, rowB, kept));
      case TOGETHER ->
          together(
              rowA,
              rowB,
              meanWithRest(rowA, evidence),
              meanWithRest(rowB, evidence),
              split(cluster[rowA], evidence));
    };
  }

  private double between(int rowA, int rowB, PairWeights kept) {
    double sum = 0;
    int[] ofB = members.of(cluster[rowB]);
    for (int a : members.of(cluster[rowA])) {
      for (int b : ofB) {
        double bits = kept.bits(Math.min(a, b), Math.max(a, b));
        sum += Double.isNaN(bits) ? 0 : Memberships.limited(bits) - Between.FAINT_BITS;
      }
    }
    int count = Between.comparable(members, cluster[rowA], cluster[rowB], rule);
    return sum / count + Between.FAINT_BITS;
  }

  private double meanWithRest(int row, PairWeights evidence) {
    int[] own = members.of(cluster[row]);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < Math.min(Split.MOST_ROWS, own.length); i++) {
      if (own[i] != row && rule.allows(Math.min(own[i], row), Math.max(own[i], row))) {
        sum += Memberships.limited(evidence.bits(Math.min(own[i], row), Math.max(own[i], row)));
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private @Nullable Split split(int group, PairWeights evidence) {
    int[] own = members.of(group);
    return Memberships.ofSeveral(
        own.length,
        (a, b) -> rule.allows(own[a], own[b]) ? evidence.bits(own[a], own[b]) : Double.NaN);
  }

  private double apart(int rowA, int rowB, double mean) {
    int kind = Cut.kind(members.size(cluster[rowA]), members.size(cluster[rowB]));
    return scorer.calibrated(kind, Math.min(0, mean));
  }

  private double together(int a, int b, double meanA, double meanB, @Nullable Split split) {
    double bitsA = fromRest(a, meanA);
    double bitsB = fromRest(b, meanB);
    // A row that the mode lets be compared with none of its group says nothing against it.
    double bits =
        Double.isNaN(bitsA) ? bitsB : Double.isNaN(bitsB) ? bitsA : Math.min(bitsA, bitsB);
    int group = cluster[a];
    if (split != null && split.parts(members.place(group, a), members.place(group, b))) {
      double across = scorer.calibrated(split.kind(), split.bits());
      bits = Double.isNaN(bits) ? across : Math.min(bits, across);
    }
    return Double.isNaN(bits) ? 0 : bits;
  }

  /** The weight of the cut between a row and the rest of its group. */
  private double fromRest(int row, double mean) {
    return Double.isNaN(mean)
        ? mean
        : scorer.calibrated(Cut.kind(1, members.size(cluster[row]) - 1), mean);
  }

  /**
   * How surely each row belongs with the rest of its cluster, as match weights; {@code NaN} where
   * it is alone. Of two groups that a cluster may be, the rows of the smaller one are in doubt, of
   * equal ones all.
   */
  double[] membershipBits(Memberships known, int threads) {
    double[] bits = new double[cluster.length];
    Tasks.setAll(threads, bits, row -> membershipBits(row, known));
    return bits;
  }

  private double membershipBits(int row, Memberships known) {
    int own = cluster[row];
    double bits = fromRest(row, known.mean(row));
    Split split = known.split(own);
    return split == null || !split.leaves(members.place(own, row))
        ? bits
        : Math.min(bits, scorer.calibrated(split.kind(), split.bits()));
  }
}
