package org.baophu.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baophu.night.NightStore.NightResults;
import org.baophu.night.NightStore.Renumbering;
import org.baophu.night.NightStore.StoredEvent;
import org.baophu.night.NightStore.StoredIdentityChange;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.springframework.jdbc.core.JdbcTemplate;

/** What happened to persons and records, night by night. */
final class StoryTables {
  private final JdbcTemplate jdbc;

  StoryTables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Renumbering> renumberings(long runNo) {
    return jdbc.query(
        "SELECT source, old_id, new_id FROM renumbering WHERE run_no < ?"
            + " ORDER BY run_no, source, old_id",
        (row, n) -> {
          Source source = Source.of(row.getString(1));
          return new Renumbering(
              new RecordKey(source, row.getString(2)), new RecordKey(source, row.getString(3)));
        },
        runNo);
  }

  void store(long runNo, NightResults results) {
    for (String table : List.of("identity_change", "record_event", "list_change", "renumbering")) {
      jdbc.update("DELETE FROM " + table + " WHERE run_no = ?", runNo);
    }
    storeIdentityChanges(runNo, results.identityChanges());
    storeEvents(runNo, results.events());
    Batches.write(
        jdbc,
        "INSERT INTO list_change (run_no, person_id, kind, commune_code, reasons)"
            + " VALUES (?, ?, ?, ?, ?)",
        results.listChanges(),
        (statement, change) -> {
          statement.setLong(1, runNo);
          statement.setString(2, change.personId());
          statement.setString(3, change.kind());
          statement.setString(4, change.communeCode());
          statement.setString(5, change.reasons());
        });
    storeRenumberings(runNo, results.renumbered());
  }

  private void storeIdentityChanges(long runNo, List<StoredIdentityChange> changes) {
    Batches.write(
        jdbc,
        "INSERT INTO identity_change (run_no, change_no, kind, person_id, other_id, reasons)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        numbers(changes.size()),
        (statement, number) -> {
          StoredIdentityChange change = changes.get(number);
          statement.setLong(1, runNo);
          statement.setLong(2, number);
          statement.setString(3, change.change().kind().name());
          statement.setString(4, change.change().personId());
          statement.setString(5, change.change().otherId());
          statement.setString(6, change.reasons());
        });
  }

  private void storeEvents(long runNo, List<StoredEvent> events) {
    Batches.write(
        jdbc,
        "INSERT INTO record_event (run_no, event_no, kind, source, record_id, person_id, other_id,"
            + " detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        numbers(events.size()),
        (statement, number) -> {
          StoredEvent event = events.get(number);
          statement.setLong(1, runNo);
          statement.setLong(2, number);
          statement.setString(3, event.kind());
          statement.setString(4, event.key().source().code());
          statement.setString(5, event.key().recordId());
          statement.setString(6, event.personId());
          statement.setString(7, event.otherId());
          statement.setString(8, event.detail());
        });
  }

  private void storeRenumberings(long runNo, Map<RecordKey, RecordKey> renumbered) {
    Batches.write(
        jdbc,
        "INSERT INTO renumbering (run_no, source, old_id, new_id) VALUES (?, ?, ?, ?)",
        renumbered.entrySet(),
        (statement, entry) -> {
          statement.setLong(1, runNo);
          statement.setString(2, entry.getKey().source().code());
          statement.setString(3, entry.getKey().recordId());
          statement.setString(4, entry.getValue().recordId());
        });
  }

  private static List<Integer> numbers(int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(i);
    }
    return numbers;
  }
}
