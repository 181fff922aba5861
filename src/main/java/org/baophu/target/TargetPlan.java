package org.baophu.target;

import java.util.List;
import org.baophu.coverage.Reason;

/**
 * Targets at every level; the targets of each list add up to {@code total}.
 *
 * @param total persons, after it was lowered to what is possible
 * @param communes sorted by code; every commune that came in, except the unknown one
 * @param organisations sorted by name
 * @param collectionPoints sorted by organisation, commune code, collection point
 * @param notes what holds for the plan as a whole
 */
public record TargetPlan(
    long total,
    List<CommuneTarget> communes,
    List<OrganisationTarget> organisations,
    List<CollectionPointTarget> collectionPoints,
    List<Reason> notes) {
  public TargetPlan {
    communes = List.copyOf(communes);
    organisations = List.copyOf(organisations);
    collectionPoints = List.copyOf(collectionPoints);
    notes = List.copyOf(notes);
  }
}
