package org.baophu.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Holds a database for one night, across processes and machines. An H2 file can be opened by one
 * process only; PostgreSQL holds an advisory lock on behalf of a connection and frees it when the
 * connection ends, however it ends. A machine that vanishes without a word is noticed after about
 * two minutes.
 *
 * <p>A night can lose its connection and live on, and another may begin meanwhile. So whoever takes
 * the lock counts up a number in the database, and a night stores its results only while the number
 * is still its own ({@link #requireHeld}).
 */
public final class DatabaseLock implements AutoCloseable {
  /** The letters "baophu" as a number: what the advisory lock is known by. */
  private static final long KEY = 0x62616f706875L;

  private static final String[] NOTICE_DEAD_CLIENTS = {
    "SET tcp_keepalives_idle = 60",
    "SET tcp_keepalives_interval = 10",
    "SET tcp_keepalives_count = 6"
  };

  private final Connection connection;
  private final boolean postgres;
  private final long count;

  private DatabaseLock(Connection connection, boolean postgres, long count) {
    this.connection = connection;
    this.postgres = postgres;
    this.count = count;
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
      return new DatabaseLock(connection, postgres, countUp(connection));
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static boolean tryLock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String setting : NOTICE_DEAD_CLIENTS) {
        statement.execute(setting);
      }
      try (ResultSet result = statement.executeQuery("SELECT pg_try_advisory_lock(" + KEY + ")")) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  private static long countUp(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE night_fence SET lock_count = lock_count + 1");
      try (ResultSet result = statement.executeQuery("SELECT lock_count FROM night_fence")) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  /**
   * Makes sure that no other night took the lock since. Until the transaction of that connection
   * ends none can.
   *
   * @param transaction a connection on which a transaction has begun
   * @throws LockedException if another night did
   */
  void requireHeld(Connection transaction) throws SQLException {
    try (Statement statement = transaction.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT lock_count FROM night_fence FOR UPDATE")) {
      if (!result.next() || result.getLong(1) != count) {
        throw new LockedException(
            "This night lost its connection to the database, and another night took over. It stored"
                + " nothing.");
      }
    }
  }

  /** Frees the lock; a pooled connection outlives this, so the lock is given back by name. */
  @Override
  public void close() throws SQLException {
    try (connection) {
      if (postgres && connection.isValid(1)) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("SELECT pg_advisory_unlock(" + KEY + ")");
        }
      }
    }
  }
}
