package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
