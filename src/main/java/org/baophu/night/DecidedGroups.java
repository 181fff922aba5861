package org.baophu.night;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.baophu.identity.Decision;
import org.baophu.identity.Verdict;
import org.baophu.person.RecordKey;
import org.baophu.standard.StandardRecord;

/**
 * What clerks decided, as certain as they said it: whose records are one person's, directly or by a
 * chain of matches, and which persons are not one.
 *
 * <p>Linkage is bound by decisions, but says of what it joined because of them what the evidence
 * says, which may be next to nothing. That is right for telling which part of a split person keeps
 * the id; whether a person is insured must not rest on it. So persons are assessed by memberships
 * raised to what was decided, and without the possible matches that were ruled out.
 */
final class DecidedGroups {
  private final int[] cluster;
  private final List<int[]> apart = new ArrayList<>();
  private final Map<Integer, Integer> parents = new HashMap<>();
  private final Map<Integer, List<Integer>> groups = new TreeMap<>();

  /**
   * Groups records.
   *
   * @param cluster the cluster of each record
   * @param decisions those in force; what they say of records that are not there is left out
   */
  DecidedGroups(int[] cluster, List<StandardRecord> records, List<Decision> decisions) {
    this.cluster = cluster;
    Map<RecordKey, Integer> rows = rows(records, decisions);
    for (Decision decision : decisions) {
      Integer a = rows.get(decision.a());
      Integer b = rows.get(decision.b());
      if (a != null && b != null) {
        add(decision.verdict(), a, b);
      }
    }
    for (int row : IntStream.range(0, cluster.length).filter(parents::containsKey).toArray()) {
      groups.computeIfAbsent(root(row), root -> new ArrayList<>()).add(row);
    }
  }

  private static Map<RecordKey, Integer> rows(
      List<StandardRecord> records, List<Decision> decisions) {
    Set<RecordKey> named = new HashSet<>();
    decisions.forEach(decision -> named.addAll(List.of(decision.a(), decision.b())));
    Map<RecordKey, Integer> rows = new HashMap<>();
    for (int row = 0; row < records.size() && rows.size() < named.size(); row++) {
      if (named.contains(records.get(row).key())) {
        rows.put(records.get(row).key(), row);
      }
    }
    return rows;
  }

  private void add(Verdict verdict, int a, int b) {
    switch (verdict) {
      case MATCH -> parents.put(Math.max(root(a), root(b)), Math.min(root(a), root(b)));
      case NO_MATCH -> apart.add(new int[] {a, b});
      case REVOKE -> {}
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
   * The records that are surely one person's, as indexes in ascending order, in groups of two or
   * more.
   */
  List<List<Integer>> groups() {
    return List.copyOf(groups.values());
  }

  /** What linkage found, with what was decided as certain as that. */
  Links certain(Links links) {
    float[] membership = links.membership().clone();
    Map<Integer, Integer> sizes = new HashMap<>();
    groups.keySet().forEach(row -> sizes.put(cluster[row], 0));
    for (int own : cluster) {
      sizes.computeIfPresent(own, (key, size) -> size + 1);
    }
    groups.values().forEach(group -> raise(group, sizes, membership));
    Set<Long> ruledOut = new HashSet<>();
    apart.forEach(pair -> ruledOut.add(clusters(pair[0], pair[1])));
    int[] left =
        IntStream.range(0, links.pairs())
            .filter(i -> !ruledOut.contains(clusters(links.rowA()[i], links.rowB()[i])))
            .toArray();
    return links.with(membership, left);
  }

  /** As sure as the surest of them; sure where they are all that the person has. */
  private void raise(List<Integer> group, Map<Integer, Integer> sizes, float[] membership) {
    int all = sizes.getOrDefault(cluster[group.get(0)], 0);
    float surest = 0;
    for (int row : group) {
      surest = Math.max(surest, membership[row]);
    }
    for (int row : group) {
      membership[row] = all == group.size() ? 1 : surest;
    }
  }

  private long clusters(int rowA, int rowB) {
    int one = Math.min(cluster[rowA], cluster[rowB]);
    return (long) one << Integer.SIZE | Math.max(cluster[rowA], cluster[rowB]);
  }
}
