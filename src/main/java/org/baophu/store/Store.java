package org.baophu.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * The store, opened for a command that is no night: with its schema up to date, and held so that no
 * night runs meanwhile, unless it is only looked at.
 */
public final class Store implements AutoCloseable {
  /** Where the migrations stand among the resources. */
  static final String SCHEMA = "classpath:org/baophu/store/schema";

  /** H2's error codes: another process has the file open; the key is wrong. */
  private static final int H2_IN_USE = 90020;

  private static final int H2_WRONG_KEY = 90049;

  private final DatabaseAddress address;
  private final HikariDataSource database;
  private final @Nullable DatabaseLock lock;

  /** The H2 file that it is, {@code null} for a server. */
  private final @Nullable Path file;

  private boolean compact;

  private Store(DatabaseAddress address, HikariDataSource database, @Nullable DatabaseLock lock) {
    this.address = address;
    this.database = database;
    this.lock = lock;
    this.file = DatabaseAddress.findFile(address.url()).orElse(null);
  }

  /** Opens a store to change it. */
  public static Store open(String url, Map<String, String> environment) throws SQLException {
    DatabaseAddress address = DatabaseAddress.of(url, environment);
    try {
      FileUpgrade.run(address.url(), address.user(), address.password());
    } catch (FlywayException e) {
      throw translated(e);
    }
    HikariDataSource database = connect(address);
    try {
      Schema.migrate(database, "latest");
      Store store = new Store(address, database, DatabaseLock.acquire(database));
      store.compact = isCompactingBegun(store.file);
      return store;
    } catch (FlywayException | SQLException | LockedException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Opens a store to look at it; a night may be running on PostgreSQL.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Store look(String url, Map<String, String> environment) {
    DatabaseAddress address = DatabaseAddress.of(url, environment);
    Path file = DatabaseAddress.findFile(url).orElse(null);
    if (file != null && !Files.exists(file)) {
      throw new IllegalArgumentException("There is no store " + file + ".");
    }
    return new Store(address, connect(address), null);
  }

  private static HikariDataSource connect(DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(4);
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw translated(e);
    }
  }

  /** What a failure to open the store means; the failure itself where nothing better is known. */
  public static RuntimeException translated(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == H2_IN_USE) {
        return new LockedException(
            "Another process has the database open: " + sql.getMessage(), failure);
      }
      if (cause instanceof SQLException sql && sql.getErrorCode() == H2_WRONG_KEY) {
        return new StoreKeyException(
            "The store cannot be decrypted: "
                + DatabaseAddress.KEY_VARIABLE
                + " is not the key it was encrypted with.");
      }
    }
    return failure;
  }

  /**
   * Has the database written anew when this is closed, without what was deleted, which else stays
   * in its files until something is written over it. To be called before anything is deleted: where
   * a process is killed in between, whoever opens an H2 file to change it does it then.
   */
  public void compactWhenClosed() throws IOException {
    if (file != null) {
      StoreRewrite.begin(file);
    }
    compact = true;
  }

  /** Writes a store anew that was to be ({@link #compactWhenClosed}) and has not been. */
  public static void finishCompacting(String url, Map<String, String> environment)
      throws SQLException {
    String resolved = DatabaseAddress.of(url, environment).url();
    if (isCompactingBegun(DatabaseAddress.findFile(resolved).orElse(null))) {
      open(url, environment).close();
    }
  }

  private static boolean isCompactingBegun(@Nullable Path file) {
    return file != null && StoreRewrite.isBegun(file);
  }

  /** Indexes too, whose pages may hold keys of what was deleted. */
  private void compact() throws SQLException {
    if (file == null) {
      compactServer();
      return;
    }
    try {
      StoreRewrite.run(address, file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the store " + file + " anew", e);
    }
  }

  private void compactServer() throws SQLException {
    try (Connection connection = address.connections().getConnection();
        Statement statement = connection.createStatement()) {
      if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
        statement.execute("SHUTDOWN COMPACT");
      } else {
        for (String table : SchemaTables.of(connection)) {
          statement.execute("VACUUM FULL " + table);
        }
      }
    }
  }

  public DataSource database() {
    return database;
  }

  @Override
  public void close() throws SQLException {
    try (database) {
      if (lock != null) {
        lock.close();
      }
    }
    if (compact) {
      compact();
    }
  }
}
