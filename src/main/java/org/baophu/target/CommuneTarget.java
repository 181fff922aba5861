package org.baophu.target;

import java.util.List;
import org.baophu.coverage.Reason;

/** A commune's target. */
public record CommuneTarget(
    String communeCode, String commune, Figures figures, List<Reason> reasons) {
  public CommuneTarget {
    reasons = List.copyOf(reasons);
  }
}
