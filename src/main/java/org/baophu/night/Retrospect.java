package org.baophu.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baophu.coverage.Assessment;
import org.baophu.night.Changes.ExplainedChange;
import org.baophu.night.Happenings.Happening;
import org.baophu.night.NightStore.PastRun;
import org.baophu.night.NightStore.PastStanding;
import org.baophu.night.NightStore.StoredEvent;
import org.baophu.night.NightStore.StoredIdentityChange;
import org.baophu.night.NightStore.StoredListChange;
import org.baophu.publish.Change;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A night held against the one before it.
 *
 * @param previous null on the first night
 * @param before where persons stood then
 * @param now where they stand tonight
 * @param identity merges and splits with their reasons
 * @param changes what is different on the list, and why
 */
record Retrospect(
    @Nullable PastRun previous,
    Map<String, PastStanding> before,
    Map<String, PastStanding> now,
    List<ExplainedChange> identity,
    List<Change> changes,
    Happenings happenings) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Retrospect of(
      NightRun run, NightStore store, long runNo, Publishing.Results results, BitSet earning) {
    @Nullable PastRun previous = store.findPrevious(runNo).orElse(null);
    Map<String, PastStanding> before =
        previous == null ? Map.of() : store.standings(previous.runNo());
    Map<String, PastStanding> now = Standings.of(results.assessments(), earning);
    List<StandardRecord> records = results.delivered().records();
    Happenings happenings =
        Happenings.of(results.memory(), records, results.persons(), results.links());
    List<ExplainedChange> identity =
        IdentityReasons.of(
            records,
            results.persons(),
            results.memory(),
            results.links(),
            results.decisions().settledBefore(),
            results.decisions().settled());
    Causes causes = causes(run, previous, before, now, results, happenings);
    Map<String, Assessment> assessments = byPerson(results.assessments());
    List<Change> changes =
        new Changes(
                before,
                now,
                assessments,
                identity,
                causes,
                previous == null ? 0 : previous.lastPersonNumber())
            .list();
    return new Retrospect(previous, before, now, identity, changes, happenings);
  }

  private static Map<String, Assessment> byPerson(List<Assessment> assessments) {
    Map<String, Assessment> byPerson = new HashMap<>(assessments.size() * 2);
    assessments.forEach(assessment -> byPerson.put(assessment.personId(), assessment));
    return byPerson;
  }

  private static Causes causes(
      NightRun run,
      @Nullable PastRun previous,
      Map<String, PastStanding> before,
      Map<String, PastStanding> now,
      Publishing.Results results,
      Happenings happenings) {
    Map<String, Integer> indexes = new HashMap<>();
    Persons persons = results.persons();
    for (int person = 0; person < persons.persons().size(); person++) {
      indexes.put(persons.persons().get(person).id(), person);
    }
    Map<String, Assessment> asOfBefore = Map.of();
    Passing passing = null;
    if (previous != null) {
      LocalDate day = LocalDate.parse(previous.date());
      passing = new Passing(day, run.date(), run.legalParameters());
      int[] concerned =
          Changes.concerned(before, now).stream()
              .filter(indexes::containsKey)
              .mapToInt(indexes::get)
              .toArray();
      asOfBefore =
          concerned.length == 0 ? Map.of() : byPerson(results.assessing().assessOn(day, concerned));
    }
    return new Causes(
        happenings,
        byPerson(results.assessments()),
        asOfBefore,
        id -> recordsOf(indexes.get(id), results),
        passing,
        results.communesRedrawn(),
        previous != null && previous.choicesDigest() != run.choicesDigest(),
        results.checks()::events);
  }

  private static List<StandardRecord> recordsOf(
      @Nullable Integer person, Publishing.Results results) {
    return person == null
        ? List.of()
        : Arrays.stream(results.persons().members()[person])
            .mapToObj(results.delivered().records()::get)
            .toList();
  }

  /** The merges and splits as they are stored. */
  List<StoredIdentityChange> storedIdentity() {
    return identity.stream()
        .map(
            explained ->
                new StoredIdentityChange(
                    explained.change(), JSON.writeValueAsString(explained.reasons())))
        .toList();
  }

  /** The lines of {@code changes.csv} as they are stored. */
  List<StoredListChange> storedChanges() {
    return changes.stream()
        .map(
            change ->
                new StoredListChange(
                    change.personId(),
                    change.kind().code(),
                    change.communeCode(),
                    JSON.writeValueAsString(change.differences())))
        .toList();
  }

  /**
   * What happened to the records of persons, by person; a record that went from one to another is
   * told with the one it went to.
   */
  List<StoredEvent> storedEvents() {
    List<StoredEvent> stored = new ArrayList<>();
    happenings.persons().stream()
        .sorted()
        .forEach(
            person -> {
              for (Happening happening : happenings.of(person)) {
                store(person, happening, stored);
              }
            });
    return stored;
  }

  private static void store(String person, Happening happening, List<StoredEvent> stored) {
    switch (happening.way()) {
      case JOINED ->
          stored.add(new StoredEvent("MOVED", happening.key(), happening.other(), person, ""));
      case LEFT -> {
        return;
      }
      case OWN, GONE -> {}
    }
    happening
        .event()
        .filter(
            event -> happening.way() != Happenings.Way.GONE || event.personBefore().equals(person))
        .ifPresent(
            event ->
                stored.add(
                    new StoredEvent(
                        event.kind().name(),
                        event.key(),
                        person,
                        event.kind() == RecordEvent.Kind.RENUMBERED
                            ? event.keyBefore().recordId()
                            : "",
                        event.kind() == RecordEvent.Kind.CORRECTED
                            ? event.aspectCodes()
                                + "|"
                                + event.stateBefore()
                                + "|"
                                + event.stateNow()
                            : "")));
  }
}
