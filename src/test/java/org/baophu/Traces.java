package org.baophu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.baophu.batch.NightLauncher;

/** What a night leaves behind: results, the store's tables, files beside them. */
public final class Traces {
  private Traces() {}

  /** Every file of the results but those that tell times. */
  public static Map<String, String> results(Path directory) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(file).toString();
        boolean tellsTimes = name.equals("report.html") || name.equals("run.json");
        contents.put(
            name,
            tellsTimes ? "" : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  /** The names of all files and folders of an output directory. */
  public static TreeSet<String> names(Path output) throws IOException {
    try (Stream<Path> all = Files.walk(output)) {
      return new TreeSet<>(all.map(path -> output.relativize(path).toString()).toList());
    }
  }

  /** Every table of the store as text, but for what tells times and how often a night began. */
  public static Map<String, TreeSet<String>> tables(Path output, String database)
      throws SQLException {
    String url = database.isEmpty() ? NightLauncher.defaultDatabase(output) : database;
    Map<String, TreeSet<String>> tables = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection(url)) {
      for (String table : tableNames(connection.getMetaData())) {
        tables.put(table.toLowerCase(Locale.ROOT), rows(connection, table));
      }
    }
    return tables;
  }

  private static Iterable<String> tableNames(DatabaseMetaData metaData) throws SQLException {
    ArrayList<String> names = new ArrayList<>();
    try (ResultSet tables =
        metaData.getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        String schema = String.valueOf(tables.getString("TABLE_SCHEM")).toLowerCase(Locale.ROOT);
        String name = tables.getString("TABLE_NAME");
        if (schema.equals("public") && tellsResults(name.toLowerCase(Locale.ROOT))) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static boolean tellsResults(String table) {
    return !table.startsWith("batch_")
        && !table.startsWith("flyway")
        && !table.startsWith("audit")
        && !table.equals("night_fence");
  }

  private static TreeSet<String> rows(Connection connection, String table) throws SQLException {
    TreeSet<String> rows = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet all = statement.executeQuery("SELECT * FROM \"" + table + '"')) {
      while (all.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= all.getMetaData().getColumnCount(); i++) {
          int type = all.getMetaData().getColumnType(i);
          boolean time = type == Types.TIMESTAMP_WITH_TIMEZONE || type == Types.TIMESTAMP;
          row.append(time ? "" : all.getString(i)).append('|');
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }
}
