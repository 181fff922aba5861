package org.baophu.coverage;

import java.util.List;

/**
 * How right the lists probably are.
 *
 * @param province all lists together; its commune code is empty
 * @param communes by commune code, the unknown commune last
 */
public record QualityReport(ListQuality province, List<ListQuality> communes) {
  /** Copies the list. */
  public QualityReport {
    communes = List.copyOf(communes);
  }

  /** Of no list at all. */
  public static QualityReport none() {
    return new QualityReport(
        ListQuality.of("", 0, ListQuality.Doubt.NONE, ListQuality.Doubt.NONE), List.of());
  }
}
