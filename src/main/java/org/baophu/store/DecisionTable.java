package org.baophu.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.baophu.identity.Decision;
import org.baophu.identity.Verdict;
import org.baophu.night.NightStore.KeptDecision;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What clerks decided, for good: table {@code decision}. */
final class DecisionTable {
  private final JdbcTemplate jdbc;

  DecisionTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that runs before this one took in. */
  List<KeptDecision> before(long runNo) {
    return jdbc.query(
        "SELECT source_a, id_a, source_b, id_b, verdict, decided_by, decided_on, note,"
            + " COALESCE(current_a, id_a), COALESCE(current_b, id_b) FROM decision"
            + " WHERE first_run_no < ?"
            + " ORDER BY source_a, id_a, source_b, id_b, verdict, decided_by, decided_on",
        (row, n) -> kept(row),
        runNo);
  }

  private static KeptDecision kept(ResultSet row) throws SQLException {
    Source a = Source.of(row.getString(1));
    Source b = Source.of(row.getString(3));
    return new KeptDecision(
        new Decision(
            new RecordKey(a, row.getString(2)),
            new RecordKey(b, row.getString(4)),
            Verdict.valueOf(row.getString(5)),
            row.getString(6),
            date(row.getString(7)),
            row.getString(8)),
        new RecordKey(a, row.getString(9)),
        new RecordKey(b, row.getString(10)));
  }

  private static @Nullable LocalDate date(String iso) {
    return iso.isEmpty() ? null : LocalDate.parse(iso);
  }

  /**
   * Adds those that are not known yet, how many that are, and notes under which record_ids the
   * others hold now.
   */
  int store(long runNo, List<KeptDecision> decisions) {
    Map<Decision, KeptDecision> known = new HashMap<>();
    before(Long.MAX_VALUE).forEach(kept -> known.put(kept.decided().withoutNote(), kept));
    List<KeptDecision> fresh = new ArrayList<>();
    List<KeptDecision> moved = new ArrayList<>();
    for (KeptDecision decision : decisions) {
      KeptDecision before = known.putIfAbsent(decision.decided().withoutNote(), decision);
      if (before == null) {
        fresh.add(decision);
      } else if (!before.a().equals(decision.a()) || !before.b().equals(decision.b())) {
        moved.add(decision);
      }
    }
    Batches.write(
        jdbc,
        "INSERT INTO decision (current_a, current_b, source_a, id_a, source_b, id_b, verdict,"
            + " decided_by, decided_on, note, first_run_no) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?)",
        fresh,
        (statement, decision) -> {
          set(statement, decision);
          statement.setString(10, decision.decided().note());
          statement.setLong(11, runNo);
        });
    Batches.write(
        jdbc,
        "UPDATE decision SET current_a = ?, current_b = ? WHERE source_a = ? AND id_a = ?"
            + " AND source_b = ? AND id_b = ? AND verdict = ? AND decided_by = ?"
            + " AND decided_on = ?",
        moved,
        DecisionTable::set);
    return fresh.size();
  }

  private static void set(PreparedStatement statement, KeptDecision kept) throws SQLException {
    Decision decision = kept.decided();
    statement.setString(1, kept.a().recordId());
    statement.setString(2, kept.b().recordId());
    statement.setString(3, decision.a().source().code());
    statement.setString(4, decision.a().recordId());
    statement.setString(5, decision.b().source().code());
    statement.setString(6, decision.b().recordId());
    statement.setString(7, decision.verdict().name());
    statement.setString(8, decision.decidedBy());
    statement.setString(9, Objects.toString(decision.decidedOn(), ""));
  }
}
