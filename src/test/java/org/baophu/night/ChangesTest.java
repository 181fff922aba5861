package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baophu.publish.Change.Kind.ADDED;
import static org.baophu.publish.Change.Kind.CHANGED;
import static org.baophu.publish.Change.Kind.REMOVED;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Standing;
import org.baophu.identity.IdentityChange;
import org.baophu.night.Changes.ExplainedChange;
import org.baophu.night.Happenings.Happening;
import org.baophu.night.Happenings.Way;
import org.baophu.night.NightStore.PastStanding;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.baophu.publish.Change;
import org.baophu.publish.Change.Cause;
import org.baophu.publish.Difference;
import org.baophu.publish.Event;
import org.baophu.standard.RecordDigest.Aspect;
import org.junit.jupiter.api.Test;

/** One feature each: why a person appeared on the list, left it, or stands there otherwise. */
class ChangesTest {
  private static final long LAST_NUMBER_BEFORE = 5;
  private static final String P1 = "P0000001";
  private static final RecordKey TAX = new RecordKey(Source.TAX, "T1");
  private static final RecordKey INSURANCE = new RecordKey(Source.INSURANCE, "I7");
  private static final PastStanding.Row ROW =
      new PastStanding.Row("a".repeat(48), "other", 66_000, 12);
  private static final PastStanding LISTED =
      new PastStanding("POTENTIAL", "05977", "voluntary", "other", 1, 2, ROW);

  private final Happenings happenings = new Happenings();
  private final Map<String, Assessment> tonight = new HashMap<>();
  private final Map<String, Assessment> asOfBefore = new HashMap<>();

  private static PastStanding unlisted(Standing standing) {
    return new PastStanding(standing.name(), "05977", "", "", 0, 0, PastStanding.Row.NONE);
  }

  private static Assessment assessed(String id, Standing standing) {
    return new Assessment(id, standing, "05977", false, 0, null);
  }

  private List<Change> changes(
      Map<String, PastStanding> before,
      Map<String, PastStanding> now,
      ExplainedChange... identity) {
    Passing passing = new Passing(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2), List.of());
    Causes causes =
        new Causes(
            happenings,
            tonight,
            asOfBefore,
            id -> List.of(),
            passing,
            false,
            false,
            id -> List.of());
    return new Changes(before, now, tonight, List.of(identity), causes, LAST_NUMBER_BEFORE).list();
  }

  private Difference only(List<Change> changes, Change.Kind kind) {
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).kind()).isEqualTo(kind);
    assertThat(changes.get(0).differences()).hasSize(1);
    return changes.get(0).differences().get(0);
  }

  private void happens(
      RecordEvent.Kind kind, RecordKey key, String before, String now, Aspect... aspects) {
    Way way = kind == RecordEvent.Kind.WITHDRAWN ? Way.GONE : Way.OWN;
    String state = now.isEmpty() ? before : now;
    RecordEvent event = new RecordEvent(kind, key, P1, Set.of(aspects), before, now, key);
    happenings.add(P1, new Happening(way, key, state, "", Optional.of(event)));
  }

  @Test
  void nothingChanged() {
    Map<String, PastStanding> same = Map.of(P1, LISTED, "P0000002", unlisted(Standing.INSURED));

    assertThat(changes(same, same)).isEmpty();
  }

  @Test
  void aPersonNobodyKnew() {
    assertThat(changes(Map.of(), Map.of("P0000006", LISTED)))
        .containsExactly(Change.of("P0000006", "05977", ADDED, Cause.PERSON_NEW));
  }

  @Test
  void aKnownPersonWhoEarnsNow() {
    happens(RecordEvent.Kind.ARRIVED, TAX, "", "salary/active");

    assertThat(only(changes(Map.of(), Map.of(P1, LISTED)), ADDED))
        .isEqualTo(
            Difference.of(Cause.LIVING_BEGUN, List.of(Event.of(Event.Kind.ARRIVED, "tax:T1"))));
  }

  @Test
  void aKnownPersonWhoseInsuranceEnded() {
    happens(
        RecordEvent.Kind.CORRECTED,
        INSURANCE,
        "compulsory/active",
        "compulsory/paused",
        Aspect.STATE);
    happens(RecordEvent.Kind.CORRECTED, TAX, "salary/active", "salary/active", Aspect.PHONE);

    assertThat(only(changes(Map.of(P1, unlisted(Standing.INSURED)), Map.of(P1, LISTED)), ADDED))
        .isEqualTo(
            Difference.of(
                Cause.INSURANCE_ENDED,
                List.of(
                    Event.of(
                        Event.Kind.CORRECTED,
                        "insurance:I7",
                        "state",
                        "compulsory/active",
                        "compulsory/paused"))));
  }

  @Test
  void anInsuredPersonOfWhomNothingChangedButWhatIsBelieved() {
    assertThat(only(changes(Map.of(P1, unlisted(Standing.INSURED)), Map.of(P1, LISTED)), ADDED))
        .isEqualTo(Difference.of(Cause.EVIDENCE_FOR, List.of(Event.of(Event.Kind.EVIDENCE))));
  }

  @Test
  void aBirthdayIsTheCauseOnlyIfTheSameRecordsGaveAnotherAnswerTheDayBefore() {
    asOfBefore.put(P1, assessed(P1, Standing.OUT_OF_AGE));
    tonight.put(P1, assessed(P1, Standing.NO_LIVING));
    Map<String, PastStanding> before = Map.of(P1, unlisted(Standing.OUT_OF_AGE));

    Difference byTime = only(changes(before, Map.of(P1, LISTED)), ADDED);
    asOfBefore.put(P1, assessed(P1, Standing.NO_LIVING));
    happens(RecordEvent.Kind.CORRECTED, TAX, "salary/active", "salary/active", Aspect.BIRTH_DATE);
    Difference byRecord = only(changes(before, Map.of(P1, LISTED)), ADDED);

    assertThat(byTime.cause()).isEqualTo(Cause.AGE_REACHED);
    assertThat(byTime.events()).extracting(Event::kind).containsExactly(Event.Kind.BIRTHDAY);
    assertThat(byRecord.cause()).isEqualTo(Cause.AGE_REACHED);
    assertThat(byRecord.events()).extracting(Event::kind).containsExactly(Event.Kind.CORRECTED);
  }

  @Test
  void aPersonWhoIsInsuredNow() {
    tonight.put(P1, assessed(P1, Standing.INSURED));
    happens(RecordEvent.Kind.ARRIVED, INSURANCE, "", "voluntary/active");

    assertThat(only(changes(Map.of(P1, LISTED), Map.of(P1, unlisted(Standing.INSURED))), REMOVED))
        .isEqualTo(
            Difference.of(
                Cause.INSURED_NOW, List.of(Event.of(Event.Kind.ARRIVED, "insurance:I7"))));
  }

  @Test
  void aPersonWithoutALivingIsNoLongerAmongTheStandings() {
    tonight.put(P1, assessed(P1, Standing.NO_LIVING));
    happens(RecordEvent.Kind.WITHDRAWN, TAX, "salary/active", "");

    assertThat(only(changes(Map.of(P1, LISTED), Map.of()), REMOVED))
        .isEqualTo(
            Difference.of(Cause.LIVING_ENDED, List.of(Event.of(Event.Kind.WITHDRAWN, "tax:T1"))));
  }

  @Test
  void aPersonOfWhomNoRecordIsLeft() {
    happens(RecordEvent.Kind.WITHDRAWN, TAX, "salary/active", "");

    assertThat(only(changes(Map.of(P1, LISTED), Map.of()), REMOVED))
        .isEqualTo(
            Difference.of(Cause.RECORDS_GONE, List.of(Event.of(Event.Kind.WITHDRAWN, "tax:T1"))));
  }

  @Test
  void twoPersonsWhoAreOne() {
    Event decided = Event.of(Event.Kind.MATCH_DECIDED, "tax:T1", "insurance:I7", "clerk", "");
    PastStanding joined = new PastStanding("POTENTIAL", "05977", "voluntary", "other", 1, 3, ROW);
    happenings.add(P1, new Happening(Way.JOINED, INSURANCE, "", "P0000002", Optional.empty()));

    List<Change> changes =
        changes(
            Map.of(P1, LISTED, "P0000002", LISTED),
            Map.of(P1, joined),
            new ExplainedChange(
                new IdentityChange(IdentityChange.Kind.MERGED, P1, "P0000002"), List.of(decided)));

    assertThat(changes).hasSize(2);
    assertThat(changes.get(0).kind()).isEqualTo(CHANGED);
    assertThat(changes.get(0).differences())
        .containsExactly(
            Difference.of(Cause.MERGED_WITH, List.of(decided), "P0000002"),
            Difference.of(
                Cause.SOURCES_CHANGED,
                List.of(Event.of(Event.Kind.JOINED, "insurance:I7", "P0000002"))));
    assertThat(changes.get(1).kind()).isEqualTo(REMOVED);
    assertThat(changes.get(1).differences())
        .containsExactly(Difference.of(Cause.MERGED_INTO, List.of(decided), P1));
  }

  @Test
  void onePersonWhoIsTwo() {
    Difference difference =
        only(
            changes(
                Map.of(P1, LISTED),
                Map.of(P1, LISTED, "P0000006", LISTED),
                new ExplainedChange(
                    new IdentityChange(IdentityChange.Kind.SPLIT, P1, "P0000006"), List.of())),
            ADDED);

    assertThat(difference).isEqualTo(Difference.of(Cause.SPLIT_FROM, List.of(), P1));
  }

  @Test
  void allThatIsDifferentIsToldTheWeightiestFirst() {
    PastStanding.Row row = new PastStanding.Row("b" + "a".repeat(47), "other", 66_000, 13);
    PastStanding now = new PastStanding("POTENTIAL", "05986", "voluntary", "poor", 9, 9, row);

    List<Change> changes = changes(Map.of(P1, LISTED), Map.of(P1, now));

    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).differences())
        .extracting(Difference::cause)
        .containsExactly(
            Cause.COMMUNE_CHANGED,
            Cause.SUPPORT_CHANGED,
            Cause.DETAILS_CHANGED,
            Cause.MONTHS_CHANGED,
            Cause.SOURCES_CHANGED);
    assertThat(changes.get(0).differences().get(2).arguments()).containsExactly("name");
  }

  @Test
  void whoseCommuneComesToBeKnownHasNotMoved() {
    PastStanding nowhere = new PastStanding("POTENTIAL", "", "voluntary", "other", 1, 2, ROW);

    assertThat(changes(Map.of(P1, nowhere), Map.of(P1, LISTED)).get(0).differences())
        .extracting(Difference::cause)
        .containsExactly(Cause.COMMUNE_KNOWN);
    Difference lost = changes(Map.of(P1, LISTED), Map.of(P1, nowhere)).get(0).differences().get(0);
    assertThat(lost.cause()).isEqualTo(Cause.COMMUNE_LOST);
    assertThat(lost.arguments()).containsExactly(LISTED.communeCode());
  }

  @Test
  void whatAnOlderVersionDidNotKeepIsNotCompared() {
    PastStanding old =
        new PastStanding("POTENTIAL", "05977", "voluntary", "other", 1, 2, PastStanding.Row.NONE);

    assertThat(changes(Map.of(P1, old), Map.of(P1, LISTED))).isEmpty();
  }
}
