package org.baophu.link;

import java.util.List;

/**
 * What has been decided about pairs of rows and outranks the evidence. Where the two lists
 * contradict each other, a must-link wins.
 *
 * @param mustLink rows that end in one cluster
 * @param cannotLink rows that end in different clusters
 */
public record Constraints(List<RowPair> mustLink, List<RowPair> cannotLink) {
  /** Copies the lists. */
  public Constraints {
    mustLink = List.copyOf(mustLink);
    cannotLink = List.copyOf(cannotLink);
  }

  /** No constraints. */
  public static Constraints none() {
    return new Constraints(List.of(), List.of());
  }
}
