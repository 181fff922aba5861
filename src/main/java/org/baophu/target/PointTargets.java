package org.baophu.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.baophu.coverage.Reason;

/**
 * Shares each commune's target, and what it rests on, over the commune's collection points.
 *
 * @param lines one for each point, and one for each commune without a point
 * @param staff the collectors of each line, -1 unknown
 */
record PointTargets(List<CollectionPointTarget> lines, List<Integer> staff) {
  private static final Comparator<Line> ORDER =
      Comparator.comparing((Line line) -> line.target().organisation())
          .thenComparing(line -> line.target().communeCode())
          .thenComparing(line -> line.target().collectionPoint());

  private record Line(CollectionPointTarget target, int staff) {}

  static PointTargets of(Province province, List<CommuneTarget> communes) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < communes.size(); i++) {
      List<Organisation> points = province.pointsOf(province.communes().get(i));
      if (points.isEmpty()) {
        lines.add(new Line(unassigned(communes.get(i)), 0));
      } else {
        addShares(lines, communes.get(i), points, province.potential());
      }
    }
    province.lostPoints().forEach(point -> lines.add(new Line(lost(point), point.staff())));
    lines.sort(ORDER);
    return new PointTargets(
        lines.stream().map(Line::target).toList(), lines.stream().map(Line::staff).toList());
  }

  private static void addShares(
      List<Line> lines, CommuneTarget commune, List<Organisation> points, long provincePotential) {
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
      lines.add(
          new Line(
              line(points.get(i), commune, figures, weights.reason(i, whole.target())),
              points.get(i).staff()));
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
