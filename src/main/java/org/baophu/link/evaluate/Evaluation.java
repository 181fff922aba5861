package org.baophu.link.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A clustering against the truth.
 *
 * @param pairs over pairs of records in one cluster
 * @param bCubed over records: how pure and how complete the cluster of a record is
 * @param clusters over clusters that equal an entity exactly
 * @param truePairs pairs of records of one entity
 * @param foundPairs pairs of records in one cluster
 * @param rightPairs pairs that are both
 */
public record Evaluation(
    Measure pairs,
    Measure bCubed,
    Measure clusters,
    long truePairs,
    long foundPairs,
    long rightPairs) {

  /**
   * Compares a clustering with the truth; both number the same records.
   *
   * @throws IllegalArgumentException where the lengths differ
   */
  public static Evaluation of(int[] clusters, int[] entities) {
    return between(clusters, entities, new int[0]);
  }

  /**
   * The same, counting only pairs across two groups of records, as between insurance and the tax
   * and business registers together. B-cubed and clusters count the records of both groups.
   *
   * @param sides by record 1 or 2 for the two groups, 0 for neither
   * @throws IllegalArgumentException where the lengths differ
   */
  public static Evaluation across(int[] clusters, int[] entities, int[] sides) {
    if (sides.length != clusters.length) {
      throw new IllegalArgumentException(sides.length + " sides, " + clusters.length + " records");
    }
    return between(clusters, entities, sides);
  }

  private static Evaluation between(int[] clusters, int[] entities, int[] sides) {
    if (clusters.length != entities.length) {
      throw new IllegalArgumentException(
          clusters.length + " clusters, " + entities.length + " entities");
    }
    return new Counting(clusters, entities, sides).evaluation();
  }

  /** The counts of records by cluster, by entity and by both. */
  private static final class Counting {
    private final Groups clusters = new Groups();
    private final Groups entities = new Groups();
    private final Groups cells = new Groups();
    private final Map<Long, long[]> cellOf = new HashMap<>();
    private final boolean acrossSides;

    Counting(int[] clusterOf, int[] entityOf, int[] sides) {
      acrossSides = sides.length > 0;
      for (int record = 0; record < clusterOf.length; record++) {
        int side = acrossSides ? sides[record] : 1;
        if (side > 0) {
          int cluster = clusters.number(clusterOf[record]);
          int entity = entities.number(entityOf[record]);
          long both = (long) cluster << 32 | entity;
          int cell = cells.number(both);
          cellOf.putIfAbsent(both, new long[] {cell, cluster, entity});
          clusters.add(cluster, side);
          entities.add(entity, side);
          cells.add(cell, side);
        }
      }
    }

    private double pairs(long[] sizes) {
      return acrossSides ? (double) sizes[1] * sizes[2] : 0.5 * sizes[1] * (sizes[1] - 1.0);
    }

    private static double size(long[] sizes) {
      return (double) sizes[1] + sizes[2];
    }

    Evaluation evaluation() {
      int count = entities.count();
      double[] right = new double[count];
      double[] found = new double[count];
      double[] wanted = new double[count];
      double[] purity = new double[count];
      double[] completeness = new double[count];
      double[] records = new double[count];
      double[] exact = new double[count];
      double[] clusterShares = new double[count];
      double[] one = new double[count];
      for (long[] cell : cellOf.values().stream().sorted(Counting::byNumber).toList()) {
        int entity = (int) cell[2];
        double both = size(cells.sizes((int) cell[0]));
        double cluster = size(clusters.sizes((int) cell[1]));
        double whole = size(entities.sizes(entity));
        right[entity] += pairs(cells.sizes((int) cell[0]));
        // A cluster's pairs are shared among its entities by their records in it.
        found[entity] += pairs(clusters.sizes((int) cell[1])) * both / cluster;
        wanted[entity] = pairs(entities.sizes(entity));
        purity[entity] += both * both / cluster;
        completeness[entity] += both * both / whole;
        records[entity] = whole;
        exact[entity] += both == cluster && both == whole ? 1 : 0;
        clusterShares[entity] += both / cluster;
        one[entity] = 1;
      }
      List<Measure> measures =
          Tally.measures(
              List.of(
                  new Tally(right, found, right, wanted),
                  new Tally(purity, records, completeness, records),
                  new Tally(exact, clusterShares, exact, one)));
      return new Evaluation(
          measures.get(0), measures.get(1), measures.get(2), sum(wanted), sum(found), sum(right));
    }

    private static int byNumber(long[] a, long[] b) {
      return Long.compare(a[0], b[0]);
    }

    private static long sum(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return Math.round(sum);
    }
  }
}
