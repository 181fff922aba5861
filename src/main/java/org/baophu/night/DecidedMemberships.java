package org.baophu.night;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baophu.link.RowPair;

/**
 * A clerk's match is no matter of probability: records that decisions join, directly or by a chain,
 * belong to their person as surely as the surest of them, and surely where they are all that the
 * person has.
 */
final class DecidedMemberships {
  private final Map<Integer, Integer> parents = new HashMap<>();

  /**
   * @param matches pairs of records that are decided to be one person's
   */
  DecidedMemberships(List<RowPair> matches) {
    for (RowPair match : matches) {
      int a = root(match.rowA());
      int b = root(match.rowB());
      parents.put(Math.max(a, b), Math.min(a, b));
    }
  }

  /** Every record that is asked for becomes known, as its own root at first. */
  private int root(int row) {
    int root = row;
    int up = parents.computeIfAbsent(root, own -> own);
    while (up != root) {
      root = up;
      up = parents.computeIfAbsent(root, own -> own);
    }
    return root;
  }

  /**
   * Raises the memberships of decided records.
   *
   * @param cluster the cluster of each record; decided records share theirs
   * @param membership of each record in its cluster, in [0,1]; changed in place
   */
  void raise(int[] cluster, float[] membership) {
    Map<Integer, Float> surest = new HashMap<>();
    Map<Integer, Integer> decided = new HashMap<>();
    for (int row : List.copyOf(parents.keySet())) {
      surest.merge(root(row), membership[row], Math::max);
      decided.merge(root(row), 1, Integer::sum);
    }
    Map<Integer, Integer> sizes = new HashMap<>();
    decided.keySet().forEach(root -> sizes.put(cluster[root], 0));
    for (int own : cluster) {
      sizes.computeIfPresent(own, (key, size) -> size + 1);
    }
    for (int row : List.copyOf(parents.keySet())) {
      int root = root(row);
      boolean all = decided.getOrDefault(root, 0).equals(sizes.get(cluster[row]));
      membership[row] = all ? 1 : surest.getOrDefault(root, membership[row]);
    }
  }
}
