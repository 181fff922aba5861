package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.baophu.RealPostgres;
import org.baophu.batch.NightLauncher;
import org.baophu.generate.Formats;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.baophu.link.Explanation;
import org.baophu.night.ExplainedRun;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole nights on a small province, through the command line and with the real database. */
class NightlyTest {
  private static final String DATE = "2026-11-01";
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  @TempDir private static Path shared;
  private static Path input;
  private static Path first;

  @TempDir private Path own;

  @BeforeAll
  static void runOneNight() throws IOException {
    input = shared.resolve("input");
    GenerateSettings settings = GenerateSettings.of(1_200, 13).withFormats(Formats.MIXED);
    ProvinceGenerator.generate(settings, input, people -> {});
    Path output = shared.resolve("output");
    assertThat(nightly(input, output, "--threads", "1")).isEqualTo(ExitCode.DONE);
    first = output.resolve(DATE);
  }

  private static int nightly(Path input, Path output, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "nightly",
                "--input",
                input.toString(),
                "--output",
                output.toString(),
                "--date",
                DATE,
                "--language",
                "en"));
    arguments.addAll(List.of(more));
    return Main.run(arguments.toArray(String[]::new));
  }

  @Test
  void everyFileOfTheContractIsThere() {
    assertThat(
            Stream.of(
                    "potential.csv",
                    "potential",
                    "members.csv",
                    "review.csv",
                    "targets_by_commune.csv",
                    "targets_by_organisation.csv",
                    "targets_by_collection_point.csv",
                    "targets_by_staff.csv",
                    "target_notions.csv",
                    "target_path.csv",
                    "plan_inputs.json",
                    "unseen_by_commune.csv",
                    "summary_by_commune.csv",
                    "changes.csv",
                    "potential.xlsx",
                    "review.xlsx",
                    "rejects.csv",
                    "report.html",
                    "run.json")
                .map(first::resolve))
        .allSatisfy(file -> assertThat(file).exists());
  }

  @Test
  void everyAcceptedRecordIsOfExactlyOnePerson() throws IOException {
    Set<String> members = new HashSet<>();
    Map<String, Long> bySource = new TreeMap<>();
    for (CSVRecord row : rows("members.csv")) {
      assertThat(members.add(row.get("source") + ":" + row.get("record_id"))).isTrue();
      bySource.merge(row.get("source"), 1L, Long::sum);
    }
    Map<String, Long> accepted = new TreeMap<>();
    for (JsonNode file : manifest().get("inputs")) {
      assertThat(file.get("rows_accepted").asLong() + file.get("rows_rejected").asLong())
          .isEqualTo(file.get("rows_delivered").asLong());
      String kind = file.get("kind").asString();
      if (Set.of("tax", "business", "insurance", "poverty").contains(kind)) {
        accepted.merge(kind, file.get("rows_accepted").asLong(), Long::sum);
      }
    }
    assertThat(bySource).isEqualTo(accepted);
  }

  @Test
  void everyDeliveredRowIsEitherAcceptedOrAmongTheRejects() throws IOException {
    Map<String, Set<String>> rejectedRows = new HashMap<>();
    for (CSVRecord row : rows("rejects.csv")) {
      rejectedRows.computeIfAbsent(row.get("file"), file -> new HashSet<>()).add(row.get("row"));
    }
    for (JsonNode file : manifest().get("inputs")) {
      Set<String> rejected = rejectedRows.getOrDefault(file.get("name").asString(), Set.of());
      assertThat(rejected).hasSize((int) file.get("rows_rejected").asLong());
    }
    assertThat(rejectedRows).as("the mixed province holds broken rows").isNotEmpty();
  }

  @Test
  void listsOfCommunesTogetherAreTheWholeList() throws IOException {
    List<String> whole = new ArrayList<>();
    rows("potential.csv").forEach(row -> whole.add(row.get("person_id")));
    List<String> parts = new ArrayList<>();
    try (Stream<Path> files = Files.list(first.resolve("potential"))) {
      for (Path file : files.toList()) {
        read(file).forEach(row -> parts.add(row.get("person_id")));
      }
    }
    assertThat(parts).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(whole);
    assertThat(whole).isNotEmpty();
  }

  /** From the directory alone: neither the store nor the workspace is beside it. */
  @Test
  void planMakesTheSameFilesAgain(@TempDir Path elsewhere) throws IOException {
    Path run = Files.createDirectory(elsewhere.resolve("run"));
    Files.copy(first.resolve("plan_inputs.json"), run.resolve("plan_inputs.json"));
    Path again = elsewhere.resolve("again");
    assertThat(Main.run("plan", "--run", run.toString(), "--output", again.toString())).isZero();
    try (Stream<Path> files = Files.list(again)) {
      for (Path file : files.toList()) {
        assertThat(file).hasSameBinaryContentAs(first.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void targetsAddUpAtEveryLevel() throws IOException {
    long communes = sum("targets_by_commune.csv");
    assertThat(communes).isPositive();
    assertThat(sum("targets_by_organisation.csv")).isEqualTo(communes);
    assertThat(sum("targets_by_collection_point.csv")).isEqualTo(communes);
    assertThat(sum("targets_by_staff.csv")).isEqualTo(communes);
    assertThat(sum("target_notions.csv")).isEqualTo(communes);
  }

  @Test
  void threadsDoNotChangeAByte() throws IOException {
    Path output = own.resolve("output");

    assertThat(nightly(input, output, "--threads", "3")).isEqualTo(ExitCode.DONE);

    assertSameResults(output.resolve(DATE), first);
  }

  @Test
  void theSameNightTwiceIsDoneOnce() throws IOException {
    Path output = own.resolve("output");
    nightly(input, output);
    String manifest = Files.readString(output.resolve(DATE).resolve("run.json"));

    assertThat(nightly(input, output)).isEqualTo(ExitCode.DONE);

    // The manifest tells times, so it would differ if the night had been run again.
    assertThat(Files.readString(output.resolve(DATE).resolve("run.json"))).isEqualTo(manifest);
  }

  @Test
  void resultsThatWentMissingAreMadeAgain() throws IOException {
    Path output = own.resolve("output");
    nightly(input, output);
    Files.move(output.resolve(DATE), own.resolve("moved"));

    assertThat(nightly(input, output)).isEqualTo(ExitCode.DONE);

    assertSameLists(output.resolve(DATE), own.resolve("moved"));
  }

  @Test
  void personsKeepTheirIdsWhenRecordsArriveAndLeave() throws IOException {
    Path output = own.resolve("output");
    nightly(input, output);
    Map<String, String> before = persons(output.resolve(DATE));
    Path later = copyOf(input);
    List<String> lines = Files.readAllLines(later.resolve("business.csv"));
    Files.write(later.resolve("business.csv"), lines.subList(0, lines.size() - 20));

    assertThat(nightly(later, output)).isEqualTo(ExitCode.DONE);

    Map<String, String> after = persons(output.resolve(DATE));
    long same =
        after.entrySet().stream()
            .filter(entry -> entry.getValue().equals(before.get(entry.getKey())))
            .count();
    assertThat(after.size()).isLessThan(before.size());
    // A model learnt from other records may merge or split a few persons, never rename the rest.
    assertThat((double) same / after.size()).isGreaterThan(0.99);
    assertThat(Files.list(output).filter(Files::isDirectory)).hasSize(2);
  }

  @Test
  void recordsWithoutIdsKeepTheirPersonsWhenRowsMove() throws IOException {
    Path plain = own.resolve("plain");
    ProvinceGenerator.generate(GenerateSettings.of(400, 3), plain, people -> {});
    List<String> tax = new ArrayList<>();
    for (String line : Files.readAllLines(plain.resolve("tax.csv"))) {
      tax.add(line.substring(line.indexOf(',') + 1));
    }
    Files.write(plain.resolve("tax.csv"), tax);
    Path output = own.resolve("output");
    nightly(plain, output);
    Map<String, String> before = persons(output.resolve(DATE));
    tax.remove(1);
    Files.write(plain.resolve("tax.csv"), tax);

    nightly(plain, output);

    Map<String, String> after = persons(output.resolve(DATE));
    for (int row = 2; row <= tax.size(); row++) {
      assertThat(after.get("tax:tax.csv#" + row)).isEqualTo(before.get("tax:tax.csv#" + (row + 1)));
    }
  }

  @Test
  void aFileCutInTheMiddleOfARowIsRefusedAndLastNightsResultsStay() throws IOException {
    Path output = own.resolve("output");
    nightly(input, output);
    Map<String, String> before = digests(output.resolve(DATE));
    Path broken = copyOf(input);
    Path business = broken.resolve("business.csv");
    byte[] whole = Files.readAllBytes(business);
    Files.write(business, java.util.Arrays.copyOf(whole, whole.length * 2 / 3));

    assertThat(nightly(broken, output)).isEqualTo(ExitCode.INPUT_REFUSED);

    assertThat(digests(output.resolve(DATE))).isEqualTo(before);
  }

  @Test
  void aFileWithTheWrongHeadingsIsRefused() throws IOException {
    Path broken = copyOf(input);
    Path business = broken.resolve("business.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(business));
    lines.set(0, lines.get(0).replaceAll("[^;]+", "x"));
    Files.write(business, lines);

    assertThat(nightly(broken, own.resolve("output"))).isEqualTo(ExitCode.INPUT_REFUSED);

    assertThat(own.resolve("output").resolve(DATE)).doesNotExist();
  }

  @Test
  void aWorkbookThatIsReallyTextIsRefused() throws IOException {
    Path broken = copyOf(input);
    Files.move(
        broken.resolve("business.csv"),
        broken.resolve("business.xlsx"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThat(nightly(broken, own.resolve("output"))).isEqualTo(ExitCode.INPUT_REFUSED);

    assertThat(own.resolve("output").resolve(DATE)).doesNotExist();
  }

  @Test
  void aDeliveryWithoutARegisterIsRefused() throws IOException {
    Path broken = copyOf(input);
    Files.delete(broken.resolve("business.csv"));

    assertThat(nightly(broken, own.resolve("output"))).isEqualTo(ExitCode.INPUT_REFUSED);
  }

  @Test
  void decisionsBind() throws IOException {
    Path output = own.resolve("output");
    nightly(input, output);
    Map<String, String> before = persons(output.resolve(DATE));
    List<String> pair = linkedPair(before);
    Path decided = copyOf(input);
    Files.createDirectories(decided.resolve("decisions"));
    Files.writeString(
        decided.resolve("decisions").resolve("clerk.csv"),
        "source_a,id_a,source_b,id_b,decision,decided_by,decided_on,note\n"
            + pair.get(0).replace(':', ',')
            + ","
            + pair.get(1).replace(':', ',')
            + ",no_match,clerk 1,2026-10-30,seen both\n"
            + "tax,nobody's,insurance,nobody's,match,clerk 1,2026-10-30,\n");

    assertThat(nightly(decided, output)).isEqualTo(ExitCode.DONE);

    assertThat(Files.readString(output.resolve(DATE).resolve("run.json")))
        .containsPattern("\"decisions_about_unknown_records\" ?: 1");
    Map<String, String> after = persons(output.resolve(DATE));
    assertThat(after.get(pair.get(0))).isNotEqualTo(after.get(pair.get(1)));
    // The file is gone the next night, the decision is not.
    assertThat(nightly(withOneMoreBlankLine(), output)).isEqualTo(ExitCode.DONE);
    Map<String, String> later = persons(output.resolve(DATE));
    assertThat(later.get(pair.get(0))).isNotEqualTo(later.get(pair.get(1)));
  }

  /** The same delivery in other bytes. */
  private Path withOneMoreBlankLine() throws IOException {
    Path copy = own.resolve("another");
    copy(input, copy);
    Path file = copy.resolve("business.csv");
    Files.writeString(file, Files.readString(file) + "\n");
    return copy;
  }

  private static List<String> linkedPair(Map<String, String> persons) {
    Map<String, String> recordOfPerson = new HashMap<>();
    for (Map.Entry<String, String> member : new TreeMap<>(persons).entrySet()) {
      String other = recordOfPerson.put(member.getValue(), member.getKey());
      if (other != null) {
        return List.of(other, member.getKey());
      }
    }
    throw new IllegalStateException("nobody has two records");
  }

  @Test
  void explanationsAddUpToTheWeightsThatWerePublished() throws IOException {
    ExplainedRun run =
        ExplainedRun.open(first, NightLauncher.storeDirectory(first.resolveSibling("")));
    List<CSVRecord> review = rows("review.csv");
    assertThat(review).isNotEmpty();
    for (CSVRecord pair : review) {
      RecordKey a = new RecordKey(Source.of(pair.get("source_a")), pair.get("id_a"));
      RecordKey b = new RecordKey(Source.of(pair.get("source_b")), pair.get("id_b"));
      Explanation evidence = run.explain(a, b).evidence();
      double sum =
          evidence.priorBits()
              + evidence.parts().stream().mapToDouble(Explanation.Part::bits).sum();
      assertThat(sum).isEqualTo(evidence.weightBits());
      assertThat(sum).isCloseTo(Double.parseDouble(pair.get("match_weight")), within(0.005001));
    }
  }

  @Test
  void aNightHeldAgainstItselfLosesNothing() {
    StringWriter out = new StringWriter();
    CommandLine evaluate = new CommandLine(new EvaluateCommand());
    evaluate.setOut(new PrintWriter(out));

    int code =
        evaluate.execute(
            "--run", first.toString(), "--truth", first.resolve("members.csv").toString());

    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .containsPattern("never compared +0 ")
        .containsPattern("joined by clustering +0 ")
        .contains("0.99-1.00");
  }

  @Test
  void theCommandExplainsAPairAndNamesWhatItCannotFind() throws IOException {
    List<String> pair = linkedPair(persons(first));

    assertThat(Main.run("explain", "--run", first.toString(), pair.get(0), pair.get(1)))
        .isEqualTo(ExitCode.DONE);
    assertThat(Main.run("explain", "--run", first.toString(), pair.get(0), "tax:none"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(Main.run("explain", "--run", input.toString(), pair.get(0), pair.get(1)))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void postgresGivesTheSameResults() throws IOException {
    EmbeddedPostgres postgres = RealPostgres.start();
    try (postgres) {
      Path output = own.resolve("output");
      String url = postgres.getJdbcUrl("postgres", "postgres");

      assertThat(nightly(input, output, "--database", url)).isEqualTo(ExitCode.DONE);
      assertSameResults(output.resolve(DATE), first);
      assertThat(nightly(input, output, "--database", url)).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void wrongUsageIsToldApartFromBadInput() throws IOException {
    assertThat(Main.run("nightly", "--input", input.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(nightly(input, own.resolve("output"), "--sprak", "x")).isEqualTo(ExitCode.USAGE);
    assertThat(nightly(input, own.resolve("output"), "--threads", "0")).isEqualTo(ExitCode.USAGE);
    Path config = Files.writeString(own.resolve("config.yaml"), "linkage:\n  treshold: 0.5\n");
    assertThat(nightly(input, own.resolve("output"), "--config", config.toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(nightly(own.resolve("nowhere"), own.resolve("output")))
        .isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(Main.run("--help")).isEqualTo(ExitCode.DONE);
  }

  private Path copyOf(Path directory) throws IOException {
    Path copy = own.resolve("copy");
    copy(directory, copy);
    return copy;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static List<CSVRecord> rows(String name) throws IOException {
    return read(first.resolve(name));
  }

  private static List<CSVRecord> read(Path file) throws IOException {
    try (Reader in = Files.newBufferedReader(file);
        CSVParser parser = CSV.parse(CsvText.withoutMark(in))) {
      return parser.getRecords();
    }
  }

  private static long sum(String name) throws IOException {
    return rows(name).stream().mapToLong(row -> Long.parseLong(row.get("target"))).sum();
  }

  private static Map<String, String> persons(Path results) throws IOException {
    Map<String, String> persons = new HashMap<>();
    for (CSVRecord row : read(results.resolve("members.csv"))) {
      persons.put(row.get("source") + ":" + row.get("record_id"), row.get("person_id"));
    }
    return persons;
  }

  private static JsonNode manifest() throws IOException {
    byte[] json = Files.readAllBytes(first.resolve("run.json"));
    return JsonMapper.builder().build().readTree(new ByteArrayInputStream(json));
  }

  private static void assertSameResults(Path actual, Path expected) throws IOException {
    assertThat(digests(actual)).isEqualTo(digests(expected));
  }

  /** What a second run may say otherwise is what changed since the first: nothing did. */
  private static void assertSameLists(Path actual, Path expected) throws IOException {
    Map<String, String> now = digests(actual);
    Map<String, String> before = digests(expected);
    now.remove("changes.csv");
    before.remove("changes.csv");
    assertThat(now).isEqualTo(before);
  }

  /** The content of every file but those that tell times. */
  private static Map<String, String> digests(Path directory) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(file).toString();
        if (!name.equals("report.html") && !name.equals("run.json")) {
          digests.put(name, content(file));
        }
      }
    }
    return digests;
  }

  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
