package org.baophu.cli;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.baophu.cli.SimulatedProvince.Row;
import org.baophu.person.Source;

/**
 * What the rows of a person make of them on a day, told from the cells as delivered. It shares no
 * code with the program, so that each can be checked against the other.
 */
final class NightOracle {
  private static final LocalDate DECLARING_OWNERS_FROM = LocalDate.of(2025, 7, 1);
  private static final LocalDate ALL_OWNERS_FROM = LocalDate.of(2029, 7, 1);
  private static final Set<String> SOCIAL = Set.of("compulsory", "voluntary", "pension");

  private NightOracle() {}

  static boolean isLiving(Row row) {
    return (row.source() == Source.TAX || row.source() == Source.BUSINESS)
        && row.cells().get("status").equals("active");
  }

  static boolean isInForce(Row row) {
    return row.source() == Source.INSURANCE
        && SOCIAL.contains(row.cells().get("scheme"))
        && row.cells().get("status").equals("active");
  }

  static boolean lives(Collection<Row> rows) {
    return rows.stream().anyMatch(NightOracle::isLiving);
  }

  static boolean isInsured(Collection<Row> rows) {
    return rows.stream().anyMatch(NightOracle::isInForce);
  }

  static String route(Collection<Row> rows, LocalDate date) {
    for (Row row : rows) {
      if (row.source() == Source.BUSINESS && isLiving(row)) {
        boolean declares = row.cells().get("tax_method").equals("declaration");
        if (!date.isBefore(declares ? DECLARING_OWNERS_FROM : ALL_OWNERS_FROM)) {
          return "compulsory_owner";
        }
      }
    }
    boolean salaried =
        rows.stream()
            .filter(row -> row.source() == Source.TAX && isLiving(row))
            .anyMatch(row -> row.cells().get("income_kind").equals("salary"));
    return salaried ? "compulsory_employee" : "voluntary";
  }

  static String group(Collection<Row> rows, LocalDate date) {
    for (String group : new String[] {"poor", "near_poor"}) {
      if (rows.stream().anyMatch(row -> isListed(row, group, date))) {
        return group;
      }
    }
    boolean minority =
        rows.stream()
            .map(row -> row.cells().getOrDefault("ethnicity", "").strip())
            .anyMatch(people -> !people.isEmpty() && !isKinh(people));
    return minority ? "ethnic_minority" : "other";
  }

  private static boolean isKinh(String people) {
    return people.toLowerCase(Locale.ROOT).contains("kinh");
  }

  private static boolean isListed(Row row, String group, LocalDate date) {
    if (row.source() != Source.POVERTY || !row.cells().get("classification").equals(group)) {
      return false;
    }
    String from = row.cells().get("valid_from");
    String to = row.cells().get("valid_to");
    return (from.isEmpty() || !LocalDate.parse(from).isAfter(date))
        && (to.isEmpty() || !LocalDate.parse(to).isBefore(date));
  }
}
