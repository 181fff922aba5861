package org.baophu.target;

import java.util.List;
import org.baophu.coverage.Reason;

/**
 * Targets at every level; the targets of each list add up to {@code total}.
 *
 * @param inputs what it rests on
 * @param request what was asked for
 * @param total persons, after it was lowered to what is possible
 * @param communes sorted by code; every commune that came in, except the unknown one
 * @param organisations sorted by name
 * @param collectionPoints sorted by organisation, commune code, collection point
 * @param staff the collectors of each point, in the points' order
 * @param comparisons of the communes, in their order
 * @param path from today to the goals, by year; empty where there is none
 * @param notes what holds for the plan as a whole
 */
public record TargetPlan(
    PlanInputs inputs,
    TargetRequest request,
    long total,
    List<CommuneTarget> communes,
    List<OrganisationTarget> organisations,
    List<CollectionPointTarget> collectionPoints,
    List<StaffTarget> staff,
    List<CommuneComparison> comparisons,
    List<PathYear> path,
    List<Reason> notes) {
  public TargetPlan {
    communes = List.copyOf(communes);
    organisations = List.copyOf(organisations);
    collectionPoints = List.copyOf(collectionPoints);
    staff = List.copyOf(staff);
    comparisons = List.copyOf(comparisons);
    path = List.copyOf(path);
    notes = List.copyOf(notes);
  }

  /** The year that the targets are for. */
  public int year() {
    return request.year();
  }
}
