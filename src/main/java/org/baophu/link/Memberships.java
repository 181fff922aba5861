package org.baophu.link;

import java.util.Arrays;
import java.util.function.Supplier;
import org.baophu.link.cluster.Agglomeration;
import org.baophu.link.cluster.PairWeights;
import org.baophu.link.parallel.Tasks;
import org.jspecify.annotations.Nullable;

/**
 * How surely rows belong with the rest of their clusters: the mean evidence of a row's pairs with
 * the others, each limited as in clustering, of large clusters the first rows; and where a cluster
 * may be two groups, what speaks for joining these.
 */
final class Memberships {
  private static final int CHUNK_CLUSTERS = 1 << 16;

  /** The fewest rows that may be two groups of several. */
  private static final int LEAST_SPLIT = 4;

  private final double[] means;
  private final @Nullable Split[] splits;
  private final Members members;

  private Memberships(Members members) {
    this.members = members;
    this.means = new double[members.clusterOfRow().length];
    this.splits = new Split[members.clusters()];
    Arrays.fill(means, Double.NaN);
  }

  /**
   * Weighs all pairs within clusters.
   *
   * @param evidence makes what one thread asks for the evidence about pairs
   */
  static Memberships of(Members members, Supplier<PairWeights> evidence, int threads) {
    Memberships found = new Memberships(members);
    int count = members.clusters();
    int chunks = (count + CHUNK_CLUSTERS - 1) / CHUNK_CLUSTERS;
    Tasks.run(
        threads,
        chunks,
        chunk -> {
          PairWeights own = evidence.get();
          int to = Math.min(count, (chunk + 1) * CHUNK_CLUSTERS);
          for (int cluster = chunk * CHUNK_CLUSTERS; cluster < to; cluster++) {
            if (members.size(cluster) > 1) {
              found.fill(cluster, own);
            }
          }
          return chunk;
        });
    return found;
  }

  /** A row's mean evidence in bits, {@code NaN} where it is alone. */
  double mean(int row) {
    return means[row];
  }

  /** The two groups of several rows that a cluster may be, {@code null} for none. */
  @Nullable Split split(int cluster) {
    return splits[cluster];
  }

  private void fill(int cluster, PairWeights evidence) {
    int[] own = members.of(cluster);
    int compared = Math.min(Split.MOST_ROWS, own.length);
    double[] sums = new double[own.length];
    int[] counts = new int[own.length];
    double[][] known = new double[own.length < LEAST_SPLIT ? 0 : compared][compared];
    for (int later = 1; later < own.length; later++) {
      for (int earlier = 0; earlier < Math.min(later, compared); earlier++) {
        double pair = evidence.bits(own[earlier], own[later]);
        if (later < known.length) {
          known[earlier][later] = pair;
        }
        if (!Double.isNaN(pair)) {
          double limited = limited(pair);
          sums[later] += limited;
          counts[later]++;
          // Each pair is weighed once, for both of its rows.
          sums[earlier] += later < compared ? limited : 0;
          counts[earlier] += later < compared ? 1 : 0;
        }
      }
    }
    for (int i = 0; i < own.length; i++) {
      means[own[i]] = counts[i] == 0 ? Double.NaN : sums[i] / counts[i];
    }
    if (known.length > 0) {
      splits[cluster] = ofSeveral(own.length, (a, b) -> known[a][b]);
    }
  }

  /** The two groups of several rows that a group may be, {@code null} for none. */
  static @Nullable Split ofSeveral(int size, PairWeights byPlace) {
    Split split = size < LEAST_SPLIT ? null : Split.of(size, byPlace);
    return split == null || split.isOfOne() ? null : split;
  }

  /** Evidence as clustering counts it, for or against. */
  static double limited(double bits) {
    return Math.max(-Agglomeration.LIMIT_BITS, Math.min(Agglomeration.LIMIT_BITS, bits));
  }
}
