package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {
  @TempDir private Path directory;

  private static BenchRun.Figures figures(long records, double seconds) {
    return new BenchRun.Figures(records, 10 * records, seconds, Map.of(), 0, 1);
  }

  @Test
  void findsTheExponentOfGrowth() {
    assertThat(BenchRun.growthExponent(List.of(figures(100, 1), figures(1_000, 10))))
        .isCloseTo(1, within(1e-12));
    assertThat(BenchRun.growthExponent(List.of(figures(100, 3), figures(10_000, 3))))
        .isCloseTo(0, within(1e-12));
    // log10 of 1, 4 and 100 seconds at 1, 10 and 100 records: 0, 0.602, 2; the slope is 1.
    assertThat(BenchRun.growthExponent(List.of(figures(1, 1), figures(10, 4), figures(100, 100))))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void measuresEachSizeInAProcessOfItsOwn() throws IOException {
    StringWriter said = new StringWriter();
    CommandLine command = new CommandLine(new BenchCommand());
    command.setOut(new PrintWriter(said)).setErr(new PrintWriter(new StringWriter()));
    Path json = directory.resolve("figures.json");
    Path work = Files.createDirectory(directory.resolve("work"));

    int exitCode =
        command.execute(
            "--records", "2000,4000", "--json", json.toString(), "--directory", work.toString());

    assertThat(exitCode).isEqualTo(ExitCode.DONE);
    List<String> lines = said.toString().lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(4)).startsWith("growth exponent ");
    JsonNode runs = JsonMapper.builder().build().readTree(Files.readString(json)).get("runs");
    for (int run = 0; run < 2; run++) {
      JsonNode figures = runs.get(run);
      assertThat(figures.get("records").asInt()).isBetween(1_700 * (run + 1), 2_300 * (run + 1));
      assertThat(figures.get("pairs").asLong()).isPositive();
      assertThat(figures.get("f1").asDouble()).isGreaterThan(0.97);
      double phases = figures.get("phases").valueStream().mapToDouble(JsonNode::asDouble).sum();
      assertThat(phases).isCloseTo(figures.get("seconds").asDouble(), within(1e-6));
    }
    try (Stream<Path> left = Files.list(work)) {
      assertThat(left).isEmpty();
    }
  }
}
