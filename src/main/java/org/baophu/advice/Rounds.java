package org.baophu.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.baophu.coverage.Potential;
import org.baophu.target.Organisation;

/**
 * Divides the persons of each commune among its collection points; everybody gets exactly one.
 *
 * <p>In this order: who was listed before stays with the point that had them, if it is still there;
 * a village (the first part of the address) stays together, with the point whose name holds the
 * village's name, else with the point that has most of it already, else, the largest village first,
 * with the point that has least to do for its capacity; persons whose village is not known go one
 * by one to the point that has least to do. Capacity is staff × capacity of a collector, 1 where
 * unknown. Whoever lives where there is no point, or nobody knows where, is the office's.
 *
 * <p>Deterministic: no order of input matters.
 */
public final class Rounds {
  /** By commune, organisation and point. */
  public static final Comparator<Round> ORDER =
      Comparator.comparing(Round::communeCode)
          .thenComparing(Round::organisation)
          .thenComparing(Round::collectionPoint);

  private final Map<Round, Organisation> points = new TreeMap<>(ORDER);

  /**
   * @param organisations the collection points; of those without a commune no use is made
   */
  public Rounds(List<Organisation> organisations) {
    for (Organisation point : organisations) {
      if (!point.communeCode().isEmpty()) {
        points.put(round(point), point);
      }
    }
  }

  /**
   * Where a person is visited from.
   *
   * @param communeCode of the person and the point; empty where unknown
   * @param organisation empty for the office; cut after {@value #LONGEST_NAME} characters
   * @param collectionPoint empty for the office; cut likewise
   */
  public record Round(String communeCode, String organisation, String collectionPoint) {
    private static final int LONGEST_NAME = 200;

    public Round {
      organisation = cut(organisation);
      collectionPoint = cut(collectionPoint);
    }

    private static String cut(String name) {
      return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** Whether nobody but the office itself can visit. */
    public boolean isOffice() {
      return organisation.isEmpty() && collectionPoint.isEmpty();
    }
  }

  /**
   * The point of every person.
   *
   * @param before the points that persons had when they were last listed, by person id
   */
  public Map<String, Round> divide(List<Potential> persons, Map<String, Round> before) {
    Map<String, List<Potential>> byCommune = new TreeMap<>();
    for (Potential person : persons) {
      byCommune.computeIfAbsent(person.communeCode(), code -> new ArrayList<>()).add(person);
    }
    Map<String, Round> rounds = new HashMap<>();
    byCommune.forEach(
        (commune, residents) -> {
          residents.sort(Comparator.comparing(Potential::personId));
          new Division(commune, before, rounds).divide(residents);
        });
    return rounds;
  }

  /** All points, and the office for communes without one, that persons could be given to. */
  public List<Round> list() {
    return List.copyOf(points.keySet());
  }

  private static Round round(Organisation point) {
    return new Round(point.communeCode(), point.organisation(), point.collectionPoint());
  }

  /** The division of one commune. */
  private final class Division {
    private final Map<Round, Double> load = new TreeMap<>(ORDER);
    private final Map<String, Round> before;
    private final Map<String, Round> rounds;

    Division(String commune, Map<String, Round> before, Map<String, Round> rounds) {
      this.before = before;
      this.rounds = rounds;
      points.keySet().stream()
          .filter(point -> point.communeCode().equals(commune))
          .forEach(point -> load.put(point, 0.0));
      if (load.isEmpty()) {
        load.put(new Round(commune, "", ""), 0.0);
      }
    }

    void divide(List<Potential> residents) {
      Map<String, List<Potential>> villages = new TreeMap<>();
      Map<String, Map<Round, Integer>> known = new HashMap<>();
      for (Potential person : residents) {
        String village = load.size() == 1 ? "" : Village.of(person.address());
        Round had = before.get(person.personId());
        if (had != null && load.containsKey(had)) {
          give(person, had);
          known.computeIfAbsent(village, v -> new TreeMap<>(ORDER)).merge(had, 1, Integer::sum);
        } else {
          villages.computeIfAbsent(village, v -> new ArrayList<>()).add(person);
        }
      }
      List<Potential> scattered = villages.remove("");
      villages.entrySet().stream()
          .sorted(
              Comparator.comparingInt(
                      (Map.Entry<String, List<Potential>> v) -> -v.getValue().size())
                  .thenComparing(Map.Entry::getKey))
          .forEach(
              village -> {
                Round point =
                    pointOf(village.getKey(), known.getOrDefault(village.getKey(), Map.of()));
                village.getValue().forEach(person -> give(person, point));
              });
      (scattered == null ? List.<Potential>of() : scattered).forEach(p -> give(p, leastLoaded()));
    }

    private Round pointOf(String village, Map<Round, Integer> known) {
      return load.keySet().stream()
          .filter(point -> Village.isIn(village, point.collectionPoint()))
          .findFirst()
          .or(
              () ->
                  known.entrySet().stream()
                      .min(
                          Map.Entry.<Round, Integer>comparingByValue()
                              .reversed()
                              .thenComparing(Map.Entry::getKey, ORDER))
                      .map(Map.Entry::getKey))
          .orElseGet(this::leastLoaded);
    }

    private Round leastLoaded() {
      return load.entrySet().stream()
          .min(Map.Entry.<Round, Double>comparingByValue().thenComparing(Map.Entry::getKey, ORDER))
          .map(Map.Entry::getKey)
          .orElseThrow();
    }

    private void give(Potential person, Round point) {
      rounds.put(person.personId(), point);
      load.merge(point, 1 / capacity(points.get(point)), Double::sum);
    }
  }

  private static double capacity(@org.jspecify.annotations.Nullable Organisation point) {
    double capacity = point == null ? 1 : point.staff() * point.capacityPerStaff();
    return capacity > 0 ? capacity : 1;
  }
}
