package org.baophu.publish;

import java.util.EnumMap;
import java.util.Map;
import org.baophu.coverage.Route;
import org.baophu.person.Source;

/**
 * One commune in numbers.
 *
 * @param communeCode empty for the records and persons whose commune is unknown
 * @param records accepted records of each source; a source that is missing has none
 * @param persons persons who live there
 * @param insured those of them with insurance in force
 * @param potential those on the list, by route; a route that is missing has none
 * @param inReview pairs waiting for a clerk that touch a person of this commune
 */
public record CommuneSummary(
    String communeCode,
    Map<Source, Long> records,
    long persons,
    long insured,
    Map<Route, Long> potential,
    long inReview) {
  public CommuneSummary {
    records = copy(Source.class, records);
    potential = copy(Route.class, potential);
  }

  /** Accepted records of one source. */
  public long recordsOf(Source source) {
    return records.getOrDefault(source, 0L);
  }

  /** Persons on the list by one route. */
  public long potentialBy(Route route) {
    return potential.getOrDefault(route, 0L);
  }

  private static <K extends Enum<K>> Map<K, Long> copy(Class<K> keys, Map<K, Long> counts) {
    Map<K, Long> copy = new EnumMap<>(keys);
    copy.putAll(counts);
    return java.util.Collections.unmodifiableMap(copy);
  }
}
