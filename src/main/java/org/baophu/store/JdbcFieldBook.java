package org.baophu.store;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.baophu.night.FieldBook;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.transaction.support.TransactionTemplate;

/** The field book in the database. */
final class JdbcFieldBook implements FieldBook {
  private static final int BATCH = 5_000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  JdbcFieldBook(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public List<PastListing> listings() {
    List<PastListing> listings =
        transaction.execute(
            status ->
                jdbc.query(
                    "SELECT person_id, first_run_no, first_listed, segment, commune_code,"
                        + " organisation, collection_point, insurance_keys, left_on, result,"
                        + " result_run_no, result_on, scheme FROM listed_person",
                    (row, n) -> listing(row)));
    return listings == null ? List.of() : listings;
  }

  private static PastListing listing(ResultSet row) throws SQLException {
    String keys = row.getString(8);
    return new PastListing(
        row.getString(1),
        row.getLong(2),
        row.getDate(3).toLocalDate(),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        keys.isEmpty() ? List.of() : List.of(keys.split("\n", -1)),
        day(row.getDate(9)),
        Result.valueOf(row.getString(10)),
        row.getLong(11),
        day(row.getDate(12)),
        row.getString(13));
  }

  @Override
  public List<Asked> asked(int year) {
    return jdbc.query(
        "SELECT target_year, commune_code, organisation, collection_point, target, requested,"
            + " asked_on, run_no FROM asked_target WHERE target_year = ?"
            + " ORDER BY commune_code, organisation, collection_point",
        (row, n) ->
            new Asked(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                row.getDate(7).toLocalDate(),
                row.getLong(8)),
        year);
  }

  /** Stores what a run adds; again with the same changes nothing. Within a transaction. */
  void store(Page page) {
    batch(
        "DELETE FROM listed_person WHERE person_id = ?",
        page.removed(),
        (statement, id) -> statement.setString(1, id));
    batch(
        "DELETE FROM listed_person WHERE person_id = ?",
        page.written(),
        (statement, listing) -> statement.setString(1, listing.personId()));
    batch(
        "INSERT INTO listed_person (person_id, first_run_no, first_listed, segment, commune_code,"
            + " organisation, collection_point, insurance_keys, left_on, result, result_run_no,"
            + " result_on, scheme) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        page.written(),
        JdbcFieldBook::set);
    page.asked().stream()
        .findFirst()
        .ifPresent(
            any -> jdbc.update("DELETE FROM asked_target WHERE target_year = ?", any.year()));
    batch(
        "INSERT INTO asked_target (target_year, commune_code, organisation, collection_point,"
            + " target, requested, asked_on, run_no) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        page.asked(),
        (statement, asked) -> {
          statement.setInt(1, asked.year());
          statement.setString(2, asked.communeCode());
          statement.setString(3, asked.organisation());
          statement.setString(4, asked.collectionPoint());
          statement.setLong(5, asked.target());
          statement.setLong(6, asked.requested());
          statement.setDate(7, Date.valueOf(asked.askedOn()));
          statement.setLong(8, asked.runNo());
        });
  }

  private static void set(PreparedStatement statement, PastListing listing) throws SQLException {
    statement.setString(1, listing.personId());
    statement.setLong(2, listing.firstRunNo());
    statement.setDate(3, Date.valueOf(listing.firstListed()));
    statement.setString(4, listing.segment());
    statement.setString(5, listing.communeCode());
    statement.setString(6, listing.organisation());
    statement.setString(7, listing.collectionPoint());
    statement.setString(8, String.join("\n", listing.insuranceKeys()));
    statement.setDate(9, day(listing.leftOn()));
    statement.setString(10, listing.result().name());
    statement.setLong(11, listing.resultRunNo());
    statement.setDate(12, day(listing.resultOn()));
    statement.setString(13, listing.scheme());
  }

  private static @Nullable LocalDate day(@Nullable Date day) {
    return day == null ? null : day.toLocalDate();
  }

  private static @Nullable Date day(@Nullable LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }

  private <T> void batch(
      String sql, Collection<T> rows, ParameterizedPreparedStatementSetter<T> setter) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(sql, rows, BATCH, setter);
    }
  }
}
