package org.baophu.link;

import java.util.Arrays;
import org.baophu.link.cluster.Agglomeration;
import org.baophu.link.cluster.PairWeights;
import org.baophu.link.model.Cut;
import org.jspecify.annotations.Nullable;

/**
 * The cut that a group hangs together by least: the last join of average linkage (R. R. Sokal, C.
 * D. Michener, Univ. Kansas Sci. Bull. 38, 1958) among its first rows.
 *
 * @param bits the mean evidence across
 * @param side as bits, by place in the group, the rows on one side; never more than on the other
 * @param rows how many rows of the group were looked at
 */
record Split(double bits, int side, int rows) {
  /** So many rows of a large group are looked at. */
  static final int MOST_ROWS = Agglomeration.MOST_COMPARED + 1;

  /**
   * The weakest cut of a group, {@code null} where nothing is known across it.
   *
   * @param size how many rows there are, at least 2
   * @param evidence by places in the group, the smaller first; {@code NaN} where nothing is known
   */
  static @Nullable Split of(int size, PairWeights evidence) {
    int rows = Math.min(MOST_ROWS, size);
    Linkage linkage = new Linkage(rows, evidence);
    for (int left = rows; left > 2; left--) {
      linkage.joinBest();
    }
    return linkage.last();
  }

  /** The kind of {@link Cut}. */
  int kind() {
    int count = Integer.bitCount(side);
    return Cut.kind(count, rows - count);
  }

  /** Whether it parts one row from all others. */
  boolean isOfOne() {
    return Integer.bitCount(side) == 1;
  }

  /** Whether a row stands on the side that has no more rows than the other. */
  boolean leaves(int place) {
    boolean isHalf = 2 * Integer.bitCount(side) == rows;
    return place < rows && (isHalf || isOnSide(place));
  }

  /** Whether two rows stand on different sides. */
  boolean parts(int placeA, int placeB) {
    return Math.max(placeA, placeB) < rows && isOnSide(placeA) != isOnSide(placeB);
  }

  private boolean isOnSide(int place) {
    return (side >>> place & 1) == 1;
  }

  /** Groups of rows and what speaks for joining any two of them. */
  private static final class Linkage {
    private final int[] groups;
    private final double[][] sums;
    private final int[][] counts;

    private Linkage(int rows, PairWeights evidence) {
      groups = new int[rows];
      sums = new double[rows][rows];
      counts = new int[rows][rows];
      for (int later = 0; later < rows; later++) {
        groups[later] = 1 << later;
        for (int earlier = 0; earlier < later; earlier++) {
          double bits = evidence.bits(earlier, later);
          if (!Double.isNaN(bits)) {
            sums[earlier][later] = sums[later][earlier] = Memberships.limited(bits);
            counts[earlier][later] = counts[later][earlier] = 1;
          }
        }
      }
    }

    /** Joins the two groups that most speaks for, of equals the first. */
    private void joinBest() {
      int bestA = -1;
      int bestB = -1;
      double best = Double.NEGATIVE_INFINITY;
      for (int a = 0; a < groups.length; a++) {
        for (int b = a + 1; b < groups.length; b++) {
          double mean = mean(a, b);
          if (groups[a] != 0 && groups[b] != 0 && (bestA < 0 || mean > best)) {
            bestA = a;
            bestB = b;
            best = mean;
          }
        }
      }
      join(bestA, bestB);
    }

    private double mean(int a, int b) {
      return counts[a][b] == 0 ? Double.NEGATIVE_INFINITY : sums[a][b] / counts[a][b];
    }

    private void join(int a, int b) {
      groups[a] |= groups[b];
      groups[b] = 0;
      for (int other = 0; other < groups.length; other++) {
        sums[a][other] += sums[b][other];
        sums[other][a] = sums[a][other];
        counts[a][other] += counts[b][other];
        counts[other][a] = counts[a][other];
      }
    }

    private @Nullable Split last() {
      int[] left = Arrays.stream(groups).filter(group -> group != 0).toArray();
      int a = placeOf(left[0]);
      int b = placeOf(left[1]);
      boolean isFewer = Integer.bitCount(left[0]) < Integer.bitCount(left[1]);
      return counts[a][b] == 0
          ? null
          : new Split(sums[a][b] / counts[a][b], isFewer ? left[0] : left[1], groups.length);
    }

    private int placeOf(int group) {
      int place = 0;
      while (groups[place] != group) {
        place++;
      }
      return place;
    }
  }
}
