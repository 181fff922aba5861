package org.baophu.store;

import java.sql.Date;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.baophu.audit.AuditEvent;
import org.baophu.gate.Judgement;
import org.baophu.gate.PastNight;
import org.baophu.night.FieldBook;
import org.baophu.night.GateMemory;
import org.baophu.night.NightRun;
import org.baophu.night.NightStore;
import org.baophu.night.SampleMemory;
import org.baophu.night.Withheld;
import org.baophu.person.RecordKey;
import org.baophu.target.TargetPlan;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The nights' memory in a relational database, in SQL that H2 and PostgreSQL share. */
public final class JdbcNightStore implements NightStore {
  private static final int FETCH = 10_000;

  /** Runs whose standings are kept: this one and the one it is compared with. */
  private static final int RUNS_WITH_STANDINGS = 2;

  private final JdbcTemplate jdbc;
  private final MemberTable members;
  private final StoryTables stories;
  private final DecisionTable decisions;
  private final SampleTable samples;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final JdbcFieldBook fieldBook;
  private final @Nullable DatabaseLock lock;
  private final AuditTrail audit;
  private final GateMemory gates;
  private final WithheldRecords withheld;

  /**
   * @param clock tells when runs began and ended
   */
  public JdbcNightStore(DataSource database, Clock clock) {
    this(database, clock, null);
  }

  /**
   * @param lock results are stored only while it is held; null where no other night can run
   */
  public JdbcNightStore(DataSource database, Clock clock, @Nullable DatabaseLock lock) {
    this.jdbc = new JdbcTemplate(database);
    // A cursor, not the whole result: PostgreSQL needs a transaction for that as well.
    this.jdbc.setFetchSize(FETCH);
    this.members = new MemberTable(jdbc);
    this.stories = new StoryTables(jdbc);
    this.decisions = new DecisionTable(jdbc);
    this.samples = new SampleTable(jdbc);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.clock = clock;
    this.fieldBook = new JdbcFieldBook(jdbc, transaction);
    this.lock = lock;
    this.audit = new AuditTrail(database, clock, AuditTrail.keyFromEnvironment());
    this.gates = new JdbcGateMemory(database, audit);
    this.withheld = new WithheldRecords(database);
  }

  @Override
  public Withheld withheld() {
    return withheld.load();
  }

  @Override
  public List<PastNight> pastNights(long runNo, int most) {
    return gates.pastNights(runNo, most);
  }

  @Override
  public void keepJudgements(long runNo, List<Judgement> judgements) {
    gates.keepJudgements(runNo, judgements);
  }

  @Override
  public RunState open(String runKey, NightRun run) {
    return findRun(runKey)
        .orElseGet(() -> Objects.requireNonNull(transaction.execute(s -> begin(runKey, run))));
  }

  private RunState begin(String runKey, NightRun run) {
    jdbc.update(
        "INSERT INTO night_run (run_no, run_key, run_date, digest, status, persons,"
            + " last_person_number, started_at)"
            + " SELECT COALESCE(MAX(run_no), 0) + 1, ?, ?, ?, ?, 0, 0, ? FROM night_run",
        runKey,
        Date.valueOf(run.date()),
        run.digest(),
        Status.STARTED.name(),
        clock.instant().atOffset(ZoneOffset.UTC));
    audit.add(AuditEvent.RUN_STARTED, runKey, "digest " + run.digest());
    return findRun(runKey).orElseThrow();
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
    return findLastStored(runNo).map(Stored::run);
  }

  @Override
  public Optional<PastRun> findUnpublished() {
    return findLastStored(Long.MAX_VALUE)
        .filter(stored -> stored.status() == Status.COMMITTED)
        .map(Stored::run);
  }

  private record Stored(PastRun run, Status status) {}

  private Optional<Stored> findLastStored(long beforeRunNo) {
    return jdbc
        .query(
            "SELECT run_no, run_key, run_date, persons, last_person_number, choices_digest, status"
                + " FROM night_run WHERE run_no < ? AND status <> ? ORDER BY run_no DESC LIMIT 1",
            (row, n) ->
                new Stored(
                    new PastRun(
                        row.getLong(1),
                        row.getString(2),
                        row.getDate(3).toLocalDate().toString(),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)),
                    Status.valueOf(row.getString(7))),
            beforeRunNo,
            Status.STARTED.name())
        .stream()
        .findFirst();
  }

  @Override
  public void forEachMember(BiConsumer<RecordKey, Remembered> sink) {
    transaction.executeWithoutResult(status -> members.forEach(sink));
  }

  @Override
  public Map<String, PastStanding> standings(long runNo) {
    Map<String, PastStanding> standings = new HashMap<>();
    transaction.executeWithoutResult(
        status ->
            jdbc.query(
                "SELECT person_id, standing, commune_code, route, support_group, details_digest,"
                    + " sources_digest, details, segment, monthly_support, months_paid"
                    + " FROM person_standing WHERE run_no = ?",
                row -> {
                  standings.put(
                      row.getString(1),
                      new PastStanding(
                          row.getString(2),
                          row.getString(3),
                          row.getString(4),
                          row.getString(5),
                          row.getLong(6),
                          row.getLong(7),
                          new PastStanding.Row(
                              row.getString(8),
                              row.getString(9),
                              row.getLong(10),
                              row.getInt(11))));
                },
                runNo));
    return standings;
  }

  @Override
  public FieldBook fieldBook() {
    return fieldBook;
  }

  @Override
  public List<KeptDecision> decisions(long runNo) {
    return decisions.before(runNo);
  }

  @Override
  public SampleMemory samples(long runNo) {
    return samples.before(runNo);
  }

  @Override
  public List<Renumbering> renumberings(long runNo) {
    return stories.renumberings(runNo);
  }

  @Override
  public void commit(long runNo, NightResults results, Runnable before) {
    transaction.executeWithoutResult(
        status -> {
          requireLock();
          members.store(runNo, results);
          stories.store(runNo, results);
          storeStandings(runNo, results.standings());
          int decided = decisions.store(runNo, results.decisions());
          if (decided > 0) {
            audit.add(AuditEvent.DECISIONS_TAKEN_IN, "run " + runNo, decided + " decisions");
          }
          int answered = samples.store(runNo, results.samplePage());
          if (answered > 0) {
            audit.add(AuditEvent.ANSWERS_TAKEN_IN, "run " + runNo, answered + " answers");
          }
          storeTargets(runNo, results.targets());
          fieldBook.store(results.fieldPage());
          jdbc.update(
              "UPDATE night_run SET status = ?, persons = ?, last_person_number = ?,"
                  + " choices_digest = ? WHERE run_no = ?",
              Status.COMMITTED.name(),
              results.persons(),
              results.lastPersonNumber(),
              results.choicesDigest(),
              runNo);
          before.run();
        });
  }

  private void requireLock() {
    DatabaseLock held = lock;
    if (held != null) {
      jdbc.execute(
          (ConnectionCallback<Boolean>)
              connection -> {
                held.requireHeld(connection);
                return true;
              });
    }
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
            + " support_group, details_digest, sources_digest, details, segment, monthly_support,"
            + " months_paid) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        new TreeMap<>(standings).entrySet(),
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
          statement.setString(9, standing.row().details());
          statement.setString(10, standing.row().segment());
          statement.setLong(11, standing.row().monthlySupportVnd());
          statement.setInt(12, standing.row().monthsPaid());
        });
  }

  @Override
  public Map<String, Long> targets(int year) {
    Map<String, Long> targets = new TreeMap<>();
    jdbc.query(
        "SELECT commune_code, target FROM commune_target WHERE plan_year = ?",
        row -> {
          targets.put(row.getString(1), row.getLong(2));
        },
        year);
    return targets;
  }

  /** A later night of the year takes the place of an earlier one. */
  private void storeTargets(long runNo, TargetPlan plan) {
    jdbc.update("DELETE FROM commune_target WHERE plan_year = ?", plan.year());
    batch(
        "INSERT INTO commune_target (plan_year, commune_code, target, run_no) VALUES (?, ?, ?, ?)",
        plan.communes(),
        (statement, commune) -> {
          statement.setInt(1, plan.year());
          statement.setString(2, commune.communeCode());
          statement.setLong(3, commune.figures().target());
          statement.setLong(4, runNo);
        });
  }

  @Override
  public void markPublished(long runNo) {
    transaction.executeWithoutResult(
        status -> {
          int changed =
              jdbc.update(
                  "UPDATE night_run SET status = ?, published_at = ? WHERE run_no = ?"
                      + " AND status <> ?",
                  Status.PUBLISHED.name(),
                  clock.instant().atOffset(ZoneOffset.UTC),
                  runNo,
                  Status.PUBLISHED.name());
          if (changed > 0) {
            audit.add(
                AuditEvent.PUBLISHED,
                Objects.requireNonNull(
                    jdbc.queryForObject(
                        "SELECT run_key FROM night_run WHERE run_no = ?", String.class, runNo)),
                "run " + runNo);
          }
        });
  }

  private <T> void batch(
      String sql, Collection<T> rows, ParameterizedPreparedStatementSetter<T> setter) {
    Batches.write(jdbc, sql, rows, setter);
  }
}
