package org.baophu;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baophu.store.StoreLocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Gives every output directory a PostgreSQL database of its own instead of an H2 file, if the tests
 * are run with {@code -Dbaophu.test.database=postgresql}; without, there is nothing that it does.
 *
 * <p>A file in the directory names its database, so that a directory behaves as with an H2 file in
 * it: one that was copied has a copy of the database, one that was removed and made anew an empty
 * one.
 */
public final class PostgresStores implements StoreLocator {
  private static final String PROPERTY = "baophu.test.database";
  private static final String PORT = "baophu.test.database.port";
  private static final String USER = "postgres";

  /** Databases of directories that were not there yet when somebody asked. */
  private static final Set<String> NOT_NOTED = new HashSet<>();

  private static @Nullable EmbeddedPostgres server;

  /** Whether stores are PostgreSQL databases where tests name none. */
  public static boolean areUsed() {
    return System.getProperty(PROPERTY, "h2").equals("postgresql");
  }

  /** Has a test skipped that is about what only H2 does. */
  public static void assumeH2(String what) {
    Assumptions.assumeFalse(areUsed(), "about H2: " + what);
  }

  /** What a process must be started with in order to use the same databases. */
  public static List<String> javaOptions() {
    return areUsed()
        ? List.of("-D" + PROPERTY + "=postgresql", "-D" + PORT + "=" + port())
        : List.of();
  }

  @Override
  public Optional<String> find(Path output) {
    return areUsed() ? Optional.of(url(databaseOf(output))) : Optional.empty();
  }

  private static String url(String database) {
    return "jdbc:postgresql://localhost:" + port() + "/" + database + "?user=" + USER;
  }

  private static synchronized String port() {
    String stated = System.getProperty(PORT);
    if (stated != null) {
      return stated;
    }
    try {
      if (server == null) {
        // Ends with this process: the library sees to that.
        server = EmbeddedPostgres.start();
      }
      return Integer.toString(server.getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized String databaseOf(Path output) {
    String name = "store_" + digest(output.toAbsolutePath().normalize().toString());
    Path note = output.resolve(".store").resolve("postgresql");
    try (Connection connection = DriverManager.getConnection(url(USER));
        Statement statement = connection.createStatement()) {
      // Of two processes on one directory, one makes the database.
      statement.execute("SELECT pg_advisory_lock(1)");
      String noted = Files.exists(note) ? Files.readString(note) : "";
      if (!noted.equals(name) && !NOT_NOTED.contains(name)) {
        statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        statement.execute(
            "CREATE DATABASE " + name + " TEMPLATE " + (noted.isEmpty() ? "template1" : noted));
        NOT_NOTED.add(name);
      }
      if (NOT_NOTED.contains(name) && Files.isDirectory(note.getParent())) {
        Files.writeString(note, name);
        Files.setPosixFilePermissions(note, PosixFilePermissions.fromString("rw-------"));
        NOT_NOTED.remove(name);
      }
      return name;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 10);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
