package org.baophu.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.baophu.audit.AuditEvent;
import org.baophu.gate.Acceptance;
import org.baophu.gate.Gate;
import org.baophu.gate.Judgement;
import org.baophu.gate.Measure;
import org.baophu.gate.PastNight;
import org.baophu.gate.PastNight.PastFigure;
import org.baophu.gate.Verdict;
import org.baophu.night.GateMemory;
import org.baophu.night.NightStore.Status;
import org.baophu.publish.GateReport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the gates remember, in SQL that H2 and PostgreSQL share. */
final class JdbcGateMemory implements GateMemory {
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;

  JdbcGateMemory(DataSource database, AuditTrail audit) {
    this.audit = audit;
    this.jdbc = new JdbcTemplate(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
  }

  @Override
  public List<PastNight> pastNights(long runNo, int most) {
    Map<Long, Map<Measure, PastFigure>> figures = new HashMap<>();
    TreeMap<Long, String> dates = new TreeMap<>(Comparator.reverseOrder());
    // Of the runs for a date the last counts: what it replaced is nobody's list any more.
    jdbc.query(
        "SELECT MAX(r.run_no), r.run_date FROM night_run r WHERE r.run_no < ? AND r.status <> ?"
            + " AND EXISTS (SELECT 1 FROM night_gate g WHERE g.run_no = r.run_no)"
            + " GROUP BY r.run_date ORDER BY 1 DESC LIMIT ?",
        row -> {
          dates.put(row.getLong(1), row.getDate(2).toLocalDate().toString());
        },
        runNo,
        Status.STARTED.name(),
        most);
    if (!dates.isEmpty()) {
      jdbc.query(
          "SELECT run_no, gate, part, figure, verdict FROM night_gate WHERE run_no BETWEEN ? AND ?",
          row -> {
            figures
                .computeIfAbsent(row.getLong(1), run -> new HashMap<>())
                .put(
                    new Measure(Gate.of(row.getString(2)), row.getString(3)),
                    new PastFigure(row.getDouble(4), Verdict.valueOf(row.getString(5))));
          },
          dates.lastKey(),
          dates.firstKey());
    }
    List<PastNight> nights = new ArrayList<>();
    dates.forEach(
        (run, date) -> nights.add(new PastNight(date, figures.getOrDefault(run, Map.of()))));
    return nights;
  }

  @Override
  public void keepJudgements(long runNo, List<Judgement> judgements) {
    transaction.executeWithoutResult(
        status -> {
          // A night that was interrupted keeps its judgements again; they are told once.
          boolean told = jdbc.update("DELETE FROM night_gate WHERE run_no = ?", runNo) > 0;
          jdbc.batchUpdate(
              "INSERT INTO night_gate (run_no, gate, part, figure, verdict, accepted_by,"
                  + " accepted_because) VALUES (?, ?, ?, ?, ?, ?, ?)",
              judgements,
              1000,
              (statement, judgement) -> {
                Acceptance acceptance = judgement.acceptance();
                statement.setLong(1, runNo);
                statement.setString(2, judgement.measure().gate().code());
                statement.setString(3, judgement.measure().of());
                statement.setDouble(4, judgement.value());
                statement.setString(5, judgement.verdict().name());
                statement.setString(6, acceptance == null ? "" : acceptance.by());
                statement.setString(7, acceptance == null ? "" : acceptance.because());
              });
          if (!told) {
            judgements.forEach(judgement -> tell(runNo, judgement));
          }
        });
  }

  private void tell(long runNo, Judgement judgement) {
    Acceptance acceptance = judgement.acceptance();
    if (acceptance != null) {
      audit.add(
          AuditEvent.GATE_ACCEPTED,
          acceptance.by(),
          "run " + runNo,
          GateReport.line(judgement) + ", because: " + acceptance.because());
    }
  }
}
