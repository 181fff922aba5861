package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.baophu.batch.NightLauncher;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.baophu.store.NightLock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nights in processes of their own, killed without warning. */
class KilledNightTest {
  private static final String DATE = "2026-11-01";

  @TempDir private static Path shared;
  private static Path input;
  private static Map<String, String> undisturbed;

  @TempDir private Path own;

  @BeforeAll
  static void runUndisturbed() throws IOException {
    input = shared.resolve("input");
    ProvinceGenerator.generate(GenerateSettings.of(800, 5), input, people -> {});
    Path output = shared.resolve("output");
    assertThat(Main.run(command(output))).isEqualTo(ExitCode.DONE);
    undisturbed = contents(output.resolve(DATE));
  }

  /** Killed as soon as it says that it has begun with this stage. */
  @ParameterizedTest
  @ValueSource(strings = {"read", "link", "assess", "publish · files written"})
  void aNightThatWasKilledGoesOn(String stage) throws Exception {
    Path output = own.resolve("output");
    Process night = start(output);
    killWhenItSays(stage, night);

    assertThat(Main.run(command(output))).isEqualTo(ExitCode.DONE);

    assertThat(contents(output.resolve(DATE))).isEqualTo(undisturbed);
    try (Stream<Path> left = Files.list(output)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(".store", DATE);
    }
  }

  @Test
  void aSecondNightOnTheSameOutputIsTurnedAway() throws IOException {
    Path output = own.resolve("output");
    NightLauncher.prepareStore(output);
    NightLock other = NightLock.acquire(NightLauncher.storeDirectory(output));
    try (other) {
      assertThat(Main.run(command(output))).isEqualTo(ExitCode.LOCKED);
    }

    assertThat(Main.run(command(output))).isEqualTo(ExitCode.DONE);
  }

  private static String[] command(Path output) {
    return new String[] {
      "nightly",
      "--input",
      input.toString(),
      "--output",
      output.toString(),
      "--date",
      DATE,
      "--language",
      "en"
    };
  }

  private static Process start(Path output) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.addAll(List.of(command(output)));
    return new ProcessBuilder(line).redirectErrorStream(true).start();
  }

  private static void killWhenItSays(String stage, Process night) throws Exception {
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

  /** Every file but those that tell times. */
  private static Map<String, String> contents(Path directory) throws IOException {
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
