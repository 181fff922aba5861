package org.baophu.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.baophu.coverage.Reason;

/** Shares each commune's target, and what it rests on, over the commune's collection points. */
final class PointTargets {
  private static final Comparator<CollectionPointTarget> ORDER =
      Comparator.comparing(CollectionPointTarget::organisation)
          .thenComparing(CollectionPointTarget::communeCode)
          .thenComparing(CollectionPointTarget::collectionPoint);

  private PointTargets() {}

  static List<CollectionPointTarget> of(Province province, List<CommuneTarget> communes) {
    List<CollectionPointTarget> lines = new ArrayList<>();
    for (int i = 0; i < communes.size(); i++) {
      List<Organisation> points = province.pointsOf(province.communes().get(i));
      if (points.isEmpty()) {
        lines.add(unassigned(communes.get(i)));
      } else {
        addShares(lines, communes.get(i), points, province.potential());
      }
    }
    province.lostPoints().forEach(point -> lines.add(lost(point)));
    lines.sort(ORDER);
    return lines;
  }

  private static void addShares(
      List<CollectionPointTarget> lines,
      CommuneTarget commune,
      List<Organisation> points,
      long provincePotential) {
    PointWeights weights = PointWeights.of(points);
    Figures whole = commune.figures();
    long[] bounds =
        points.stream().mapToLong(point -> Capacity.bound(Capacity.of(point))).toArray();
    long[] targets = Apportionment.share(whole.target(), weights.weights(), bounds);
    long[] labourForce = weights.share(whole.labourForce());
    long[] insured = weights.share(whole.insured());
    long[] potential = weights.share(whole.potential());
    for (int i = 0; i < targets.length; i++) {
      Figures figures =
          new Figures(
              labourForce[i],
              insured[i],
              potential[i],
              Targets.share(potential[i], provincePotential),
              Capacity.of(points.get(i)),
              targets[i]);
      lines.add(line(points.get(i), commune, figures, weights.reason(i, whole.target())));
    }
  }

  private static CollectionPointTarget line(
      Organisation point, CommuneTarget commune, Figures figures, Reason byWeight) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(byWeight);
    if (figures.capacity() == Capacity.UNKNOWN) {
      reasons.add(Reason.of(Reason.Code.TARGET_CAPACITY_UNKNOWN));
    } else if (figures.target() == figures.capacity()) {
      reasons.add(Reason.of(Reason.Code.TARGET_AT_CAPACITY, Long.toString(figures.capacity())));
    }
    return new CollectionPointTarget(
        point.organisation(),
        point.collectionPoint(),
        commune.communeCode(),
        commune.commune(),
        figures,
        reasons);
  }

  private static CollectionPointTarget unassigned(CommuneTarget commune) {
    return new CollectionPointTarget(
        "",
        "",
        commune.communeCode(),
        commune.commune(),
        commune.figures(),
        List.of(Reason.of(Reason.Code.TARGET_NO_COLLECTION_POINT)));
  }

  private static CollectionPointTarget lost(Organisation point) {
    return new CollectionPointTarget(
        point.organisation(),
        point.collectionPoint(),
        "",
        "",
        new Figures(0, 0, 0, 0, Capacity.of(point), 0),
        List.of(Reason.of(Reason.Code.COMMUNE_UNKNOWN)));
  }
}
