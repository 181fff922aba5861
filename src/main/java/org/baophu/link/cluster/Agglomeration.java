package org.baophu.link.cluster;

import java.util.Arrays;
import org.baophu.link.block.PairList;
import org.baophu.link.block.PairRule;

/** Joins rows to clusters, best pair first. Not safe for several threads. */
public final class Agglomeration {
  /** A pair counts towards the mean with at most this many bits, for or against. */
  public static final double LIMIT_BITS = 20;

  /** So many rows of a large group speak for it. */
  public static final int MOST_COMPARED = 12;

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
    long[] order = new long[bits.length];
    int used = 0;
    for (int pair = 0; pair < bits.length; pair++) {
      if (bits[pair] >= thresholdBits) {
        double fromTop = 1024 - Math.max(-1023, Math.min(1023, bits[pair]));
        order[used++] = (long) (fromTop * (1 << 20)) << 31 | pair;
      }
    }
    Arrays.sort(order, 0, used);
    for (int i = 0; i < used; i++) {
      int pair = (int) (order[i] & Integer.MAX_VALUE);
      int a = cluster[rowsA[pair]];
      int b = cluster[rowsB[pair]];
      if (a != b && mayMerge(a, b) && evidence(a, b, bits[pair]) >= thresholdBits) {
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
  private double evidence(int a, int b, double ownBits) {
    if (sizes[a] == 1 && sizes[b] == 1) {
      return ownBits;
    }
    return mean(
        rows(a), Math.min(MOST_COMPARED, sizes[a]), rows(b), Math.min(MOST_COMPARED, sizes[b]));
  }

  private double mean(int[] left, int leftSize, int[] right, int rightSize) {
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
