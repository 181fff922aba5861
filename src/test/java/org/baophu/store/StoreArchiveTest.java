package org.baophu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.baophu.RealPostgres;
import org.baophu.audit.AuditChain;
import org.baophu.audit.AuditEvent;
import org.baophu.audit.AuditKey;
import org.baophu.audit.AuditLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Archives of a store of schema version 2 and of the latest, between real databases. */
class StoreArchiveTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T19:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  private String h2(String name) {
    return "jdbc:h2:file:" + folder.resolve(name);
  }

  private Path file(String name) {
    return folder.resolve(name + ".mv.db");
  }

  private static DataSource at(String url) {
    return DatabaseAddress.of(url, Map.of()).connections();
  }

  /** What every version of the schema holds, with values that are hard on texts. */
  static void fill(DataSource database) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    jdbc.update(
        "INSERT INTO night_run (run_no, run_key, run_date, digest, status, persons,"
            + " last_person_number, started_at, published_at) VALUES (1, '2026-11-01-abc',"
            + " DATE '2026-11-01', 'd', 'PUBLISHED', 2, 9,"
            + " TIMESTAMP WITH TIME ZONE '2026-11-01 02:00:00.123456+07:00', NULL)");
    for (String id : List.of("Số 7", "tab\tend\nline \\N \\ \r", "\\N")) {
      jdbc.update(
          "INSERT INTO person_member (source, record_id, person_id, last_run_no)"
              + " VALUES ('tax', ?, 'P0000001', 1)",
          id);
    }
    jdbc.update(
        "INSERT INTO person_standing (run_no, person_id, standing, commune_code, route,"
            + " support_group, details_digest, sources_digest) VALUES (1, 'P0000001', 'POTENTIAL',"
            + " '05977', 'voluntary', '', -7, 9223372036854775807)");
    jdbc.update(
        "INSERT INTO decision (source_a, id_a, source_b, id_b, verdict, decided_by, decided_on,"
            + " note, first_run_no) VALUES ('tax', 'Số 7', 'insurance', 'I', 'NO_MATCH', 'clerk',"
            + " '2026-10-30', '', 1)");
    jdbc.update(
        "INSERT INTO batch_job_instance (job_instance_id, version, job_name, job_key)"
            + " VALUES (41, 0, 'night', 'k')");
    jdbc.update(
        "INSERT INTO batch_job_execution (job_execution_id, job_instance_id, create_time)"
            + " VALUES (42, 41, TIMESTAMP '2026-11-01 02:00:00.5')");
  }

  private static Map<String, List<Map<String, Object>>> contents(DataSource database) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    Map<String, List<Map<String, Object>>> contents = new HashMap<>();
    for (String select :
        List.of(
            "run_no, run_key, digest, persons, CAST(run_date AS VARCHAR) AS d FROM night_run",
            "source, record_id, person_id, last_run_no FROM person_member ORDER BY 2",
            "details_digest, sources_digest, support_group FROM person_standing",
            "id_a, id_b, verdict, decided_on, note FROM decision",
            "job_instance_id, job_name FROM batch_job_instance",
            "job_execution_id, job_instance_id, start_time FROM batch_job_execution")) {
      contents.put(select, jdbc.queryForList("SELECT " + select));
    }
    return contents;
  }

  private void migrated(DataSource database, String version) {
    TestDatabases.flyway(database, version).migrate();
  }

  private static List<AuditLine> trail(DataSource database) {
    return new AuditTrail(database, CLOCK, AuditKey.NONE).lines();
  }

  private void restore(Path archive, String url, boolean replace) throws IOException, SQLException {
    new StoreRestore(archive, Map.of(), CLOCK, "clerk").run(url, replace);
  }

  @Test
  void aStoreGoesFromH2ToPostgresAndBackAndStaysTheSame() throws IOException, SQLException {
    DataSource first = at(h2("first"));
    migrated(first, "latest");
    fill(first);
    new AuditTrail(first, CLOCK, AuditKey.NONE).add(AuditEvent.PUBLISHED, "run", "tab\t");
    Path archive = folder.resolve("first.zip");
    StoreArchive.write(first, archive);
    try (EmbeddedPostgres postgres = RealPostgres.start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres");

      restore(archive, url, false);

      DataSource server = postgres.getPostgresDatabase();
      assertThat(contents(server)).isEqualTo(contents(first));
      assertThat(AuditChain.verify(trail(server), null, AuditKey.NONE)).isEmpty();
      assertThat(trail(server))
          .extracting(AuditLine::event)
          .containsExactly("PUBLISHED", "RESTORED");
      assertThatThrownBy(() -> restore(archive, url, false))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("--replace");
      new JdbcTemplate(server)
          .update(
              "INSERT INTO batch_job_instance (version, job_name, job_key)"
                  + " VALUES (0, 'night', 'after')");
      assertThat(
              new JdbcTemplate(server)
                  .queryForObject("SELECT nextval('batch_job_instance_seq')", Long.class))
          .isEqualTo(42);
      new JdbcTemplate(server).update("DELETE FROM batch_job_instance WHERE job_key = 'after'");

      Path again = folder.resolve("server.zip");
      StoreArchive.write(server, again);
      restore(again, h2("second"), false);
      restore(again, url, true);

      assertThat(contents(at(h2("second")))).isEqualTo(contents(first));
      assertThat(trail(server)).hasSize(3);
      assertThat(trail(server).get(2).detail()).startsWith("replaced a trail of 2 lines");
    }
  }

  @Test
  void theSameStoreGivesTheSameArchive() throws IOException, SQLException {
    DataSource store = at(h2("store"));
    migrated(store, "latest");
    fill(store);

    StoreArchive.write(store, folder.resolve("a.zip"));
    StoreArchive.write(store, folder.resolve("b.zip"));

    assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b.zip"));
  }

  @Test
  void anArchiveOfAnOlderSchemaIsUpgraded() throws IOException, SQLException {
    DataSource old = at(h2("old"));
    migrated(old, "2");
    fill(old);
    Path archive = folder.resolve("old.zip");
    StoreArchive.write(old, archive);

    restore(archive, h2("new"), false);

    assertThat(contents(at(h2("new")))).isEqualTo(contents(old));
    assertThat(trail(at(h2("new")))).extracting(AuditLine::event).containsExactly("RESTORED");
  }

  @Test
  void anArchiveThatIsNotAsItWasWrittenChangesNothing() throws IOException, SQLException {
    DataSource store = at(h2("store"));
    migrated(store, "latest");
    fill(store);
    Path archive = folder.resolve("store.zip");
    StoreArchive.write(store, archive);
    byte[] whole = Files.readAllBytes(archive);
    byte[] before = Files.readAllBytes(file("store"));
    // A byte of every region, and the end cut off.
    for (int at = 40; at < whole.length; at += whole.length / 40) {
      byte[] touched = whole.clone();
      touched[at] ^= 0x55;
      if (sameContent(touched, archive)) {
        continue;
      }
      assertThatThrownBy(() -> restore(archive, h2("store"), true))
          .as("byte %d", at)
          .isInstanceOfAny(ArchiveException.class, IOException.class);
    }
    Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> restore(archive, h2("store"), true))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("not an archive of a store, or cut off");

    assertThat(Files.readAllBytes(file("store"))).isEqualTo(before);
    assertThat(Files.list(folder).map(path -> path.getFileName().toString()))
        .containsExactlyInAnyOrder("store.mv.db", "store.zip");
  }

  /** Writes the archive; whether the byte changed nothing that is read, such as a time. */
  private boolean sameContent(byte[] touched, Path archive) throws IOException {
    Files.write(archive, touched);
    try {
      StoreArchive.check(archive);
      return true;
    } catch (ArchiveException | IOException e) {
      return false;
    }
  }

  @Test
  void aStoreIsEncryptedByWayOfAnArchive() throws IOException, SQLException {
    DataSource plain = at(h2("store"));
    migrated(plain, "latest");
    fill(plain);
    Map<String, List<Map<String, Object>>> before = contents(plain);
    Path archive = folder.resolve("store.zip");
    StoreArchive.write(plain, archive);
    Map<String, String> key = Map.of(DatabaseAddress.KEY_VARIABLE, "secret");

    new StoreRestore(archive, key, CLOCK, "clerk").run(h2("store"), true);

    assertThat(Files.readString(file("store"), StandardCharsets.ISO_8859_1))
        .startsWith("H2encrypt");
    assertThat(contents(DatabaseAddress.of(h2("store"), key).connections())).isEqualTo(before);
    assertThatThrownBy(() -> at(h2("store")))
        .isInstanceOf(StoreKeyException.class)
        .hasMessageContaining("is encrypted");
  }
}
