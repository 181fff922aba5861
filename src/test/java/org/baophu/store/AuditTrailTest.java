package org.baophu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.baophu.audit.AuditChain;
import org.baophu.audit.AuditEvent;
import org.baophu.audit.AuditKey;
import org.baophu.audit.AuditLine;
import org.baophu.audit.Finding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The trail in real databases, and SQL as a forger would write it. */
class AuditTrailTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T19:00:00.123456Z"), ZoneOffset.UTC);
  private static final TestDatabases DATABASES = new TestDatabases();

  @TempDir private Path output;

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

  private static AuditTrail written(DataSource database, AuditKey key) {
    AuditTrail trail = new AuditTrail(database, CLOCK, key);
    trail.add(AuditEvent.RUN_STARTED, "clerk", "2026-11-01-abc", "Tiếng Việt\tand \0 more");
    trail.add(AuditEvent.PUBLISHED, "2026-11-01-abc", "x".repeat(20_000));
    trail.add(AuditEvent.EXPORTED, "archive", "");
    return trail;
  }

  private List<Finding> verify(AuditTrail trail, AuditKey key) {
    return AuditChain.verify(trail.lines(), AuditTrail.readHead(output), key);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatWasWrittenIsAsItWasWritten(DataSource database) {
    AuditKey key = AuditKey.of("secret");
    AuditTrail trail = written(database, key);
    trail.writeHead(output);

    assertThat(verify(trail, key)).isEmpty();
    assertThat(trail.lines()).extracting(AuditLine::number).containsExactly(1L, 2L, 3L);
    assertThat(trail.lines().get(0).at()).isEqualTo("2026-11-01T19:00:00.123Z");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatIsDoneToTheTableIsSeen(DataSource database) {
    AuditTrail trail = written(database, AuditKey.NONE);
    trail.writeHead(output);
    JdbcTemplate forger = new JdbcTemplate(database);

    forger.update("UPDATE audit_line SET detail = 'nothing' WHERE line_no = 2");
    assertThat(verify(trail, AuditKey.NONE))
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.CHANGED);
    forger.update("DELETE FROM audit_line WHERE line_no = 2");
    assertThat(verify(trail, AuditKey.NONE))
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.MISSING);
    forger.update("DELETE FROM audit_line WHERE line_no = 3");
    assertThat(verify(trail, AuditKey.NONE))
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.CUT_OFF);
  }
}
