package org.baophu.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.baophu.coverage.Reason;

/** Adds up the collection points of each organisation. */
final class OrganisationTargets {
  private OrganisationTargets() {}

  static List<OrganisationTarget> of(List<CollectionPointTarget> points, long provincePotential) {
    Map<String, List<CollectionPointTarget>> byOrganisation = new TreeMap<>();
    for (CollectionPointTarget point : points) {
      byOrganisation.computeIfAbsent(point.organisation(), name -> new ArrayList<>()).add(point);
    }
    return byOrganisation.entrySet().stream()
        .map(
            entry ->
                new OrganisationTarget(
                    entry.getKey(),
                    sum(entry.getValue(), provincePotential),
                    List.of(reason(entry.getKey(), entry.getValue()))))
        .toList();
  }

  private static Figures sum(List<CollectionPointTarget> points, long provincePotential) {
    List<Figures> figures = points.stream().map(CollectionPointTarget::figures).toList();
    long potential = Capacity.sum(figures, Figures::potential);
    return new Figures(
        Capacity.sum(figures, Figures::labourForce),
        Capacity.sum(figures, Figures::insured),
        potential,
        Targets.share(potential, provincePotential),
        Capacity.sum(figures, Figures::capacity),
        Capacity.sum(figures, Figures::target));
  }

  private static Reason reason(String organisation, List<CollectionPointTarget> points) {
    return organisation.isEmpty()
        ? Reason.of(Reason.Code.TARGET_NO_COLLECTION_POINT)
        : Reason.of(Reason.Code.TARGET_SUM_OF_POINTS, Integer.toString(points.size()));
  }
}
