package org.baophu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.baophu.batch.NightLauncher;
import org.baophu.store.AuditTrail;
import org.baophu.store.NightLock;
import org.baophu.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which store a command is about. */
final class StoreOptions {
  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "The output directory of the nights; its store, unless --database names one.")
  private @Nullable Path output;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "JDBC URL of the store. Default: the H2 file under OUTPUT/.store.")
  private @Nullable String database;

  /** Work on an open store. */
  interface Work<T> {
    T on(Store store) throws Exception;
  }

  /** The output directory, or null where only a database is named. */
  @Nullable Path output() {
    return output == null ? null : output.toAbsolutePath().normalize();
  }

  /**
   * The output directory, where the command cannot do without.
   *
   * @throws SettingsException if there is none
   */
  Path requireOutput() {
    Path directory = output();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new SettingsException(
          "--output: " + (directory == null ? "is needed." : directory + " is no directory."));
    }
    return directory;
  }

  /** The URL of the store; the directory that would hold it may be missing. */
  String url() {
    if (database != null) {
      if (!database.matches("jdbc:(h2|postgresql):.+")) {
        throw new SettingsException(
            "--database: " + database + " is neither jdbc:h2:… nor jdbc:postgresql://HOST/NAME.");
      }
      return database;
    }
    Path directory = output();
    if (directory == null) {
      throw new SettingsException("--output or --database: name the store.");
    }
    return NightLauncher.defaultDatabase(directory);
  }

  /** Writes the head of the trail beside the results, if an output directory is named. */
  void writeHead(AuditTrail audit) {
    Path directory = output();
    if (directory != null) {
      audit.writeHead(directory);
    }
  }

  /** Looks at the store, which must exist. */
  <T> T look(Work<T> work) throws Exception {
    try (Store store = lookAt()) {
      return work.on(store);
    }
  }

  private Store lookAt() {
    try {
      return Store.look(url(), System.getenv());
    } catch (IllegalArgumentException e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
  }

  /** Changes a store that must exist, while no night runs. */
  <T> T changeExisting(Work<T> work) throws Exception {
    look(store -> ExitCode.DONE);
    return change(work);
  }

  /** Changes the store, a new one if there is none, while no night runs. */
  <T> T change(Work<T> work) throws Exception {
    Path directory = output();
    if (directory == null) {
      return changeDatabase(work);
    }
    NightLauncher.prepareStore(directory);
    NightLock held = NightLock.acquire(NightLauncher.storeDirectory(directory));
    try (held) {
      return changeDatabase(work);
    }
  }

  private <T> T changeDatabase(Work<T> work) throws SQLException, Exception {
    try (Store store = Store.open(url(), System.getenv())) {
      return work.on(store);
    }
  }
}
