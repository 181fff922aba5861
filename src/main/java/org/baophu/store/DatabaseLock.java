package org.baophu.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Holds a database for one night, across processes and machines. An H2 file can be opened by one
 * process only; PostgreSQL holds an advisory lock on behalf of a connection and frees it when the
 * connection ends, however it ends.
 */
public final class DatabaseLock implements AutoCloseable {
  /** The letters "baophu" as a number: what the advisory lock is known by. */
  private static final long KEY = 0x62616f706875L;

  private final Connection connection;

  private DatabaseLock(Connection connection) {
    this.connection = connection;
  }

  /**
   * Takes the lock.
   *
   * @throws LockedException if another night holds it
   * @throws SQLException if the database cannot be asked
   */
  public static DatabaseLock acquire(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    try {
      boolean postgres =
          connection.getMetaData().getDatabaseProductName().equalsIgnoreCase("PostgreSQL");
      if (postgres && !tryLock(connection)) {
        throw new LockedException("Another night is running on this database. Wait for it to end.");
      }
      return new DatabaseLock(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static boolean tryLock(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      statement.setLong(1, KEY);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  /** Frees the lock; a pooled connection outlives this, so the lock is given back by name. */
  @Override
  public void close() throws SQLException {
    try (connection) {
      if (connection.getMetaData().getDatabaseProductName().equalsIgnoreCase("PostgreSQL")) {
        try (PreparedStatement statement =
            connection.prepareStatement("SELECT pg_advisory_unlock(?)")) {
          statement.setLong(1, KEY);
          statement.execute();
        }
      }
    }
  }
}
