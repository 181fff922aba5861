package org.baophu.night;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baophu.identity.IdentityChange;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.baophu.publish.Event;
import org.baophu.standard.RecordDigest;
import org.baophu.standard.RecordDigest.Aspect;
import org.baophu.standard.StandardRecord;

/**
 * What happened to the records of each person since the last night: to those that are theirs
 * tonight, and to those that were theirs.
 */
final class Happenings {
  /** How many events of one kind a reason names. */
  private static final int MOST_NAMED = 4;

  private final Map<String, List<Happening>> byPerson = new HashMap<>();

  /** Insurance records of others that may be a person's, and that something happened to. */
  private final Map<String, List<RecordEvent>> neighbours = new HashMap<>();

  /** How a record counts for a person tonight. */
  enum Way {
    /** The record is the person's, tonight as last night or for the first time. */
    OWN,
    /** It came from another person. */
    JOINED,
    /** It went to another person. */
    LEFT,
    /** It is gone. */
    GONE
  }

  /**
   * Something that happened to a record of a person.
   *
   * @param state what the record says tonight, or said last
   * @param other the person it came from or went to; empty if none
   */
  record Happening(
      Way way, RecordKey key, String state, String other, Optional<RecordEvent> event) {
    Source source() {
      return key.source();
    }

    /** What the record said last night, empty if it was not there or not this person's. */
    String stateBefore() {
      boolean absent =
          way == Way.JOINED || is(RecordEvent.Kind.ARRIVED) || is(RecordEvent.Kind.RETURNED);
      return absent ? "" : event.map(RecordEvent::stateBefore).orElse(state);
    }

    /** What the record says tonight, empty if it is not there or not this person's. */
    String stateNow() {
      return way == Way.LEFT || way == Way.GONE ? "" : state;
    }

    boolean is(RecordEvent.Kind kind) {
      return event.isPresent() && event.get().kind() == kind;
    }

    /** Whether the record is with the person tonight and was not, or the other way round. */
    boolean changesPresence() {
      return way != Way.OWN || is(RecordEvent.Kind.ARRIVED) || is(RecordEvent.Kind.RETURNED);
    }

    /** Whether the record says something else in one of these respects. */
    boolean corrects(Aspect... aspects) {
      return event.isPresent() && Arrays.stream(aspects).anyMatch(event.get().aspects()::contains);
    }

    boolean changesState() {
      return !stateBefore().equals(stateNow());
    }

    /** As it is told. */
    Event told() {
      return switch (way) {
        case JOINED -> Event.of(Event.Kind.JOINED, key.toString(), other);
        case LEFT -> Event.of(Event.Kind.LEFT, key.toString(), other);
        case GONE, OWN -> Happenings.told(event.orElseThrow());
      };
    }
  }

  /** Those of a night. */
  static Happenings of(Memory memory, List<StandardRecord> records, Persons persons, Links links) {
    Happenings happenings = new Happenings();
    if (!memory.isFirst()) {
      happenings.collect(memory, records, persons, links);
    }
    return happenings;
  }

  private void collect(Memory memory, List<StandardRecord> records, Persons persons, Links links) {
    Map<String, String> mergedInto = mergedInto(persons.changes());
    int[] personOfRow = persons.personOfRow(records.size());
    for (int row = 0; row < records.size(); row++) {
      take(memory, row, records.get(row), persons.persons().get(personOfRow[row]).id());
    }
    for (RecordEvent event : memory.withdrawn()) {
      String person = mergedInto.getOrDefault(event.personBefore(), event.personBefore());
      Happening gone =
          new Happening(Way.GONE, event.key(), event.stateBefore(), "", Optional.of(event));
      add(person, gone);
      if (!person.equals(event.personBefore())) {
        add(event.personBefore(), gone);
      }
    }
    findNeighbours(memory, records, persons, personOfRow, links);
  }

  static Map<String, String> mergedInto(List<IdentityChange> changes) {
    Map<String, String> mergedInto = new HashMap<>();
    for (IdentityChange change : changes) {
      if (change.kind() == IdentityChange.Kind.MERGED) {
        mergedInto.put(change.otherId(), change.personId());
      }
    }
    return mergedInto;
  }

  private void take(Memory memory, int row, StandardRecord record, String now) {
    String before = memory.persons()[row];
    Optional<RecordEvent> event = memory.findEvent(row);
    boolean moved = !before.isEmpty() && !before.equals(now);
    if (moved || event.isPresent()) {
      String state = RecordDigest.of(record).state();
      add(now, new Happening(moved ? Way.JOINED : Way.OWN, record.key(), state, before, event));
      if (moved) {
        String last = event.map(RecordEvent::stateBefore).orElse(state);
        add(before, new Happening(Way.LEFT, record.key(), last, now, event));
      }
    }
  }

  /** Adds what happened to a record of a person. */
  void add(String person, Happening happening) {
    byPerson.computeIfAbsent(person, id -> new ArrayList<>()).add(happening);
  }

  private void findNeighbours(
      Memory memory,
      List<StandardRecord> records,
      Persons persons,
      int[] personOfRow,
      Links links) {
    for (int pair = 0; pair < links.pairs(); pair++) {
      int a = links.rowA()[pair];
      int b = links.rowB()[pair];
      if (personOfRow[a] != personOfRow[b]) {
        noteNeighbour(memory, records, persons.persons().get(personOfRow[a]).id(), b);
        noteNeighbour(memory, records, persons.persons().get(personOfRow[b]).id(), a);
      }
    }
  }

  private void noteNeighbour(Memory memory, List<StandardRecord> records, String person, int row) {
    RecordEvent event = memory.events().get(row);
    if (event != null && records.get(row).key().source() == Source.INSURANCE) {
      List<RecordEvent> known = neighbours.computeIfAbsent(person, id -> new ArrayList<>());
      if (!known.contains(event)) {
        known.add(event);
      }
    }
  }

  /** What happened to the records of a person, those that are there first, each by key. */
  List<Happening> of(String person) {
    return byPerson.getOrDefault(person, List.of());
  }

  /** All persons that anything happened to. */
  Collection<String> persons() {
    return byPerson.keySet();
  }

  /** Events among the insurance records of others that may be the person's. */
  List<Event> neighbours(String person) {
    return neighbours.getOrDefault(person, List.of()).stream()
        .limit(MOST_NAMED)
        .map(event -> Event.of(Event.Kind.NEIGHBOUR, event.key().toString(), event.kindCode()))
        .toList();
  }

  /** As a reason names them: not more than can be read. */
  static List<Event> told(Collection<Happening> happenings) {
    return happenings.stream().map(Happening::told).distinct().limit(MOST_NAMED).toList();
  }

  /** An event as it is told. */
  static Event told(RecordEvent event) {
    String key = event.key().toString();
    return switch (event.kind()) {
      case ARRIVED -> Event.of(Event.Kind.ARRIVED, key);
      case RETURNED -> Event.of(Event.Kind.RETURNED, key);
      case WITHDRAWN -> Event.of(Event.Kind.WITHDRAWN, key);
      case RENUMBERED -> Event.of(Event.Kind.RENUMBERED, key, event.keyBefore().toString());
      case CORRECTED -> {
        boolean same = event.stateBefore().equals(event.stateNow());
        yield Event.of(
            Event.Kind.CORRECTED,
            key,
            event.aspectCodes(),
            same ? "" : event.stateBefore(),
            same ? "" : event.stateNow());
      }
    };
  }
}
