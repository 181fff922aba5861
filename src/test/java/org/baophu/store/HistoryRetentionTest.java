package org.baophu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** On both databases. */
class HistoryRetentionTest {
  private static final TestDatabases DATABASES = new TestDatabases();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  @BeforeAll
  static void start() throws IOException {
    DATABASES.start();
  }

  @AfterAll
  static void stop() throws IOException {
    DATABASES.stop();
  }

  /** Three nights: 100 days ago, 10 days ago, today; each with one row of each story. */
  private static void fill(JdbcTemplate jdbc) {
    int[] ages = {100, 10, 0};
    for (int run = 1; run <= ages.length; run++) {
      jdbc.update(
          "INSERT INTO night_run (run_no, run_key, run_date, digest, status, persons,"
              + " last_person_number, started_at) VALUES (?, ?, ?, '', 'PUBLISHED', 1, 1,"
              + " CURRENT_TIMESTAMP)",
          run,
          "run" + run,
          java.sql.Date.valueOf(TODAY.minusDays(ages[run - 1])));
      jdbc.update(
          "INSERT INTO record_event VALUES (?, 1, 'CORRECTED', 'tax', 'T1', 'P0000001', '', '')",
          run);
      jdbc.update("INSERT INTO list_change VALUES (?, 'P0000001', 'ADDED', '05977', '[]')", run);
      jdbc.update(
          "INSERT INTO identity_change (run_no, change_no, kind, person_id, other_id)"
              + " VALUES (?, 1, 'MERGED', 'P0000001', 'P0000002')",
          run);
    }
  }

  private static long count(JdbcTemplate jdbc, String table) {
    Long rows = jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
    return rows == null ? -1 : rows;
  }

  @Test
  void storiesOfNightsLongAgoGoAndWhatNightsLookBackOnStays() {
    for (DataSource database : DATABASES.emptied()) {
      JdbcTemplate jdbc = new JdbcTemplate(database);
      fill(jdbc);

      assertThat(new HistoryRetention(database, 100, TODAY).due()).isEmpty();
      HistoryRetention retention = new HistoryRetention(database, 99, TODAY);
      Map<String, Integer> expected = Map.of("list_change", 1, "record_event", 1);
      assertThat(retention.due()).isEqualTo(expected);
      assertThat(retention.enforce()).isEqualTo(expected);

      assertThat(retention.due()).isEmpty();
      assertThat(count(jdbc, "record_event")).isEqualTo(2);
      assertThat(count(jdbc, "list_change")).isEqualTo(2);
      assertThat(count(jdbc, "identity_change")).as("erasure follows merges").isEqualTo(3);
      assertThat(count(jdbc, "night_run")).isEqualTo(3);
    }
  }
}
