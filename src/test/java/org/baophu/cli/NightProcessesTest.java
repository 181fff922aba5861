package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.baophu.RealPostgres;
import org.baophu.Traces;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nights as processes: several at once, told to end, on a disk that is full. */
class NightProcessesTest {
  private static final String DATE = "2026-11-01";
  private static final String[] SMALL = {
    "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"
  };

  @TempDir private static Path shared;
  private static Path input;
  private static Path calm;

  @TempDir private Path own;

  @BeforeAll
  static void runUndisturbed() throws IOException {
    input = shared.resolve("input");
    ProvinceGenerator.generate(GenerateSettings.of(300, 5), input, people -> {});
    calm = shared.resolve("output");
    assertThat(Main.run(command(calm).toArray(String[]::new))).isZero();
  }

  private static List<String> command(Path output, String... more) {
    List<String> line = new ArrayList<>(List.of("nightly", "--input", input.toString()));
    line.addAll(List.of("--output", output.toString(), "--date", DATE, "--language", "en"));
    line.addAll(List.of(more));
    return line;
  }

  private static void assertUndisturbed(Path output) throws IOException {
    assertThat(Traces.results(output.resolve(DATE))).isEqualTo(Traces.results(calm.resolve(DATE)));
  }

  private static void assertGoesOn(Path output) throws IOException {
    assertThat(Main.run(command(output).toArray(String[]::new))).isZero();
    assertUndisturbed(output);
    assertThat(Traces.names(output)).isEqualTo(Traces.names(calm));
  }

  @Test
  void aNightThatIsToldToEndEndsInGoodOrder() throws Exception {
    Path output = own.resolve("output");
    try (NightProcess night = NightProcess.start(command(output), "link", SMALL)) {
      assertThat(night.awaitLine()).isTrue();
      night.terminate();
      assertThat(night.exitCode()).as("%s", night.said()).isEqualTo(ExitCode.FAILED);
      assertThat(night.said())
          .last()
          .isEqualTo("Stopped as asked. The same command goes on where this run stopped.");
    }

    assertGoesOn(output);
  }

  /** The limit on the size of files stands in for a full disk: a write fails half-way. */
  @ParameterizedTest
  @ValueSource(ints = {100, 260})
  void aNightOnAFullDiskFailsAndGoesOnWhenThereIsRoom(int kibibytes) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "limits files by bash");
    Path output = own.resolve("output");
    List<String> line =
        new ArrayList<>(
            List.of("/bin/bash", "-c", "ulimit -f " + kibibytes + "; exec \"$0\" \"$@\""));
    line.addAll(NightProcess.commandLine(command(output), SMALL));
    try (NightProcess night = NightProcess.start(new ProcessBuilder(line), "")) {
      assertThat(night.exitCode()).as("%s", night.said()).isEqualTo(ExitCode.FAILED);
    }

    assertGoesOn(output);
  }

  @Test
  void ofTwoNightsOnOneOutputOneRuns() throws Exception {
    Path output = own.resolve("output");
    try (NightProcess first = NightProcess.start(command(output), "read", SMALL)) {
      assertThat(first.awaitLine()).isTrue();
      signal("STOP", first);
      assertThat(Main.run(command(output).toArray(String[]::new))).isEqualTo(ExitCode.LOCKED);
      signal("CONT", first);
      assertThat(first.exitCode()).as("%s", first.said()).isZero();
    }
    assertUndisturbed(output);
  }

  @Test
  void ofTwoNightsOnOneH2FileOneRuns() throws Exception {
    String database = "jdbc:h2:file:" + own.resolve("shared");
    Path output = own.resolve("output");
    List<String> line = command(output, "--database", database);
    try (NightProcess first = NightProcess.start(line, "read", SMALL)) {
      assertThat(first.awaitLine()).isTrue();
      signal("STOP", first);
      assertThat(Main.run(other(database))).isEqualTo(ExitCode.LOCKED);
      first.kill();
    }
    assertThat(Main.run(other(database))).as("a dead night's lock is free").isZero();
    assertUndisturbed(own.resolve("other"));
  }

  @Test
  void ofTwoNightsStartedTogetherOnPostgresOneRunsAndADeadOnesLockIsFree() throws Exception {
    try (EmbeddedPostgres server = RealPostgres.start()) {
      String database = server.getJdbcUrl("postgres", "postgres");
      Path output = own.resolve("output");
      List<String> line = command(output, "--database", database);
      try (NightProcess dead = NightProcess.start(line, "read", SMALL)) {
        assertThat(dead.awaitLine()).isTrue();
        dead.kill();
      }
      try (NightProcess first = NightProcess.start(line, "", SMALL);
          NightProcess second = NightProcess.start(List.of(other(database)), "", SMALL)) {
        TreeSet<Integer> codes = new TreeSet<>(List.of(first.exitCode(), second.exitCode()));
        assertThat(codes).containsExactly(ExitCode.DONE, ExitCode.LOCKED);
      }
      boolean firstRan = Files.isDirectory(output.resolve(DATE));
      assertUndisturbed(firstRan ? output : own.resolve("other"));
      assertThat((firstRan ? own.resolve("other") : output).resolve(DATE)).doesNotExist();
    }
  }

  private String[] other(String database) {
    return command(own.resolve("other"), "--database", database).toArray(String[]::new);
  }

  private static void signal(String name, NightProcess process) throws Exception {
    int done =
        new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid())
            .inheritIO()
            .start()
            .waitFor();
    assertThat(done).isZero();
  }
}
