package org.baophu.link;

import java.util.HashMap;
import java.util.Map;
import org.baophu.link.block.PairRule;
import org.baophu.link.cluster.Agglomeration;
import org.baophu.link.cluster.PairWeights;
import org.baophu.link.model.Scorer;
import org.baophu.link.parallel.Tasks;

/**
 * What third records say about a pair: from its own evidence to its match weight.
 *
 * <ul>
 *   <li>{@link Standing#ALONE}, neither record has another one beside it: {@code weight = c(e) +
 *       alone}, c the calibration, e the pair's evidence. Such pairs match far more often than
 *       others of the same evidence, since no other record competes for either.
 *   <li>{@link Standing#TOGETHER}, one group of three or more: by the less sure of the two. A
 *       record belongs with the n others of its group by {@code max(min(0, M), c(M) + 1.25 log2
 *       n)}, M the mean evidence of its pairs with them. Several pairs that say the same are worth
 *       more than one, but far less than their sum: they share the record's errors.
 *   <li>{@link Standing#APART}, the groups of the two were not joined: {@code weight = min(-1.5,
 *       c(G) + 0.75 log2 n)}, G the mean evidence of the n pairs between the groups. However much
 *       one pair agrees, it matches only if all their records are one's. Pairs that are not kept
 *       count as {@value #FAINT_BITS} bits.
 * </ul>
 *
 * <p>c is learnt. The numbers 1.25, 0.75 and -1.5 were chosen where truth was known: generated
 * provinces with one, two and three times the usual errors (groups of two and three), held against
 * a public set with groups of ten.
 */
final class Companions {
  /** How a pair stands. */
  enum Standing {
    ALONE,
    TOGETHER,
    APART
  }

  /** What a pair of two groups says that is too faint to be kept. */
  static final double FAINT_BITS = -12;

  private static final double GAIN_TOGETHER = 1.25;
  private static final double GAIN_APART = 0.75;
  private static final double MOST_APART_BITS = -1.5;

  private final int[] cluster;
  private final Members members;
  private final PairRule rule;
  private final Scorer scorer;

  /**
   * @param cluster the cluster of each row, from 0
   * @param rule which rows the mode lets be compared
   */
  Companions(int[] cluster, PairRule rule, Scorer scorer) {
    this.cluster = cluster;
    this.members = new Members(cluster);
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
   * @param memberships by row the mean evidence that it belongs with the rest of its cluster
   */
  ScoredPairs weigh(ScoredPairs pairs, double[] memberships, int threads) {
    Map<Long, double[]> between = between(pairs);
    double[] bits = new double[pairs.size()];
    Tasks.setAll(threads, bits, pair -> weigh(pairs, pair, memberships, between));
    return new ScoredPairs(pairs.rowsA(), pairs.rowsB(), bits);
  }

  private double weigh(
      ScoredPairs pairs, int pair, double[] memberships, Map<Long, double[]> between) {
    int a = pairs.rowA(pair);
    int b = pairs.rowB(pair);
    return switch (standing(a, b)) {
      case ALONE -> scorer.calibratedAlone(pairs.weightBits(pair));
      case APART -> apart(between.getOrDefault(groups(a, b), new double[2]));
      case TOGETHER ->
          together(membershipBits(a, memberships[a]), membershipBits(b, memberships[b]));
    };
  }

  /**
   * How surely each row belongs with the rest of its cluster, as match weights.
   *
   * @param means by row the mean evidence that it does
   */
  double[] membershipBits(double[] means, int threads) {
    double[] bits = new double[means.length];
    Tasks.setAll(threads, bits, row -> membershipBits(row, means[row]));
    return bits;
  }

  /** By pair of groups the sum of the evidence between them, and of how many pairs. */
  private Map<Long, double[]> between(ScoredPairs pairs) {
    Map<Long, double[]> between = new HashMap<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      int a = pairs.rowA(pair);
      int b = pairs.rowB(pair);
      if (standing(a, b) == Standing.APART) {
        double[] sum = between.computeIfAbsent(groups(a, b), groups -> new double[] {0, 0});
        sum[0] += limited(pairs.weightBits(pair)) - FAINT_BITS;
        sum[1] = sum[1] == 0 ? comparable(a, b) : sum[1];
      }
    }
    return between;
  }

  private long groups(int rowA, int rowB) {
    int a = cluster[rowA];
    int b = cluster[rowB];
    return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
  }

  private int comparable(int rowA, int rowB) {
    int count = 0;
    int[] ofB = members.of(cluster[rowB]);
    for (int a : members.of(cluster[rowA])) {
      for (int b : ofB) {
        count += rule.allows(Math.min(a, b), Math.max(a, b)) ? 1 : 0;
      }
    }
    return count;
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
      case ALONE -> scorer.calibratedAlone(ownEvidence);
      case APART -> apart(between(rowA, rowB, kept));
      case TOGETHER ->
          together(
              membershipBits(rowA, meanWithRest(rowA, evidence)),
              membershipBits(rowB, meanWithRest(rowB, evidence)));
    };
  }

  private double[] between(int rowA, int rowB, PairWeights kept) {
    double sum = 0;
    int[] ofB = members.of(cluster[rowB]);
    for (int a : members.of(cluster[rowA])) {
      for (int b : ofB) {
        double bits = kept.bits(Math.min(a, b), Math.max(a, b));
        sum += Double.isNaN(bits) ? 0 : limited(bits) - FAINT_BITS;
      }
    }
    return new double[] {sum, comparable(rowA, rowB)};
  }

  private double meanWithRest(int row, PairWeights evidence) {
    int[] own = members.of(cluster[row]);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < Math.min(Agglomeration.MOST_COMPARED + 1, own.length); i++) {
      if (own[i] != row && rule.allows(Math.min(own[i], row), Math.max(own[i], row))) {
        sum += limited(evidence.bits(Math.min(own[i], row), Math.max(own[i], row)));
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private static double limited(double bits) {
    return Math.max(-Agglomeration.LIMIT_BITS, Math.min(Agglomeration.LIMIT_BITS, bits));
  }

  private double apart(double[] sumAndCount) {
    double mean = sumAndCount[0] / sumAndCount[1] + FAINT_BITS;
    double bits = scorer.calibrated(mean) + GAIN_APART * log2(sumAndCount[1]);
    return Scorer.onGrid(Math.min(MOST_APART_BITS, bits));
  }

  private static double together(double bitsA, double bitsB) {
    // A row that the mode lets be compared with none of its group says nothing against it.
    double bits =
        Double.isNaN(bitsA) ? bitsB : Double.isNaN(bitsB) ? bitsA : Math.min(bitsA, bitsB);
    return Double.isNaN(bits) ? 0 : bits;
  }

  private double settled(int row, double mean) {
    if (Double.isNaN(mean)) {
      return mean;
    }
    double bits = scorer.calibrated(mean) + GAIN_TOGETHER * log2(comparable(row));
    return Scorer.onGrid(Math.max(Math.min(0, mean), bits));
  }

  /** With how many of its group a row is compared, of large ones with the first. */
  private int comparable(int row) {
    int own = cluster[row];
    int count = 0;
    for (int i = 0; i < Math.min(Agglomeration.MOST_COMPARED + 1, members.size(own)); i++) {
      int other = members.row(own, i);
      boolean isOther = other != row;
      count += isOther && rule.allows(Math.min(other, row), Math.max(other, row)) ? 1 : 0;
    }
    return count;
  }

  private static double log2(double count) {
    return Math.log(count) / Math.log(2);
  }

  /**
   * How surely a row belongs with the rest of its cluster, as a match weight; {@code NaN} where it
   * is alone.
   */
  double membershipBits(int row, double mean) {
    return switch (members.size(cluster[row])) {
      case 1 -> Double.NaN;
      case 2 -> scorer.calibratedAlone(mean);
      default -> settled(row, mean);
    };
  }
}
