package org.baophu.store;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes the stories of persons that were kept long enough: what happened to their records, and
 * how they came to and left the list. Only {@code history} tells of these. What later nights look
 * back on stays, however old: which record is whose, merges and splits, renumberings, decisions,
 * numbers of gates, what became of those listed; and so does the audit trail.
 */
public final class HistoryRetention {
  private static final List<String> STORIES = List.of("record_event", "list_change");

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final LocalDate firstKept;

  /**
   * Prepares a removal.
   *
   * @param days how long stories are kept, counted from a night's date
   * @param today up to which day
   */
  public HistoryRetention(DataSource database, int days, LocalDate today) {
    this.jdbc = new JdbcTemplate(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.firstKept = today.minusDays(days);
  }

  /** How many rows of which table are due; tables without any are left out. */
  public Map<String, Integer> due() {
    Map<String, Integer> due = new TreeMap<>();
    for (String table : STORIES) {
      Integer rows =
          jdbc.queryForObject(
              "SELECT COUNT(*) FROM " + old(table), Integer.class, Date.valueOf(firstKept));
      if (rows != null && rows > 0) {
        due.put(table, rows);
      }
    }
    return due;
  }

  /** Removes what is due, all of it or nothing, and says what it was. */
  public Map<String, Integer> enforce() {
    Map<String, Integer> removed = new TreeMap<>();
    transaction.executeWithoutResult(
        status -> {
          removed.putAll(due());
          for (String table : removed.keySet()) {
            jdbc.update("DELETE FROM " + old(table), Date.valueOf(firstKept));
          }
        });
    return removed;
  }

  private static String old(String table) {
    return table + " WHERE run_no IN (SELECT run_no FROM night_run WHERE run_date < ?)";
  }
}
