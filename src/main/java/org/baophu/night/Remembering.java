package org.baophu.night;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.baophu.night.NightStore.Remembered;
import org.baophu.night.RecordEvent.Kind;
import org.baophu.person.BirthDate;
import org.baophu.person.RecordKey;
import org.baophu.standard.RecordDigest;
import org.baophu.standard.RecordDigest.Aspect;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;

/**
 * Holds tonight's records against what earlier nights knew.
 *
 * <p>A record is known by its key. Where a register gave a record another record_id, it is known by
 * what it says, if that is certain: exactly one record of the source that said this is gone from
 * its key, exactly one has come that says it, and what it says can be one person's only (an
 * identifier, or a full birth date and a commune). A key that now says what another key said is
 * treated in the same way: numbers may move along a file by one.
 */
final class Remembering {
  private final List<StandardRecord> records;
  private final long[] contents;
  private final boolean communesRedrawn;
  private final Map<RecordKey, Integer> rows;
  private final String[] persons;

  /** By row, what is remembered under its key where that says something else or was gone. */
  private final Map<Integer, Remembered> different = new HashMap<>();

  private final Map<RecordKey, Remembered> missing = new HashMap<>();
  private final Map<Integer, RecordEvent> events = new TreeMap<>();
  private final Set<RecordKey> forgotten = new HashSet<>();
  private boolean anything;

  private Remembering(List<StandardRecord> records, long[] contents, boolean communesRedrawn) {
    this.records = records;
    this.contents = contents;
    this.communesRedrawn = communesRedrawn;
    this.persons = new String[records.size()];
    this.rows = new HashMap<>(records.size() * 2);
    List<RecordKey> keys = MemoryKeys.of(records);
    for (int row = 0; row < keys.size(); row++) {
      rows.put(keys.get(row), row);
    }
    Arrays.fill(persons, "");
  }

  /**
   * @param records tonight's, sorted
   * @param contents of each record {@link RecordDigest#content}
   * @param communesRedrawn whether communes are other ones than last night, so that another commune
   *     is no correction
   */
  static Memory of(
      List<StandardRecord> records, long[] contents, NightStore store, boolean communesRedrawn) {
    Remembering remembering = new Remembering(records, contents, communesRedrawn);
    store.forEachMember(remembering::take);
    return remembering.memory();
  }

  private void take(RecordKey key, Remembered remembered) {
    anything = true;
    Integer row = rows.get(key);
    if (row == null) {
      if (!remembered.isGone()) {
        missing.put(key, remembered);
      }
      return;
    }
    persons[row] = remembered.personId();
    RecordDigest said = remembered.said();
    if (remembered.isGone() || said != null && said.content() != contents[row]) {
      different.put(row, remembered);
    }
  }

  private Memory memory() {
    if (anything) {
      renumber();
      different.forEach(this::noteDifference);
      for (int row = 0; row < persons.length; row++) {
        if (persons[row].isEmpty()) {
          note(Kind.ARRIVED, row, null, Set.of());
        }
      }
    }
    return new Memory(!anything, persons, events, withdrawn(), forgotten);
  }

  /** Where what a record said last night stands tonight, under another key. */
  private void renumber() {
    Map<Said, RecordKey> left = new HashMap<>();
    Set<Said> twice = new HashSet<>();
    missing.forEach((key, remembered) -> leave(key, remembered, left, twice));
    different.forEach(
        (row, remembered) -> {
          if (!remembered.isGone()) {
            leave(records.get(row).key(), remembered, left, twice);
          }
        });
    Map<Said, Integer> come = new HashMap<>();
    for (int row = 0; row < persons.length; row++) {
      if (persons[row].isEmpty() || different.containsKey(row)) {
        Said said = new Said(records.get(row).key().source().ordinal(), contents[row]);
        if (come.put(said, row) != null) {
          twice.add(said);
        }
      }
    }
    Map<Integer, RecordKey> moves = new TreeMap<>();
    come.forEach(
        (said, row) -> {
          RecordKey before = left.get(said);
          if (before != null && !twice.contains(said) && isTelling(records.get(row))) {
            moves.put(row, before);
          }
        });
    move(moves);
  }

  private static void leave(
      RecordKey key, Remembered remembered, Map<Said, RecordKey> left, Set<Said> twice) {
    RecordDigest digest = remembered.said();
    if (digest != null) {
      Said said = new Said(key.source().ordinal(), digest.content());
      if (left.put(said, key) != null) {
        twice.add(said);
      }
    }
  }

  /** What a record of one source says. */
  private record Said(int source, long content) {}

  /** Whether what a record says can hardly be said of two persons. */
  private static boolean isTelling(StandardRecord record) {
    StandardRecord.Ids ids = record.ids();
    boolean identified =
        ids.nationalId() != null
            || ids.oldNationalId() != null
            || ids.taxCode() != null
            || ids.insuranceNumber() != null;
    return identified
        || record.birthDate().precision() == BirthDate.Precision.DAY && record.commune().isKnown();
  }

  private void move(Map<Integer, RecordKey> moves) {
    Map<Integer, Remembered> arrivals = new TreeMap<>();
    for (Map.Entry<Integer, RecordKey> move : moves.entrySet()) {
      Remembered remembered = missing.get(move.getValue());
      Integer left = rows.get(move.getValue());
      if (remembered == null && left != null) {
        remembered = different.get(left);
      }
      if (remembered != null) {
        arrivals.put(move.getKey(), remembered);
      }
    }
    // What stood under a key that has passed to another record is no longer that key's.
    for (Integer row : arrivals.keySet()) {
      RecordKey before = moves.get(row);
      Integer left = before == null ? null : rows.get(before);
      if (left == null) {
        missing.remove(before);
        forgotten.add(before);
      } else if (!arrivals.containsKey(left)) {
        different.remove(left);
        persons[left] = "";
      }
    }
    arrivals.forEach(
        (row, remembered) -> {
          Remembered replaced = different.remove(row);
          RecordKey key = records.get(row).key();
          if (replaced != null && !replaced.isGone() && !moves.containsValue(key)) {
            missing.put(key, replaced);
          }
          persons[row] = remembered.personId();
          RecordDigest said = remembered.said();
          note(Kind.RENUMBERED, row, said, Set.of(), moves.get(row));
        });
  }

  private void noteDifference(int row, Remembered remembered) {
    RecordDigest before = remembered.said();
    if (before == null) {
      if (remembered.isGone()) {
        note(Kind.RETURNED, row, null, Set.of());
      }
      return;
    }
    Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
    aspects.addAll(RecordDigest.of(records.get(row)).differencesFrom(before));
    if (communesRedrawn) {
      aspects.remove(Aspect.COMMUNE);
    }
    if (remembered.isGone()) {
      note(Kind.RETURNED, row, before, aspects);
    } else if (!aspects.isEmpty()) {
      note(Kind.CORRECTED, row, before, aspects);
    }
  }

  private void note(Kind kind, int row, @Nullable RecordDigest before, Set<Aspect> aspects) {
    note(kind, row, before, aspects, records.get(row).key());
  }

  private void note(
      Kind kind,
      int row,
      @Nullable RecordDigest before,
      Set<Aspect> aspects,
      @Nullable RecordKey keyBefore) {
    StandardRecord record = records.get(row);
    events.put(
        row,
        new RecordEvent(
            kind,
            record.key(),
            persons[row],
            aspects,
            before == null ? "" : before.state(),
            RecordDigest.of(record).state(),
            keyBefore == null ? record.key() : keyBefore));
  }

  private List<RecordEvent> withdrawn() {
    List<RecordEvent> withdrawn = new ArrayList<>();
    missing.forEach(
        (key, remembered) -> {
          RecordDigest said = remembered.said();
          withdrawn.add(
              new RecordEvent(
                  Kind.WITHDRAWN,
                  key,
                  remembered.personId(),
                  Set.of(),
                  said == null ? "" : said.state(),
                  "",
                  key));
        });
    withdrawn.sort(Comparator.comparing(RecordEvent::key));
    return Collections.unmodifiableList(withdrawn);
  }
}
