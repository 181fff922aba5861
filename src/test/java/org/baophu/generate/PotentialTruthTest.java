package org.baophu.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.baophu.person.Source;
import org.baophu.reference.ReferenceTable;
import org.baophu.reference.ReferenceTable.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts the potential participants once more, from the files alone, where clerks err never. */
class PotentialTruthTest {
  @TempDir Path folder;

  private static LocalDate date(String ddMMyyyy) {
    return LocalDate.of(
        Integer.parseInt(ddMMyyyy.substring(6)),
        Integer.parseInt(ddMMyyyy.substring(3, 5)),
        Integer.parseInt(ddMMyyyy.substring(0, 2)));
  }

  private static boolean any(List<Entry> rows, Map<String, String> cells) {
    return rows.stream()
        .anyMatch(
            r -> cells.entrySet().stream().allMatch(c -> r.get(c.getKey()).equals(c.getValue())));
  }

  /** route|commune|group, or empty for nobody to visit. */
  private static String expected(
      Map<Source, List<Entry>> records, LocalDate date, Map<String, String> codes) {
    List<Entry> tax = records.getOrDefault(Source.TAX, List.of());
    List<Entry> business = records.getOrDefault(Source.BUSINESS, List.of());
    List<Entry> insurance = records.getOrDefault(Source.INSURANCE, List.of());
    List<Entry> poverty = records.getOrDefault(Source.POVERTY, List.of());
    boolean earns =
        any(tax, Map.of("status", "active")) || any(business, Map.of("status", "active"));
    boolean insured =
        any(insurance, Map.of("scheme", "compulsory", "status", "active"))
            || any(insurance, Map.of("scheme", "voluntary", "status", "active"))
            || any(insurance, Map.of("scheme", "pension", "status", "active"));
    if (!earns || insured) {
      return "";
    }
    Entry known = tax.isEmpty() ? business.get(0) : tax.get(0);
    LocalDate birth = date(known.get(tax.isEmpty() ? "owner_birth_date" : "birth_date"));
    if (birth.plusYears(15).isAfter(date) || !birth.plusYears(75).isAfter(date)) {
      return "";
    }
    return route(tax, business, date)
        + "|"
        + codes.get(known.get("commune"))
        + "|"
        + group(insurance, poverty, date);
  }

  private static String route(List<Entry> tax, List<Entry> business, LocalDate date) {
    boolean declaring = any(business, Map.of("status", "active", "tax_method", "declaration"));
    if (declaring && date.toString().compareTo("2025-07-01") >= 0) {
      return "compulsory_owner";
    }
    boolean salaried = any(tax, Map.of("status", "active", "income_kind", "salary"));
    return salaried ? "compulsory_employee" : "voluntary";
  }

  private static String group(List<Entry> insurance, List<Entry> poverty, LocalDate date) {
    String day = date.toString();
    List<Entry> inForce =
        poverty.stream()
            .filter(r -> r.get("valid_from").compareTo(day) <= 0)
            .filter(r -> r.get("valid_to").compareTo(day) >= 0)
            .toList();
    if (any(inForce, Map.of("classification", "poor"))) {
      return "poor";
    }
    if (any(inForce, Map.of("classification", "near_poor"))) {
      return "near_poor";
    }
    boolean minority =
        insurance.stream().anyMatch(r -> !r.get("ethnicity").equals("Kinh"))
            || poverty.stream().anyMatch(r -> !r.get("ethnicity").equals("Kinh"));
    return minority ? "ethnic_minority" : "other";
  }

  private void check(GenerateSettings settings) throws IOException {
    GeneratedProvince province = GeneratedProvince.make(settings, folder);
    Map<String, String> codes = new HashMap<>();
    ReferenceTable.read("new_communes")
        .forEach(row -> codes.put(row.get("full_name"), row.get("code")));
    Map<String, String> expected = new TreeMap<>();
    province
        .recordsOfPersons()
        .forEach(
            (person, records) -> {
              String potential = expected(records, settings.date(), codes);
              if (!potential.isEmpty()) {
                expected.put(person, potential);
              }
            });
    Map<String, String> told = new TreeMap<>();
    for (Entry row : province.rows("truth/potential.csv")) {
      told.put(
          row.get("person_id"),
          row.get("route") + "|" + row.get("commune_code") + "|" + row.get("support_group"));
    }
    assertThat(told).isEqualTo(expected).hasSizeGreaterThan(settings.people() / 10);
  }

  @Test
  void agreesWithACountFromTheFiles() throws IOException {
    check(GenerateSettings.of(8000, 21).withRates(ErrorRates.none()));
  }

  @Test
  void beforeJuly2025NoOwnerIsObliged() throws IOException {
    LocalDate before = LocalDate.of(2025, 6, 30);
    check(new GenerateSettings(4000, 22, before, ErrorRates.none(), Formats.PLAIN));
  }
}
