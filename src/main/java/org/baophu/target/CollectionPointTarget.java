package org.baophu.target;

import java.util.List;
import org.baophu.coverage.Reason;

/**
 * A collection point's target. The commune's labour force, insured and potential are shared over
 * its points in the same proportion as its target, so that every column adds up.
 *
 * @param organisation empty, as the collection point, for a commune that has no collection point
 * @param communeCode empty where unknown
 */
public record CollectionPointTarget(
    String organisation,
    String collectionPoint,
    String communeCode,
    String commune,
    Figures figures,
    List<Reason> reasons) {
  public CollectionPointTarget {
    reasons = List.copyOf(reasons);
  }
}
