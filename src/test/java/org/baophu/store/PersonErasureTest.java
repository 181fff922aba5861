package org.baophu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.baophu.audit.AuditKey;
import org.baophu.night.Withheld;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.baophu.store.PersonErasure.Subject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

class PersonErasureTest {
  private static final TestDatabases DATABASES = new TestDatabases();
  private static final RecordKey TAX = new RecordKey(Source.TAX, "T1");
  private static final RecordKey STAND_IN = new RecordKey(Source.BUSINESS, "#abcdef.1");

  @BeforeAll
  static void start() throws IOException {
    DATABASES.start();
  }

  @AfterAll
  static void stop() throws IOException {
    DATABASES.stop();
  }

  static List<DataSource> databases() {
    return DATABASES.emptied();
  }

  private static JdbcTemplate filled(DataSource database) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    for (String row :
        List.of(
            "'tax', 'T1', 'P1'",
            "'business', '#abcdef.1', 'P1'",
            "'tax', 'T2', 'P2'",
            "'tax', 'T3', 'P12'")) {
      jdbc.update(
          "INSERT INTO person_member (source, record_id, person_id, last_run_no) VALUES ("
              + row
              + ", 1)");
    }
    for (String row : List.of("1, 'MERGED', 'P1', 'P0'", "2, 'SPLIT', 'P2', 'P12'")) {
      jdbc.update(
          "INSERT INTO identity_change (run_no, change_no, kind, person_id, other_id) VALUES (1, "
              + row
              + ")");
    }
    for (String row : List.of("'tax','T1','tax','T2'", "'tax','T2','tax','T3'")) {
      jdbc.update(
          "INSERT INTO decision (source_a, id_a, source_b, id_b, verdict, decided_by, decided_on,"
              + " note, first_run_no) VALUES ("
              + row
              + ", 'MATCH', '', '', '', 1)");
    }
    return jdbc;
  }

  @ParameterizedTest
  @MethodSource("databases")
  void everyRowThatNamesThePersonGoesAndNoOther(DataSource database) throws SQLException {
    JdbcTemplate jdbc = filled(database);
    PersonErasure erasure = new PersonErasure(database, Clock.systemUTC());

    Subject subject = erasure.find("P1");

    assertThat(subject).isEqualTo(new Subject(Set.of("P0", "P1"), Set.of(TAX, STAND_IN)));
    assertThat(erasure.currentId("P0")).isEqualTo("P1");
    assertThat(erasure.count(subject))
        .containsAllEntriesOf(Map.of("person_member", 4, "identity_change", 2, "decision", 1));
    erasure.erase(subject, "P1", "clerk", "because: request 7");
    assertThat(erasure.count(subject).values()).containsOnly(0);
    assertThat(jdbc.queryForList("SELECT record_id FROM person_member ORDER BY 1", String.class))
        .containsExactly("T2", "T3");
    assertThat(jdbc.queryForList("SELECT kind FROM identity_change", String.class))
        .containsExactly("SPLIT");
    assertThat(jdbc.queryForList("SELECT id_b FROM decision", String.class)).containsExactly("T3");
    assertThat(new AuditTrail(database, Clock.systemUTC(), AuditKey.NONE).lines())
        .singleElement()
        .satisfies(line -> assertThat(line.toString()).contains("ERASED").doesNotContain("P1"))
        .satisfies(line -> assertThat(erasure.erasedAt("P1")).contains(line.at()));
    assertThat(erasure.erasedAt("P2")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void theRecordsAreWithheldByWhatTheyAreAndNothingElseIs(DataSource database) throws SQLException {
    filled(database);
    PersonErasure erasure = new PersonErasure(database, Clock.systemUTC());
    WithheldRecords records = new WithheldRecords(database);
    assertThat(records.load()).isSameAs(Withheld.NOTHING);

    erasure.erase(erasure.find("P1"), "P1", "clerk", "");

    Withheld withheld = records.load();
    assertThat(withheld.contains(TAX)).isTrue();
    assertThat(withheld.contains(new RecordKey(Source.BUSINESS, "#abcdef"))).isTrue();
    assertThat(withheld.contains(new RecordKey(Source.TAX, "T2"))).isFalse();
    assertThat(withheld.contains(new RecordKey(Source.BUSINESS, "T1"))).isFalse();
  }
}
