package org.baophu.store;

import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** The versions of the schema. */
final class Schema {
  private Schema() {}

  /** The version that a database has; {@code 0} where it has none. */
  static String version(DataSource database) {
    MigrationInfo current =
        Flyway.configure().dataSource(database).locations(Store.SCHEMA).load().info().current();
    return current == null ? "0" : String.valueOf(current.getVersion());
  }

  /**
   * Brings an empty database to a version, or any to the latest.
   *
   * @param version such as {@code 2}; {@code latest} for the latest
   * @throws ArchiveException if this program does not know the version
   */
  static void migrate(DataSource database, String version) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(database)
            .locations(Store.SCHEMA)
            .target(version.toLowerCase(Locale.ROOT))
            .load();
    if (!version.equals("latest")) {
      boolean known = false;
      for (MigrationInfo migration : flyway.info().all()) {
        known |= MigrationVersion.fromVersion(version).equals(migration.getVersion());
      }
      if (!known) {
        throw new ArchiveException(
            "The archive is of schema version "
                + version
                + ", which this version of the program does not know. Use the one that wrote it.");
      }
    }
    flyway.migrate();
  }
}
