package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.baophu.night.ExplainedRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nights that look only at what differs from the night before publish, byte for byte, what nights
 * that link all records by the same model do.
 */
class IncrementalNightsTest {
  static final List<String> REGISTERS = List.of("tax.csv", "business.csv", "insurance.csv");

  @TempDir private static Path shared;
  private static Path input;
  private static Path afterFirst;

  private final SplittableRandom random = new SplittableRandom(17);

  @TempDir private Path own;

  /** A first night, from which each test goes on. */
  @BeforeAll
  static void runTheFirstNight() throws IOException {
    input = shared.resolve("input");
    ProvinceGenerator.generate(GenerateSettings.of(700, 3), input, people -> {});
    afterFirst = shared.resolve("output");
    assertThat(nightly(input, afterFirst, "2026-11-01")).isEqualTo(ExitCode.DONE);
    assertLinked(afterFirst, "2026-11-01", "learnt", "first_night");
  }

  static String[] command(Path input, Path output, String date, String... more) {
    List<String> arguments = new ArrayList<>(List.of("nightly", "--language", "en"));
    arguments.addAll(List.of("--input", input.toString(), "--output", output.toString()));
    arguments.addAll(List.of("--date", date));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private static int nightly(Path input, Path output, String date, String... more) {
    return Main.run(command(input, output, date, more));
  }

  @Test
  void everyNightPublishesWhatAFullOneDoes() throws IOException {
    Path output = copy(afterFirst, own.resolve("output"));
    Path delivery = copy(input, own.resolve("input"));
    for (int night = 2; night <= 4; night++) {
      String date = "2026-11-0" + night;
      aDayLater(delivery);
      decide(output.resolve("2026-11-0" + (night - 1)), delivery, night);
      Path full = copy(output, own.resolve("full" + night));
      forgetStates(full);

      // The copy first: on PostgreSQL its database is copied when it is asked for.
      nightly(delivery, full, date, "--threads", "2");
      nightly(delivery, output, date, "--threads", night % 2 == 0 ? "1" : "2");

      assertLinked(output, date, "incremental", "nearly_the_same");
      assertLinked(full, date, "full", "state_lost");
      assertThat(contents(output.resolve(date))).isEqualTo(contents(full.resolve(date)));
      assertThat(linkage(output, date).get("records_changed").asLong()).isPositive();
      assertThat(linkage(output, date).get("records_withdrawn").asLong()).isPositive();
    }
    // What was linked in part is explained as a whole.
    ExplainedRun run = ExplainedRun.open(output.resolve("2026-11-04"), output.resolve(".store"));
    for (int pair = 0; pair < run.pairs(); pair += 50) {
      double probability = run.explainer().explain(run.rowA(pair), run.rowB(pair)).probability();
      assertThat((float) probability).isEqualTo((float) run.probability(pair));
    }
  }

  /** Killed as soon as it says that it has begun with this. */
  @ParameterizedTest
  @ValueSource(strings = {"link", "link · clustering", "publish · files written"})
  void aSecondNightThatWasKilledGoesOn(String stage) throws Exception {
    Path delivery = copy(input, own.resolve("input"));
    aDayLater(delivery);
    Path undisturbed = copy(afterFirst, own.resolve("undisturbed"));
    Path output = copy(afterFirst, own.resolve("output"));
    killWhenItSays(stage, command(delivery, output, "2026-11-02"));

    nightly(delivery, output, "2026-11-02");
    nightly(delivery, undisturbed, "2026-11-02");

    assertLinked(output, "2026-11-02", "incremental", "nearly_the_same");
    assertThat(contents(output.resolve("2026-11-02")))
        .isEqualTo(contents(undisturbed.resolve("2026-11-02")));
  }

  @Test
  void theModelIsLearntAnewOnDemandOnScheduleAndWhenItIsLost() throws IOException {
    Path output = copy(afterFirst, own.resolve("output"));

    nightly(input, output, "2026-11-02", "--retrain");
    assertLinked(output, "2026-11-02", "learnt", "demanded");
    nightly(input, output, "2026-12-01");
    assertLinked(output, "2026-12-01", "incremental", "nearly_the_same");
    assertThat(linkage(output, "2026-12-01").get("model_age_days").asLong()).isEqualTo(29);
    nightly(input, output, "2026-12-02");
    assertLinked(output, "2026-12-02", "learnt", "scheduled");
    damage(output, "frozen");
    nightly(input, output, "2026-12-03");
    assertLinked(output, "2026-12-03", "learnt", "model_lost");
  }

  @Test
  void otherSettingsAndDamageMeanThatAllRecordsAreLinkedByTheSameModel() throws IOException {
    Path output = copy(afterFirst, own.resolve("output"));
    Path config = Files.writeString(own.resolve("config.yaml"), "linkage: {keep_above: 0.02}\n");

    nightly(input, output, "2026-11-02", "--config", config.toString());
    assertLinked(output, "2026-11-02", "full", "other_settings");
    damage(output, "linked");
    nightly(input, output, "2026-11-03", "--config", config.toString());
    assertLinked(output, "2026-11-03", "full", "state_lost");
    assertThat(linkage(output, "2026-11-03").get("model_of_date").asString())
        .isEqualTo("2026-11-01");
  }

  /** What stands beside the state is needed with it, or made again where it is damaged. */
  @Test
  void damagedBlocksMeanThatAllIsLinkedAndADamagedReviewThatAllPairsAreExplained()
      throws IOException {
    Path delivery = copy(input, own.resolve("input"));
    aDayLater(delivery);
    Path undisturbed = copy(afterFirst, own.resolve("undisturbed"));
    Path withoutBlocks = copy(afterFirst, own.resolve("withoutBlocks"));
    Path withoutReview = copy(afterFirst, own.resolve("withoutReview"));
    damage(withoutBlocks, "blocked");
    damage(withoutReview, "review");

    nightly(delivery, undisturbed, "2026-11-02");
    nightly(delivery, withoutBlocks, "2026-11-02");
    nightly(delivery, withoutReview, "2026-11-02");

    assertLinked(withoutBlocks, "2026-11-02", "full", "state_lost");
    assertLinked(withoutReview, "2026-11-02", "incremental", "nearly_the_same");
    assertThat(contents(withoutBlocks.resolve("2026-11-02")))
        .isEqualTo(contents(undisturbed.resolve("2026-11-02")));
    assertThat(contents(withoutReview.resolve("2026-11-02")))
        .isEqualTo(contents(undisturbed.resolve("2026-11-02")));
  }

  /** The first night's words are marked: where the second night has the mark, it took them over. */
  @Test
  void onlyPairsOfUnchangedRecordsKeepTheirWords() throws IOException {
    Path registers = own.resolve("registers");
    Path output = own.resolve("output");
    ProvinceGenerator.generate(GenerateSettings.of(3_000, 3), registers, people -> {});
    nightly(registers, output, "2026-11-01");
    mark(found(output, "review").get(0));
    Path insurance = registers.resolve("insurance.csv");
    List<String> before = Files.readAllLines(insurance);
    List<String> changed = new ArrayList<>(before);
    for (int i = 1; i < before.size(); i += 10) {
      changed.set(i, corrected(before.get(i), random));
    }
    Files.write(insurance, changed);

    nightly(registers, output, "2026-11-02");

    Map<List<String>, String> first = evidence(output.resolve("2026-11-01"));
    Map<List<String>, String> second = evidence(output.resolve("2026-11-02"));
    Set<List<String>> changedIds = new HashSet<>();
    for (String line : changed) {
      if (!before.contains(line)) {
        changedIds.add(List.of("insurance", line.substring(0, line.indexOf(','))));
      }
    }
    int kept = 0;
    for (Map.Entry<List<String>, String> pair : second.entrySet()) {
      if (pair.getValue().contains("(#")) {
        assertThat(pair.getValue().replace("(#", "(+")).isEqualTo(first.get(pair.getKey()));
        assertThat(changedIds).doesNotContain(pair.getKey().subList(0, 2));
        assertThat(changedIds).doesNotContain(pair.getKey().subList(2, 4));
        kept++;
      }
    }
    assertThat(kept).isBetween(second.size() / 2, second.size() - 1);
  }

  /** Another sign before what speaks for a pair, and the checksum that belongs to it. */
  private static void mark(Path review) throws IOException {
    byte[] bytes = Files.readAllBytes(review);
    for (int i = 0; i < bytes.length - 1; i++) {
      if (bytes[i] == '(' && bytes[i + 1] == '+') {
        bytes[i + 1] = '#';
      }
    }
    CRC32C sum = new CRC32C();
    sum.update(bytes, 2 * Integer.BYTES, bytes.length - 3 * Integer.BYTES);
    ByteBuffer.wrap(bytes).putInt(bytes.length - Integer.BYTES, (int) sum.getValue());
    Files.write(review, bytes);
  }

  /** By pair, as sources and ids, what is published of its evidence. */
  private static Map<List<String>, String> evidence(Path results) throws IOException {
    Map<List<String>, String> evidence = new HashMap<>();
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().get();
    String text = Files.readString(results.resolve("review.csv")).replaceFirst("^\uFEFF", "");
    try (CSVParser rows = CSVParser.parse(text, format)) {
      for (CSVRecord row : rows) {
        List<String> pair =
            Stream.of("source_a", "id_a", "source_b", "id_b").map(row::get).toList();
        evidence.put(pair, row.get("evidence"));
      }
    }
    return evidence;
  }

  @Test
  void aRegisterThatHalvesIsAReasonToLearnAnew() throws IOException {
    Path output = copy(afterFirst, own.resolve("output"));
    Path delivery = copy(input, own.resolve("input"));
    List<String> lines = Files.readAllLines(delivery.resolve("insurance.csv"));
    Files.write(delivery.resolve("insurance.csv"), lines.subList(0, lines.size() / 2));

    // The gates would stop such a night; somebody says that it is right.
    nightly(
        delivery,
        output,
        "2026-11-02",
        "--accept=rows",
        "--accept=match_rate",
        "--accept=list",
        "--because=half of the register moved to another office");

    assertLinked(output, "2026-11-02", "learnt", "drift");
    assertThat(linkage(output, "2026-11-02").get("drift").get(0).asString())
        .isEqualTo("records:insurance");
  }

  /** Some records go, some come back, some are corrected. */
  private void aDayLater(Path delivery) throws IOException {
    for (String file : REGISTERS) {
      List<String> all = Files.readAllLines(input.resolve(file));
      List<String> lines = new ArrayList<>();
      lines.add(all.get(0));
      for (String line : all.subList(1, all.size())) {
        int kind = random.nextInt(100);
        if (kind >= 3) {
          lines.add(kind < 6 ? corrected(line, random) : line);
        }
      }
      Files.write(delivery.resolve(file), lines);
    }
  }

  /** Another digit or letter somewhere behind the record's own number. */
  static String corrected(String line, SplittableRandom random) {
    char[] text = line.toCharArray();
    int from = line.indexOf(',') + 1;
    for (int i = from + random.nextInt(Math.min(40, text.length - from)); i < text.length; i++) {
      if (Character.isDigit(text[i])) {
        text[i] = (char) ('0' + (text[i] - '0' + 1) % 10);
        break;
      }
      if (text[i] >= 'a' && text[i] < 'z') {
        text[i]++;
        break;
      }
    }
    return new String(text);
  }

  /** A clerk fills in the review, one way on even nights and the other on odd ones. */
  private void decide(Path results, Path delivery, int night) throws IOException {
    List<String> decisions = new ArrayList<>();
    decisions.add("source_a,id_a,source_b,id_b,decision,decided_by,decided_on,note");
    List<String> review = Files.readAllLines(results.resolve("review.csv"));
    for (int row = 1; row < Math.min(6, review.size()); row++) {
      String[] cells = review.get(row).split(",");
      decisions.add(decision(cells[0], cells[1], cells[2], cells[3], night + row));
    }
    List<String> members = Files.readAllLines(results.resolve("members.csv"));
    for (int i = 0; i < 4; i++) {
      String[] a = members.get(1 + random.nextInt(members.size() - 1)).split(",");
      String[] b = members.get(1 + random.nextInt(members.size() - 1)).split(",");
      if (!(a[1] + a[2]).equals(b[1] + b[2])) {
        decisions.add(decision(a[1], a[2], b[1], b[2], night + i));
      }
    }
    Path directory = Files.createDirectories(delivery.resolve("decisions"));
    Files.write(directory.resolve("night" + night + ".csv"), decisions);
  }

  private static String decision(String sourceA, String a, String sourceB, String b, int number) {
    String verdict = number % 2 == 0 ? "match" : "no_match";
    return String.join(",", sourceA, a, sourceB, b, verdict, "An", "2026-11-01", "");
  }

  static void forgetStates(Path output) throws IOException {
    for (Path state : found(output, "linked")) {
      Files.delete(state);
    }
  }

  /** Turns a bit in the middle of the files of that name. */
  private static void damage(Path output, String name) throws IOException {
    for (Path file : found(output, name)) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }
  }

  private static List<Path> found(Path output, String name) throws IOException {
    try (Stream<Path> all = Files.walk(output.resolve(".store").resolve("work"))) {
      List<Path> found = all.filter(path -> path.endsWith(name)).toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  static void assertLinked(Path output, String date, String mode, String because)
      throws IOException {
    assertThat(linkage(output, date).get("mode").asString()).isEqualTo(mode);
    assertThat(linkage(output, date).get("because").asString()).isEqualTo(because);
  }

  static JsonNode linkage(Path output, String date) throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readString(output.resolve(date).resolve("run.json")))
        .get("linkage");
  }

  private static void killWhenItSays(String stage, String[] command) throws Exception {
    List<String> line = NightProcess.commandLine(List.of(command));
    Process night = new ProcessBuilder(line).redirectErrorStream(true).start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(night.getInputStream(), StandardCharsets.UTF_8))) {
      String said = lines.readLine();
      while (said != null && !said.startsWith(stage)) {
        said = lines.readLine();
      }
      assertThat(said).as("the night says when it begins to %s", stage).isNotNull();
      night.destroyForcibly().waitFor();
    }
  }

  static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    return to;
  }

  /** Every file but those that tell times. */
  static Map<String, String> contents(Path directory) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(file).toString();
        if (!name.equals("report.html") && !name.equals("run.json")) {
          contents.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return contents;
  }
}
