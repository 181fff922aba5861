package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Configuration files with something odd in them: whatever it is, a command ends with an exit code
 * that says so and a message that names the file and the setting, and no failure comes from inside.
 */
class SettingsFuzzTest {
  private static final YAMLMapper YAML = YAMLMapper.builder().build();
  private static final String HERE = "@@";

  /** Put in the place of every setting, one by one, as they stand here. */
  private static final List<String> ODD =
      List.of(
          "null",
          "\"\"",
          "\" \"",
          "-1",
          "0",
          "2",
          "1e308",
          "1e400",
          ".nan",
          "-.inf",
          "99999999999999999999",
          "1e999999999",
          "0x7fffffffffffffff",
          "true",
          "off",
          "x",
          "2026-13-01",
          "[]",
          "{}",
          "[null]",
          "{a: null}",
          "[[1]]",
          "{a: {b: 1}}",
          "\"\\0\"",
          "\"\\uD800\"",
          "\"[\"",
          "\"{,\\\\\"",
          "\"../../x\"",
          "\"%s%n{}\"",
          "&a [*a]",
          "!!binary AAAA",
          "!!java.net.URL [x]",
          "\"" + "x".repeat(3_000) + "\"",
          "[".repeat(5_000));

  private static final String NIGHT =
      """
      intake:
        max_reject_share: 0.05
        max_cell_chars: 10000
        max_expanded_bytes: 100000
        files:
          - {match: "tax*.csv", encoding: TCVN3, delimiter: tab, heading_row: 3, columns: {"Tên": full_name}, sheet: a}
      linkage: {threshold: 0.5, keep_above: 0.01, review_from: 0.1, review_to: 0.9, review_limit: 5000,
        retrain_every_days: 30, retrain: false}
      coverage: {cost_of_wasted_visit: 1, cost_of_missed_person: 1, list_threshold: 0.5,
        undelivered_share: 0, outdated_share: 0.002, retired_owners_exempt: false,
        province_extra_rate: {poor: 0.2}, min_age_years: 15, max_age_years: 74, near_pension_years: 5}
      targets: {total: 5000, from: province, goal: voluntary, notion: mix, floor: 0, max_growth: 0.1,
        weights: {potential: 0.5, gap: 0.25, capacity: 0.25}, include_unseen: false}
      gates: {nights: 30, rules: [{gate: rows, of: tax, action: warn, tolerance: 0.5, least: 0, most: 9}]}
      retention: {lists_days: 400, rejects_days: 90, refused_days: 90, workspace_days: 30, history_days: 3650}
      publish: {planner_copy: false}
      schedule: {cron: "0 2 * * *", zone: Asia/Ho_Chi_Minh, catch_up: true, retries: 3,
        retry_pause_seconds: 60, metrics_port: 0, log: events.jsonl}
      notify:
        on: always
        webhook: {url: "http://localhost/x", timeout_seconds: 10}
        email: {host: localhost, port: 587, security: starttls, user: a, from: a@b.c, to: [d@e.f], timeout_seconds: 9}
      """;

  private static final String LINK =
      """
      mode: link
      one_to_one: false
      threshold: 0.5
      keep_above: 0.01
      decisions: decisions.csv
      inputs:
        - {name: a, file: a.csv, id: id, delimiter: ","}
        - {name: b, file: b.csv, id: id}
      fields:
        - {name: name, type: person_name, columns: {b: called}}
        - {name: born, type: date, format: yyyyMMdd}
        - {name: number, type: identifier}
      """;

  @TempDir private Path directory;
  private Path config;

  @BeforeEach
  void makeTables() throws IOException {
    config = directory.resolve("settings.yaml");
    Files.createDirectories(directory.resolve("in"));
    StringBuilder a = new StringBuilder("id,name,born,number\n");
    StringBuilder b = new StringBuilder("id,called,born,number\n");
    String[] names = {"Nông Thị Hồng", "Hứa Văn An", "Vi Thị Bình", "Lộc Văn Cường"};
    for (int i = 0; i < 12; i++) {
      String rest = names[i % 4] + " " + (char) ('A' + i) + ",198001" + (10 + i) + "," + 1000 * i;
      a.append("A" + i + "," + rest + "\n");
      b.append("B" + i + "," + rest + "\n");
    }
    Files.writeString(directory.resolve("a.csv"), a);
    Files.writeString(directory.resolve("b.csv"), b);
    Files.writeString(
        directory.resolve("decisions.csv"),
        "source_a,id_a,source_b,id_b,decision\na,A1,b,B2,no_match\n");
  }

  /** Whether the text was held to be a configuration. */
  private boolean night(String text) throws IOException {
    return night(text, "");
  }

  /**
   * The same.
   *
   * @param setting what a refusal names
   */
  private boolean night(String text, String setting) throws IOException {
    Files.write(config, text.getBytes(StandardCharsets.UTF_8));
    String in = directory.resolve("in").toString();
    String out = directory.resolve("out").toString();
    Said nightly =
        Said.by(
            new NightlyCommand(), "--config", config.toString(), "--input", in, "--output", out);
    Said service =
        Said.by(
            new ScheduleCommand(),
            "--config",
            config.toString(),
            "--input",
            in,
            "--output",
            out,
            "--dry-run");
    // The directory holds no file, which is found when the settings have been read.
    check(nightly, text, setting, ExitCode.INPUT_REFUSED);
    check(service, text, setting, ExitCode.DONE);
    return service.code() == ExitCode.DONE && nightly.code() != ExitCode.USAGE;
  }

  private boolean link(String text) throws IOException {
    return link(text, "");
  }

  private boolean link(String text, String setting) throws IOException {
    Files.write(config, text.getBytes(StandardCharsets.UTF_8));
    Said said =
        Said.by(
            new LinkCommand(),
            "--config",
            config.toString(),
            "--output",
            directory.resolve("links").toString(),
            "--threads",
            "1");
    if (said.code() != ExitCode.INPUT_REFUSED) {
      check(said, text, setting, ExitCode.DONE);
    }
    return said.code() == ExitCode.DONE;
  }

  private void check(Said said, String text, String setting, int otherwise) {
    String shown = text.length() > 2_000 ? text.substring(0, 2_000) : text;
    assertThat(said.code()).as("%s: %s", shown, said.errors()).isIn(ExitCode.USAGE, otherwise);
    if (said.code() == ExitCode.USAGE) {
      assertThat(said.errors())
          .as(shown)
          .contains(config.getFileName().toString())
          .containsPattern(
              Pattern.quote(setting) + "|line \\d+, cannot be read|maximum|there is no setting");
      assertThat(said.isTechnical()).as("%s: %s", shown, said.errors()).isFalse();
      assertThat(said.errors().length()).as(said.errors()).isLessThan(1_500);
    }
  }

  /** Every setting's place, as names and indexes. */
  private static List<List<Object>> places(JsonNode tree) {
    List<List<Object>> places = new ArrayList<>();
    collect(tree, List.of(), places);
    return places;
  }

  private static void collect(JsonNode node, List<Object> at, List<List<Object>> places) {
    if (!at.isEmpty()) {
      places.add(at);
    }
    for (String name : node.propertyNames()) {
      collect(node.get(name), with(at, name), places);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), with(at, i), places);
    }
  }

  private static List<Object> with(List<Object> at, Object step) {
    List<Object> longer = new ArrayList<>(at);
    longer.add(step);
    return longer;
  }

  private static String replaced(String text, List<Object> place, String odd) {
    JsonNode tree = YAML.readTree(text);
    JsonNode node = tree;
    for (Object step : place.subList(0, place.size() - 1)) {
      node = step instanceof String name ? node.get(name) : node.get((int) step);
    }
    Object last = place.get(place.size() - 1);
    if (last instanceof String name) {
      ((ObjectNode) node).put(name, HERE);
    } else {
      ((ArrayNode) node).set((int) last, YAML.getNodeFactory().stringNode(HERE));
    }
    return YAML.writeValueAsString(tree).replace('"' + HERE + '"', odd);
  }

  /** What a refusal should name; of what is no YAML at all it cannot. */
  private static String setting(List<Object> place, String odd) {
    boolean isYaml = !odd.startsWith("[[[") && !odd.contains("nan") && !odd.contains("inf");
    return place.stream()
        .filter(step -> isYaml && step instanceof String)
        .reduce("", (before, step) -> step)
        .toString();
  }

  @Test
  void theTemplatesThemselvesAreFine() throws IOException {
    assertThat(night(NIGHT)).isTrue();
    assertThat(link(LINK)).isTrue();
  }

  @Test
  void anOddValueInThePlaceOfASettingIsTakenOrRefusedByName() throws IOException {
    everySetting(4);
  }

  @Test
  @Tag("trial")
  void everyOddValueInThePlaceOfEverySettingIsTakenOrRefusedByName() throws IOException {
    everySetting(1);
  }

  /** Tries every so manieth odd value in every place, others in each. */
  private void everySetting(int every) throws IOException {
    int turn = 0;
    for (List<Object> place : places(YAML.readTree(NIGHT))) {
      for (int odd = turn++ % every; odd < ODD.size(); odd += every) {
        night(replaced(NIGHT, place, ODD.get(odd)), setting(place, ODD.get(odd)));
      }
    }
    for (List<Object> place : places(YAML.readTree(LINK))) {
      for (int odd = turn++ % every; odd < ODD.size(); odd += every) {
        link(replaced(LINK, place, ODD.get(odd)), setting(place, ODD.get(odd)));
      }
    }
  }

  @Test
  void textsThatWereTornAreRefused() throws IOException {
    torn(100, 1);
  }

  @Test
  @Tag("trial")
  void manyTextsThatWereTornAreRefused() throws IOException {
    for (int seed = 2; seed < 32; seed++) {
      torn(1_000, seed);
    }
  }

  private void torn(int times, int seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int taken = 0;
    for (int i = 0; i < times; i++) {
      taken += night(torn(NIGHT, random)) ? 1 : 0;
      taken += link(torn(LINK, random)) ? 1 : 0;
    }
    assertThat(taken).as("some tears do no harm").isBetween(1, times * 2 - 1);
  }

  /** One to three tears: pieces left out, doubled, moved, or odd characters put in. */
  private static String torn(String text, SplittableRandom random) {
    StringBuilder torn = new StringBuilder(text);
    for (int tears = 1 + random.nextInt(3); tears > 0; tears--) {
      int from = random.nextInt(torn.length());
      int to = Math.min(torn.length(), from + 1 + random.nextInt(30));
      String piece = torn.substring(from, to);
      switch (random.nextInt(5)) {
        case 0 -> torn.delete(from, to);
        case 1 -> torn.insert(from, piece);
        case 2 -> torn.insert(random.nextInt(torn.length()), piece);
        case 3 -> torn.insert(from, ODD.get(random.nextInt(ODD.size() - 3)));
        default ->
            torn.setCharAt(from, (char) random.nextInt(random.nextInt(2) == 0 ? 128 : 65_536));
      }
    }
    return torn.toString();
  }
}
