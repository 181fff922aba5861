package org.baophu.link.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.baophu.link.compare.Level;

/**
 * Which fields agree and differ together among the matches: whoever moved has another address and
 * another commune, and two names that changed places differ both. Taken for independent, such
 * differences count twice, and the matches that show them are lost.
 *
 * <p>It is read off the patterns by the mutual information of two fields' kinds of agreement, each
 * pattern weighing as much as it is a match. A pair of fields counts where that is at least {@value
 * #LEAST_BITS} bits and more than chance shows by the Bayesian information criterion (G. Schwarz,
 * Ann. Stat. 6, 1978); of these the strongest are taken as long as they form a forest (C. K. Chow
 * and C. N. Liu, IEEE Trans. Inf. Theory 14, 1968), given what repeats what.
 */
final class Dependence {
  private static final double LEAST_BITS = 0.05;

  private final Patterns patterns;
  private final double[] match;
  private final int[][] kinds;

  /** Two entries and what the agreement of one tells of the other's, in bits a match. */
  private record Edge(int first, int second, double bits) {}

  private Dependence(Patterns patterns, double[] match, List<List<Level>> levels) {
    this.patterns = patterns;
    this.match = match;
    this.kinds = levels.stream().map(Dependence::kinds).toArray(int[][]::new);
  }

  /** By level the number of its kind, from 0; 0 for the missing level too. */
  static int[] kinds(List<Level> levels) {
    int[] kinds = new int[levels.size()];
    for (int level = 2; level < kinds.length; level++) {
      boolean isSame = levels.get(level).kind().equals(levels.get(level - 1).kind());
      kinds[level] = kinds[level - 1] + (isSame ? 0 : 1);
    }
    return kinds;
  }

  /**
   * By entry the one it depends on, or -1.
   *
   * @param match by pattern the probability that it is a match
   * @param known by entry the one it depends on in any case, or -1
   * @param order all entries; of two the later depends on the earlier
   */
  static int[] parents(
      Patterns patterns, double[] match, List<List<Level>> levels, int[] known, int[] order) {
    Dependence dependence = new Dependence(patterns, match, levels);
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      for (int j = i + 1; j < order.length; j++) {
        double bits = dependence.bits(order[i], order[j]);
        if (bits > 0) {
          edges.add(new Edge(order[i], order[j], bits));
        }
      }
    }
    edges.sort(Comparator.comparingDouble(Edge::bits).reversed());
    int[] parents = known.clone();
    for (Edge edge : edges) {
      if (root(edge.first(), parents) != root(edge.second(), parents)) {
        if (parents[edge.second()] < 0) {
          parents[edge.second()] = edge.first();
        } else if (parents[edge.first()] < 0) {
          parents[edge.first()] = edge.second();
        }
      }
    }
    return parents;
  }

  private static int root(int entry, int[] parents) {
    int root = entry;
    while (parents[root] >= 0) {
      root = parents[root];
    }
    return root;
  }

  /** The mutual information of two entries among the matches, 0 where it may be chance. */
  private double bits(int first, int second) {
    double[][] counts = new double[1 + max(kinds[first])][1 + max(kinds[second])];
    for (int pattern = 0; pattern < match.length; pattern++) {
      int levelFirst = patterns.level(pattern, first);
      int levelSecond = patterns.level(pattern, second);
      if (levelFirst > 0 && levelSecond > 0) {
        counts[kinds[first][levelFirst]][kinds[second][levelSecond]] +=
            patterns.weight(pattern) * match[pattern];
      }
    }
    double[] rows = Arrays.stream(counts).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double[] columns = new double[counts[0].length];
    for (double[] row : counts) {
      Arrays.setAll(columns, column -> columns[column] + row[column]);
    }
    double total = Arrays.stream(rows).sum();
    double information = 0;
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < columns.length; column++) {
        double count = counts[row][column];
        information +=
            count <= 0 ? 0 : count * Math.log(count * total / (rows[row] * columns[column]));
      }
    }
    double byChance = 0.5 * (seen(rows) - 1) * (seen(columns) - 1) * Math.log(total + 1);
    double bits = information / Math.log(2) / Math.max(1, total);
    return information > byChance && bits >= LEAST_BITS ? bits : 0;
  }

  private static double seen(double[] counts) {
    return Math.max(1, Arrays.stream(counts).filter(count -> count > 0.5).count());
  }

  private static int max(int[] numbers) {
    return Arrays.stream(numbers).max().orElse(0);
  }
}
