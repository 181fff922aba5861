package org.baophu.publish;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.baophu.coverage.Potential;
import org.baophu.coverage.Route;
import org.baophu.coverage.Segment;
import org.baophu.coverage.SupportGroup;

/** What the report counts on the lists; no row of a person goes further than here. */
final class ReportNumbers {
  /** Bins of the probability of being uninsured, each a twentieth wide. */
  static final int BINS = 20;

  private final Map<Route, Map<SupportGroup, Long>> byRoute = new EnumMap<>(Route.class);
  private final Map<Segment, Long> bySegment = new EnumMap<>(Segment.class);
  private final Map<String, PlaceCount> byPlace = new TreeMap<>();
  private final long[] byCertainty = new long[BINS];
  private long people;
  private double certain;
  private long voluntary;
  private long voluntaryPaymentVnd;

  /**
   * One commune's list in numbers.
   *
   * @param certain sum of the probabilities of being uninsured
   */
  record PlaceCount(Place place, long people, double certain) {
    /** Mean probability of being uninsured; 0 without people. */
    double certainty() {
      return people == 0 ? 0 : certain / people;
    }
  }

  ReportNumbers(List<CommuneList> lists) {
    for (CommuneList list : lists) {
      double before = certain;
      list.rows().forEach(row -> add(row.person()));
      byPlace.put(
          list.place().code(), new PlaceCount(list.place(), list.rows().size(), certain - before));
    }
  }

  private void add(Potential person) {
    people++;
    certain += person.pUninsured();
    byRoute
        .computeIfAbsent(person.route(), r -> new EnumMap<>(SupportGroup.class))
        .merge(person.supportGroup(), 1L, Long::sum);
    bySegment.merge(person.segment(), 1L, Long::sum);
    byCertainty[Math.min(BINS - 1, (int) (person.pUninsured() * BINS))]++;
    if (person.route() == Route.VOLUNTARY) {
      voluntary++;
      voluntaryPaymentVnd += person.monthlyPaymentVnd();
    }
  }

  long people() {
    return people;
  }

  /** Known communes with at least one person on the list. */
  long communesWithPeople() {
    return byPlace.values().stream().filter(c -> c.place().isKnown() && c.people() > 0).count();
  }

  long peopleOfUnknownCommune() {
    PlaceCount unknown = byPlace.get(Place.UNKNOWN_CODE);
    return unknown == null ? 0 : unknown.people();
  }

  /** Expected number of people on the list who are insured after all: sum of (1 - p). */
  double expectedWrong() {
    return people - certain;
  }

  /** Mean probability of being uninsured; 0 without people. */
  double certainty() {
    return people == 0 ? 0 : certain / people;
  }

  long count(Route route, SupportGroup group) {
    return byRoute.getOrDefault(route, Map.of()).getOrDefault(group, 0L);
  }

  long count(Segment segment) {
    return bySegment.getOrDefault(segment, 0L);
  }

  /** People whose probability lies in a bin; 1 counts into the last. */
  long countInBin(int bin) {
    return byCertainty[bin];
  }

  /** Mean payment of those on the voluntary route, VND a month; 0 without any. */
  long meanVoluntaryPaymentVnd() {
    return voluntary == 0 ? 0 : Math.round((double) voluntaryPaymentVnd / voluntary);
  }

  PlaceCount countOf(Place place) {
    return byPlace.getOrDefault(place.code(), new PlaceCount(place, 0, 0));
  }
}
