package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVRecord;
import org.baophu.Traces;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request for erasure, from the published list to the night after. */
class EraseCommandTest {
  @TempDir private Path own;

  private int nightly(String date) {
    return Main.run(
        "nightly",
        "--input",
        own.resolve("input").toString(),
        "--output",
        own.resolve("output").toString(),
        "--date",
        date);
  }

  private int erase(String person, String... more) {
    return Main.run(
        Stream.concat(
                Stream.of("erase", person, "--output", own.resolve("output").toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(own.resolve("output"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = own.resolve("output").relativize(file).toString();
        if (!name.endsWith(".mv.db")) {
          contents.put(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
      }
    }
    return contents;
  }

  /** A file that holds a text, as it is or within a workbook; the store's are looked at too. */
  private String find(String text) throws IOException {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    try (Stream<Path> all = Files.walk(own.resolve("output"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (text.matches("P\\d+") && file.toString().endsWith(".mv.db")) {
          // Neighbours differ in the last digit; its rows are looked at instead.
          continue;
        }
        byte[] bytes = Files.readAllBytes(file);
        if (holds(bytes, wanted) || file.toString().endsWith(".xlsx") && isZipped(bytes, wanted)) {
          return file.toString();
        }
      }
    }
    return "";
  }

  private static boolean isZipped(byte[] workbook, byte[] wanted) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      while (zip.getNextEntry() != null) {
        if (holds(zip.readAllBytes(), wanted)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean holds(byte[] bytes, byte[] wanted) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .contains(new String(wanted, StandardCharsets.ISO_8859_1));
  }

  /**
   * Gives records ids that have nothing in common: in a file whose pages are compressed, the
   * beginning of one id may stand before a byte that looks like the end of another.
   */
  private void scatterIds() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    for (String file : List.of("tax.csv", "business.csv", "insurance.csv", "poverty.csv")) {
      List<String> lines = Files.readAllLines(own.resolve("input").resolve(file));
      for (int i = 1; i < lines.size(); i++) {
        String id = "R" + Long.toHexString(random.nextLong());
        lines.set(i, id + lines.get(i).substring(lines.get(i).indexOf(',')));
      }
      Files.write(own.resolve("input").resolve(file), lines);
    }
  }

  /** Somebody listed whose name, phone and id nobody else has. */
  private CSVRecord somebody() throws IOException {
    StringBuilder delivered = new StringBuilder();
    for (String file : List.of("tax.csv", "business.csv", "insurance.csv", "poverty.csv")) {
      delivered.append(Files.readString(own.resolve("input").resolve(file)));
    }
    return SimulatedProvince.read(own.resolve("output/2026-11-01/potential.csv")).stream()
        .filter(
            row ->
                Stream.of("full_name", "phone", "national_id")
                    .map(row::get)
                    .allMatch(
                        value ->
                            !value.isEmpty()
                                && delivered.toString().split(Pattern.quote(value), -1).length - 1
                                    <= row.get("sources").split(";").length))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void noByteOfThePersonIsLeftInAnyFile() throws IOException, SQLException {
    ProvinceGenerator.generate(GenerateSettings.of(600, 5), own.resolve("input"), people -> {});
    scatterIds();
    assertThat(nightly("2026-11-01")).isEqualTo(ExitCode.DONE);
    CSVRecord row = somebody();
    List<String> traces = new ArrayList<>(List.of(row.get("person_id"), row.get("full_name")));
    traces.addAll(List.of(row.get("phone"), row.get("national_id")));
    for (String record : row.get("sources").split(";")) {
      traces.add(record.substring(record.indexOf(':') + 1));
    }
    for (String trace : traces) {
      assertThat(find(trace)).as("%s before", trace).isNotEmpty();
    }

    assertThat(erase(row.get("person_id"), "--because", "request 8")).isEqualTo(ExitCode.DONE);

    for (String trace : traces) {
      assertThat(find(trace)).as("%s after", trace).isEmpty();
    }
    assertNoRowHolds(traces);
    assertThat(nightly("2026-11-02")).isEqualTo(ExitCode.DONE);
    assertNoRowHolds(traces);
    for (String trace : traces) {
      assertThat(find(trace)).as("%s the night after", trace).isEmpty();
    }
    readmit(row);
  }

  /** Read as rows: a file that was written anew may keep its pages compressed. */
  private void assertNoRowHolds(List<String> traces) throws SQLException {
    Traces.tables(own.resolve("output"), "")
        .forEach(
            (table, rows) ->
                assertThat(rows.stream().filter(row -> traces.stream().anyMatch(row::contains)))
                    .as(table)
                    .isEmpty());
  }

  private void readmit(CSVRecord erased) throws IOException {
    String record = erased.get("sources").split(";")[0];
    String output = own.resolve("output").toString();
    String[] command = {"readmit", record, "--because", "asked for it", "--output", output};

    assertThat(Main.run("readmit", "tax:none", "--because", "x", "--output", output))
        .isEqualTo(ExitCode.USAGE);
    assertThat(Main.run(command)).isEqualTo(ExitCode.DONE);
    assertThat(Main.run(command)).as("a second time").isEqualTo(ExitCode.USAGE);
    assertThat(nightly("2026-11-03")).isEqualTo(ExitCode.DONE);

    assertThat(own.resolve("output/2026-11-03/members.csv"))
        .content()
        .contains("," + record.replace(':', ',') + ",")
        .doesNotContain(erased.get("person_id"));
    assertThat(Main.run("audit", "verify", "--output", output)).isEqualTo(ExitCode.DONE);
  }

  @Test
  void thePersonLeavesEveryFileAndDoesNotComeBack() throws IOException {
    ProvinceGenerator.generate(GenerateSettings.of(600, 5), own.resolve("input"), people -> {});
    assertThat(nightly("2026-11-01")).isEqualTo(ExitCode.DONE);
    Path first = own.resolve("output").resolve("2026-11-01");
    List<String> list = Files.readAllLines(first.resolve("potential.csv"));
    String person = list.get(1).substring(0, list.get(1).indexOf(','));
    Set<String> records = new TreeSet<>();
    Matcher members =
        Pattern.compile("(?m)^" + person + ",([a-z]+),([^,]+),")
            .matcher(Files.readString(first.resolve("members.csv")));
    while (members.find()) {
      records.add(members.group(2));
    }
    assertThat(records).isNotEmpty();
    Map<String, String> before = contents();

    assertThat(erase(person)).as("without a reason").isEqualTo(ExitCode.USAGE);
    assertThat(erase("P9999999", "--because", "request 7")).isEqualTo(ExitCode.USAGE);
    assertThat(erase(person, "--because", "request 7", "--dry-run")).isEqualTo(ExitCode.DONE);
    assertThat(contents()).isEqualTo(before);
    assertThat(erase(person, "--because", "request 7")).isEqualTo(ExitCode.DONE);

    Pattern named = Pattern.compile("\\b(" + person + "|" + String.join("|", records) + ")\\b");
    assertThat(contents())
        .allSatisfy((file, text) -> assertThat(text).doesNotContainPattern(named));
    assertThat(Files.readAllLines(first.resolve("potential.csv"))).hasSize(list.size() - 1);
    assertThat(nightly("2026-11-02")).isEqualTo(ExitCode.DONE);
    Path second = own.resolve("output").resolve("2026-11-02");
    assertThat(second.resolve("members.csv")).content().doesNotContainPattern(named);
    assertThat(second.resolve("potential.csv")).content().doesNotContainPattern(named);
    assertThat(second.resolve("rejects.csv")).content().contains(",withheld,");
    assertThat(Main.run("audit", "verify", "--output", own.resolve("output").toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(erase(person, "--because", "again")).isEqualTo(ExitCode.USAGE);
  }
}
