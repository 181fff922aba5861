package org.baophu.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.baophu.audit.AuditEvent;
import org.baophu.audit.AuditHead;
import org.baophu.publish.PrivateFiles;

/**
 * Reads a store back from an archive, wholly or not at all. The archive is checked, then loaded
 * into a new H2 file of the archive's own schema version and upgraded there. That file takes the
 * place of an H2 store; into PostgreSQL its rows are copied in one transaction.
 */
public final class StoreRestore {
  private final Path archive;
  private final Map<String, String> environment;
  private final Clock clock;
  private final String by;

  /**
   * @param environment gives user, password and key of the store
   * @param by who restores
   */
  public StoreRestore(Path archive, Map<String, String> environment, Clock clock, String by) {
    this.archive = archive;
    this.environment = environment;
    this.clock = clock;
    this.by = by;
  }

  /**
   * Restores.
   *
   * @param url of the store
   * @param replace whether a store that holds nights may be replaced
   * @return the head of the trail that was replaced; empty where there was none
   * @throws ArchiveException if the archive cannot be used, or the store holds nights and may not
   *     be replaced; the store stays as it was
   */
  public Optional<AuditHead> run(String url, boolean replace) throws IOException, SQLException {
    StoreArchive.Manifest manifest = StoreArchive.check(archive);
    Path file = DatabaseAddress.findFile(url).orElse(null);
    return file == null
        ? intoServer(url, manifest, replace)
        : intoFile(url, file, manifest, replace);
  }

  private Optional<AuditHead> intoFile(
      String url, Path file, StoreArchive.Manifest manifest, boolean replace)
      throws IOException, SQLException {
    if (Files.exists(file) && !replace) {
      throw holdsNights(file.toString());
    }
    Path part = sibling(file, ".restoring");
    Files.deleteIfExists(part);
    String partUrl = DatabaseAddress.urlAt(url, file, part);
    PrivateFiles.create(part).close();
    try {
      // The store that is replaced may have another key, or none: its trail is then not read.
      Optional<AuditHead> replaced = findHead(url, file);
      try (Connection held = build(DatabaseAddress.of(partUrl, environment), manifest, replaced);
          Statement statement = held.createStatement()) {
        statement.execute("SHUTDOWN");
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return replaced;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Optional<AuditHead> findHead(String url, Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    DataSource database;
    try {
      database = DatabaseAddress.of(url, environment).connections();
    } catch (StoreKeyException otherKey) {
      return Optional.empty();
    }
    try {
      return AuditHead.of(new AuditTrail(database, clock, AuditTrail.keyFromEnvironment()).lines());
    } catch (RuntimeException e) {
      if (Store.translated(e) instanceof LockedException locked) {
        throw locked;
      }
      // Of an older schema, or of another key: nothing to be told of it.
      return Optional.empty();
    }
  }

  /** Fills a new database; hands over a connection that keeps it open. */
  private Connection build(
      DatabaseAddress address, StoreArchive.Manifest manifest, Optional<AuditHead> replaced)
      throws IOException, SQLException {
    DataSource database = address.connections();
    Connection held = database.getConnection();
    try {
      Schema.migrate(database, manifest.schemaVersion());
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        StoreArchive.load(archive, manifest, connection);
        connection.commit();
      }
      Schema.migrate(database, "latest");
      new AuditTrail(database, clock, AuditTrail.keyFromEnvironment())
          .add(AuditEvent.RESTORED, by, "archive " + StoreArchive.sha256(archive), told(replaced));
      return held;
    } catch (IOException | SQLException | RuntimeException e) {
      held.close();
      throw e;
    }
  }

  private static String told(Optional<AuditHead> replaced) {
    return replaced
        .map(head -> "replaced a trail of " + head.number() + " lines, hash " + head.hash())
        .orElse("into an empty store");
  }

  private Optional<AuditHead> intoServer(
      String url, StoreArchive.Manifest manifest, boolean replace)
      throws IOException, SQLException {
    Path directory = Files.createTempDirectory("baophu-restore");
    Path staging = directory.resolve("staging.mv.db");
    try (Store target = Store.open(url, environment)) {
      if (!replace && holdsNights(target.database())) {
        throw holdsNights(url.replaceAll("\\?.*", ""));
      }
      Optional<AuditHead> replaced =
          AuditHead.of(
              new AuditTrail(target.database(), clock, AuditTrail.keyFromEnvironment()).lines());
      PrivateFiles.create(staging).close();
      DatabaseAddress address =
          new DatabaseAddress("jdbc:h2:file:" + DatabaseAddress.stem(staging), null, null);
      try (Connection from = build(address, manifest, replaced);
          Connection to = target.database().getConnection()) {
        to.setAutoCommit(false);
        copy(from, to);
        to.commit();
      }
      return replaced;
    } finally {
      Files.deleteIfExists(staging);
      Files.deleteIfExists(directory.resolve("staging.trace.db"));
      Files.delete(directory);
    }
  }

  /** Puts all rows of one store in place of those of another, whose schema is the same. */
  static void copy(Connection from, Connection to) throws SQLException, IOException {
    List<String> tables = SchemaTables.of(to);
    for (int i = tables.size() - 1; i >= 0; i--) {
      new TableRows(to, tables.get(i)).deleteAll();
    }
    for (String table : tables) {
      try (TableRows.Inserting inserting = new TableRows(to, table).insert()) {
        new TableRows(from, table).read(inserting::add);
      }
    }
    SchemaTables.restartSequences(to);
  }

  private static boolean holdsNights(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet runs = statement.executeQuery("SELECT COUNT(*) FROM night_run")) {
      return runs.next() && runs.getLong(1) > 0;
    }
  }

  private static ArchiveException holdsNights(String store) {
    return new ArchiveException(
        "There is a store already, " + store + ". To replace it, add --replace.");
  }

  /** A file beside that of a store. */
  static Path sibling(Path file, String suffix) {
    return Path.of(DatabaseAddress.stem(file) + suffix + ".mv.db");
  }
}
