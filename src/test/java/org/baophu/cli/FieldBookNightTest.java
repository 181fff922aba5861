package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole nights one after the other: who was listed and has joined since is recognised, and once.
 */
class FieldBookNightTest {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  @TempDir private Path directory;

  @Test
  void whoWasListedAndIsInsuredLaterHasJoinedOnce() throws IOException {
    Path input = directory.resolve("input");
    ProvinceGenerator.generate(GenerateSettings.of(900, 5), input, people -> {});
    Path first = night("2026-11-01");
    List<CSVRecord> list = read(first, "potential.csv");
    CSVRecord fresh = find(list, row -> !row.get("sources").contains("insurance:") && isPlain(row));
    CSVRecord back =
        find(
            list,
            row ->
                row.get("sources").split("insurance:", -1).length == 2
                    && row.get("reasons").contains("(voluntary, paused)"));
    assertThat(joined(first)).isZero();
    assertThat(targets(first, "progress_by_collection_point.csv"))
        .isEqualTo(targets(first, "targets_by_collection_point.csv"))
        .isEqualTo(targets(first, "progress_by_commune.csv"))
        .isEqualTo(targets(first, "progress_by_organisation.csv"));
    assertThat(read(first, "progress_by_commune.csv").get(0).get("projected")).isEmpty();

    takeOut(input, fresh, back);
    Path second = night("2026-11-21");

    Set<String> listed =
        read(second, "potential.csv").stream()
            .map(row -> row.get("person_id"))
            .collect(Collectors.toSet());
    assertThat(listed).doesNotContain(fresh.get("person_id"), back.get("person_id"));
    assertThat(joined(second)).isEqualTo(2);
    for (CSVRecord row : read(second, "progress_by_commune.csv")) {
      long here =
          List.of(fresh, back).stream()
              .filter(person -> person.get("commune_code").equals(row.get("commune_code")))
              .count();
      assertThat(row.get("joined")).isEqualTo(Long.toString(here));
      assertThat(Long.parseLong(row.get("projected_low")))
          .isBetween(here, Long.parseLong(row.get("projected_high")));
    }
    assertThat(targets(second, "progress_by_commune.csv"))
        .as("the year's targets are those of its first night")
        .isEqualTo(targets(first, "progress_by_commune.csv"));

    assertThat(joined(night("2026-11-22"))).as("nobody counts twice").isEqualTo(2);
  }

  private static boolean isPlain(CSVRecord row) {
    return row.get("national_id").length() == 12
        && !row.get("birth_date").isEmpty()
        && row.get("route").equals("voluntary");
  }

  private static CSVRecord find(List<CSVRecord> rows, Predicate<CSVRecord> wanted) {
    return rows.stream().filter(wanted).findFirst().orElseThrow();
  }

  /** One takes out insurance for the first time, one goes on with theirs. */
  private static void takeOut(Path input, CSVRecord fresh, CSVRecord back) throws IOException {
    Path file = input.resolve("insurance.csv");
    String key = back.get("sources").replaceAll(".*insurance:([^;]*).*", "$1");
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(line.startsWith(key + ",") ? line.replace(",paused,", ",active,") : line);
    }
    lines.add(
        String.join(
            ",",
            "I9000001",
            "7912345678",
            fresh.get("full_name"),
            fresh.get("birth_date"),
            fresh.get("sex"),
            fresh.get("national_id"),
            fresh.get("phone"),
            "",
            "",
            fresh.get("commune"),
            "",
            "",
            "voluntary",
            "active",
            "1",
            "2026-11"));
    Files.write(file, lines);
  }

  private Path night(String date) {
    Path output = directory.resolve("output");
    int code =
        Main.run(
            "nightly",
            "--input",
            directory.resolve("input").toString(),
            "--output",
            output.toString(),
            "--date",
            date,
            "--language",
            "en");
    assertThat(code).isEqualTo(ExitCode.DONE);
    return output.resolve(date);
  }

  private static long joined(Path run) throws IOException {
    return read(run, "progress_by_collection_point.csv").stream()
        .mapToLong(row -> Long.parseLong(row.get("joined")))
        .sum();
  }

  private static long targets(Path run, String file) throws IOException {
    return read(run, file).stream().mapToLong(row -> Long.parseLong(row.get("target"))).sum();
  }

  private static List<CSVRecord> read(Path run, String file) throws IOException {
    try (Reader in = Files.newBufferedReader(run.resolve(file));
        CSVParser parser = CSV.parse(CsvText.withoutMark(in))) {
      return parser.getRecords();
    }
  }
}
