package org.baophu.publish;

import java.util.List;
import org.baophu.identity.Contradiction;

/**
 * That decisions contradict each other. Which ones they are stands in {@code
 * decision_conflicts.csv}, for clerks: the report is for everybody and names no record.
 */
record ConflictsPart(boolean isAny, String lead) {

  static ConflictsPart of(List<Contradiction> contradictions, Messages messages) {
    return new ConflictsPart(
        !contradictions.isEmpty(),
        messages.text("report.conflicts_lead", messages.number(contradictions.size())));
  }
}
