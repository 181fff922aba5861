package org.baophu.store;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.baophu.audit.AuditKey;
import org.baophu.night.Withheld;
import org.baophu.person.RecordKey;
import org.springframework.jdbc.core.JdbcTemplate;

/** The records that are not read any more, by keyed digests. */
final class WithheldRecords {
  private static final String NAME = "withheld";
  private static final int SECRET_BYTES = 32;

  private final JdbcTemplate jdbc;

  WithheldRecords(DataSource database) {
    this.jdbc = new JdbcTemplate(database);
  }

  Withheld load() {
    Set<String> digests =
        new HashSet<>(jdbc.queryForList("SELECT digest FROM withheld", String.class));
    if (digests.isEmpty()) {
      return Withheld.NOTHING;
    }
    AuditKey secret = secret();
    return key -> digests.contains(digest(secret, key));
  }

  /** Withholds records from now on, within the transaction of whoever calls. */
  void add(Collection<RecordKey> remembered) {
    AuditKey secret = secret();
    for (RecordKey key : remembered) {
      String digest = digest(secret, Withheld.keyOf(key));
      if (jdbc.queryForList("SELECT 1 FROM withheld WHERE digest = ?", digest).isEmpty()) {
        jdbc.update(
            "INSERT INTO withheld (digest, since_run_no)"
                + " SELECT ?, COALESCE(MAX(run_no), 0) FROM night_run",
            digest);
      }
    }
  }

  /** Whether a record is withheld, as its register names it. */
  boolean contains(RecordKey key) {
    return load().contains(Withheld.keyOf(key));
  }

  /** Withholds records no more, within the transaction of whoever calls. */
  void remove(Collection<RecordKey> keys) {
    AuditKey secret = secret();
    for (RecordKey key : keys) {
      jdbc.update("DELETE FROM withheld WHERE digest = ?", digest(secret, Withheld.keyOf(key)));
    }
  }

  /** Names somebody to those who know whom to look for, and to nobody else. */
  String pseudonym(String personId) {
    return secret().sign("person:" + personId).substring(0, 16);
  }

  private static String digest(AuditKey secret, RecordKey key) {
    return secret.sign(key.toString());
  }

  private AuditKey secret() {
    List<String> known =
        jdbc.queryForList("SELECT secret FROM store_secret WHERE name = ?", String.class, NAME);
    if (!known.isEmpty()) {
      return AuditKey.of(known.get(0));
    }
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    String secret = HexFormat.of().formatHex(bytes);
    jdbc.update("INSERT INTO store_secret (name, secret) VALUES (?, ?)", NAME, secret);
    return AuditKey.of(secret);
  }
}
