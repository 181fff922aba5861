package org.baophu.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.baophu.coverage.Reason;

/**
 * Makes plans.
 *
 * <p>The total is shared over the communes in proportion to their potential; none gets more than
 * its potential or than its collection points can take, and none less than 0. Each commune's target
 * is shared over its collection points ({@link PointWeights}), and an organisation's is the sum of
 * its points. All by {@link Apportionment}: exact at every level, and when the total grows nobody's
 * target shrinks.
 *
 * <p>A total beyond what is possible is lowered, and a note says so. The target of a commune
 * without a collection point stands in a line of its own without an organisation, so that the
 * office sees what nobody has been asked to do. Persons and points whose commune is unknown get no
 * target and are counted in notes.
 */
public final class Targets {
  private static final int SHARE_DECIMALS = 6;

  private Targets() {}

  /**
   * Makes a plan.
   *
   * @param communes every commune once, in any order; lines with an empty code count the persons
   *     whose commune is unknown
   * @param points in any order; may be empty
   * @throws IllegalArgumentException if a commune stands twice
   */
  public static TargetPlan plan(
      List<CommuneFigures> communes, List<Organisation> points, TargetRequest request) {
    Province province = Province.of(communes, points);
    Total total = Total.of(request, province.potential());
    long possible = province.communes().stream().mapToLong(province::boundOf).sum();
    long shared = Math.min(total.asked(), possible);
    List<CommuneTarget> communeTargets = communeTargets(province, shared);
    List<CollectionPointTarget> pointTargets = PointTargets.of(province, communeTargets);
    return new TargetPlan(
        shared,
        communeTargets,
        OrganisationTargets.of(pointTargets, province.potential()),
        pointTargets,
        Notes.of(province, total, possible, communeTargets));
  }

  private static List<CommuneTarget> communeTargets(Province province, long total) {
    long[] weights = province.communes().stream().mapToLong(CommuneFigures::potential).toArray();
    long[] bounds = province.communes().stream().mapToLong(province::boundOf).toArray();
    long[] targets = Apportionment.share(total, weights, bounds);
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
              commune.communeCode(),
              commune.commune(),
              figures,
              reasons(province, commune, figures, total)));
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

  private static List<Reason> reasons(
      Province province, CommuneFigures commune, Figures figures, long total) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        Reason.of(
            Reason.Code.TARGET_BY_POTENTIAL,
            Long.toString(commune.potential()),
            Long.toString(province.potential()),
            Long.toString(total)));
    long capacity = figures.capacity();
    if (figures.target() == capacity && capacity < commune.potential()) {
      reasons.add(Reason.of(Reason.Code.TARGET_AT_CAPACITY, Long.toString(capacity)));
    } else if (figures.target() == commune.potential()) {
      reasons.add(Reason.of(Reason.Code.TARGET_AT_POTENTIAL, Long.toString(commune.potential())));
    }
    if (province.pointsOf(commune).isEmpty()) {
      reasons.add(Reason.of(Reason.Code.TARGET_NO_COLLECTION_POINT));
    } else if (capacity == Capacity.UNKNOWN) {
      reasons.add(Reason.of(Reason.Code.TARGET_CAPACITY_UNKNOWN));
    }
    return reasons;
  }
}
