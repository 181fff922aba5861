package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A {@code model.json} with something odd in it links, or is refused by name. */
class ModelFuzzTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String HERE = "@@";
  private static final List<String> ODD =
      List.of(
          "null",
          "-1",
          "0",
          "1",
          "2",
          "1e308",
          "1e400",
          "\"NaN\"",
          "\"x\"",
          "\"\"",
          "true",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "[0.5]",
          "{\"a\": null}",
          "99999999999",
          "1e-320");

  private static final String[] NAMES = {"Nông Thị Hồng", "Hứa Văn An", "Vi Thị Bình", "Lộc Cường"};

  @TempDir private Path directory;
  private Path config;
  private Path model;
  private String learnt;

  @BeforeEach
  void learn() throws IOException {
    StringBuilder a = new StringBuilder("id,name,born,year,number\n");
    StringBuilder b = new StringBuilder(a);
    for (int i = 0; i < 60; i++) {
      String name = NAMES[i % 4] + " " + (char) ('A' + i % 26);
      String rest = "," + name + ",1980-01-" + (10 + i % 20) + "," + (1980 + i % 20) + ",";
      a.append("A" + i + rest + 1_000 * i + "\n");
      b.append("B" + i + rest + (i % 3 == 0 ? "" : 1_000 * i) + "\n");
    }
    Files.writeString(directory.resolve("a.csv"), a);
    Files.writeString(directory.resolve("b.csv"), b);
    Files.writeString(
        directory.resolve("decided.csv"),
        "source_a,id_a,source_b,id_b,decision\na,A1,b,B1,match\na,A2,b,B3,no_match\n");
    config =
        Files.writeString(
            directory.resolve("link.yml"),
            """
            decisions: decided.csv
            inputs: [{name: a, file: a.csv, id: id}, {name: b, file: b.csv, id: id}]
            fields:
              - {name: name, type: person_name}
              - {name: born, type: date}
              - {name: year, type: number}
              - {name: number, type: identifier}
            """);
    model = directory.resolve("model.json");
    assertThat(link().code()).isEqualTo(ExitCode.DONE);
    learnt = Files.readString(directory.resolve("links/model.json"));
  }

  private Said link(String... more) {
    List<String> line = new ArrayList<>(List.of("--config", config.toString(), "--threads", "1"));
    line.addAll(List.of("--output", directory.resolve("links").toString()));
    line.addAll(List.of(more));
    return Said.by(new LinkCommand(), line.toArray(String[]::new));
  }

  private int linkBy(String text) throws IOException {
    Files.write(model, text.getBytes(StandardCharsets.UTF_8));
    Said said = link("--model", model.toString());
    assertThat(said.code()).as("%s", said.errors()).isIn(ExitCode.DONE, ExitCode.USAGE);
    if (said.code() == ExitCode.USAGE) {
      assertThat(said.errors()).contains("model.json: ").contains("--model");
      assertThat(said.isTechnical()).as(said.errors()).isFalse();
      assertThat(said.errors().length()).as(said.errors()).isLessThan(2_000);
    } else {
      assertThat(Files.readString(directory.resolve("links/pairs.csv")))
          .doesNotContain("NaN", "Infinity");
    }
    return said.code();
  }

  /** With an odd value somewhere, or a part left out or doubled. */
  private String changed(SplittableRandom random) {
    JsonNode tree = JSON.readTree(learnt);
    JsonNode node = tree;
    List<JsonNode> holders = new ArrayList<>();
    while (node.isContainer() && !node.isEmpty()) {
      holders.add(node);
      int at = random.nextInt(node.size());
      node = node.isArray() ? node.get(at) : node.get(List.copyOf(node.propertyNames()).get(at));
    }
    JsonNode holder = holders.get(random.nextInt(holders.size()));
    int at = random.nextInt(holder.size());
    int kind = random.nextInt(4);
    if (holder instanceof ArrayNode array) {
      switch (kind) {
        case 0 -> array.remove(at);
        case 1 -> array.add(array.get(at));
        default -> array.set(at, JSON.getNodeFactory().stringNode(HERE));
      }
    } else if (holder instanceof ObjectNode object) {
      String name = List.copyOf(object.propertyNames()).get(at);
      if (kind == 0) {
        object.remove(name);
      } else {
        object.put(name, HERE);
      }
    }
    return JSON.writeValueAsString(tree)
        .replace('"' + HERE + '"', ODD.get(random.nextInt(ODD.size())));
  }

  private void fuzz(int times, int seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int refused = 0;
    for (int i = 0; i < times; i++) {
      refused += linkBy(changed(random)) == ExitCode.USAGE ? 1 : 0;
      String torn = learnt.substring(0, random.nextInt(learnt.strip().length()));
      assertThat(linkBy(torn)).isEqualTo(ExitCode.USAGE);
    }
    assertThat(refused).as("most changes cannot be used").isBetween(times / 2, times - 1);
  }

  @Test
  void aModelThatWasChangedLinksOrIsRefused() throws IOException {
    assertThat(linkBy(learnt)).isEqualTo(ExitCode.DONE);
    fuzz(150, 1);
  }

  @Test
  @Tag("trial")
  void manyModelsThatWereChangedLinkOrAreRefused() throws IOException {
    for (int seed = 2; seed < 22; seed++) {
      fuzz(500, seed);
    }
  }
}
