package org.baophu.night;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.baophu.identity.Decision;
import org.baophu.identity.Decisions;
import org.baophu.identity.IdentityChange;
import org.baophu.identity.Verdict;
import org.baophu.night.Changes.ExplainedChange;
import org.baophu.person.RecordKey;
import org.baophu.publish.Event;
import org.baophu.standard.RecordDigest.Aspect;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;

/**
 * Why persons merged or split: a decision that came into force or no longer holds; else records of
 * theirs that came, went or say something else about who they are; else the evidence alone, told by
 * the pair of records that speaks most clearly.
 */
final class IdentityReasons {
  private static final int MOST_NAMED = 4;

  private final List<StandardRecord> records;
  private final Persons persons;
  private final Memory memory;
  private final Links links;
  private final int[] personOfRow;
  private final Map<String, Integer> indexOfPerson = new HashMap<>();
  private final Map<RecordKey, Integer> decidedRows = new HashMap<>();
  private final List<Decision> begun = new ArrayList<>();
  private final List<Decision> ended = new ArrayList<>();

  /** By person index, the pairs that touch a person who merged or split. */
  private final Map<Integer, List<Integer>> pairs = new HashMap<>();

  private IdentityReasons(
      List<StandardRecord> records,
      Persons persons,
      Memory memory,
      Links links,
      Decisions before,
      Decisions now) {
    this.records = records;
    this.persons = persons;
    this.memory = memory;
    this.links = links;
    this.personOfRow = persons.personOfRow(records.size());
    Set<String> concerned = new HashSet<>();
    for (IdentityChange change : persons.changes()) {
      concerned.add(change.personId());
      concerned.add(change.otherId());
    }
    for (int person = 0; person < persons.persons().size(); person++) {
      String id = persons.persons().get(person).id();
      if (concerned.contains(id)) {
        indexOfPerson.put(id, person);
      }
    }
    collectDecisions(before, now);
    collectPairs();
  }

  /** The merges and splits of a night with their reasons, in their order. */
  static List<ExplainedChange> of(
      List<StandardRecord> records,
      Persons persons,
      Memory memory,
      Links links,
      Decisions before,
      Decisions now) {
    if (persons.changes().isEmpty()) {
      return List.of();
    }
    IdentityReasons reasons = new IdentityReasons(records, persons, memory, links, before, now);
    return persons.changes().stream()
        .map(change -> new ExplainedChange(change, reasons.reasons(change)))
        .toList();
  }

  private void collectDecisions(Decisions before, Decisions now) {
    Set<RecordKey> wanted = new HashSet<>();
    List<Decision> all = new ArrayList<>(before.inForce());
    all.addAll(now.inForce());
    all.forEach(decision -> wanted.addAll(List.of(decision.a(), decision.b())));
    for (int row = 0; row < records.size() && !wanted.isEmpty(); row++) {
      if (wanted.contains(records.get(row).key())) {
        decidedRows.put(records.get(row).key(), row);
      }
    }
    Set<Decision> known = new HashSet<>(before.inForce());
    for (Decision decision : now.inForce()) {
      if (!known.contains(decision) || isNew(decision.a()) || isNew(decision.b())) {
        begun.add(decision);
      }
    }
    Set<Decision> inForce = new HashSet<>(now.inForce());
    before.inForce().stream().filter(decision -> !inForce.contains(decision)).forEach(ended::add);
  }

  /** Whether a record was not there last night. */
  private boolean isNew(RecordKey key) {
    Integer row = decidedRows.get(key);
    RecordEvent event = row == null ? null : memory.events().get(row);
    return event != null
        && (event.kind() == RecordEvent.Kind.ARRIVED || event.kind() == RecordEvent.Kind.RETURNED);
  }

  private void collectPairs() {
    BitSet concerned = new BitSet();
    indexOfPerson.values().forEach(concerned::set);
    for (int pair = 0; pair < links.pairs(); pair++) {
      int a = personOfRow[links.rowA()[pair]];
      int b = personOfRow[links.rowB()[pair]];
      if (concerned.get(a)) {
        pairs.computeIfAbsent(a, person -> new ArrayList<>()).add(pair);
      }
      if (b != a && concerned.get(b)) {
        pairs.computeIfAbsent(b, person -> new ArrayList<>()).add(pair);
      }
    }
  }

  private List<Event> reasons(IdentityChange change) {
    List<Event> decided =
        switch (change.kind()) {
          case MERGED -> merging(change);
          case SPLIT -> splitting(change);
        };
    if (!decided.isEmpty()) {
      return decided;
    }
    List<Event> happened = happened(change);
    return happened.isEmpty() ? List.of(clearest(change)) : happened;
  }

  private List<Event> merging(IdentityChange change) {
    BiPredicate<String, String> together =
        (a, b) -> a.equals(change.personId()) && b.equals(change.personId());
    return decided(together, Verdict.MATCH, Verdict.NO_MATCH);
  }

  private List<Event> splitting(IdentityChange change) {
    Set<String> both = Set.of(change.personId(), change.otherId());
    BiPredicate<String, String> apart =
        (a, b) -> !a.equals(b) && both.contains(a) && both.contains(b);
    // A match with somebody else can draw a record away, or drive one off.
    BiPredicate<String, String> elsewhere = (a, b) -> a.equals(b) && both.contains(a);
    List<Event> events = new ArrayList<>(decided(apart, Verdict.NO_MATCH, Verdict.MATCH));
    for (Decision decision : begun) {
      if (decision.verdict() == Verdict.MATCH && holds(elsewhere, decision)) {
        events.add(told(Event.Kind.MATCH_DECIDED, decision));
      }
    }
    return events.stream().limit(MOST_NAMED).toList();
  }

  /**
   * Decisions between records of persons, of one verdict that began, or of the other that ended.
   */
  private List<Event> decided(BiPredicate<String, String> between, Verdict began, Verdict over) {
    List<Event> events = new ArrayList<>();
    for (Decision decision : begun) {
      if (decision.verdict() == began && holds(between, decision)) {
        events.add(
            told(
                began == Verdict.MATCH ? Event.Kind.MATCH_DECIDED : Event.Kind.NO_MATCH_DECIDED,
                decision));
      }
    }
    for (Decision decision : ended) {
      if (decision.verdict() == over && holds(between, decision)) {
        events.add(told(Event.Kind.DECISION_ENDED, decision));
      }
    }
    return events.stream().limit(MOST_NAMED).toList();
  }

  private boolean holds(BiPredicate<String, String> between, Decision decision) {
    String a = personOf(decision.a());
    String b = personOf(decision.b());
    return a != null && b != null && between.test(a, b);
  }

  private @Nullable String personOf(RecordKey key) {
    Integer row = decidedRows.get(key);
    return row == null ? null : persons.persons().get(personOfRow[row]).id();
  }

  static Event told(Event.Kind kind, Decision decision) {
    return Event.of(
        kind,
        decision.a().toString(),
        decision.b().toString(),
        decision.decidedBy(),
        Objects.toString(decision.decidedOn(), ""));
  }

  /** What happened to records of the persons in question that may say who somebody is. */
  private List<Event> happened(IdentityChange change) {
    List<Event> events = new ArrayList<>();
    for (String id : List.of(change.personId(), change.otherId())) {
      for (int row : rows(id)) {
        RecordEvent event = memory.events().get(row);
        if (event != null && tellsWho(event)) {
          events.add(Happenings.told(event));
        }
      }
      memory.withdrawn().stream()
          .filter(event -> event.personBefore().equals(id))
          .map(Happenings::told)
          .forEach(events::add);
    }
    return events.stream().distinct().limit(MOST_NAMED).toList();
  }

  private static boolean tellsWho(RecordEvent event) {
    Collection<Aspect> aspects = event.aspects();
    return switch (event.kind()) {
      case ARRIVED, RETURNED, WITHDRAWN -> true;
      case RENUMBERED -> false;
      case CORRECTED ->
          aspects.contains(Aspect.NAME)
              || aspects.contains(Aspect.BIRTH_DATE)
              || aspects.contains(Aspect.SEX)
              || aspects.contains(Aspect.IDS)
              || aspects.contains(Aspect.PHONE)
              || aspects.contains(Aspect.ADDRESS)
              || aspects.contains(Aspect.COMMUNE);
    };
  }

  private int[] rows(String id) {
    Integer person = indexOfPerson.get(id);
    return person == null ? new int[0] : persons.members()[person];
  }

  /** The pair between the two sides that is most probably one person. */
  private Event clearest(IdentityChange change) {
    int best = -1;
    Integer person = indexOfPerson.get(change.personId());
    for (int pair : person == null ? List.<Integer>of() : pairs.getOrDefault(person, List.of())) {
      if (isBetween(change, links.rowA()[pair], links.rowB()[pair])
          && (best < 0 || links.probability()[pair] > links.probability()[best])) {
        best = pair;
      }
    }
    if (best < 0) {
      return Event.of(Event.Kind.EVIDENCE);
    }
    return Event.of(
        Event.Kind.PAIR,
        records.get(links.rowA()[best]).key().toString(),
        records.get(links.rowB()[best]).key().toString(),
        String.format(Locale.ROOT, "%.4f", links.probability()[best]));
  }

  private boolean isBetween(IdentityChange change, int rowA, int rowB) {
    return switch (change.kind()) {
      case SPLIT ->
          Arrays.asList(change.personId(), change.otherId()).contains(idOf(rowA))
              && Arrays.asList(change.personId(), change.otherId()).contains(idOf(rowB))
              && personOfRow[rowA] != personOfRow[rowB];
      case MERGED ->
          personOfRow[rowA] == personOfRow[rowB]
              && memory.persons()[rowA].equals(change.otherId())
                  != memory.persons()[rowB].equals(change.otherId());
    };
  }

  private String idOf(int row) {
    return persons.persons().get(personOfRow[row]).id();
  }
}
