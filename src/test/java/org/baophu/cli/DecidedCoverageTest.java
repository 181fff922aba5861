package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clerk decided about a pair is certain where it is asked who is insured. */
class DecidedCoverageTest {
  @TempDir private static Path directory;
  private static Path input;
  private static Path output;
  private static Map<String, CSVRecord> listed;
  private static List<String> inForce;

  @BeforeAll
  static void firstNight() throws IOException {
    input = directory.resolve("input");
    output = directory.resolve("output");
    ProvinceGenerator.generate(GenerateSettings.of(500, 3), input, people -> {});
    night(output, "2026-11-01");
    listed = listed(output, "2026-11-01");
    Map<String, List<CSVRecord>> members =
        SimulatedProvince.read(output.resolve("2026-11-01/members.csv")).stream()
            .collect(Collectors.groupingBy(row -> row.get("person_id")));
    List<String> alone =
        members.values().stream()
            .filter(rows -> rows.size() == 1)
            .map(rows -> rows.get(0).get("source") + ":" + rows.get(0).get("record_id"))
            .toList();
    inForce =
        SimulatedProvince.read(input.resolve("insurance.csv")).stream()
            .filter(row -> row.get("scheme").equals("compulsory"))
            .filter(row -> row.get("status").equals("active"))
            .map(row -> "insurance:" + row.get("record_id"))
            .filter(alone::contains)
            .toList();
  }

  private static void night(Path to, String date, String... decisions) throws IOException {
    Files.createDirectories(input.resolve("decisions"));
    Files.writeString(
        input.resolve("decisions/clerk.csv"),
        "source_a,id_a,source_b,id_b,decision,decided_by,decided_on\n"
            + String.join("", decisions));
    String[] line = {"nightly", "--input", input.toString(), "--output", to.toString()};
    String[] more = {"--date", date, "--language", "en"};
    assertThat(Main.run(Stream.of(line, more).flatMap(Arrays::stream).toArray(String[]::new)))
        .isEqualTo(ExitCode.DONE);
  }

  /** Those listed, by each of their records. */
  private static Map<String, CSVRecord> listed(Path from, String date) throws IOException {
    return SimulatedProvince.read(from.resolve(date).resolve("potential.csv")).stream()
        .flatMap(
            row ->
                Arrays.stream(row.get("sources").split(";")).map(record -> Map.entry(record, row)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String decision(String a, String b, String verdict) {
    return String.join(
        ",", a.replaceFirst(":", ","), b.replaceFirst(":", ","), verdict, "Lan", "2026-11-01\n");
  }

  /** A record that gives somebody listed their living, the n-th. */
  private static String living(int n) {
    return listed.values().stream()
        .flatMap(row -> Arrays.stream(row.get("sources").split(";")).limit(1))
        .distinct()
        .sorted()
        .skip(n)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whomAClerkJoinedWithInsuranceInForceIsInsured() throws IOException {
    String joined = living(0);
    String chained = living(1);
    String link = living(2);
    String[] decisions = {
      decision(joined, inForce.get(0), "match"),
      decision(chained, link, "match"),
      decision(link, inForce.get(1), "match")
    };
    Path full = directory.resolve("full");

    night(output, "2026-11-02", decisions);
    night(full, "2026-11-02", decisions);

    for (Path results : List.of(output, full)) {
      assertThat(listed(results, "2026-11-02").keySet()).doesNotContain(joined, chained, link);
    }
  }

  @Test
  void anInsuranceRecordThatAClerkRuledOutMakesNobodyDoubtful() throws IOException {
    Path own = directory.resolve("ruled-out");
    CSVRecord doubtful =
        listed.values().stream()
            .filter(row -> !row.get("nearest_insured").isEmpty())
            .max(Comparator.comparing(row -> row.get("nearest_probability")))
            .orElseThrow();
    String record = doubtful.get("sources").split(";")[0];
    String insurance = doubtful.get("nearest_insured");

    night(own, "2026-11-02", decision(insurance, record, "no_match"));

    CSVRecord now = listed(own, "2026-11-02").get(record);
    assertThat(now.get("nearest_insured")).isNotEqualTo(insurance);
    assertThat(Double.parseDouble(now.get("p_uninsured")))
        .isGreaterThan(Double.parseDouble(doubtful.get("p_uninsured")));
  }
}
