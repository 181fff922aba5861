package org.baophu.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.baophu.coverage.Potential;
import org.baophu.person.Commune;

/** The communes of a publication, in the order of their codes, unknown last. */
final class Places {
  private final Map<String, Place> byCode = new TreeMap<>();

  Places(List<Commune> communes) {
    for (Commune commune : communes) {
      byCode.put(commune.code(), Place.of(commune));
    }
  }

  /**
   * The place with a code; unknown for the empty code.
   *
   * @throws IllegalArgumentException if there is none
   */
  Place get(String communeCode) {
    Place place = communeCode.isEmpty() ? Place.UNKNOWN : byCode.get(communeCode);
    if (place == null) {
      throw new IllegalArgumentException(
          "commune " + communeCode + " is none of the " + byCode.size() + " of the publication");
    }
    return place;
  }

  /** A code as files write it, also one that a commune had before the communes were redrawn. */
  static String written(String communeCode) {
    return communeCode.isEmpty() ? Place.UNKNOWN.code() : communeCode;
  }

  /** The name of a commune, or its code where no commune has it. */
  String nameOf(String communeCode) {
    Place place = byCode.get(communeCode);
    return place == null ? communeCode : place.name();
  }

  int count() {
    return byCode.size();
  }

  /**
   * The list of every commune, ranked; a commune without potential participants has an empty list,
   * and unknown has one only where there is somebody to be on it.
   */
  List<CommuneList> lists(List<Potential> potential) {
    Map<Place, List<Potential>> byPlace =
        new TreeMap<>(Comparator.comparing(Place::isKnown).reversed().thenComparing(Place::code));
    byCode.values().forEach(place -> byPlace.put(place, new ArrayList<>()));
    for (Potential person : potential) {
      byPlace.computeIfAbsent(get(person.communeCode()), p -> new ArrayList<>()).add(person);
    }
    List<CommuneList> lists = new ArrayList<>();
    byPlace.forEach((place, persons) -> lists.add(new CommuneList(place, ranked(place, persons))));
    return lists;
  }

  private static List<Listed> ranked(Place place, List<Potential> persons) {
    persons.sort(Potential.LIST_ORDER);
    return IntStream.range(0, persons.size())
        .mapToObj(i -> new Listed(persons.get(i), i + 1, place))
        .toList();
  }
}
