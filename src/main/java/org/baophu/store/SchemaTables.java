package org.baophu.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The tables of the store, whichever migrations made them. */
final class SchemaTables {
  /** Flyway's own, and the count of locks: they are the database's, not the nights'. */
  private static final Set<String> NOT_OURS = Set.of("flyway_schema_history", "night_fence");

  /** Sequences that Spring Batch counts its own tables with, and the column that each counts. */
  private static final Map<String, String> SEQUENCES =
      Map.of(
          "batch_job_instance_seq", "batch_job_instance.job_instance_id",
          "batch_job_execution_seq", "batch_job_execution.job_execution_id",
          "batch_step_execution_seq", "batch_step_execution.step_execution_id");

  private SchemaTables() {}

  /** In lower case, in an order in which rows can be put in: what is pointed at comes first. */
  static List<String> of(Connection connection) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        names.add(rows.getString("TABLE_NAME"));
      }
    }
    names.removeIf(name -> NOT_OURS.contains(name.toLowerCase(Locale.ROOT)));
    Set<String> ordered = new LinkedHashSet<>();
    for (String name : names) {
      addAfterParents(connection, name, ordered);
    }
    return List.copyOf(ordered);
  }

  private static void addAfterParents(Connection connection, String table, Set<String> ordered)
      throws SQLException {
    Set<String> parents = new TreeSet<>();
    try (ResultSet keys =
        connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
      while (keys.next()) {
        parents.add(keys.getString("PKTABLE_NAME"));
      }
    }
    for (String parent : parents) {
      if (!parent.equals(table) && !ordered.contains(parent.toLowerCase(Locale.ROOT))) {
        addAfterParents(connection, parent, ordered);
      }
    }
    ordered.add(table.toLowerCase(Locale.ROOT));
  }

  /** Has Batch's sequences go on after the greatest numbers in its tables. */
  static void restartSequences(Connection connection) throws SQLException {
    for (Map.Entry<String, String> sequence : SEQUENCES.entrySet()) {
      String[] column = sequence.getValue().split("\\.");
      long next = new TableRows(connection, column[0]).greatest(column[1]) + 1;
      try (Statement statement = connection.createStatement()) {
        statement.execute("ALTER SEQUENCE " + sequence.getKey() + " RESTART WITH " + next);
      }
    }
  }
}
