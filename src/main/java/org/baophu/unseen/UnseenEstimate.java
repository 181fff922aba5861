package org.baophu.unseen;

import java.util.List;

/**
 * The unseen of a province.
 *
 * @param communes sorted by code
 * @param total of all communes
 * @param models with insurance as a third list, each with its weight
 * @param byModels their average
 */
public record UnseenEstimate(
    List<CommuneUnseen> communes, Interval total, List<Model> models, Interval byModels) {
  public UnseenEstimate {
    communes = List.copyOf(communes);
    models = List.copyOf(models);
  }

  /** Of nobody. */
  public static UnseenEstimate none() {
    return new UnseenEstimate(List.of(), new Interval(0, 0, 0), List.of(), new Interval(0, 0, 0));
  }

  /** Whether there is anything to estimate from. */
  public boolean isKnown() {
    return communes.stream().anyMatch(commune -> commune.both() > 0);
  }

  /**
   * A log-linear model of three lists.
   *
   * @param dependent pairs of lists that it lets depend on each other, such as {@code TB TI}; empty
   *     for none
   * @param weight by its BIC, in [0,1]
   * @param unseen its estimate
   */
  public record Model(String dependent, double weight, double unseen) {}
}
