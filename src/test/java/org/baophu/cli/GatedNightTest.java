package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bad deliveries against the gates, through the command. */
class GatedNightTest {
  private static final String FIRST = "2026-11-01";
  private static final String SECOND = "2026-11-02";

  @TempDir private static Path shared;
  private static Path input;
  private static Path published;

  @TempDir private Path own;
  private Path delivery = Path.of("");
  private Path output = Path.of("");

  @BeforeAll
  static void publishOneNight() throws IOException {
    input = shared.resolve("input");
    ProvinceGenerator.generate(GenerateSettings.of(1_500, 5), input, people -> {});
    published = shared.resolve("output");
    assertThat(nightly(input, published, FIRST)).isEqualTo(ExitCode.DONE);
  }

  @BeforeEach
  void goOnFromThatNight() throws IOException {
    delivery = own.resolve("input");
    output = own.resolve("output");
    copy(input, delivery);
    copy(published, output);
  }

  private static int nightly(Path input, Path output, String date, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("nightly", "--date", date, "--language", "en"));
    arguments.addAll(List.of("--input", input.toString(), "--output", output.toString()));
    arguments.addAll(List.of(more));
    return Main.run(arguments.toArray(String[]::new));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy);
        }
      }
    }
  }

  private void edit(String file, UnaryOperator<List<String>> change) throws IOException {
    Path path = delivery.resolve(file);
    List<String> lines = Files.readAllLines(path);
    List<String> rows = change.apply(lines.subList(1, lines.size()));
    Files.write(path, Stream.concat(Stream.of(lines.get(0)), rows.stream()).toList());
  }

  private static List<String> firstShare(List<String> rows, double share) {
    return rows.subList(0, (int) (share * rows.size()));
  }

  private String refusal() throws IOException {
    try (Stream<Path> nights = Files.list(output.resolve(".store").resolve("refused"))) {
      Path night = nights.findFirst().orElseThrow();
      assertThat(night.resolve("gates.html")).content().contains("was not published");
      return Files.readString(night.resolve("gates.csv"));
    }
  }

  private void assertStopped(String... gates) throws IOException {
    String before = Files.readString(output.resolve(FIRST).resolve("potential.csv"));

    assertThat(nightly(delivery, output, SECOND)).isEqualTo(ExitCode.INPUT_REFUSED);

    assertThat(output.resolve(SECOND)).doesNotExist();
    assertThat(Files.readString(output.resolve(FIRST).resolve("potential.csv"))).isEqualTo(before);
    String refusal = refusal();
    for (String gate : gates) {
      assertThat(refusal).containsPattern("(?m)^\uFEFF?" + gate + ",.*,stopped,");
    }
  }

  @Test
  void fortyPercentOfTheTaxRowsMissing() throws IOException {
    edit("tax.csv", rows -> firstShare(rows, 0.6));

    assertStopped("rows,tax");
    // Nor may it replace the night that stands.
    assertThat(nightly(delivery, output, FIRST)).isEqualTo(ExitCode.INPUT_REFUSED);
  }

  @Test
  void aColumnIsSuddenlyEmpty() throws IOException {
    edit("insurance.csv", rows -> rows.stream().map(row -> withoutCell(row, 5)).toList());

    assertStopped("missing_values,insurance.national_id");
  }

  /** Of a cell before any that is in quotation marks. */
  private static String withoutCell(String row, int cell) {
    String[] cells = row.split(",", -1);
    cells[cell] = "";
    return String.join(",", cells);
  }

  @Test
  void aFileIsThereTwice() throws IOException {
    edit("tax.csv", rows -> rows.stream().map(row -> row.substring(row.indexOf(','))).toList());
    Files.copy(delivery.resolve("tax.csv"), delivery.resolve("tax_copy.csv"));

    assertStopped("duplicate_files,all", "rows,tax");
  }

  @Test
  void halfTheCommunesAreGone() throws IOException {
    for (String file : List.of("tax.csv", "business.csv", "insurance.csv", "poverty.csv")) {
      edit(file, rows -> rows.stream().filter(row -> row.hashCode() % 2 == 0).toList());
    }

    assertStopped("rows,tax", "rows,insurance");
  }

  @Test
  void whatIsAcceptedIsPublishedAndRecorded() throws IOException {
    edit("tax.csv", rows -> firstShare(rows, 0.6));
    assertThat(nightly(delivery, output, SECOND)).isEqualTo(ExitCode.INPUT_REFUSED);

    assertThat(nightly(delivery, output, SECOND, "--accept", "rows:tax")).isEqualTo(ExitCode.USAGE);
    assertThat(nightly(delivery, output, SECOND, "--accept", "row", "--because", "x"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(
            nightly(
                delivery,
                output,
                SECOND,
                "--accept",
                "rows:tax",
                "--accept",
                "list",
                "--accept",
                "communes",
                "--because",
                "a district was handed over",
                "--by",
                "head of office"))
        .isEqualTo(ExitCode.DONE);

    // A service that starts that night once more, without the acceptance, finds it done.
    assertThat(nightly(delivery, output, SECOND)).isEqualTo(ExitCode.DONE);
    JsonNode rows = gate(SECOND, "rows", "tax");
    assertThat(rows.get("verdict").asString()).isEqualTo("accepted");
    assertThat(rows.get("because").asString()).isEqualTo("a district was handed over");
    assertThat(rows.get("by").asString()).isEqualTo("head of office");
    // The night after stays at the new level and needs no more words.
    assertThat(nightly(delivery, output, "2026-11-03")).isEqualTo(ExitCode.DONE);
    assertThat(gate("2026-11-03", "rows", "tax").get("verdict").asString())
        .isEqualTo("as_accepted");
  }

  private JsonNode gate(String date, String gate, String of) throws IOException {
    JsonNode manifest =
        JsonMapper.shared().readTree(Files.readString(output.resolve(date).resolve("run.json")));
    for (JsonNode judged : manifest.get("gates")) {
      if (judged.get("gate").asString().equals(gate) && judged.get("of").asString().equals(of)) {
        return judged;
      }
    }
    throw new AssertionError("run.json does not name " + gate + ":" + of);
  }

  @Test
  void aRefusedNightTeachesNothing() throws IOException {
    List<String> whole = Files.readAllLines(delivery.resolve("tax.csv"));
    edit("tax.csv", rows -> firstShare(rows, 0.6));
    assertThat(nightly(delivery, output, SECOND)).isEqualTo(ExitCode.INPUT_REFUSED);
    Files.write(delivery.resolve("tax.csv"), whole);

    assertThat(nightly(delivery, output, SECOND)).isEqualTo(ExitCode.DONE);

    JsonNode rows = gate(SECOND, "rows", "tax");
    assertThat(rows.get("nights").asInt()).isEqualTo(1);
    assertThat(rows.get("usual").asInt()).isEqualTo(rows.get("value").asInt());
  }

  @Test
  void settingsDecideWhatIsOnlyMentioned() throws IOException {
    edit("tax.csv", rows -> firstShare(rows, 0.6));
    Path config = own.resolve("config.yaml");
    Files.writeString(
        config,
        "gates:\n  nights: 10\n  rules:\n    - {gate: rows, of: tax, action: warn}\n"
            + "    - {gate: communes, action: off}\n    - {gate: list, tolerance: 5}\n");

    assertThat(nightly(delivery, output, SECOND, "--config", config.toString()))
        .isEqualTo(ExitCode.DONE);

    assertThat(gate(SECOND, "rows", "tax").get("verdict").asString()).isEqualTo("warned");
    assertThat(gate(SECOND, "communes", "tax").get("verdict").asString()).isEqualTo("off");
    Files.writeString(config, "gates: {rules: [{gate: rows, action: maybe}]}\n");
    assertThat(nightly(delivery, output, SECOND, "--config", config.toString()))
        .isEqualTo(ExitCode.USAGE);
  }
}
