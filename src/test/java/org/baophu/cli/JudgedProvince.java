package org.baophu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.baophu.generate.ErrorRates;
import org.baophu.reference.ReferenceTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A generated province, a night on it, and what the night says of its lists beside the truth. */
record JudgedProvince(
    Path results, long listed, double expectedWrong, JsonNode said, long wrong, long missed) {
  private static final String DATE = "2026-11-01";

  /** Makes a province with a multiple of the shipped rates of errors, and runs a night on it. */
  static JudgedProvince run(Path directory, int people, int seed, double factor)
      throws IOException {
    Files.createDirectories(directory);
    Path input = directory.resolve("in");
    require(
        "generate",
        "--people",
        "" + people,
        "--seed",
        "" + seed,
        "--output",
        input.toString(),
        "--rates",
        rates(directory.resolve("rates.csv"), factor).toString());
    require(
        "nightly",
        "--input",
        input.toString(),
        "--output",
        directory.resolve("out").toString(),
        "--date",
        DATE,
        "--language",
        "en",
        "--threads",
        "2");
    Path results = directory.resolve("out").resolve(DATE);
    Map<String, String> persons = new HashMap<>();
    for (CSVRecord row : rows(input.resolve("truth/members.csv"))) {
      persons.put(row.get("source") + ":" + row.get("record_id"), row.get("person_id"));
    }
    ListEvaluation truth =
        ListEvaluation.of(
            results.resolve("potential.csv"), input.resolve("truth/potential.csv"), persons);
    JsonNode said =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(results.resolve("run.json")))
            .get("list_quality");
    return new JudgedProvince(
        results,
        truth.listed(),
        said.get("expected_wrong").asDouble(),
        said,
        truth.listed() - truth.right(),
        truth.due() - truth.right());
  }

  private static void require(String... arguments) {
    int code = Main.run(arguments);
    if (code != ExitCode.DONE) {
      throw new IllegalStateException(String.join(" ", arguments) + ": exit code " + code);
    }
  }

  static Path rates(Path file, double factor) throws IOException {
    StringBuilder text = new StringBuilder("slip,tax,business,insurance,poverty,meaning\n");
    try (InputStream in = ErrorRates.class.getResourceAsStream("error-rates.csv");
        Reader reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
      for (ReferenceTable.Entry row : ReferenceTable.read(reader)) {
        text.append(row.get("slip"));
        for (String source : List.of("tax", "business", "insurance", "poverty")) {
          double rate = Math.min(0.9, factor * Double.parseDouble(row.get(source)));
          text.append(',').append(String.format(Locale.ROOT, "%.5f", rate));
        }
        text.append(",\n");
      }
    }
    return Files.writeString(file, text);
  }

  static List<CSVRecord> rows(Path file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(Files.readString(file).replace("\uFEFF", ""), format)) {
      return parser.getRecords();
    }
  }

  boolean wrongHolds() {
    return wrong >= said.get("wrong_low").asLong() && wrong <= said.get("wrong_high").asLong();
  }

  boolean missedHolds() {
    return missed >= said.get("missed_low").asLong() && missed <= said.get("missed_high").asLong();
  }

  double sumOf(String column) throws IOException {
    return rows(results.resolve("list_quality_by_commune.csv")).stream()
        .mapToDouble(row -> Double.parseDouble(row.get(column)))
        .sum();
  }

  static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%,d listed, %d wrong, %d missed, said %s", listed, wrong, missed, said);
  }
}
