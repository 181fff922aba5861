package org.baophu.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes plans.
 *
 * <p>The total is shared over the communes by a {@link Notion} of what is fair, within their bounds
 * ({@code Demand}). Each commune's target is shared over its collection points ({@code
 * PointWeights}), an organisation's is the sum of its points, and a point's is shared over its
 * staff. All exact at every level, and when the total grows nobody's target shrinks.
 *
 * <p>A total beyond what is possible is lowered, a floor that cannot be kept gives way, and notes
 * say so, and what would have to change ({@code Relaxations}). The target of a commune without a
 * collection point stands in a line of its own without an organisation, so that the office sees
 * what nobody has been asked to do. Persons and points whose commune is unknown get no target and
 * are counted in notes.
 */
public final class Targets {
  private static final int SHARE_DECIMALS = 6;

  private Targets() {}

  /**
   * Makes a plan.
   *
   * @throws IllegalArgumentException if a commune stands twice
   */
  public static TargetPlan plan(PlanInputs inputs, TargetRequest request) {
    Province province = Province.of(inputs.communes(), inputs.points());
    Demand demand = new Demand(province, request.settings(), inputs.goals());
    List<PathYear> path = GoalPath.of(inputs, province, request.settings().goal());
    Total total = Total.of(inputs, request, path, demand.allPotential());
    long shared = Math.min(total.asked(), demand.most());
    long[] targets = demand.share(shared, request.settings().notion());
    Relaxations relaxations = new Relaxations(demand, total.asked());
    List<CommuneTarget> communes = communeTargets(demand, targets, shared, relaxations);
    PointTargets points = PointTargets.of(province, communes);
    return new TargetPlan(
        inputs,
        request,
        shared,
        communes,
        OrganisationTargets.of(points.lines(), province.potential()),
        points.lines(),
        StaffTargets.of(points.lines(), points.staff()),
        new Comparisons(demand, total.asked()).list(targets),
        path,
        Notes.of(demand, total, relaxations, targets));
  }

  private static List<CommuneTarget> communeTargets(
      Demand demand, long[] targets, long total, Relaxations relaxations) {
    Province province = demand.province();
    CommuneReasons reasons = new CommuneReasons(demand, total, relaxations.capacityRaises());
    List<CommuneTarget> lines = new ArrayList<>();
    for (int i = 0; i < targets.length; i++) {
      CommuneFigures commune = province.communes().get(i);
      Figures figures =
          new Figures(
              commune.labourForce(),
              commune.insured(),
              commune.potential(),
              share(commune.potential(), province.potential()),
              province.capacityOf(commune),
              targets[i]);
      lines.add(
          new CommuneTarget(
              commune.communeCode(), commune.commune(), figures, reasons.of(i, targets[i])));
    }
    return lines;
  }

  /** The part of a whole, 0 where the whole is. */
  static double share(long part, long whole) {
    return whole == 0
        ? 0
        : BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), SHARE_DECIMALS, RoundingMode.HALF_UP)
            .doubleValue();
  }
}
