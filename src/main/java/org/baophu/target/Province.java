package org.baophu.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What a plan rests on, in fixed order.
 *
 * @param communes the communes with a code, sorted by it
 * @param points the collection points of each commune, sorted by organisation and name
 * @param lostPoints the collection points whose commune is unknown, sorted likewise
 * @param nowhere the persons whose commune is unknown
 */
record Province(
    List<CommuneFigures> communes,
    Map<String, List<Organisation>> points,
    List<Organisation> lostPoints,
    CommuneFigures nowhere) {
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
    return new Province(
        communes,
        pointsByCommune(organisations, codes),
        organisations.stream()
            .filter(point -> !codes.contains(point.communeCode()))
            .sorted(Organisation.ORDER)
            .toList(),
        nowhere(figures));
  }

  private static CommuneFigures nowhere(List<CommuneFigures> figures) {
    List<CommuneFigures> lines = figures.stream().filter(c -> c.communeCode().isEmpty()).toList();
    return new CommuneFigures(
        "",
        "",
        Capacity.UNKNOWN,
        lines.stream().mapToLong(CommuneFigures::insured).sum(),
        lines.stream().mapToLong(CommuneFigures::participants).sum(),
        lines.stream().mapToLong(CommuneFigures::voluntary).sum(),
        lines.stream().mapToLong(CommuneFigures::potential).sum(),
        lines.stream().mapToLong(CommuneFigures::compulsory).sum(),
        0,
        0,
        0,
        Capacity.UNKNOWN);
  }

  private static Map<String, List<Organisation>> pointsByCommune(
      List<Organisation> organisations, Set<String> codes) {
    Map<String, List<Organisation>> points = new TreeMap<>();
    organisations.stream()
        .filter(point -> codes.contains(point.communeCode()))
        .sorted(Organisation.ORDER)
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

  long potential() {
    return communes.stream().mapToLong(CommuneFigures::potential).sum();
  }

  /** The same province with other lists, one for each commune. */
  Province withPotential(long[] potential) {
    List<CommuneFigures> others = new ArrayList<>();
    for (int i = 0; i < potential.length; i++) {
      others.add(communes.get(i).withPotential(potential[i]));
    }
    return new Province(others, points, lostPoints, nowhere);
  }

  /**
   * All communes together, with those whose commune is unknown; empty if a labour force is unknown.
   */
  Optional<CommuneFigures> whole() {
    if (communes.isEmpty() || communes.stream().anyMatch(c -> c.labourForce() < 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new CommuneFigures(
            "",
            "",
            sum(CommuneFigures::labourForce),
            sum(CommuneFigures::insured),
            sum(CommuneFigures::participants) + nowhere.participants(),
            sum(CommuneFigures::voluntary) + nowhere.voluntary(),
            potential(),
            sum(CommuneFigures::compulsory) + nowhere.compulsory(),
            0,
            0,
            0,
            Capacity.UNKNOWN));
  }

  private long sum(ToLongFunction<CommuneFigures> number) {
    return communes.stream().mapToLong(number).sum();
  }

  long potentialWithoutCommune() {
    return nowhere.potential();
  }
}
