package org.baophu.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.baophu.reference.ReferenceTable;

/**
 * The reference table {@code legal_parameters} as it is on one day. Of several rows in force the
 * one that came into force last counts.
 */
final class LegalParameters {
  private final LocalDate date;
  private final List<ReferenceTable.Entry> rows;

  LegalParameters(LocalDate date, List<ReferenceTable.Entry> rows) {
    this.date = date;
    this.rows = rows;
  }

  /** The number in force, divided by a power of ten: 2 for percentages, 0 for plain numbers. */
  Optional<Rules.Amount> findAmount(String parameter, int decimals) {
    return find(parameter)
        .map(row -> new Rules.Amount(number(row).movePointLeft(decimals), basis(row)));
  }

  /**
   * The number in force.
   *
   * @throws IllegalArgumentException if there is none
   */
  Rules.Amount getAmount(String parameter, int decimals) {
    return findAmount(parameter, decimals).orElseThrow(() -> missing(parameter));
  }

  /** A duty in force: a row whose value is {@code true}. */
  Optional<Rules.Obligation> findObligation(String parameter) {
    return find(parameter)
        .filter(row -> row.get("value").equals("true"))
        .map(row -> new Rules.Obligation(from(row), basis(row)));
  }

  /**
   * The article of a rule in force.
   *
   * @throws IllegalArgumentException if there is none
   */
  LegalBasis getBasis(String parameter) {
    return find(parameter).map(LegalParameters::basis).orElseThrow(() -> missing(parameter));
  }

  private IllegalArgumentException missing(String parameter) {
    return new IllegalArgumentException(
        "table legal_parameters: no "
            + parameter
            + " in force on "
            + date
            + "; add a row for that day or choose another date");
  }

  /** Of every parameter the row in force, in the order of the table. */
  List<LawInForce> inForce() {
    return rows.stream()
        .map(row -> row.get("parameter"))
        .distinct()
        .flatMap(parameter -> find(parameter).stream())
        .map(
            row ->
                new LawInForce(
                    row.get("parameter"),
                    row.get("meaning"),
                    row.get("value"),
                    row.get("effective_from"),
                    row.get("effective_to"),
                    row.get("legal_basis"),
                    row.get("status"),
                    row.get("verification")))
        .toList();
  }

  private Optional<ReferenceTable.Entry> find(String parameter) {
    return rows.stream()
        .filter(row -> row.get("parameter").equals(parameter))
        .filter(row -> !from(row).isAfter(date) && !to(row).isBefore(date))
        .max(Comparator.comparing(LegalParameters::from));
  }

  private static LegalBasis basis(ReferenceTable.Entry row) {
    return new LegalBasis(
        row.get("parameter"),
        row.get("legal_basis"),
        row.get("status").equals("verified"),
        row.get("verification"));
  }

  private static BigDecimal number(ReferenceTable.Entry row) {
    try {
      return new BigDecimal(row.get("value"));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(describe(row) + ": not a number: " + row.get("value"), e);
    }
  }

  private static LocalDate from(ReferenceTable.Entry row) {
    return day(row, "effective_from", LocalDate.MIN);
  }

  private static LocalDate to(ReferenceTable.Entry row) {
    return day(row, "effective_to", LocalDate.MAX);
  }

  private static LocalDate day(ReferenceTable.Entry row, String column, LocalDate ifEmpty) {
    String text = row.get(column);
    try {
      return text.isEmpty() ? ifEmpty : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          describe(row) + ", column " + column + ": not a day yyyy-MM-dd: " + text, e);
    }
  }

  private static String describe(ReferenceTable.Entry row) {
    return "table legal_parameters, " + row.get("parameter");
  }
}
