package org.baophu.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baophu.link.block.PairRule;
import org.baophu.link.parallel.Tasks;

/**
 * What speaks for joining groups that were not joined: by two groups the mean evidence of the pairs
 * between them, each limited as in clustering.
 */
final class Between {
  /** What a pair of two groups says that is too faint to be kept. */
  static final double FAINT_BITS = -12;

  /** By share of the pairs of groups those of which a pair is kept. */
  private final List<Map<Long, Across>> across;

  private Between(List<Map<Long, Across>> across) {
    this.across = across;
  }

  /** Sum and number of pairs across, of those kept beyond what faint ones say. */
  private static final class Across {
    private final int groupA;
    private final int groupB;
    private final int count;
    private double sum;

    private Across(int groupA, int groupB, int count) {
      this.groupA = groupA;
      this.groupB = groupB;
      this.count = count;
    }

    private double mean() {
      return sum / count + FAINT_BITS;
    }
  }

  /** Takes two groups that were not joined, and the mean evidence across. */
  interface Use {
    void accept(int groupA, int groupB, double bits);
  }

  /** Pairs between groups of which either has several rows. */
  static Between of(ScoredPairs pairs, Members members, PairRule rule, int threads) {
    int shares = Math.max(1, threads);
    return new Between(
        Tasks.run(threads, shares, share -> of(pairs, members, rule, share, shares)));
  }

  /** Two groups come to one share, so that their pairs are summed in the order given. */
  private static Map<Long, Across> of(
      ScoredPairs pairs, Members members, PairRule rule, int share, int shares) {
    Map<Long, Across> across = new HashMap<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      int a = members.cluster(pairs.rowA(pair));
      int b = members.cluster(pairs.rowB(pair));
      if (a != b
          && share(a, b, shares) == share
          && Math.max(members.size(a), members.size(b)) > 1) {
        across.computeIfAbsent(key(a, b), k -> new Across(a, b, comparable(members, a, b, rule)))
                .sum +=
            Memberships.limited(pairs.weightBits(pair)) - FAINT_BITS;
      }
    }
    return across;
  }

  private static int share(int groupA, int groupB, int shares) {
    return (groupA + groupB & Integer.MAX_VALUE) % shares;
  }

  /** The mean evidence between two groups of which a pair is kept. */
  double mean(int groupA, int groupB) {
    Across known = across.get(share(groupA, groupB, across.size())).get(key(groupA, groupB));
    return known == null ? FAINT_BITS : known.mean();
  }

  /** Every two groups once, in no order that counts. */
  void each(Use use) {
    for (Map<Long, Across> share : across) {
      for (Across known : share.values()) {
        use.accept(known.groupA, known.groupB, known.mean());
      }
    }
  }

  private static long key(int groupA, int groupB) {
    return (long) Math.min(groupA, groupB) << Integer.SIZE | Math.max(groupA, groupB);
  }

  /** How many pairs of two groups the mode lets be compared. */
  static int comparable(Members members, int groupA, int groupB, PairRule rule) {
    int count = 0;
    int[] ofB = members.of(groupB);
    for (int a : members.of(groupA)) {
      for (int b : ofB) {
        count += rule.allows(Math.min(a, b), Math.max(a, b)) ? 1 : 0;
      }
    }
    return count;
  }
}
