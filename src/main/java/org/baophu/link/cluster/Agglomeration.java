package org.baophu.link.cluster;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.baophu.link.block.PairList;
import org.baophu.link.block.PairRule;
import org.baophu.link.parallel.Tasks;

/** Joins rows to clusters, best pair first. Not safe for several threads. */
public final class Agglomeration {
  /** A pair counts towards the mean with at most this many bits, for or against. */
  public static final double LIMIT_BITS = 20;

  /** So many rows of a large group speak for it. */
  public static final int MOST_COMPARED = 12;

  private static final int SHARES_PER_THREAD = 8;

  private final int[] cluster;
  private final int[][] members;
  private final int[] sizes;
  private final PairWeights weights;
  private final double thresholdBits;
  private final int[] exclusive;
  private final PairRule compatible;
  private final int[][] forbidden;

  /**
   * Every row alone.
   *
   * @param thresholdBits groups are joined from this mean weight on; raising it gives fewer joins
   * @param exclusive by row a number of which a cluster may hold each only once, or empty
   * @param compatible whether one cluster may hold two rows
   */
  public Agglomeration(
      int rows, PairWeights weights, double thresholdBits, int[] exclusive, PairRule compatible) {
    this.cluster = new int[rows];
    this.members = new int[rows][];
    this.sizes = new int[rows];
    Arrays.fill(sizes, 1);
    Arrays.setAll(cluster, row -> row);
    this.weights = weights;
    this.thresholdBits = thresholdBits;
    this.exclusive = exclusive;
    this.compatible = compatible;
    this.forbidden = new int[rows][];
  }

  /** Joins pairs whatever the evidence; to be called before {@link #join}. */
  public void mustLink(PairList pairs) {
    for (int pair = 0; pair < pairs.size(); pair++) {
      int a = cluster[pairs.rowA(pair)];
      int b = cluster[pairs.rowB(pair)];
      if (a != b) {
        merge(a, b);
      }
    }
  }

  /** Keeps the rows of each pair in different clusters; to be called before {@link #join}. */
  public void cannotLink(PairList pairs) {
    for (int pair = 0; pair < pairs.size(); pair++) {
      forbid(pairs.rowA(pair), pairs.rowB(pair));
      forbid(pairs.rowB(pair), pairs.rowA(pair));
    }
  }

  private void forbid(int row, int other) {
    int[] known = forbidden[row];
    int[] grown = known == null ? new int[1] : Arrays.copyOf(known, known.length + 1);
    grown[grown.length - 1] = other;
    forbidden[row] = grown;
  }

  /** Offers pairs for joining, the heaviest first; of equal weight, in the order given. */
  public void join(int[] rowsA, int[] rowsB, double[] bits) {
    join(rowsA, rowsB, bits, 1, () -> weights);
  }

  /**
   * The same on several threads. Pairs that are connected by others come to one thread, which joins
   * them as if there were no others: whether two groups are joined depends on nothing else.
   *
   * @param ofThread the weights once more, for one thread each
   */
  public void join(
      int[] rowsA, int[] rowsB, double[] bits, int threads, Supplier<PairWeights> ofThread) {
    int[] offered =
        IntStream.range(0, bits.length).filter(pair -> bits[pair] >= thresholdBits).toArray();
    int shares = threads > 1 ? threads * SHARES_PER_THREAD : 1;
    int[] shareOf = shares == 1 ? new int[cluster.length] : shares(offered, rowsA, rowsB, shares);
    int[] sizesOfShares = new int[shares];
    for (int pair : offered) {
      sizesOfShares[shareOf[rowsA[pair]]]++;
    }
    long[][] orders = new long[shares][];
    Arrays.setAll(orders, share -> new long[sizesOfShares[share]]);
    for (int i = offered.length - 1; i >= 0; i--) {
      int pair = offered[i];
      int share = shareOf[rowsA[pair]];
      double fromTop = 1024 - Math.max(-1023, Math.min(1023, bits[pair]));
      orders[share][--sizesOfShares[share]] = (long) (fromTop * (1 << 20)) << 31 | pair;
    }
    Tasks.run(
        threads,
        shares,
        share -> {
          Arrays.sort(orders[share]);
          join(orders[share], rowsA, rowsB, bits, ofThread.get());
          return share;
        });
  }

  /** By row which share of the work it belongs to, the same for all rows that may be joined. */
  private int[] shares(int[] offered, int[] rowsA, int[] rowsB, int shares) {
    Forest forest = new Forest(cluster.length);
    for (int row = 0; row < cluster.length; row++) {
      forest.join(row, cluster[row]);
      int[] apart = forbidden[row];
      for (int i = 0; apart != null && i < apart.length; i++) {
        forest.join(row, apart[i]);
      }
    }
    for (int pair : offered) {
      forest.join(rowsA[pair], rowsB[pair]);
    }
    int[] shareOf = new int[cluster.length];
    Arrays.setAll(shareOf, row -> (int) ((long) forest.root(row) * shares / shareOf.length));
    return shareOf;
  }

  /** Offers pairs in an order, of which the lower bits are the pairs. */
  private void join(long[] order, int[] rowsA, int[] rowsB, double[] bits, PairWeights ofThread) {
    for (long next : order) {
      int pair = (int) (next & Integer.MAX_VALUE);
      int a = cluster[rowsA[pair]];
      int b = cluster[rowsB[pair]];
      if (a != b && mayMerge(a, b) && evidence(a, b, bits[pair], ofThread) >= thresholdBits) {
        merge(a, b);
      }
    }
  }

  private int[] rows(int id) {
    int[] own = members[id];
    return own == null ? new int[] {id} : own;
  }

  private boolean mayMerge(int a, int b) {
    int smaller = sizes[a] <= sizes[b] ? a : b;
    int larger = smaller == a ? b : a;
    for (int i = 0; i < sizes[smaller]; i++) {
      int row = rows(smaller)[i];
      int[] others = forbidden[row];
      if (others != null && Arrays.stream(others).anyMatch(other -> cluster[other] == larger)) {
        return false;
      }
    }
    return areCompatible(smaller, larger) && (exclusive.length == 0 || sharesNone(smaller, larger));
  }

  private boolean areCompatible(int a, int b) {
    for (int i = 0; i < sizes[a]; i++) {
      for (int j = 0; j < sizes[b]; j++) {
        if (!compatible.allows(rows(a)[i], rows(b)[j])) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean sharesNone(int a, int b) {
    for (int i = 0; i < sizes[a]; i++) {
      for (int j = 0; j < sizes[b]; j++) {
        if (exclusive[rows(a)[i]] == exclusive[rows(b)[j]]) {
          return false;
        }
      }
    }
    return true;
  }

  /** Mean weight of the pairs between two groups, of large groups the first rows of each. */
  private double evidence(int a, int b, double ownBits, PairWeights ofThread) {
    if (sizes[a] == 1 && sizes[b] == 1) {
      return ownBits;
    }
    int mostA = Math.min(MOST_COMPARED, sizes[a]);
    int mostB = Math.min(MOST_COMPARED, sizes[b]);
    return mean(rows(a), mostA, rows(b), mostB, ofThread);
  }

  private static double mean(
      int[] left, int leftSize, int[] right, int rightSize, PairWeights weights) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < leftSize; i++) {
      for (int j = 0; j < rightSize; j++) {
        double bits =
            left[i] == right[j]
                ? Double.NaN
                : weights.bits(Math.min(left[i], right[j]), Math.max(left[i], right[j]));
        if (!Double.isNaN(bits)) {
          sum += Math.max(-LIMIT_BITS, Math.min(LIMIT_BITS, bits));
          count++;
        }
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private void merge(int a, int b) {
    int kept = sizes[a] > sizes[b] || (sizes[a] == sizes[b] && a < b) ? a : b;
    int gone = kept == a ? b : a;
    int[] joined =
        Arrays.copyOf(rows(kept), Math.max(sizes[kept] + sizes[gone], rows(kept).length));
    if (joined.length < sizes[kept] + sizes[gone]) {
      joined = Arrays.copyOf(joined, sizes[kept] + sizes[gone]);
    }
    System.arraycopy(rows(gone), 0, joined, sizes[kept], sizes[gone]);
    for (int i = 0; i < sizes[gone]; i++) {
      cluster[joined[sizes[kept] + i]] = kept;
    }
    members[kept] = joined;
    sizes[kept] += sizes[gone];
    sizes[gone] = 0;
    members[gone] = null;
  }

  /** The clusters, numbered from 0 in the order of their first rows. */
  public int[] clusters() {
    int[] numbers = new int[cluster.length];
    Arrays.fill(numbers, -1);
    int[] result = new int[cluster.length];
    int next = 0;
    for (int row = 0; row < cluster.length; row++) {
      if (numbers[cluster[row]] < 0) {
        numbers[cluster[row]] = next++;
      }
      result[row] = numbers[cluster[row]];
    }
    return result;
  }
}
