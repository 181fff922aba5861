package org.baophu.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a plan rests on, in fixed order.
 *
 * @param communes the communes with a code, sorted by it
 * @param points the collection points of each commune, sorted by organisation and name
 * @param lostPoints the collection points whose commune is unknown, sorted likewise
 * @param potentialWithoutCommune potential participants whose commune is unknown
 */
record Province(
    List<CommuneFigures> communes,
    Map<String, List<Organisation>> points,
    List<Organisation> lostPoints,
    long potentialWithoutCommune) {
  private static final Comparator<Organisation> ORDER =
      Comparator.comparing(Organisation::organisation)
          .thenComparing(Organisation::collectionPoint)
          .thenComparing(Organisation::staff)
          .thenComparing(Organisation::capacityPerStaff);

  static Province of(List<CommuneFigures> figures, List<Organisation> organisations) {
    List<CommuneFigures> communes =
        figures.stream()
            .filter(commune -> !commune.communeCode().isEmpty())
            .sorted(Comparator.comparing(CommuneFigures::communeCode))
            .toList();
    Set<String> codes = new HashSet<>();
    for (CommuneFigures commune : communes) {
      if (!codes.add(commune.communeCode())) {
        throw new IllegalArgumentException("commune " + commune.communeCode() + " stands twice");
      }
    }
    long lost =
        figures.stream()
            .filter(commune -> commune.communeCode().isEmpty())
            .mapToLong(CommuneFigures::potential)
            .sum();
    return new Province(
        communes,
        pointsByCommune(organisations, codes),
        organisations.stream()
            .filter(point -> !codes.contains(point.communeCode()))
            .sorted(ORDER.thenComparing(Organisation::communeCode))
            .toList(),
        lost);
  }

  private static Map<String, List<Organisation>> pointsByCommune(
      List<Organisation> organisations, Set<String> codes) {
    Map<String, List<Organisation>> points = new TreeMap<>();
    organisations.stream()
        .filter(point -> codes.contains(point.communeCode()))
        .sorted(ORDER)
        .forEach(
            point ->
                points.computeIfAbsent(point.communeCode(), code -> new ArrayList<>()).add(point));
    return points;
  }

  List<Organisation> pointsOf(CommuneFigures commune) {
    return points.getOrDefault(commune.communeCode(), List.of());
  }

  long capacityOf(CommuneFigures commune) {
    return Capacity.of(pointsOf(commune));
  }

  /** The most that can be asked of a commune: its potential, within its capacity. */
  long boundOf(CommuneFigures commune) {
    return Math.min(commune.potential(), Capacity.bound(capacityOf(commune)));
  }

  long potential() {
    return communes.stream().mapToLong(CommuneFigures::potential).sum();
  }
}
