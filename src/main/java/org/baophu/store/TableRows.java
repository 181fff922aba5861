package org.baophu.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.baophu.store.ArchiveCells.Kind;
import org.jspecify.annotations.Nullable;

/** The rows of one table, out of a database and into one. */
final class TableRows {
  private static final int FETCH = 10_000;
  private static final int BATCH = 5_000;

  private final Connection connection;
  private final String table;
  private final List<String> columns = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();
  private final List<Integer> identities = new ArrayList<>();

  /** The columns in the order of their names, which no database decides. */
  TableRows(Connection connection, String table) throws SQLException {
    this.connection = connection;
    this.table = table;
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
      ResultSetMetaData about = none.getMetaData();
      List<Integer> order = new ArrayList<>();
      for (int i = 1; i <= about.getColumnCount(); i++) {
        order.add(i);
      }
      List<String> names = new ArrayList<>();
      for (int i : order) {
        names.add(about.getColumnName(i).toLowerCase(Locale.ROOT));
      }
      order.sort((a, b) -> names.get(a - 1).compareTo(names.get(b - 1)));
      for (int i : order) {
        if (about.isAutoIncrement(i)) {
          identities.add(columns.size());
        }
        columns.add(names.get(i - 1));
        kinds.add(Kind.of(about.getColumnType(i), about.getColumnTypeName(i)));
      }
    }
  }

  List<String> columns() {
    return Collections.unmodifiableList(columns);
  }

  /** Takes a row. */
  interface Sink {
    void take(List<@Nullable String> cells) throws IOException, SQLException;
  }

  /** Hands over all rows, in an order that the values alone decide. */
  long read(Sink sink) throws SQLException, IOException {
    long rows = 0;
    String all = String.join(", ", columns);
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet found =
          statement.executeQuery("SELECT " + all + " FROM " + table + " ORDER BY " + all)) {
        while (found.next()) {
          List<@Nullable String> cells = new ArrayList<>(columns.size());
          for (int i = 0; i < columns.size(); i++) {
            cells.add(ArchiveCells.read(found, i + 1, kinds.get(i)));
          }
          sink.take(cells);
          rows++;
        }
      }
    }
    return rows;
  }

  /** Where rows are put in, some thousands at once; closing puts in the rest. */
  final class Inserting implements AutoCloseable {
    private final PreparedStatement insert;
    private int waiting;

    private Inserting() throws SQLException {
      insert =
          connection.prepareStatement(
              "INSERT INTO "
                  + table
                  + " ("
                  + String.join(", ", columns)
                  + ") VALUES ("
                  + columns.stream().map(column -> "?").collect(Collectors.joining(", "))
                  + ")");
    }

    void add(List<@Nullable String> cells) throws SQLException {
      for (int i = 0; i < columns.size(); i++) {
        ArchiveCells.set(insert, i + 1, kinds.get(i), cells.get(i));
      }
      insert.addBatch();
      if (++waiting == BATCH) {
        insert.executeBatch();
        waiting = 0;
      }
    }

    /** Puts in the rest and has the table number further rows after the greatest number. */
    @Override
    public void close() throws SQLException {
      try (insert) {
        if (waiting > 0) {
          insert.executeBatch();
        }
      }
      for (int identity : identities) {
        String column = columns.get(identity);
        long next = greatest(column) + 1;
        execute("ALTER TABLE " + table + " ALTER COLUMN " + column + " RESTART WITH " + next);
      }
    }
  }

  Inserting insert() throws SQLException {
    return new Inserting();
  }

  /** The greatest number in a column; 0 where there is none. */
  long greatest(String column) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT MAX(" + column + ") FROM " + table)) {
      return found.next() ? found.getLong(1) : 0;
    }
  }

  void deleteAll() throws SQLException {
    execute("DELETE FROM " + table);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
