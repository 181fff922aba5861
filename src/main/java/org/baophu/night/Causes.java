package org.baophu.night;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Reason;
import org.baophu.coverage.Standing;
import org.baophu.night.Happenings.Happening;
import org.baophu.night.NightStore.PastStanding;
import org.baophu.person.Source;
import org.baophu.publish.Change.Cause;
import org.baophu.publish.Difference;
import org.baophu.publish.Event;
import org.baophu.standard.RecordDigest.Aspect;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;

/**
 * What brought a difference about.
 *
 * <p>Two kinds of cause are told apart. Time: the person is assessed again with tonight's records
 * as if they had come on the day of the last night; what differs from that is what the days alone
 * have done, by a rule, a birthday or the end of a validity, and if that other night would have
 * given last night's value, time is the whole cause. Records: of all that happened to the person's
 * records, what can have a part in this difference is named. Where nothing is left, nothing of the
 * person's own has changed, and the difference comes from others' records by way of the evidence;
 * then that is what is said.
 */
final class Causes {
  private final Happenings happenings;
  private final Map<String, Assessment> tonight;
  private final Map<String, Assessment> asOfBefore;
  private final Function<String, List<StandardRecord>> records;
  private final @Nullable Passing passing;
  private final boolean communesRedrawn;
  private final boolean choicesChanged;

  /**
   * @param tonight by person
   * @param asOfBefore the same records as of the day of the last night; of all whose rows differ
   * @param records of a person
   * @param passing the days since the last night; null where there was none
   * @param choicesChanged whether settings, law or program are others than last night
   */
  Causes(
      Happenings happenings,
      Map<String, Assessment> tonight,
      Map<String, Assessment> asOfBefore,
      Function<String, List<StandardRecord>> records,
      @Nullable Passing passing,
      boolean communesRedrawn,
      boolean choicesChanged) {
    this.happenings = happenings;
    this.tonight = tonight;
    this.asOfBefore = asOfBefore;
    this.records = records;
    this.passing = passing;
    this.communesRedrawn = communesRedrawn;
    this.choicesChanged = choicesChanged;
  }

  private List<Event> those(String id, Predicate<Happening> relevant) {
    return Happenings.told(happenings.of(id).stream().filter(relevant).toList());
  }

  List<Event> arrivals(String id) {
    return those(id, Happening::changesPresence);
  }

  List<Event> gone(String id) {
    return those(id, happening -> happening.stateNow().isEmpty());
  }

  List<Event> livingBegun(String id) {
    return those(id, h -> isLiving(h.source()) && !isActive(h.stateBefore(), h) && isNowActive(h));
  }

  List<Event> livingEnded(String id) {
    return those(id, h -> isLiving(h.source()) && isActive(h.stateBefore(), h) && !isNowActive(h));
  }

  List<Event> insuranceBegun(String id) {
    return those(id, h -> !isInForce(h, h.stateBefore()) && isInForce(h, h.stateNow()));
  }

  List<Event> insuranceEnded(String id) {
    return those(id, h -> isInForce(h, h.stateBefore()) && !isInForce(h, h.stateNow()));
  }

  private static boolean isLiving(Source source) {
    return source == Source.TAX || source == Source.BUSINESS;
  }

  private static boolean isActive(String state, Happening happening) {
    return isLiving(happening.source()) && state.endsWith("/active");
  }

  private static boolean isNowActive(Happening happening) {
    return isActive(happening.stateNow(), happening);
  }

  private static boolean isInForce(Happening happening, String state) {
    return happening.source() == Source.INSURANCE
        && state.endsWith("/active")
        && !state.startsWith("health_only")
        && !state.startsWith("lump_sum");
  }

  /** Why it is more or less likely than last night that the person is insured. */
  List<Event> evidence(String id) {
    List<Event> own = Happenings.told(happenings.of(id));
    if (!own.isEmpty()) {
      return own;
    }
    List<Event> neighbours = happenings.neighbours(id);
    return neighbours.isEmpty() ? fallback(id) : neighbours;
  }

  /** Whatever happened to the person's records, else what is left as a cause. */
  List<Event> fallback(String id) {
    List<Event> own = Happenings.told(happenings.of(id));
    if (!own.isEmpty() || passing == null) {
      return own;
    }
    return List.of(Event.of(choicesChanged ? Event.Kind.CHOICES : Event.Kind.EVIDENCE));
  }

  /** Whether the person would have been out of age on the day of the last night. */
  boolean isOfAgeByTime(String id) {
    Assessment past = asOfBefore.get(id);
    return past != null && past.standing() == Standing.OUT_OF_AGE;
  }

  /** A birthday, if the same birth date gives the other answer on the day before; else records. */
  List<Event> age(String id) {
    Assessment past = asOfBefore.get(id);
    Assessment now = tonight.get(id);
    boolean byTime =
        past != null
            && now != null
            && (past.standing() == Standing.OUT_OF_AGE) != (now.standing() == Standing.OUT_OF_AGE);
    if (byTime) {
      return List.of(Event.of(Event.Kind.BIRTHDAY, ageYears(id)));
    }
    List<Event> corrected =
        those(id, h -> h.changesPresence() || h.corrects(Aspect.BIRTH_DATE, Aspect.IDS));
    return corrected.isEmpty() ? fallback(id) : corrected;
  }

  /** The youngest age that the most exact birth date allows. */
  private String ageYears(String id) {
    Passing days = Objects.requireNonNull(passing);
    Assessment now = tonight.get(id);
    int listed = now == null || now.potential() == null ? -1 : now.potential().ageYears();
    if (listed >= 0) {
      return Integer.toString(listed);
    }
    return records.apply(id).stream()
        .map(StandardRecord::birthDate)
        .filter(date -> date.isKnown())
        .min(Comparator.comparing(date -> date.precision()))
        .map(date -> Integer.toString(date.ageOn(days.now())))
        .orElse("");
  }

  /** All that differs between two rows of a person who stays on the list. */
  List<Difference> differences(String id, PastStanding past, PastStanding now) {
    Assessment hypothetical = asOfBefore.get(id);
    PastStanding then = hypothetical == null ? null : Standings.of(hypothetical);
    Comparison compared = new Comparison(id, past, then, now);
    List<Difference> differences = new ArrayList<>();
    compared.commune(differences);
    compared.route(differences);
    compared.group(differences);
    compared.amount(differences);
    compared.details(differences);
    compared.months(differences);
    compared.segment(differences);
    compared.sources(differences);
    return differences;
  }

  /**
   * A row of a person, last night and tonight.
   *
   * <p>{@code then} is what tonight's records would have given on the day of the last night.
   */
  private final class Comparison {
    private final String id;
    private final PastStanding past;
    private final @Nullable PastStanding then;
    private final PastStanding now;

    Comparison(String id, PastStanding past, @Nullable PastStanding then, PastStanding now) {
      this.id = id;
      this.past = past;
      this.then = then;
      this.now = now;
    }

    /** The causes of a difference in one respect: time, records, or both. */
    private List<Event> causes(
        Function<PastStanding, Object> respect, List<Event> time, List<Event> ofRecords) {
      Object hypothetical = then == null ? respect.apply(now) : respect.apply(then);
      boolean byTime = !hypothetical.equals(respect.apply(now));
      boolean byTimeAlone = byTime && hypothetical.equals(respect.apply(past));
      List<Event> all = new ArrayList<>(byTime ? timeOr(time) : List.of());
      if (!byTimeAlone) {
        all.addAll(ofRecords);
      }
      return all.isEmpty() ? fallback(id) : all;
    }

    /** What the days brought about, or if nothing of it can be named, the days themselves. */
    private List<Event> timeOr(List<Event> named) {
      Passing days = passing;
      return named.isEmpty() && days != null
          ? List.of(
              Event.of(Event.Kind.DAYS_PASSED, days.before().toString(), days.now().toString()))
          : named;
    }

    void commune(List<Difference> differences) {
      if (past.communeCode().equals(now.communeCode())) {
        return;
      }
      List<Event> own =
          those(id, h -> h.changesPresence() || h.corrects(Aspect.COMMUNE, Aspect.ADDRESS));
      if (own.isEmpty()) {
        own = those(id, h -> h.corrects(Aspect.STATE, Aspect.OTHER));
      }
      List<Event> redrawn =
          communesRedrawn ? List.of(Event.of(Event.Kind.COMMUNES_REDRAWN)) : List.of();
      List<Event> all = new ArrayList<>(redrawn);
      all.addAll(own.isEmpty() && communesRedrawn ? own : byTimeOr(own));
      differences.add(
          Difference.of(
              communesRedrawn && own.isEmpty() ? Cause.COMMUNE_REDRAWN : Cause.COMMUNE_CHANGED,
              all.isEmpty() ? fallback(id) : all,
              past.communeCode()));
    }

    private List<Event> byTimeOr(List<Event> own) {
      return causes(PastStanding::communeCode, List.of(), own);
    }

    void route(List<Difference> differences) {
      if (!past.route().equals(now.route())) {
        differences.add(
            Difference.of(
                Cause.ROUTE_CHANGED,
                causes(PastStanding::route, routeInTime(), routeByRecords()),
                past.route(),
                now.route()));
      }
    }

    private List<Event> routeInTime() {
      List<Event> rules = rules("hkd_owner_compulsory");
      return rules.isEmpty() ? pension() : rules;
    }

    private List<Event> routeByRecords() {
      return those(
          id,
          h ->
              isLiving(h.source())
                  && h.changesState()
                  && (isActive(h.stateBefore(), h) || isNowActive(h)));
    }

    void group(List<Difference> differences) {
      if (!past.supportGroup().equals(now.supportGroup())) {
        differences.add(
            Difference.of(
                Cause.SUPPORT_CHANGED,
                causes(PastStanding::supportGroup, validities(), groupByRecords()),
                past.supportGroup(),
                now.supportGroup()));
      }
    }

    private List<Event> groupByRecords() {
      List<Event> poverty = those(id, h -> h.source() == Source.POVERTY && h.changesState());
      return poverty.isEmpty()
          ? those(id, h -> h.corrects(Aspect.ETHNICITY) || h.changesPresence() && mayStateGroup(h))
          : poverty;
    }

    private static boolean mayStateGroup(Happening happening) {
      return happening.source() == Source.INSURANCE || happening.source() == Source.POVERTY;
    }

    /** Told where it is no mere consequence of another route or group. */
    void amount(List<Difference> differences) {
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
                causes(standing -> standing.row().monthlySupportVnd(), time, List.of()),
                Long.toString(before),
                Long.toString(after)));
      }
    }

    void details(List<Difference> differences) {
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
      if (told.isEmpty() && communesRedrawn) {
        told = List.of(Event.of(Event.Kind.COMMUNES_REDRAWN));
      } else if (told.isEmpty() && then != null && then.detailsDigest() != now.detailsDigest()) {
        told = timeOr(List.of());
      }
      differences.add(
          Difference.of(
              Cause.DETAILS_CHANGED,
              told.isEmpty() ? fallback(id) : told,
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
      return those(id, h -> h.changesPresence() || h.corrects(aspects));
    }

    void months(List<Difference> differences) {
      int before = past.row().monthsPaid();
      int after = now.row().monthsPaid();
      if (before >= -1 && before != after) {
        List<Event> own =
            those(
                id,
                h ->
                    h.source() == Source.INSURANCE
                        && (h.changesState() || h.corrects(Aspect.OTHER)));
        differences.add(
            Difference.of(
                Cause.MONTHS_CHANGED,
                own.isEmpty() ? fallback(id) : own,
                Integer.toString(before),
                Integer.toString(after)));
      }
    }

    void segment(List<Difference> differences) {
      String before = past.row().segment();
      String after = now.row().segment();
      if (before.isEmpty() || before.equals(after)) {
        return;
      }
      List<Event> time = new ArrayList<>(rules("hkd_owner_compulsory"));
      time.addAll(validities());
      time.addAll(pension());
      List<Event> own =
          those(
              id,
              h ->
                  h.changesState()
                      || h.changesPresence()
                      || h.corrects(Aspect.BIRTH_DATE, Aspect.SEX));
      differences.add(
          Difference.of(
              Cause.SEGMENT_CHANGED,
              causes(standing -> standing.row().segment(), time, own),
              before,
              after));
    }

    void sources(List<Difference> differences) {
      if (past.sourcesDigest() != now.sourcesDigest()) {
        List<Event> own = those(id, h -> h.changesPresence() || h.is(RecordEvent.Kind.RENUMBERED));
        differences.add(Difference.of(Cause.SOURCES_CHANGED, own.isEmpty() ? fallback(id) : own));
      }
    }

    private List<Event> rules(String... prefixes) {
      Passing days = passing;
      return days == null
          ? List.of()
          : days.rules(name -> Arrays.stream(prefixes).anyMatch(name::startsWith));
    }

    private List<Event> validities() {
      Passing days = passing;
      return days == null ? List.of() : days.validities(records.apply(id));
    }

    /** The day of retirement age, where the row names it. */
    private List<Event> pension() {
      Assessment assessment = tonight.get(id);
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
}
