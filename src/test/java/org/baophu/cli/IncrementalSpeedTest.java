package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.baophu.PostgresStores;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The linkage of a second night on which one record in a hundred changed takes at most a tenth of
 * the first one's, and publishes what a full night does. Nights are started as operators start
 * them, by {@code run.sh} of a copy of the repository that it builds, and the middle one of some
 * pairs counts; nothing else should be running. {@link IncrementalNightsTest} is its small sibling.
 */
@Tag("trial")
class IncrementalSpeedTest {
  private static final int PEOPLE = Integer.getInteger("baophu.trial.people", 200_000);
  private static final int PAIRS = Integer.getInteger("baophu.trial.pairs", 5);

  /** The JDK to run nights with; without one {@code run.sh} takes what it finds. */
  private static final @Nullable String JDK = System.getProperty("baophu.trial.jdk");

  @TempDir private Path own;

  @Test
  void aSecondNightTakesATenthOfTheFirst() throws Exception {
    Path input = own.resolve("input");
    ProvinceGenerator.generate(GenerateSettings.of(PEOPLE, 3), input, people -> {});
    Path later = IncrementalNightsTest.copy(input, own.resolve("later"));
    changeOneInAHundred(input, later);
    Path program = program();
    Path output = own;
    Path full = own.resolve("full");
    long[] first = new long[PAIRS];
    long[] second = new long[PAIRS];
    for (int pair = 0; pair < PAIRS; pair++) {
      output = own.resolve("output-" + pair);
      first[pair] = linking(program, input, output, "2026-11-01");
      if (pair == 0) {
        IncrementalNightsTest.copy(output, full);
      }
      second[pair] = linking(program, later, output, "2026-11-02");
      System.out.println(
          "LINK: first night " + first[pair] + " ms, second " + second[pair] + " ms");
    }
    IncrementalNightsTest.forgetStates(full);
    long inFull = linking(program, later, full, "2026-11-02");
    System.out.println("LINK: second night in full " + inFull + " ms");

    IncrementalNightsTest.assertLinked(output, "2026-11-02", "incremental", "nearly_the_same");
    IncrementalNightsTest.assertLinked(full, "2026-11-02", "full", "state_lost");
    assertThat(IncrementalNightsTest.contents(output.resolve("2026-11-02")))
        .isEqualTo(IncrementalNightsTest.contents(full.resolve("2026-11-02")));
    assertThat(median(second))
        .as("%s after %s", Arrays.toString(second), Arrays.toString(first))
        .isLessThanOrEqualTo(median(first) / 10);
  }

  /** Of each register's rows 0.2 % come, 0.2 % go and 0.6 % are corrected. */
  private static void changeOneInAHundred(Path before, Path after) throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    for (String file : IncrementalNightsTest.REGISTERS) {
      List<String> all = Files.readAllLines(before.resolve(file));
      List<String> then = new ArrayList<>(List.of(all.get(0)));
      List<String> now = new ArrayList<>(then);
      for (String line : all.subList(1, all.size())) {
        int kind = random.nextInt(1_000);
        if (kind >= 2) {
          then.add(line);
        }
        if (kind < 2 || kind >= 4) {
          now.add(kind >= 10 || kind < 2 ? line : IncrementalNightsTest.corrected(line, random));
        }
      }
      Files.write(before.resolve(file), then);
      Files.write(after.resolve(file), now);
    }
  }

  /** A copy of what {@code run.sh} builds and runs the program from. */
  private Path program() throws IOException {
    Path program = Files.createDirectory(own.resolve("program"));
    for (String name : List.of("run.sh", "pom.xml", ".mvn", "src/main")) {
      Files.createDirectories(program.resolve(name).getParent());
      IncrementalNightsTest.copy(Path.of(name), program.resolve(name));
    }
    return program;
  }

  private static long median(long[] numbers) {
    long[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Runs a night and says what its stage LINK took, in milliseconds. */
  private static long linking(Path program, Path input, Path output, String date) throws Exception {
    List<String> line = new ArrayList<>(List.of("bash", program.resolve("run.sh").toString()));
    line.addAll(List.of(IncrementalNightsTest.command(input, output, date)));
    Path log = program.resolveSibling("night.log");
    ProcessBuilder night =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
    night.environment().remove("JAVA_HOME");
    if (JDK != null) {
      night.environment().put("JAVA_HOME", JDK);
    }
    night.environment().put("BAOPHU_JAVA_OPTIONS", String.join(" ", PostgresStores.javaOptions()));
    assertThat(night.start().waitFor()).as(Files.readString(log)).isZero();
    return JsonMapper.shared()
        .readTree(Files.readString(output.resolve(date).resolve("run.json")))
        .at("/timings_ms/LINK")
        .asLong();
  }
}
