package org.baophu.link;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.baophu.link.block.PairRule;
import org.baophu.link.cluster.Agglomeration;
import org.baophu.link.cluster.PairWeights;
import org.baophu.link.model.Scorer;

/**
 * What third records say about a pair: from its own evidence to its match weight.
 *
 * <ul>
 *   <li>{@link Standing#ALONE}, neither record has another one beside it: {@code weight = c(e) +
 *       alone}, c the calibration, e the pair's evidence. Such pairs match far more often than
 *       others of the same evidence, since no other record competes for either.
 *   <li>{@link Standing#APART}, the groups of the two were not joined: {@code weight = min(0, mean
 *       evidence between the groups)}. However much one pair agrees, it matches only if all their
 *       records are one's. Pairs that are not kept count as {@value #FAINT_BITS} bits.
 *   <li>{@link Standing#TOGETHER}, one group of three or more: by how surely each of the two
 *       belongs with the rest of the group, {@code min(M, c(M) + 1.25)}, M the smaller of the two
 *       mean weights.
 * </ul>
 *
 * <p>The 1.25 bits were chosen where truth was known, for three generated provinces with one, two
 * and three times the usual errors; all else is learnt.
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

  private static final double MEAN_GAIN_BITS = 1.25;

  private final int[] cluster;
  private final int[][] members;
  private final PairRule rule;
  private final Scorer scorer;

  /**
   * @param cluster the cluster of each row, from 0
   * @param rule which rows the mode lets be compared
   */
  Companions(int[] cluster, PairRule rule, Scorer scorer) {
    this.cluster = cluster;
    this.members = members(cluster);
    this.rule = rule;
    this.scorer = scorer;
  }

  private static int[][] members(int[] cluster) {
    int[] sizes = new int[Arrays.stream(cluster).max().orElse(-1) + 1];
    for (int own : cluster) {
      sizes[own]++;
    }
    int[][] members = new int[sizes.length][];
    Arrays.setAll(members, own -> new int[sizes[own]]);
    for (int row = cluster.length - 1; row >= 0; row--) {
      members[cluster[row]][--sizes[cluster[row]]] = row;
    }
    return members;
  }

  /** How two rows stand. */
  Standing standing(int rowA, int rowB) {
    int sizeA = members[cluster[rowA]].length;
    int sizeB = members[cluster[rowB]].length;
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
  ScoredPairs weigh(ScoredPairs pairs, double[] memberships) {
    Map<Long, double[]> between = between(pairs);
    double[] bits = new double[pairs.size()];
    for (int pair = 0; pair < bits.length; pair++) {
      int a = pairs.rowA(pair);
      int b = pairs.rowB(pair);
      bits[pair] =
          switch (standing(a, b)) {
            case ALONE -> scorer.calibratedAlone(pairs.weightBits(pair));
            case APART -> apart(between.getOrDefault(groups(a, b), new double[2]));
            case TOGETHER -> together(memberships[a], memberships[b]);
          };
    }
    return new ScoredPairs(pairs.rowsA(), pairs.rowsB(), bits);
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
    for (int a : members[cluster[rowA]]) {
      for (int b : members[cluster[rowB]]) {
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
      case TOGETHER -> together(meanWithRest(rowA, evidence), meanWithRest(rowB, evidence));
    };
  }

  private double[] between(int rowA, int rowB, PairWeights kept) {
    double sum = 0;
    for (int a : members[cluster[rowA]]) {
      for (int b : members[cluster[rowB]]) {
        double bits = kept.bits(Math.min(a, b), Math.max(a, b));
        sum += Double.isNaN(bits) ? 0 : limited(bits) - FAINT_BITS;
      }
    }
    return new double[] {sum, comparable(rowA, rowB)};
  }

  private double meanWithRest(int row, PairWeights evidence) {
    int[] own = members[cluster[row]];
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

  private static double apart(double[] sumAndCount) {
    return Scorer.onGrid(Math.min(0, sumAndCount[0] / sumAndCount[1] + FAINT_BITS));
  }

  private double together(double meanA, double meanB) {
    // A row that the mode lets be compared with none of its group says nothing against it.
    double mean =
        Double.isNaN(meanA) ? meanB : Double.isNaN(meanB) ? meanA : Math.min(meanA, meanB);
    return Double.isNaN(mean) ? 0 : settled(mean);
  }

  private double settled(double mean) {
    return Scorer.onGrid(Math.min(mean, scorer.calibrated(mean) + MEAN_GAIN_BITS));
  }

  /**
   * How surely a row belongs with the rest of its cluster, as a match weight; {@code NaN} where it
   * is alone.
   */
  double membershipBits(int row, double mean) {
    return switch (members[cluster[row]].length) {
      case 1 -> Double.NaN;
      case 2 -> scorer.calibratedAlone(mean);
      default -> settled(mean);
    };
  }
}
