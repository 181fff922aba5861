package org.baophu.night;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Reason;
import org.baophu.night.Happenings.Happening;
import org.baophu.night.NightStore.PastStanding;
import org.baophu.person.Source;
import org.baophu.publish.Change.Cause;
import org.baophu.publish.Difference;
import org.baophu.publish.Event;
import org.baophu.standard.RecordDigest.Aspect;
import org.jspecify.annotations.Nullable;

/**
 * A row of a person, last night and tonight.
 *
 * <p>{@code then} is what tonight's records would have given on the day of the last night.
 */
final class RowDifferences {
  private final Causes causes;
  private final String id;
  private final PastStanding past;
  private final @Nullable PastStanding then;
  private final PastStanding now;

  RowDifferences(
      Causes causes, String id, PastStanding past, @Nullable PastStanding then, PastStanding now) {
    this.causes = causes;
    this.id = id;
    this.past = past;
    this.then = then;
    this.now = now;
  }

  /** All that differs, the weightiest first. */
  List<Difference> list() {
    List<Difference> differences = new ArrayList<>();
    commune(differences);
    route(differences);
    group(differences);
    amount(differences);
    details(differences);
    months(differences);
    segment(differences);
    sources(differences);
    return differences;
  }

  /** The causes of a difference in one respect: time, records, or both. */
  private List<Event> brought(
      Function<PastStanding, Object> respect, List<Event> time, List<Event> ofRecords) {
    Object hypothetical = then == null ? respect.apply(now) : respect.apply(then);
    boolean byTime = !hypothetical.equals(respect.apply(now));
    boolean byTimeAlone = byTime && hypothetical.equals(respect.apply(past));
    List<Event> all = new ArrayList<>(byTime ? timeOr(time) : List.of());
    if (!byTimeAlone) {
      all.addAll(ofRecords);
    }
    return all.isEmpty() ? causes.fallback(id) : all;
  }

  /** What the days brought about, or if nothing of it can be named, the days themselves. */
  private List<Event> timeOr(List<Event> named) {
    Passing days = causes.passing();
    return named.isEmpty() && days != null
        ? List.of(Event.of(Event.Kind.DAYS_PASSED, days.before().toString(), days.now().toString()))
        : named;
  }

  private void commune(List<Difference> differences) {
    if (past.communeCode().equals(now.communeCode())) {
      return;
    }
    List<Event> own =
        causes.those(id, h -> h.changesPresence() || h.corrects(Aspect.COMMUNE, Aspect.ADDRESS));
    if (own.isEmpty()) {
      own = causes.those(id, h -> h.corrects(Aspect.STATE, Aspect.OTHER));
    }
    List<Event> redrawn =
        causes.communesRedrawn() ? List.of(Event.of(Event.Kind.COMMUNES_REDRAWN)) : List.of();
    List<Event> all = new ArrayList<>(redrawn);
    all.addAll(own.isEmpty() && causes.communesRedrawn() ? own : byTimeOr(own));
    List<Event> told = all.isEmpty() ? causes.fallback(id) : all;
    boolean wasKnown = !past.communeCode().isEmpty();
    Cause moved = now.communeCode().isEmpty() ? Cause.COMMUNE_LOST : Cause.COMMUNE_CHANGED;
    if (causes.communesRedrawn() && own.isEmpty()) {
      differences.add(Difference.of(Cause.COMMUNE_REDRAWN, told, past.communeCode()));
    } else if (wasKnown) {
      differences.add(Difference.of(moved, told, past.communeCode()));
    } else {
      differences.add(Difference.of(Cause.COMMUNE_KNOWN, told));
    }
  }

  private List<Event> byTimeOr(List<Event> own) {
    return brought(PastStanding::communeCode, List.of(), own);
  }

  private void route(List<Difference> differences) {
    if (!past.route().equals(now.route())) {
      differences.add(
          Difference.of(
              Cause.ROUTE_CHANGED,
              brought(PastStanding::route, routeInTime(), routeByRecords()),
              past.route(),
              now.route()));
    }
  }

  private List<Event> routeInTime() {
    List<Event> rules = rules("hkd_owner_compulsory");
    return rules.isEmpty() ? pension() : rules;
  }

  private List<Event> routeByRecords() {
    return causes.those(
        id,
        h ->
            Causes.isLiving(h.source())
                && h.changesState()
                && (Causes.isActive(h.stateBefore(), h) || Causes.isNowActive(h)));
  }

  private void group(List<Difference> differences) {
    if (!past.supportGroup().equals(now.supportGroup())) {
      differences.add(
          Difference.of(
              Cause.SUPPORT_CHANGED,
              brought(PastStanding::supportGroup, validities(), groupByRecords()),
              past.supportGroup(),
              now.supportGroup()));
    }
  }

  private List<Event> groupByRecords() {
    List<Event> poverty = causes.those(id, h -> h.source() == Source.POVERTY && h.changesState());
    return poverty.isEmpty()
        ? causes.those(
            id, h -> h.corrects(Aspect.ETHNICITY) || h.changesPresence() && mayStateGroup(h))
        : poverty;
  }

  private static boolean mayStateGroup(Happening happening) {
    return happening.source() == Source.INSURANCE || happening.source() == Source.POVERTY;
  }

  /** Told where it is no mere consequence of another route or group. */
  private void amount(List<Difference> differences) {
    long before = past.row().monthlySupportVnd();
    long after = now.row().monthlySupportVnd();
    boolean sameKind =
        past.route().equals(now.route()) && past.supportGroup().equals(now.supportGroup());
    boolean byTime =
        then != null
            && then.route().equals(now.route())
            && then.supportGroup().equals(now.supportGroup())
            && then.row().monthlySupportVnd() != after;
    if (before >= 0 && before != after && (sameKind || byTime)) {
      List<Event> time = rules("support_", "rural_poverty_line_vnd", "si_voluntary_rate");
      differences.add(
          Difference.of(
              Cause.AMOUNT_CHANGED,
              brought(standing -> standing.row().monthlySupportVnd(), time, List.of()),
              Long.toString(before),
              Long.toString(after)));
    }
  }

  private void details(List<Difference> differences) {
    if (past.detailsDigest() == now.detailsDigest()) {
      return;
    }
    List<String> different = new ArrayList<>();
    List<Event> all = new ArrayList<>();
    for (int i = 0; i < Standings.DETAILS.size(); i++) {
      int at = i * Standings.HEX_DIGITS;
      String details = past.row().details();
      if (!details.isEmpty()
          && !details.regionMatches(at, now.row().details(), at, Standings.HEX_DIGITS)) {
        different.add(Standings.DETAILS.get(i));
        all.addAll(detailByRecords(Standings.DETAILS.get(i)));
      }
    }
    List<Event> told = all.stream().distinct().toList();
    if (told.isEmpty() && causes.communesRedrawn()) {
      told = List.of(Event.of(Event.Kind.COMMUNES_REDRAWN));
    } else if (told.isEmpty() && then != null && then.detailsDigest() != now.detailsDigest()) {
      told = timeOr(List.of());
    }
    differences.add(
        Difference.of(
            Cause.DETAILS_CHANGED,
            told.isEmpty() ? causes.fallback(id) : told,
            String.join(",", different)));
  }

  private List<Event> detailByRecords(String detail) {
    Aspect[] aspects =
        switch (detail) {
          case "name" -> new Aspect[] {Aspect.NAME};
          case "phone" -> new Aspect[] {Aspect.PHONE};
          case "address" -> new Aspect[] {Aspect.ADDRESS, Aspect.COMMUNE};
          default -> new Aspect[] {Aspect.BIRTH_DATE, Aspect.SEX, Aspect.IDS};
        };
    return causes.those(id, h -> h.changesPresence() || h.corrects(aspects));
  }

  private void months(List<Difference> differences) {
    int before = past.row().monthsPaid();
    int after = now.row().monthsPaid();
    if (before >= -1 && before != after) {
      List<Event> own =
          causes.those(
              id,
              h ->
                  h.source() == Source.INSURANCE && (h.changesState() || h.corrects(Aspect.OTHER)));
      differences.add(
          Difference.of(
              Cause.MONTHS_CHANGED,
              own.isEmpty() ? causes.fallback(id) : own,
              Integer.toString(before),
              Integer.toString(after)));
    }
  }

  private void segment(List<Difference> differences) {
    String before = past.row().segment();
    String after = now.row().segment();
    if (before.isEmpty() || before.equals(after)) {
      return;
    }
    List<Event> time = new ArrayList<>(rules("hkd_owner_compulsory"));
    time.addAll(validities());
    time.addAll(pension());
    List<Event> own =
        causes.those(
            id,
            h ->
                h.changesState()
                    || h.changesPresence()
                    || h.corrects(Aspect.BIRTH_DATE, Aspect.SEX));
    differences.add(
        Difference.of(
            Cause.SEGMENT_CHANGED,
            brought(standing -> standing.row().segment(), time, own),
            before,
            after));
  }

  private void sources(List<Difference> differences) {
    if (past.sourcesDigest() != now.sourcesDigest()) {
      List<Event> own =
          causes.those(id, h -> h.changesPresence() || h.is(RecordEvent.Kind.RENUMBERED));
      differences.add(
          Difference.of(Cause.SOURCES_CHANGED, own.isEmpty() ? causes.fallback(id) : own));
    }
  }

  private List<Event> rules(String... prefixes) {
    Passing days = causes.passing();
    return days == null
        ? List.of()
        : days.rules(name -> Arrays.stream(prefixes).anyMatch(name::startsWith));
  }

  private List<Event> validities() {
    Passing days = causes.passing();
    return days == null ? List.of() : days.validities(causes.recordsOf(id));
  }

  /** The day of retirement age, where the row names it. */
  private List<Event> pension() {
    Assessment assessment = causes.tonight(id);
    if (assessment == null || assessment.potential() == null) {
      return List.of();
    }
    return assessment.potential().reasons().stream()
        .filter(
            reason ->
                reason.code() == Reason.Code.NEAR_PENSION
                    || reason.code() == Reason.Code.OWNER_EXEMPT_RETIRED)
        .map(reason -> Event.of(Event.Kind.PENSION_NEAR, reason.arguments().get(0)))
        .limit(1)
        .collect(Collectors.toList());
  }
}
