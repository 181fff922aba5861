package org.baophu.target;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a plan rests on but the request, in an order of its own. It names no person; whoever
 * keeps it can plan again.
 *
 * @param date the day on which the figures hold
 * @param communes every commune once, in any order; lines with an empty code count the persons
 *     whose commune is unknown
 * @param points collection points in any order; may be empty
 * @param provinceTargets the province's targets, of any year and measure
 * @param goals of the law; null where there are none
 */
public record PlanInputs(
    LocalDate date,
    List<CommuneFigures> communes,
    List<Organisation> points,
    List<ProvinceTarget> provinceTargets,
    @Nullable Goals goals) {
  public PlanInputs {
    communes = communes.stream().sorted(Comparator.comparing(CommuneFigures::communeCode)).toList();
    points = points.stream().sorted(Organisation.ORDER).toList();
    // The first of a year and measure counts, so their order stays.
    provinceTargets = List.copyOf(provinceTargets);
  }
}
