package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Capture and recapture through a whole night, on provinces whose lists are made independent: of
 * the traders who are in both registers, each record of tax and of business is kept or lost by
 * chance; nobody else has a living. The small one is in the suite, the larger are a trial.
 */
class UnseenTrialTest {
  private static final CSVFormat CSV = CSVFormat.RFC4180;
  private static final double TAX_KEPT = 0.65;
  private static final double BUSINESS_KEPT = 0.55;

  @TempDir private Path folder;

  /** Of a nominal 95 %, one in five may miss by chance. */
  @Tag("trial")
  @Test
  void intervalsHoldOnGeneratedProvinces() throws IOException {
    int held = 0;
    for (long seed = 1; seed <= 5; seed++) {
      held += holds(30_000, seed) ? 1 : 0;
    }
    assertThat(held).isGreaterThanOrEqualTo(4);
  }

  @Test
  void theIntervalHoldsOnASmallProvince() throws IOException {
    assertThat(holds(4_000, 6)).isTrue();
  }

  private boolean holds(int people, long seed) throws IOException {
    Path province = folder.resolve("province" + seed);
    Path output = folder.resolve("output" + seed);
    assertThat(
            Main.run(
                "generate",
                "--people",
                "" + people,
                "--seed",
                "" + seed,
                "--formats",
                "plain",
                "--date",
                "2026-11-01",
                "--output",
                province.toString()))
        .isZero();
    long truth = thin(province, new Random(seed));
    assertThat(
            Main.run(
                "nightly",
                "--input",
                province.toString(),
                "--output",
                output.toString(),
                "--date",
                "2026-11-01",
                "--threads",
                "2"))
        .isZero();
    JsonNode counts =
        JsonMapper.shared()
            .readTree(Files.readString(output.resolve("2026-11-01").resolve("run.json")))
            .get("counts");
    return counts.get("unseen_low").asLong() <= truth
        && truth <= counts.get("unseen_high").asLong();
  }

  /** Thins both registers, and says how many uninsured traders are left in neither. */
  private static long thin(Path province, Random random) throws IOException {
    Map<String, String> persons = new HashMap<>();
    for (CSVRecord row : rows(province.resolve("truth").resolve("members.csv"))) {
      persons.put(row.get("source") + ":" + row.get("record_id"), row.get("person_id"));
    }
    Set<String> traders = new TreeSet<>(active(province.resolve("tax.csv"), "tax", persons));
    traders.retainAll(active(province.resolve("business.csv"), "business", persons));
    Set<String> onTax = new HashSet<>();
    Set<String> onBusiness = new HashSet<>();
    for (String trader : traders) {
      if (random.nextDouble() < TAX_KEPT) {
        onTax.add(trader);
      }
      if (random.nextDouble() < BUSINESS_KEPT) {
        onBusiness.add(trader);
      }
    }
    keep(province.resolve("tax.csv"), "tax", persons, onTax);
    keep(province.resolve("business.csv"), "business", persons, onBusiness);
    long unseen = 0;
    for (CSVRecord row : rows(province.resolve("truth").resolve("potential.csv"))) {
      String person = row.get("person_id");
      boolean seen = onTax.contains(person) || onBusiness.contains(person);
      unseen += traders.contains(person) && !seen ? 1 : 0;
    }
    return unseen;
  }

  private static Set<String> active(Path file, String source, Map<String, String> persons)
      throws IOException {
    Set<String> active = new HashSet<>();
    for (CSVRecord row : rows(file)) {
      if (row.get("status").equals("active")) {
        active.add(persons.get(source + ":" + row.get("record_id")));
      }
    }
    return active;
  }

  private static void keep(Path file, String source, Map<String, String> persons, Set<String> kept)
      throws IOException {
    List<CSVRecord> rows = rows(file);
    List<String> headings = rows.get(0).getParser().getHeaderNames();
    try (CSVPrinter out = new CSVPrinter(Files.newBufferedWriter(file), CSV)) {
      out.printRecord(headings);
      for (CSVRecord row : rows) {
        if (kept.contains(persons.get(source + ":" + row.get("record_id")))) {
          out.printRecord(row.toList());
        }
      }
    }
  }

  private static List<CSVRecord> rows(Path file) throws IOException {
    CSVFormat format = CSV.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file)) {
      return new ArrayList<>(format.parse(reader).getRecords());
    }
  }
}
