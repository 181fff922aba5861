package org.baophu.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.baophu.night.SampleMemory;
import org.baophu.night.SampleMemory.KeptAnswer;
import org.baophu.night.SampleMemory.PastDraw;
import org.baophu.sample.Answer;
import org.baophu.sample.Band;
import org.baophu.sample.Drawn;
import org.baophu.sample.Said;
import org.baophu.sample.Side;
import org.baophu.sample.Stratum;
import org.baophu.sample.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Audit samples and the answers to them: tables {@code sample_draw} and {@code sample_answer}. */
final class SampleTable {
  private final JdbcTemplate jdbc;

  SampleTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** What runs before this one know. */
  SampleMemory before(long runNo) {
    Map<String, String> heirs = new HashMap<>();
    jdbc.query(
        "SELECT other_id, person_id FROM identity_change WHERE kind = 'MERGED' AND run_no < ?"
            + " ORDER BY run_no, change_no",
        row -> {
          heirs.put(row.getString(1), row.getString(2));
        },
        runNo);
    return new SampleMemory(
        jdbc.query(
            "SELECT run_no, run_key, run_date, person_id, side, band, region, inclusion, given,"
                + " evidence FROM sample_draw WHERE run_no < ? ORDER BY run_no, person_id",
            (row, n) -> draw(row),
            runNo),
        answers("first_run_no < ?", runNo),
        heirs);
  }

  private static PastDraw draw(ResultSet row) throws SQLException {
    Stratum stratum = new Stratum(Side.valueOf(row.getString(5)), Band.valueOf(row.getString(6)));
    return new PastDraw(
        row.getLong(1),
        row.getString(2),
        row.getDate(3).toLocalDate(),
        new Drawn(
            new Unit(row.getString(4), stratum, row.getString(7), row.getDouble(9)),
            row.getDouble(8)),
        row.getLong(10));
  }

  private List<KeptAnswer> answers(String condition, Object argument) {
    return jdbc.query(
        "SELECT run_key, person_id, insured, eligible, other_rows, checked_by, checked_on"
            + " FROM sample_answer WHERE "
            + condition
            + " ORDER BY run_key, person_id, insured, eligible, other_rows, checked_by, checked_on",
        (row, n) ->
            new KeptAnswer(
                row.getString(1),
                row.getString(2),
                new Answer(
                    Said.valueOf(row.getString(3)), Said.valueOf(row.getString(4)), row.getInt(5)),
                row.getString(6),
                day(row.getString(7))),
        argument);
  }

  private static @Nullable LocalDate day(String iso) {
    return iso.isEmpty() ? null : LocalDate.parse(iso);
  }

  /**
   * Stores what a run adds, again with the same changes nothing, and forgets what no longer counts.
   *
   * @return how many answers it added
   */
  int store(long runNo, SampleMemory.Page page) {
    jdbc.update("DELETE FROM sample_draw WHERE run_no = ?", runNo);
    jdbc.update("DELETE FROM sample_answer WHERE first_run_no = ?", runNo);
    jdbc.update("DELETE FROM sample_draw WHERE run_date < ?", Date.valueOf(page.forgetBefore()));
    Batches.write(
        jdbc,
        "INSERT INTO sample_draw (run_no, run_key, run_date, person_id, side, band, region,"
            + " inclusion, given, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        page.drawn(),
        (statement, draw) -> {
          Unit unit = draw.drawn().unit();
          statement.setLong(1, runNo);
          statement.setString(2, draw.runKey());
          statement.setDate(3, Date.valueOf(draw.date()));
          statement.setString(4, unit.personId());
          statement.setString(5, unit.stratum().side().name());
          statement.setString(6, unit.stratum().band().name());
          statement.setString(7, unit.region());
          statement.setDouble(8, draw.drawn().inclusion());
          statement.setDouble(9, unit.given());
          statement.setLong(10, draw.evidence());
        });
    Set<KeptAnswer> known = Set.copyOf(answers("first_run_no < ?", Long.MAX_VALUE));
    List<KeptAnswer> fresh = page.fresh().stream().filter(a -> !known.contains(a)).toList();
    storeAnswers(runNo, fresh);
    jdbc.update("DELETE FROM sample_answer WHERE run_key NOT IN (SELECT run_key FROM sample_draw)");
    return fresh.size();
  }

  private void storeAnswers(long runNo, List<KeptAnswer> fresh) {
    Batches.write(
        jdbc,
        "INSERT INTO sample_answer (run_key, person_id, insured, eligible, other_rows, checked_by,"
            + " checked_on, first_run_no) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        fresh,
        (statement, answer) -> {
          statement.setString(1, answer.runKey());
          statement.setString(2, answer.personId());
          statement.setString(3, answer.answer().insured().name());
          statement.setString(4, answer.answer().eligible().name());
          statement.setInt(5, answer.answer().otherRows());
          statement.setString(6, answer.checkedBy());
          statement.setString(7, Objects.toString(answer.checkedOn(), ""));
          statement.setLong(8, runNo);
        });
  }
}
