package org.baophu.link;

import java.util.Arrays;
import org.baophu.link.cluster.Agglomeration;
import org.baophu.link.cluster.PairWeights;

/**
 * How surely rows belong with the rest of their clusters: the mean evidence of a row's pairs with
 * the others, each limited as in clustering, of large clusters the first rows.
 */
final class Memberships {
  private final int[] clusters;
  private final int[][] members;
  private final PairWeights evidence;

  Memberships(int[] clusters, PairWeights evidence) {
    this.clusters = clusters;
    this.evidence = evidence;
    int[] sizes = new int[Arrays.stream(clusters).max().orElse(-1) + 1];
    for (int cluster : clusters) {
      sizes[cluster]++;
    }
    this.members = new int[sizes.length][];
    Arrays.setAll(members, cluster -> new int[sizes[cluster]]);
    for (int row = clusters.length - 1; row >= 0; row--) {
      members[clusters[row]][--sizes[clusters[row]]] = row;
    }
  }

  /** By row its mean evidence in bits, {@code NaN} where it is alone. */
  double[] bits() {
    double[] bits = new double[clusters.length];
    Arrays.setAll(bits, this::bits);
    return bits;
  }

  private double bits(int row) {
    int[] all = members[clusters[row]];
    double sum = 0;
    int count = 0;
    for (int i = 0; i < Math.min(Agglomeration.MOST_COMPARED + 1, all.length); i++) {
      double bits =
          all[i] == row ? Double.NaN : evidence.bits(Math.min(row, all[i]), Math.max(row, all[i]));
      if (!Double.isNaN(bits)) {
        sum += Math.max(-Agglomeration.LIMIT_BITS, Math.min(Agglomeration.LIMIT_BITS, bits));
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
