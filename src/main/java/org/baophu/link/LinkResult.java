package org.baophu.link;

import org.baophu.link.model.Model;

/** Clusters, pairs, model and diagnostics of one run. Immutable; rows are those of the table. */
public final class LinkResult {
  private final int clusterCount;
  private final int[] clusters;
  private final double[] memberships;
  private final ScoredPairs pairs;
  private final Model model;
  private final LinkDiagnostics diagnostics;

  LinkResult(
      int clusterCount,
      int[] clusters,
      double[] memberships,
      ScoredPairs pairs,
      Model model,
      LinkDiagnostics diagnostics) {
    this.clusterCount = clusterCount;
    this.clusters = clusters;
    this.memberships = memberships;
    this.pairs = pairs;
    this.model = model;
    this.diagnostics = diagnostics;
  }

  /** How many rows there are. */
  public int size() {
    return clusters.length;
  }

  /** How many clusters there are, single rows included. */
  public int clusterCount() {
    return clusterCount;
  }

  /** The cluster of a row, from 0; numbered by source name and record id of the first member. */
  public int cluster(int row) {
    return clusters[row];
  }

  /** The cluster of every row. */
  public int[] clusters() {
    return clusters.clone();
  }

  /**
   * The probability that a row belongs with the rest of its cluster. For a row alone in its
   * cluster: the probability that the best of the pairs kept does not match, so 1 means there is no
   * doubt it is alone.
   */
  public double membershipProbability(int row) {
    return memberships[row];
  }

  /** All pairs of at least {@code keepAbove}, also those that did not end in one cluster. */
  public ScoredPairs pairs() {
    return pairs;
  }

  /** The model that gave the weights. */
  public Model model() {
    return model;
  }

  /** What the run did. */
  public LinkDiagnostics diagnostics() {
    return diagnostics;
  }
}
