package org.baophu.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.baophu.audit.AuditEvent;
import org.baophu.audit.AuditLine;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a person out of the store: every row, of whatever table, that names one of the person's ids
 * or records. Tables are found by their columns, so that one that is added later is not forgotten:
 * {@code person_id}, {@code other_id}, {@code source} with {@code record_id}, {@code old_id} or
 * {@code new_id}, and {@code source_a}, {@code id_a} as well as {@code source_b}, {@code id_b}.
 */
public final class PersonErasure {
  private static final List<String[]> RECORD_COLUMNS =
      List.of(
          new String[] {"source", "record_id"},
          new String[] {"source", "old_id"},
          new String[] {"source", "new_id"},
          new String[] {"source_a", "id_a"},
          new String[] {"source_b", "id_b"});
  private static final List<String> PERSON_COLUMNS = List.of("person_id", "other_id");

  private final DataSource database;
  private final JdbcTemplate jdbc;
  private final AuditTrail audit;
  private final WithheldRecords withheld;

  public PersonErasure(DataSource database, Clock clock) {
    this.database = database;
    this.jdbc = new JdbcTemplate(database);
    this.audit = new AuditTrail(database, clock, AuditTrail.keyFromEnvironment());
    this.withheld = new WithheldRecords(database);
  }

  /**
   * Whom a request is about.
   *
   * @param ids the person's id and those that were merged into it
   * @param records the person's records, as nights remember them
   */
  public record Subject(Set<String> ids, Set<RecordKey> records) {}

  /** The id under which a person goes on who was merged into another; the same id if not. */
  public String currentId(String personId) {
    List<String> into =
        jdbc.queryForList(
            "SELECT person_id FROM identity_change WHERE kind = 'MERGED' AND other_id = ?"
                + " ORDER BY run_no DESC",
            String.class,
            personId);
    return into.isEmpty() || !records(personId).isEmpty() ? personId : currentId(into.get(0));
  }

  /** Finds what the store knows of a person; no records where it knows none. */
  public Subject find(String personId) {
    Set<String> ids = new TreeSet<>();
    addMerged(personId, ids);
    Set<RecordKey> records = new TreeSet<>();
    ids.forEach(id -> records.addAll(records(id)));
    return new Subject(ids, records);
  }

  private void addMerged(String personId, Set<String> ids) {
    if (ids.add(personId)) {
      jdbc.queryForList(
              "SELECT other_id FROM identity_change WHERE kind = 'MERGED' AND person_id = ?",
              String.class,
              personId)
          .forEach(id -> addMerged(id, ids));
    }
  }

  private List<RecordKey> records(String personId) {
    return jdbc.query(
        "SELECT source, record_id FROM person_member WHERE person_id = ?",
        (row, n) -> new RecordKey(Source.of(row.getString(1)), row.getString(2)),
        personId);
  }

  /** When a person was erased, as ISO instant; empty for one who was not. */
  public Optional<String> erasedAt(String personId) {
    String about = about(personId);
    return audit.lines().stream()
        .filter(line -> line.event().equals(AuditEvent.ERASED.name()) && line.about().equals(about))
        .map(AuditLine::at)
        .findFirst();
  }

  private String about(String personId) {
    return "pseudonym " + withheld.pseudonym(personId);
  }

  /** How many rows of which table name the person. */
  public Map<String, Integer> count(Subject subject) throws SQLException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Statement statement : statements(subject)) {
      Integer rows =
          jdbc.queryForObject(
              "SELECT COUNT(*) FROM " + statement.where(), Integer.class, statement.arguments());
      counts.merge(statement.table(), rows == null ? 0 : rows, Integer::sum);
    }
    return counts;
  }

  /**
   * Deletes the rows, withholds the records from later nights, and has the trail tell, all in one
   * transaction.
   *
   * @param detail for the trail; names nobody
   */
  public void erase(Subject subject, String personId, String by, String detail)
      throws SQLException {
    List<Statement> statements = statements(subject);
    new TransactionTemplate(new DataSourceTransactionManager(database))
        .executeWithoutResult(
            status -> {
              withheld.add(subject.records());
              for (Statement statement : statements) {
                jdbc.update("DELETE FROM " + statement.where(), statement.arguments());
              }
              audit.add(AuditEvent.ERASED, by, about(personId), detail);
            });
  }

  /** Whether a record is left out of later nights. */
  public boolean isWithheld(RecordKey record) {
    return withheld.contains(record);
  }

  /** Has later nights read records again, and the trail tell. */
  public void readmit(List<RecordKey> records, String by, String because) {
    new TransactionTemplate(new DataSourceTransactionManager(database))
        .executeWithoutResult(
            status -> {
              withheld.remove(records);
              audit.add(
                  AuditEvent.READMITTED, by, records.size() + " records", "because: " + because);
            });
  }

  /** The rows of a table that name one of the ids or records. */
  private record Statement(String table, String condition, Object[] arguments) {
    String where() {
      return table + " WHERE " + condition;
    }
  }

  private List<Statement> statements(Subject subject) throws SQLException {
    List<Statement> statements = new ArrayList<>();
    columns()
        .forEach(
            (table, columns) -> {
              for (String column : PERSON_COLUMNS) {
                if (columns.contains(column)) {
                  subject.ids().stream()
                      .map(id -> new Statement(table, column + " = ?", new Object[] {id}))
                      .forEach(statements::add);
                }
              }
              for (String[] pair : RECORD_COLUMNS) {
                if (columns.containsAll(List.of(pair))) {
                  subject.records().stream().map(r -> of(table, pair, r)).forEach(statements::add);
                }
              }
            });
    return statements;
  }

  private static Statement of(String table, String[] pair, RecordKey record) {
    return new Statement(
        table,
        pair[0] + " = ? AND " + pair[1] + " = ?",
        new Object[] {record.source().code(), record.recordId()});
  }

  /** The columns of every table that is ours, in lower case. */
  private Map<String, Set<String>> columns() throws SQLException {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    try (Connection connection = database.getConnection()) {
      for (String table : SchemaTables.of(connection)) {
        columns.put(table, Set.copyOf(new TableRows(connection, table).columns()));
      }
    }
    return columns;
  }
}
