package org.baophu.target;

import java.util.List;
import org.baophu.coverage.Reason;

/**
 * An organisation's target: the sum over its collection points.
 *
 * @param organisation empty for what no organisation has: communes without a collection point
 */
public record OrganisationTarget(String organisation, Figures figures, List<Reason> reasons) {
  public OrganisationTarget {
    reasons = List.copyOf(reasons);
  }
}
