package org.baophu.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.baophu.audit.AuditChain;
import org.baophu.audit.AuditEvent;
import org.baophu.audit.AuditHead;
import org.baophu.audit.AuditKey;
import org.baophu.audit.AuditLine;
import org.baophu.publish.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The audit trail in the database. A line that tells of a change in the database is written in the
 * transaction of that change.
 */
public final class AuditTrail {
  /** Names the variable that may hold a key for signing. */
  public static final String KEY_VARIABLE = "BAOPHU_AUDIT_KEY";

  private static final String HEAD = "audit.head";
  private static final int LONGEST_NAME = 1000;
  private static final int LONGEST_DETAIL = 10_000;
  private static final String SELECT =
      "SELECT line_no, happened_at, event, by_whom, about, detail, previous_hash, hash, mac"
          + " FROM audit_line";
  private static final RowMapper<AuditLine> LINE =
      (row, n) ->
          new AuditLine(
              row.getLong(1),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getString(6),
              row.getString(7),
              row.getString(8),
              row.getString(9));

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final AuditKey key;

  /**
   * @param clock tells when lines are written
   */
  public AuditTrail(DataSource database, Clock clock, AuditKey key) {
    this.jdbc = new JdbcTemplate(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.clock = clock;
    this.key = key;
  }

  /** The key that the environment gives, or none. */
  public static AuditKey keyFromEnvironment() {
    return AuditKey.of(System.getenv().getOrDefault(KEY_VARIABLE, ""));
  }

  /** Writes a line, by the user of the operating system. */
  public void add(AuditEvent event, String about, String detail) {
    add(event, System.getProperty("user.name", "unknown"), about, detail);
  }

  /** Writes a line. What is longer than a line holds is cut. */
  public void add(AuditEvent event, String by, String about, String detail) {
    AuditLine.Entry entry =
        new AuditLine.Entry(
            clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
            event,
            cut(by, LONGEST_NAME),
            cut(about, LONGEST_NAME),
            cut(detail, LONGEST_DETAIL));
    transaction.executeWithoutResult(status -> insert(AuditChain.next(findLast(), entry, key)));
  }

  private void insert(AuditLine line) {
    jdbc.update(
        "INSERT INTO audit_line (line_no, happened_at, event, by_whom, about, detail,"
            + " previous_hash, hash, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        line.number(),
        line.at(),
        line.event(),
        line.by(),
        line.about(),
        line.detail(),
        line.previousHash(),
        line.hash(),
        line.mac());
  }

  /** NUL is what PostgreSQL cannot keep; a surrogate alone is what UTF-8 cannot. */
  private static String cut(String text, int longest) {
    String kept = text.replace('\0', ' ');
    kept = kept.length() <= longest ? kept : kept.substring(0, longest - 1) + "…";
    return new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private Optional<AuditLine> findLast() {
    return jdbc.query(SELECT + " ORDER BY line_no DESC LIMIT 1", LINE).stream().findFirst();
  }

  /** All lines in the order of their numbers. */
  public List<AuditLine> lines() {
    return jdbc.query(SELECT + " ORDER BY line_no", LINE);
  }

  /** Writes the head of the trail beside the results, where it shows if lines are cut off. */
  public void writeHead(Path output) {
    findLast()
        .ifPresent(
            last -> {
              Path part = output.resolve(HEAD + ".part");
              try {
                Files.deleteIfExists(part);
                try (OutputStream out = PrivateFiles.create(part)) {
                  out.write(AuditHead.of(last).text().getBytes(StandardCharsets.UTF_8));
                }
                Files.move(part, output.resolve(HEAD), StandardCopyOption.ATOMIC_MOVE);
              } catch (IOException e) {
                throw new UncheckedIOException("cannot write the head of the audit trail", e);
              }
            });
  }

  /**
   * The head that was written beside the results; null where there is none.
   *
   * @throws IllegalArgumentException if what stands there is none
   */
  public static @Nullable AuditHead readHead(Path output) {
    Path file = output.resolve(HEAD);
    try {
      return Files.exists(file) ? AuditHead.parse(Files.readString(file)) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
