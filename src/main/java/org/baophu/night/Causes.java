package org.baophu.night;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Standing;
import org.baophu.night.Happenings.Happening;
import org.baophu.night.NightStore.PastStanding;
import org.baophu.person.Source;
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
  private final Function<String, List<Event>> checks;

  /**
   * @param tonight by person
   * @param asOfBefore the same records as of the day of the last night; of all whose rows differ
   * @param records of a person
   * @param passing the days since the last night; null where there was none
   * @param choicesChanged whether settings, law or program are others than last night
   * @param checks what a clerk's check of a person has to do with their standing
   */
  Causes(
      Happenings happenings,
      Map<String, Assessment> tonight,
      Map<String, Assessment> asOfBefore,
      Function<String, List<StandardRecord>> records,
      @Nullable Passing passing,
      boolean communesRedrawn,
      boolean choicesChanged,
      Function<String, List<Event>> checks) {
    this.checks = checks;
    this.happenings = happenings;
    this.tonight = tonight;
    this.asOfBefore = asOfBefore;
    this.records = records;
    this.passing = passing;
    this.communesRedrawn = communesRedrawn;
    this.choicesChanged = choicesChanged;
  }

  /** Those events of a person that have a part in a difference. */
  List<Event> those(String id, Predicate<Happening> relevant) {
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

  static boolean isLiving(Source source) {
    return source == Source.TAX || source == Source.BUSINESS;
  }

  static boolean isActive(String state, Happening happening) {
    return isLiving(happening.source()) && state.endsWith("/active");
  }

  static boolean isNowActive(Happening happening) {
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
    List<Event> checked = checks.apply(id);
    if (!checked.isEmpty()) {
      return checked;
    }
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

  @Nullable Passing passing() {
    return passing;
  }

  boolean communesRedrawn() {
    return communesRedrawn;
  }

  @Nullable Assessment tonight(String id) {
    return tonight.get(id);
  }

  List<StandardRecord> recordsOf(String id) {
    return records.apply(id);
  }

  /** All that differs between two rows of a person who stays on the list. */
  List<Difference> differences(String id, PastStanding past, PastStanding now) {
    Assessment hypothetical = asOfBefore.get(id);
    PastStanding then = hypothetical == null ? null : Standings.of(hypothetical);
    return new RowDifferences(this, id, past, then, now).list();
  }
}
