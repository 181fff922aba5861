package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Deliveries made to do harm, through whole nights. */
class HostileNightTest {
  private static final String DATE = "2026-11-01";
  private static final List<String> TRICKS =
      List.of(
          "../../x",
          "..\\..\\x",
          "/etc/passwd",
          "a/b",
          "CON",
          ".",
          "..",
          "=HYPERLINK(\"http://x\")",
          "@SUM(1)",
          "<script>alert(1)</script>",
          "{{raw}}",
          "%s%n",
          "x".repeat(300),
          "ữ".repeat(9_000),
          "\u202egnp.exe",
          "a\nb",
          "a\u0007b",
          "a\0b");

  @TempDir private Path own;
  private Path input;
  private Path output;

  @BeforeEach
  void deliver() throws IOException {
    input = own.resolve("delivery/input");
    output = own.resolve("results/output");
    ProvinceGenerator.generate(GenerateSettings.of(200, 3), input, people -> {});
  }

  private Said night(String... more) {
    return nightOf(DATE, more);
  }

  private Said nightOf(String date, String... more) {
    List<String> line = new ArrayList<>(List.of("--input", input.toString()));
    line.addAll(List.of("--output", output.toString(), "--date", date, "--language", "en"));
    line.addAll(List.of(more));
    return Said.by(new NightlyCommand(), line.toArray(String[]::new));
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static void append(Path file, String row) throws IOException {
    Files.writeString(file, Files.readString(file) + row + "\n", StandardCharsets.UTF_8);
  }

  private List<CSVRecord> published(String file) throws IOException {
    return SimulatedProvince.read(output.resolve(DATE).resolve(file));
  }

  /** All names below a directory. */
  private static TreeSet<String> names(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return new TreeSet<>(all.map(path -> directory.relativize(path).toString()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertNothingElsewhere(TreeSet<String> before) throws IOException {
    TreeSet<String> after = names(own);
    after.removeIf(name -> name.startsWith("results/output"));
    before.removeIf(name -> name.startsWith("results/output"));
    after.remove("results");
    assertThat(after).isEqualTo(before);
    try (Stream<Path> all = Files.walk(output.resolve(DATE))) {
      assertThat(all.map(path -> output.resolve(DATE).relativize(path).toString()))
          .allMatch(name -> name.matches("[A-Za-z0-9_.-]*(/[A-Za-z0-9_.-]+)?"))
          .allMatch(name -> name.length() < 200);
    }
  }

  private static void pipe(Path path) throws IOException, InterruptedException {
    Files.createDirectories(path.getParent());
    Process made = new ProcessBuilder("mkfifo", path.toString()).inheritIO().start();
    assumeTrue(made.waitFor() == 0, "this system has no named pipes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tax_more.csv", "insurance.csv.gz", "business.xlsx", "decisions/clerk.csv"})
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void aPipeThatNobodyWritesIntoIsRefusedAndNotWaitedFor(String name) throws Exception {
    pipe(input.resolve(name));

    Said said = night();

    assertThat(said.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(said.errors()).contains(name, "named like an input file but is none");
    assertThat(output.resolve(DATE)).doesNotExist();
  }

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void aPipeOfAnotherNameIsLeftAlone() throws Exception {
    pipe(input.resolve("notes.txt"));

    assertThat(night().code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void linksOutOfTheDeliveryAndLinksToThemselvesAreRefused() throws IOException {
    Path link = input.resolve("tax_link.csv");
    for (String target : List.of("/dev/zero", "tax_link.csv", "../../secret.csv", "/etc/passwd")) {
      Files.createSymbolicLink(link, Path.of(target));

      Said said = night();

      assertThat(said.code()).as(target).isEqualTo(ExitCode.INPUT_REFUSED);
      assertThat(said.errors()).as(target).contains("tax_link.csv");
      Files.delete(link);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tax\nread · x 1 \u002f 1.csv", "tax\u001b[2J.csv", "tax\r.csv"})
  void aFileWhoseNameWouldForgeWhatIsSaidIsRefused(String name) throws IOException {
    assumeTrue(canBeNamed(name.replace('/', '_')), "this system has no such names");
    Files.copy(input.resolve("tax.csv"), input.resolve(name.replace('/', '_')));

    Said said = night();

    assertThat(said.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(said.errors()).contains("control characters", "Rename it");
    assertThat(said.errors().strip().replace("\n", " ").chars().filter(c -> c < ' ')).isEmpty();
  }

  private boolean canBeNamed(String name) {
    try {
      return Files.exists(Files.createFile(own.resolve(name)));
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  @Test
  void oddNamesOfFilesAreShownAndDoNoHarm() throws IOException {
    int number = 0;
    for (String name : List.of("=cmd()", "..", "<img src=x>", "{{raw}}", "Thuế", "%s%n")) {
      Files.writeString(
          input.resolve("poverty" + name + ".csv"),
          "record_id,full_name,classification\n"
              + ("X" + number++ + ",Nông Thị Thử,poor\n")
              + ("X" + number++ + ",Nông Thị Thử,wealthy\n"));
    }
    Files.writeString(input.resolve("ignored\n\u001b.txt"), "x");
    String config = rejectsAllowed().toString();
    TreeSet<String> before = names(own);

    Said said = night("--config", config);

    assertThat(said.code()).as("%s", said.errors()).isEqualTo(ExitCode.DONE);
    assertNothingElsewhere(before);
    String report = Files.readString(output.resolve(DATE + "/report.html"));
    assertThat(report.contains("<img src=x>")).isFalse();
    assertThat(report.contains("&lt;img src")).isTrue();
    JsonMapper.shared().readTree(Files.readString(output.resolve(DATE + "/run.json")));
    assertThat(published("rejects.csv")).isNotEmpty();
  }

  private Path rejectsAllowed() throws IOException {
    return Files.writeString(own.resolve("settings.yaml"), "intake: {max_reject_share: 0.9}\n");
  }

  @Test
  void namesOfCommunesPointsAndRecordsMakeNoFilesElsewhere() throws IOException {
    List<CSVRecord> known = SimulatedProvince.read(input.resolve("organisations.csv"));
    int number = 0;
    for (String trick : TRICKS) {
      number++;
      String cell = quoted(trick);
      append(
          input.resolve("tax.csv"),
          row(input.resolve("tax.csv"), "record_id", quoted("H" + number), "commune", cell));
      append(input.resolve("tax.csv"), row(input.resolve("tax.csv"), "record_id", cell));
      append(
          input.resolve("organisations.csv"),
          row(
              input.resolve("organisations.csv"),
              "organisation",
              cell,
              "collection_point",
              cell,
              "commune",
              quoted(known.get(number).get("commune")),
              "district",
              quoted(known.get(number).get("district")),
              "staff",
              "1"));
      append(
          input.resolve("insurance.csv"),
          row(
              input.resolve("insurance.csv"),
              "record_id",
              quoted("J" + number),
              "address",
              cell,
              "scheme",
              "compulsory",
              "status",
              "paused"));
    }
    decide();
    String config = rejectsAllowed().toString();
    TreeSet<String> before = names(own);

    Said said = night("--config", config);

    assertThat(said.code()).as("%s", said.errors()).isEqualTo(ExitCode.DONE);
    assertNothingElsewhere(before);
    assertFormulaSafe();
    try (Stream<Path> pages = Files.walk(output.resolve(DATE))) {
      for (Path page : pages.filter(path -> path.toString().endsWith(".html")).toList()) {
        assertThat(Files.readString(page).contains("<script>alert")).as(page.toString()).isFalse();
      }
    }
    // And on the next night what was kept of all that is read back.
    assertThat(nightOf("2026-11-02", "--config", config).code()).isZero();
  }

  /** A row of a file of which some cells are given, and the name is one. */
  private static String row(Path file, String... cells) throws IOException {
    List<String> row = new ArrayList<>();
    try (Stream<String> lines = Files.lines(file)) {
      for (String column : lines.findFirst().orElseThrow().replace("\ufeff", "").split(",")) {
        String cell = column.equals("full_name") ? "Nông Văn Thử" : "";
        for (int i = 0; i < cells.length; i += 2) {
          cell = cells[i].equals(column) ? cells[i + 1] : cell;
        }
        row.add(cell);
      }
    }
    return String.join(",", row);
  }

  private void decide() throws IOException {
    StringBuilder rows =
        new StringBuilder("source_a,id_a,source_b,id_b,decision,decided_by,decided_on,note\n");
    for (String trick : TRICKS) {
      String cell = quoted(trick);
      rows.append("tax," + cell + ",insurance,J1,match," + cell + ",2026-11-01," + cell + "\n");
    }
    Files.createDirectories(input.resolve("decisions"));
    Files.writeString(input.resolve("decisions/clerk.csv"), rows);
  }

  private void assertFormulaSafe() throws IOException {
    try (Stream<Path> files = Files.walk(output.resolve(DATE))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".csv")).toList()) {
        for (CSVRecord row : SimulatedProvince.read(file)) {
          assertThat(row.toList())
              .as(file.toString())
              .noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r].*|-[^0-9].*"));
        }
      }
    }
  }

  @Test
  void rowsLongerThanAnyHonestOneDoNotEndANight() throws IOException {
    Path config =
        Files.writeString(
            own.resolve("long.yaml"), "intake: {max_cell_chars: 1000000, max_reject_share: 0.9}\n");
    String cell = quoted("ữ,".repeat(60_000));
    append(
        input.resolve("tax.csv"),
        row(input.resolve("tax.csv"), "record_id", "L1", "address", cell));
    append(input.resolve("tax.csv"), row(input.resolve("tax.csv"), "record_id", cell));
    append(
        input.resolve("tax.csv"),
        row(input.resolve("tax.csv"), "record_id", "L2", "full_name", quoted("Ữ ".repeat(50_000))));
    append(
        input.resolve("organisations.csv"),
        row(
            input.resolve("organisations.csv"),
            "organisation",
            cell,
            "collection_point",
            "x",
            "commune",
            "x"));
    Files.createDirectories(input.resolve("decisions"));
    Files.writeString(
        input.resolve("decisions/clerk.csv"),
        "source_a,id_a,source_b,id_b,decision,decided_by,decided_on,note\n"
            + ("tax,L1,insurance,I00000001,no_match,Lan,2026-11-01," + cell + "\n")
            + ("tax,L1,insurance,I00000002,no_match," + cell + ",2026-11-01,\n"));

    Said said = night("--config", config.toString());

    assertThat(said.code()).as("%s", said.errors()).isEqualTo(ExitCode.DONE);
    assertThat(published("rejects.csv"))
        .extracting(row -> row.get("file"))
        .contains("tax.csv", "organisations.csv", "decisions/clerk.csv");
    assertThat(nightOf("2026-11-02", "--config", config.toString()).code()).isZero();
  }

  /** One person's record delivered over and over, under ids of its own each time. */
  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void aThousandRecordsOfOnePersonDoNotEndANight() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(input.resolve("tax.csv")));
    String line = lines.get(1);
    String rest = line.substring(line.indexOf(','));
    for (int i = 0; i < 1_000; i++) {
      lines.add("MANY" + "-".repeat(100) + i + rest);
    }
    String[] accept = {
      "--accept", "cluster_size", "--accept", "missing_values", "--accept", "rows"
    };
    assertThat(night().code()).isZero();
    Files.write(input.resolve("tax.csv"), lines);
    List<String> more = new ArrayList<>(List.of("--because", "a trial"));
    more.addAll(List.of(accept));
    more.addAll(
        List.of("--accept", "list", "--accept", "match_rate", "--accept", "unknown_communes"));

    Said said = nightOf("2026-11-02", more.toArray(String[]::new));

    assertThat(said.code()).as("%s", said.errors()).isEqualTo(ExitCode.DONE);
  }
}
