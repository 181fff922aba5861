package org.baophu.link;

import java.util.Arrays;
import java.util.function.Supplier;
import org.baophu.link.cluster.Agglomeration;
import org.baophu.link.cluster.PairWeights;
import org.baophu.link.parallel.Tasks;

/**
 * How surely rows belong with the rest of their clusters: the mean evidence of a row's pairs with
 * the others, each limited as in clustering, of large clusters the first rows.
 */
final class Memberships {
  private static final int CHUNK_CLUSTERS = 1 << 16;

  private final int rows;

  private final Members members;

  private final Supplier<PairWeights> evidence;

  /**
   * @param evidence makes what one thread asks for the evidence about pairs
   */
  Memberships(int[] clusters, Supplier<PairWeights> evidence) {
    this.rows = clusters.length;
    this.evidence = evidence;
    this.members = new Members(clusters);
  }

  /** By row its mean evidence in bits, {@code NaN} where it is alone. */
  double[] bits(int threads) {
    double[] bits = new double[rows];
    Arrays.fill(bits, Double.NaN);
    int chunks = (members.clusters() + CHUNK_CLUSTERS - 1) / CHUNK_CLUSTERS;
    Tasks.run(
        threads,
        chunks,
        chunk -> {
          PairWeights own = evidence.get();
          int to = Math.min(members.clusters(), (chunk + 1) * CHUNK_CLUSTERS);
          for (int cluster = chunk * CHUNK_CLUSTERS; cluster < to; cluster++) {
            if (members.size(cluster) > 1) {
              fill(members.of(cluster), own, bits);
            }
          }
          return chunk;
        });
    return bits;
  }

  private static void fill(int[] own, PairWeights evidence, double[] bits) {
    int compared = Math.min(Agglomeration.MOST_COMPARED + 1, own.length);
    double[] sums = new double[own.length];
    int[] counts = new int[own.length];
    for (int later = 1; later < own.length; later++) {
      for (int earlier = 0; earlier < Math.min(later, compared); earlier++) {
        double pair = evidence.bits(own[earlier], own[later]);
        if (!Double.isNaN(pair)) {
          double limited =
              Math.max(-Agglomeration.LIMIT_BITS, Math.min(Agglomeration.LIMIT_BITS, pair));
          sums[later] += limited;
          counts[later]++;
          // Each pair is weighed once, for both of its rows.
          sums[earlier] += later < compared ? limited : 0;
          counts[earlier] += later < compared ? 1 : 0;
        }
      }
    }
    for (int i = 0; i < own.length; i++) {
      bits[own[i]] = counts[i] == 0 ? Double.NaN : sums[i] / counts[i];
    }
  }
}
