package org.baophu.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.baophu.night.NightStore.Member;
import org.baophu.night.NightStore.NightResults;
import org.baophu.night.NightStore.Remembered;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.baophu.standard.RecordDigest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The records of persons and what they said: table {@code person_member}. Of a night only what
 * differs is written, since from night to night nearly all stays as it was.
 */
final class MemberTable {
  private final JdbcTemplate jdbc;

  MemberTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void forEach(BiConsumer<RecordKey, Remembered> sink) {
    jdbc.query(
        "SELECT source, record_id, person_id, content, aspects, commune_code, state, gone_run_no"
            + " FROM person_member",
        row -> {
          sink.accept(key(row), remembered(row));
        });
  }

  private static RecordKey key(ResultSet row) throws SQLException {
    return new RecordKey(Source.of(row.getString(1)), row.getString(2));
  }

  private static Remembered remembered(ResultSet row) throws SQLException {
    long content = row.getLong(4);
    RecordDigest said =
        row.wasNull()
            ? null
            : new RecordDigest(content, row.getString(5), row.getString(6), row.getString(7));
    row.getLong(8);
    boolean gone = !row.wasNull();
    return new Remembered(row.getString(3), said, gone);
  }

  void store(long runNo, NightResults results) {
    Map<RecordKey, Member> added = new HashMap<>(results.members());
    Map<RecordKey, Member> changed = new HashMap<>();
    Map<RecordKey, String> moved = new HashMap<>();
    List<RecordKey> gone = new ArrayList<>();
    forEach(
        (key, before) -> {
          Member now = added.remove(key);
          if (now != null) {
            if (!isSame(now, before)) {
              changed.put(key, now);
            }
            return;
          }
          String person = results.mergedInto().getOrDefault(before.personId(), before.personId());
          if (!person.equals(before.personId())) {
            moved.put(key, person);
          }
          if (!before.isGone()) {
            gone.add(key);
          }
        });
    delete(results);
    insert(runNo, added);
    update(runNo, changed);
    follow(runNo, moved, gone);
  }

  private static boolean isSame(Member now, Remembered before) {
    RecordDigest said = before.said();
    return !before.isGone()
        && before.personId().equals(now.personId())
        && said != null
        && said.content() == RecordDigest.content(now.said());
  }

  private void insert(long runNo, Map<RecordKey, Member> added) {
    // In the order of the key: a tree that is written from one end to the other stays at hand.
    List<Map.Entry<RecordKey, Member>> ordered = new ArrayList<>(added.entrySet());
    ordered.sort(Map.Entry.comparingByKey());
    Batches.write(
        jdbc,
        "INSERT INTO person_member (person_id, last_run_no, content, aspects, commune_code, state,"
            + " source, record_id, first_run_no) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ordered,
        (statement, entry) -> {
          set(statement, entry, runNo);
          statement.setLong(9, runNo);
        });
  }

  private void update(long runNo, Map<RecordKey, Member> changed) {
    Batches.write(
        jdbc,
        "UPDATE person_member SET person_id = ?, last_run_no = ?, content = ?, aspects = ?,"
            + " commune_code = ?, state = ?, gone_run_no = NULL WHERE source = ? AND record_id = ?",
        changed.entrySet(),
        (statement, entry) -> set(statement, entry, runNo));
  }

  private static void set(
      PreparedStatement statement, Map.Entry<RecordKey, Member> entry, long runNo)
      throws SQLException {
    RecordDigest said = RecordDigest.of(entry.getValue().said());
    statement.setString(1, entry.getValue().personId());
    statement.setLong(2, runNo);
    statement.setLong(3, said.content());
    statement.setString(4, said.aspects());
    statement.setString(5, said.communeCode());
    statement.setString(6, said.state());
    statement.setString(7, entry.getKey().source().code());
    statement.setString(8, entry.getKey().recordId());
  }

  /** Records that were not delivered stay with their persons wherever those go. */
  private void follow(long runNo, Map<RecordKey, String> moved, List<RecordKey> gone) {
    Batches.write(
        jdbc,
        "UPDATE person_member SET person_id = ?, last_run_no = ? WHERE source = ? AND record_id ="
            + " ?",
        moved.entrySet(),
        (statement, entry) -> {
          statement.setString(1, entry.getValue());
          statement.setLong(2, runNo);
          setKey(statement, 3, entry.getKey());
        });
    Batches.write(
        jdbc,
        "UPDATE person_member SET gone_run_no = ? WHERE source = ? AND record_id = ?",
        gone,
        (statement, key) -> {
          statement.setLong(1, runNo);
          setKey(statement, 2, key);
        });
  }

  private void delete(NightResults results) {
    Batches.write(
        jdbc,
        "DELETE FROM person_member WHERE source = ? AND record_id = ?",
        results.forgotten(),
        (statement, key) -> setKey(statement, 1, key));
  }

  private static void setKey(PreparedStatement statement, int at, RecordKey key)
      throws SQLException {
    statement.setString(at, key.source().code());
    statement.setString(at + 1, key.recordId());
  }
}
