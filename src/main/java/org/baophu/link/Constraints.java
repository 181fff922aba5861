package org.baophu.link;

import java.util.List;
import org.baophu.link.block.PairRule;

/**
 * What outranks the evidence. Where two of them contradict each other, a must-link wins.
 *
 * @param mustLink rows that end in one cluster
 * @param cannotLink rows that end in different clusters
 * @param compatible says of two rows whether one cluster may hold both; asked from any thread, with
 *     rows in any order
 */
public record Constraints(List<RowPair> mustLink, List<RowPair> cannotLink, PairRule compatible) {
  private static final PairRule ALL = (rowA, rowB) -> true;

  /** Copies the lists. */
  public Constraints {
    mustLink = List.copyOf(mustLink);
    cannotLink = List.copyOf(cannotLink);
  }

  /** What clerks decided; any other rows are compatible. */
  public Constraints(List<RowPair> mustLink, List<RowPair> cannotLink) {
    this(mustLink, cannotLink, ALL);
  }

  /** Whether no pair was decided. */
  boolean decidesNothing() {
    return mustLink.isEmpty() && cannotLink.isEmpty();
  }

  /** No constraints. */
  public static Constraints none() {
    return new Constraints(List.of(), List.of());
  }
}
