package org.baophu.link;

import org.baophu.link.cluster.PairWeights;
import org.baophu.link.model.Calibration;
import org.baophu.link.model.Cut;
import org.baophu.link.model.Scorer;
import org.baophu.link.parallel.Tasks;
import org.jspecify.annotations.Nullable;

/**
 * Shows pairs and cuts to what learns the calibration. Where either record of a pair has third ones
 * beside it, the clusters tell whether it is a match; where neither has, only how the evidence is
 * distributed. A cut is what two groups were not joined across, or what a cluster of three or more
 * hangs together by least.
 */
final class Cuts {
  private final Members members;
  private final ScoredPairs pairs;

  /** By cluster the two groups of several rows that it may be, if it is in doubt. */
  private final @Nullable Split[] splits;

  private final Calibration.Learning learning = new Calibration.Learning();

  private Cuts(Members members, ScoredPairs pairs) {
    this.members = members;
    this.pairs = pairs;
    this.splits = new Split[members.clusters()];
  }

  /**
   * What clusters show.
   *
   * @param pairs with their evidence
   * @param between what they say of clusters that were not joined
   * @param evidence about any pair
   */
  static Calibration learn(
      Members members, ScoredPairs pairs, Between between, PairWeights evidence, int threads) {
    Cuts cuts = new Cuts(members, pairs);
    cuts.addTogether(evidence);
    cuts.addApart(between);
    cuts.addPairs(threads);
    return cuts.learning.calibration();
  }

  private void addPairs(int threads) {
    boolean[] together = new boolean[pairs.size()];
    int[] kinds = new int[pairs.size()];
    Tasks.inChunks(
        threads,
        pairs.size(),
        (from, to) -> {
          for (int pair = from; pair < to; pair++) {
            int a = pairs.rowA(pair);
            int b = pairs.rowB(pair);
            together[pair] = members.cluster(a) == members.cluster(b);
            kinds[pair] = kind(a, b);
          }
        });
    for (int pair = 0; pair < kinds.length; pair++) {
      if (kinds[pair] == Cut.ALONE) {
        learning.addCut(kinds[pair], pairs.weightBits(pair), together[pair]);
      } else {
        learning.add(kinds[pair], pairs.weightBits(pair), together[pair] ? 1 : 0);
      }
    }
  }

  /** The kind of the cut that a pair lies across. */
  private int kind(int rowA, int rowB) {
    int own = members.cluster(rowA);
    int size = members.size(own);
    if (own != members.cluster(rowB)) {
      return Cut.kind(size, members.size(members.cluster(rowB)));
    }
    Split split = splits[own];
    boolean isAcross =
        split != null && split.parts(members.place(own, rowA), members.place(own, rowB));
    return isAcross ? split.kind() : Cut.kind(1, size - 1);
  }

  private void addApart(Between between) {
    between.each(
        (a, b, bits) -> {
          int kind = Cut.kind(members.size(a), members.size(b));
          learning.addCut(kind, Scorer.onGrid(Math.min(0, bits)), false);
        });
  }

  /** Clusters of which all pairs are sure have no cut in doubt. */
  private void addTogether(PairWeights evidence) {
    int[] sure = new int[members.clusters()];
    for (int pair = 0; pair < pairs.size(); pair++) {
      int own = members.cluster(pairs.rowA(pair));
      boolean isSure = own == members.cluster(pairs.rowB(pair));
      sure[own] += isSure && pairs.weightBits(pair) >= Calibration.SURE_BITS ? 1 : 0;
    }
    for (int own = 0; own < sure.length; own++) {
      long size = members.size(own);
      if (size > 2 && sure[own] < size * (size - 1) / 2) {
        int[] rows = members.of(own);
        Split split = Split.of(rows.length, (a, b) -> evidence.bits(rows[a], rows[b]));
        if (split != null) {
          learning.addCut(split.kind(), Scorer.onGrid(split.bits()), true);
          splits[own] = split.isOfOne() ? null : split;
        }
      }
    }
  }
}
