package org.baophu.link;

import java.util.Arrays;

/** Clusters, and by cluster its rows, ascending, all in one array. Immutable. */
final class Members {
  private final int[] clusters;
  private final int[] starts;
  private final int[] rows;

  /**
   * @param cluster the cluster of each row, from 0; kept, and not to be changed any more
   */
  Members(int[] cluster) {
    clusters = cluster;
    starts = new int[Arrays.stream(cluster).max().orElse(-1) + 2];
    for (int own : cluster) {
      starts[own + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    rows = new int[cluster.length];
    int[] next = starts.clone();
    for (int row = 0; row < cluster.length; row++) {
      rows[next[cluster[row]]++] = row;
    }
  }

  /** How many clusters there are. */
  int clusters() {
    return starts.length - 1;
  }

  /** The cluster of a row. */
  int cluster(int row) {
    return clusters[row];
  }

  /** The cluster of every row, not to be changed. */
  int[] clusterOfRow() {
    return clusters;
  }

  /** How many rows a cluster has. */
  int size(int cluster) {
    return starts[cluster + 1] - starts[cluster];
  }

  /** A row of a cluster, by its place in it. */
  int row(int cluster, int place) {
    return rows[starts[cluster] + place];
  }

  /** The place of a row in its cluster, the inverse of {@link #row}. */
  int place(int cluster, int row) {
    return Arrays.binarySearch(rows, starts[cluster], starts[cluster + 1], row) - starts[cluster];
  }

  /** The rows of a cluster, copied. */
  int[] of(int cluster) {
    return Arrays.copyOfRange(rows, starts[cluster], starts[cluster + 1]);
  }
}
