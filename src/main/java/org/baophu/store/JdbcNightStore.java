package org.baophu.store;

import static java.util.stream.Collectors.toSet;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.baophu.identity.Decision;
import org.baophu.identity.IdentityChange;
import org.baophu.identity.Verdict;
import org.baophu.night.NightRun;
import org.baophu.night.NightStore;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The nights' memory in a relational database, in SQL that H2 and PostgreSQL share. */
public final class JdbcNightStore implements NightStore {
  private static final int BATCH = 5_000;
  private static final int FETCH = 10_000;

  /** Runs whose standings are kept: this one and the one it is compared with. */
  private static final int RUNS_WITH_STANDINGS = 2;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /**
   * @param clock tells when runs began and ended
   */
  public JdbcNightStore(DataSource database, Clock clock) {
    this.jdbc = new JdbcTemplate(database);
    // A cursor, not the whole result: PostgreSQL needs a transaction for that as well.
    this.jdbc.setFetchSize(FETCH);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.clock = clock;
  }

  @Override
  public RunState open(String runKey, NightRun run) {
    return findRun(runKey)
        .orElseGet(
            () -> {
              jdbc.update(
                  "INSERT INTO night_run (run_no, run_key, run_date, digest, status, persons,"
                      + " last_person_number, started_at)"
                      + " SELECT COALESCE(MAX(run_no), 0) + 1, ?, ?, ?, ?, 0, 0, ? FROM night_run",
                  runKey,
                  Date.valueOf(run.date()),
                  run.digest(),
                  Status.STARTED.name(),
                  clock.instant().atOffset(ZoneOffset.UTC));
              return findRun(runKey).orElseThrow();
            });
  }

  private Optional<RunState> findRun(String runKey) {
    return jdbc
        .query(
            "SELECT run_no, status FROM night_run WHERE run_key = ?",
            (row, n) -> new RunState(row.getLong(1), Status.valueOf(row.getString(2))),
            runKey)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<PastRun> findPrevious(long runNo) {
    return jdbc
        .query(
            "SELECT run_no, run_key, run_date, persons, last_person_number FROM night_run"
                + " WHERE run_no < ? AND status <> ? ORDER BY run_no DESC LIMIT 1",
            (row, n) ->
                new PastRun(
                    row.getLong(1),
                    row.getString(2),
                    row.getDate(3).toLocalDate().toString(),
                    row.getLong(4),
                    row.getLong(5)),
            runNo,
            Status.STARTED.name())
        .stream()
        .findFirst();
  }

  @Override
  public void forEachMember(BiConsumer<RecordKey, String> sink) {
    transaction.executeWithoutResult(
        status ->
            jdbc.query(
                "SELECT source, record_id, person_id FROM person_member",
                row -> {
                  sink.accept(
                      new RecordKey(Source.of(row.getString(1)), row.getString(2)),
                      row.getString(3));
                }));
  }

  @Override
  public Map<String, PastStanding> standings(long runNo) {
    Map<String, PastStanding> standings = new HashMap<>();
    transaction.executeWithoutResult(
        status ->
            jdbc.query(
                "SELECT person_id, standing, commune_code, route, support_group, details_digest,"
                    + " sources_digest FROM person_standing WHERE run_no = ?",
                row -> {
                  standings.put(
                      row.getString(1),
                      new PastStanding(
                          row.getString(2),
                          row.getString(3),
                          row.getString(4),
                          row.getString(5),
                          row.getLong(6),
                          row.getLong(7)));
                },
                runNo));
    return standings;
  }

  @Override
  public List<Decision> decisions() {
    return jdbc.query(
        "SELECT source_a, id_a, source_b, id_b, verdict, decided_by, decided_on, note FROM decision"
            + " ORDER BY source_a, id_a, source_b, id_b, verdict, decided_by, decided_on",
        (row, n) ->
            new Decision(
                new RecordKey(Source.of(row.getString(1)), row.getString(2)),
                new RecordKey(Source.of(row.getString(3)), row.getString(4)),
                Verdict.valueOf(row.getString(5)),
                row.getString(6),
                date(row.getString(7)),
                row.getString(8)));
  }

  private static @Nullable LocalDate date(String iso) {
    return iso.isEmpty() ? null : LocalDate.parse(iso);
  }

  @Override
  public void commit(long runNo, NightResults results) {
    transaction.executeWithoutResult(
        status -> {
          storeMembers(runNo, results);
          storeIdentityChanges(runNo, results.identityChanges());
          storeStandings(runNo, results.standings());
          storeDecisions(runNo, results.decisions());
          jdbc.update(
              "UPDATE night_run SET status = ?, persons = ?, last_person_number = ?"
                  + " WHERE run_no = ?",
              Status.COMMITTED.name(),
              results.persons(),
              results.lastPersonNumber(),
              runNo);
        });
  }

  /** Only what differs is written, since from night to night nearly all stays as it was. */
  private void storeMembers(long runNo, NightResults results) {
    Map<RecordKey, String> added = new HashMap<>(results.members());
    Map<RecordKey, String> moved = new HashMap<>();
    forEachMember(
        (key, before) -> {
          String now = added.remove(key);
          String person = now != null ? now : results.mergedInto().getOrDefault(before, before);
          if (!person.equals(before)) {
            moved.put(key, person);
          }
        });
    batch(
        "UPDATE person_member SET person_id = ?, last_run_no = ? WHERE source = ? AND record_id ="
            + " ?",
        moved.entrySet(),
        (statement, entry) -> setMember(statement, entry, runNo));
    batch(
        "INSERT INTO person_member (person_id, last_run_no, source, record_id) VALUES (?, ?, ?, ?)",
        added.entrySet(),
        (statement, entry) -> setMember(statement, entry, runNo));
  }

  private static void setMember(
      PreparedStatement statement, Map.Entry<RecordKey, String> entry, long runNo)
      throws SQLException {
    statement.setString(1, entry.getValue());
    statement.setLong(2, runNo);
    statement.setString(3, entry.getKey().source().code());
    statement.setString(4, entry.getKey().recordId());
  }

  private void storeIdentityChanges(long runNo, List<IdentityChange> changes) {
    jdbc.update("DELETE FROM identity_change WHERE run_no = ?", runNo);
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      numbers.add(i);
    }
    batch(
        "INSERT INTO identity_change (run_no, change_no, kind, person_id, other_id)"
            + " VALUES (?, ?, ?, ?, ?)",
        numbers,
        (statement, number) -> {
          statement.setLong(1, runNo);
          statement.setLong(2, number);
          statement.setString(3, changes.get(number).kind().name());
          statement.setString(4, changes.get(number).personId());
          statement.setString(5, changes.get(number).otherId());
        });
  }

  private void storeStandings(long runNo, Map<String, PastStanding> standings) {
    List<Long> kept =
        jdbc.queryForList(
            "SELECT run_no FROM night_run WHERE run_no < ? AND status <> ?"
                + " ORDER BY run_no DESC LIMIT "
                + (RUNS_WITH_STANDINGS - 1),
            Long.class,
            runNo,
            Status.STARTED.name());
    long oldestKept = kept.isEmpty() ? runNo : kept.get(kept.size() - 1);
    jdbc.update("DELETE FROM person_standing WHERE run_no < ? OR run_no = ?", oldestKept, runNo);
    batch(
        "INSERT INTO person_standing (run_no, person_id, standing, commune_code, route,"
            + " support_group, details_digest, sources_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        standings.entrySet(),
        (statement, entry) -> {
          PastStanding standing = entry.getValue();
          statement.setLong(1, runNo);
          statement.setString(2, entry.getKey());
          statement.setString(3, standing.standing());
          statement.setString(4, standing.communeCode());
          statement.setString(5, standing.route());
          statement.setString(6, standing.supportGroup());
          statement.setLong(7, standing.detailsDigest());
          statement.setLong(8, standing.sourcesDigest());
        });
  }

  private void storeDecisions(long runNo, List<Decision> decisions) {
    Set<Decision> known = decisions().stream().map(JdbcNightStore::withoutNote).collect(toSet());
    List<Decision> fresh =
        decisions.stream().filter(decision -> known.add(withoutNote(decision))).toList();
    batch(
        "INSERT INTO decision (source_a, id_a, source_b, id_b, verdict, decided_by, decided_on,"
            + " note, first_run_no) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        fresh,
        (statement, decision) -> {
          statement.setString(1, decision.a().source().code());
          statement.setString(2, decision.a().recordId());
          statement.setString(3, decision.b().source().code());
          statement.setString(4, decision.b().recordId());
          statement.setString(5, decision.verdict().name());
          statement.setString(6, decision.decidedBy());
          LocalDate day = decision.decidedOn();
          statement.setString(7, day == null ? "" : day.toString());
          statement.setString(8, decision.note());
          statement.setLong(9, runNo);
        });
  }

  /** A decision is the same one if only its note is another. */
  private static Decision withoutNote(Decision decision) {
    return new Decision(
        decision.a(),
        decision.b(),
        decision.verdict(),
        decision.decidedBy(),
        decision.decidedOn(),
        "");
  }

  @Override
  public void markPublished(long runNo) {
    jdbc.update(
        "UPDATE night_run SET status = ?, published_at = ? WHERE run_no = ?",
        Status.PUBLISHED.name(),
        clock.instant().atOffset(ZoneOffset.UTC),
        runNo);
  }

  private <T> void batch(
      String sql, Collection<T> rows, ParameterizedPreparedStatementSetter<T> setter) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(sql, rows, BATCH, setter);
    }
  }
}
