package org.baophu.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.baophu.link.block.PairRule;
import org.baophu.link.cluster.Agglomeration;
import org.baophu.link.compare.Agreement;
import org.baophu.link.model.Scorer;
import org.baophu.link.table.Table;

/**
 * How often a source holds somebody twice, where the mode lets two of its records be no pair. Most
 * hold everybody once, some do not, and nobody says which: it shows in the clusters. Two records of
 * a source that share a cluster are one person's, or one of them is a namesake's.
 *
 * <p>Their evidence tells them apart, but for the prior, which is that of pairs across sources.
 * That of a source is found by expectation maximisation (as in M. Saerens, P. Latinne, C.
 * Decaestecker, Neural Computation 14, 2002): from the prior follow the probabilities that two such
 * records are one person's, from their sum, held against that of the pairs across sources, follows
 * the prior.
 */
final class SameSource {
  private static final int STEPS = 50;

  /** As if one person were found twice, so that few records do not prove that nobody is. */
  private static final double PRIOR_PAIRS = 1;

  private final Agreement agreement;
  private final PairRule rule;
  private final Scoring.Evidence evidence;
  private final Agreement.Vectors vectors;

  /** By level of the pair of sources, the evidence of records of one source in one cluster. */
  private final List<List<Double>> same = new ArrayList<>();

  private double matches;

  private SameSource(Agreement agreement, PairRule rule, Scoring.Evidence evidence) {
    this.agreement = agreement;
    this.rule = rule;
    this.evidence = evidence;
    this.vectors = agreement.vectors();
    for (int level = 0; level < agreement.levels(agreement.fields()).size(); level++) {
      same.add(new ArrayList<>());
    }
  }

  /**
   * By level of the pair of sources what two records of one source have against one cluster
   * beforehand, at most 0, in bits; empty where any two rows may be a pair, or no cluster holds
   * two.
   *
   * @param evidence about any two rows, of a model to which nothing of this is known
   * @param possiblePairs how many pairs the mode lets be compared
   * @param members of large clusters the first rows count
   */
  static List<Double> bits(
      Agreement agreement,
      PairRule rule,
      Scoring.Evidence evidence,
      double possiblePairs,
      Members members) {
    SameSource learning = new SameSource(agreement, rule, evidence);
    learning.look(members);
    boolean isNone = learning.same.stream().allMatch(List::isEmpty);
    return isNone || learning.matches == 0 ? List.of() : learning.bits(possiblePairs);
  }

  private void look(Members members) {
    for (int cluster = 0; cluster < members.clusters(); cluster++) {
      int size = Math.min(Agglomeration.MOST_COMPARED, members.size(cluster));
      for (int i = 0; i < size; i++) {
        for (int j = i + 1; j < size; j++) {
          look(members.row(cluster, i), members.row(cluster, j));
        }
      }
    }
  }

  private void look(int rowA, int rowB) {
    if (rule.allows(rowA, rowB)) {
      matches += Scorer.probability(evidence.bits(rowA, rowB));
    } else {
      same.get(vectors.compare(agreement.fields(), rowA, rowB))
          .add(evidence.sameSourceBits(rowA, rowB));
    }
  }

  private List<Double> bits(double possiblePairs) {
    double[] possible = possibleByLevel();
    List<Double> bits = new ArrayList<>(Collections.nCopies(possible.length, 0.0));
    for (int level = 0; level < possible.length; level++) {
      if (possible[level] > 0) {
        double across = matches / possiblePairs * possible[level];
        bits.set(level, prior(same.get(level), across));
      }
    }
    return bits;
  }

  /**
   * @param across how many of the source's pairs would match if they did as often as those across
   */
  private static double prior(List<Double> evidence, double across) {
    double bits = 0;
    for (int step = 0; step < STEPS; step++) {
      double known = bits;
      double found = evidence.stream().mapToDouble(own -> Scorer.probability(own + known)).sum();
      bits = Math.min(0, Math.log((found + PRIOR_PAIRS) / (across + PRIOR_PAIRS)) / Math.log(2));
    }
    return Scorer.onGrid(bits);
  }

  /** By level of the pair of sources how many pairs of rows of one source there are. */
  private double[] possibleByLevel() {
    Table table = agreement.table();
    int[] first = new int[table.sources().size()];
    double[] rows = new double[first.length];
    Arrays.fill(first, -1);
    double[] possible = new double[same.size()];
    for (int row = 0; row < table.size(); row++) {
      int source = table.source(row);
      rows[source]++;
      first[source] = first[source] < 0 ? row : first[source];
    }
    for (int source = 0; source < first.length; source++) {
      if (first[source] >= 0) {
        int level = vectors.compare(agreement.fields(), first[source], first[source]);
        possible[level] += rows[source] * (rows[source] - 1) / 2;
      }
    }
    return possible;
  }
}
