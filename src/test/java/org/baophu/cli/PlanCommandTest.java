package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.baophu.publish.PlanFile;
import org.baophu.target.CommuneFigures;
import org.baophu.target.Goals;
import org.baophu.target.Organisation;
import org.baophu.target.PlanInputs;
import org.baophu.target.TargetRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans again from what a night of the full province left: 65 communes, 226 points, 527 staff. */
class PlanCommandTest {
  @TempDir private Path folder;
  private Path run;

  @BeforeEach
  void leaveARun() throws IOException {
    run = Files.createDirectory(folder.resolve("2026-11-01"));
    new PlanFile("en", TargetRequest.ofTotal(5000, 2026), province()).write(run);
  }

  private static PlanInputs province() {
    Random random = new Random(7);
    List<CommuneFigures> communes = new ArrayList<>();
    for (int i = 0; i < 65; i++) {
      long potential = 100 + random.nextInt(900);
      communes.add(
          new CommuneFigures(
              Integer.toString(6000 + i),
              "Xã " + i,
              8000,
              3000,
              2500,
              100,
              potential,
              90,
              potential * 0.98,
              potential * 0.015,
              30,
              60));
    }
    List<Organisation> points = new ArrayList<>();
    for (int i = 0; i < 226; i++) {
      int staff = i < 75 ? 3 : 2;
      points.add(
          new Organisation(
              "Org " + i % 4, "Point " + i, Integer.toString(6000 + i % 65), staff, 30));
    }
    Goals goals =
        new Goals(LocalDate.of(2030, 12, 31), BigDecimal.valueOf(60), BigDecimal.valueOf(5), "R28");
    return new PlanInputs(LocalDate.of(2026, 11, 1), communes, points, List.of(), goals);
  }

  private int plan(String... more) {
    return Main.run(
        Stream.concat(Stream.of("plan", "--run", run.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private static Map<String, String> contents(Path directory) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }

  private static long sum(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int column = List.of(lines.get(0).split(",", -1)).indexOf("target");
    return lines.stream()
        .skip(1)
        .mapToLong(line -> Long.parseLong(line.split(",", -1)[column]))
        .sum();
  }

  @Test
  void plansGoToDirectoriesOfTheirOwn() throws IOException {
    assertThat(plan()).isEqualTo(ExitCode.DONE);
    assertThat(plan("--total", "6000", "--notion", "gap")).isEqualTo(ExitCode.DONE);

    Path first = folder.resolve("2026-11-01-plan-1");
    assertThat(sum(first.resolve("targets_by_commune.csv"))).isEqualTo(5000);
    assertThat(sum(first.resolve("targets_by_staff.csv"))).isEqualTo(5000);
    assertThat(Files.readAllLines(first.resolve("targets_by_staff.csv"))).hasSize(1 + 527);
    assertThat(sum(folder.resolve("2026-11-01-plan-2").resolve("targets_by_commune.csv")))
        .isEqualTo(6000);
    assertThat(contents(run)).containsOnlyKeys(PlanFile.NAME);
    assertThat(contents(first).get(PlanFile.NAME)).isEqualTo(contents(run).get(PlanFile.NAME));
  }

  @Test
  void aPlanOfAPlanIsThePlan() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    assertThat(plan("--notion", "mix", "--floor", "20", "--output", one.toString())).isZero();
    assertThat(Main.run("plan", "--run", one.toString(), "--output", two.toString())).isZero();
    assertThat(contents(two)).isEqualTo(contents(one));
  }

  @Test
  void nothingIsReplacedUnasked() throws IOException {
    Path place = folder.resolve("place");
    assertThat(plan("--output", place.toString())).isZero();
    assertThat(plan("--output", place.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(plan("--output", place.toString(), "--total", "9", "--replace")).isZero();
    assertThat(sum(place.resolve("targets_by_commune.csv"))).isEqualTo(9);
    Files.writeString(place.resolve("mine.txt"), "mine");
    assertThat(plan("--output", place.toString(), "--replace")).isEqualTo(ExitCode.USAGE);
    assertThat(place.resolve("mine.txt")).exists();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.filter(path -> path.getFileName().toString().startsWith("."))).isEmpty();
    }
  }

  @Test
  void aDryRunWritesNothing() throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat(plan("--dry-run", "--total", "20000")).isZero();
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("commune_code,commune,labour_force", "6000,Xã 0,8000", "the total was lowered")
        .contains("it would be possible if collectors could win");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(run);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "--notion, fair",
    "--total, many",
    "--total, -5",
    "--max-growth, -0.1",
    "--floor, -1",
    "--weights, 'potential=0,gap=0'",
    "--weights, luck=1",
    "--from, above",
    "--goal, none",
    "--language, fr",
    "--config, nowhere.yml"
  })
  void nonsenseIsRefused(String option, String value) {
    assertThat(plan(option, value)).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aRunThatLeftNothingIsRefused() {
    assertThat(Main.run("plan", "--run", folder.toString())).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void theFileOfANightSaysWhatTheCommandLineDoesNot() throws IOException {
    Path config = folder.resolve("night.yml");
    Files.writeString(config, "targets: {total: 77, notion: capacity, max_growth: 0.5}\n");
    Path place = folder.resolve("place");
    assertThat(plan("--config", config.toString(), "--total", "88", "--output", place.toString()))
        .isZero();
    PlanFile written = PlanFile.read(place);
    assertThat(written.request().settings().total()).isEqualTo(88);
    assertThat(written.request().settings().notion().code()).isEqualTo("capacity");
    assertThat(written.request().settings().maxGrowth()).isEqualTo(0.5);
  }

  @Test
  void theGoalsOfAnotherYear() throws IOException {
    Path place = folder.resolve("place");
    assertThat(
            plan(
                "--total",
                "none",
                "--from",
                "goals",
                "--year",
                "2028",
                "--output",
                place.toString(),
                "--language",
                "vi"))
        .isZero();
    // 65 · (400 − 100) are lacking, over 1,521 days, 366 of them in 2028.
    assertThat(sum(place.resolve("targets_by_commune.csv"))).isBetween(4692L, 4693L);
    assertThat(Files.readString(place.resolve("target_path.csv"))).contains("2028,2027-12-31");
  }

  /** In a process of its own, which starts neither Spring nor a database. */
  @Test
  void itStartsNoSpring() throws IOException, InterruptedException {
    Path log = folder.resolve("classes.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                "org.baophu.cli.Main",
                "plan",
                "--run",
                run.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.log").toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(Files.readString(log))
        .contains("org.baophu.target.Targets ")
        .doesNotContain("org.springframework", "org.h2.", "org.flywaydb");
  }
}
