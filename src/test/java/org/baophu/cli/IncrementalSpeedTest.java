package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The linkage of a second night on which one record in a hundred changed takes at most a tenth of
 * the first one's, and publishes what a full night does. Every night is a process of its own, as
 * real ones are; nothing else should be running. {@link IncrementalNightsTest} is its small
 * sibling.
 */
@Tag("trial")
class IncrementalSpeedTest {
  private static final int PEOPLE = Integer.getInteger("baophu.trial.people", 200_000);

  @TempDir private Path own;

  @Test
  void aSecondNightTakesATenthOfTheFirst() throws Exception {
    Path input = own.resolve("input");
    ProvinceGenerator.generate(GenerateSettings.of(PEOPLE, 3), input, people -> {});
    Path later = IncrementalNightsTest.copy(input, own.resolve("later"));
    changeOneInAHundred(input, later);
    Path output = own.resolve("output");
    night(input, output, "2026-11-01");
    Path full = IncrementalNightsTest.copy(output, own.resolve("full"));
    IncrementalNightsTest.forgetStates(full);

    night(later, output, "2026-11-02");
    night(later, full, "2026-11-02");

    IncrementalNightsTest.assertLinked(output, "2026-11-02", "incremental", "nearly_the_same");
    IncrementalNightsTest.assertLinked(full, "2026-11-02", "full", "state_lost");
    assertThat(IncrementalNightsTest.contents(output.resolve("2026-11-02")))
        .isEqualTo(IncrementalNightsTest.contents(full.resolve("2026-11-02")));
    long first = linking(output, "2026-11-01");
    long second = linking(output, "2026-11-02");
    String measured =
        "LINK: first night "
            + first
            + " ms, second "
            + second
            + " ms, second in full "
            + linking(full, "2026-11-02")
            + " ms";
    System.out.println(measured);
    assertThat(second).as(measured).isLessThanOrEqualTo(first / 10);
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

  private static void night(Path input, Path output, String date) throws Exception {
    List<String> options = new ArrayList<>(optionsOfTheScript());
    options.add("-Xmx2g");
    List<String> line =
        NightProcess.commandLine(
            List.of(IncrementalNightsTest.command(input, output, date)),
            options.toArray(String[]::new));
    Path log = output.resolveSibling(output.getFileName() + date + ".log");
    Process night =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(night.waitFor()).as(Files.readString(log)).isZero();
  }

  /** How run.sh sets Java up for a night. */
  private static List<String> optionsOfTheScript() throws IOException {
    List<String> options = new ArrayList<>();
    Pattern line = Pattern.compile("^ *options\\+?=\\((-.*)\\)$");
    for (String text : Files.readAllLines(Path.of("run.sh"))) {
      Matcher matcher = line.matcher(text);
      if (matcher.matches()) {
        options.addAll(List.of(matcher.group(1).split(" ")));
      }
    }
    assertThat(options).contains("-XX:+UseParallelGC");
    return options;
  }

  /** What the stage LINK took, in milliseconds. */
  private static long linking(Path output, String date) throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readString(output.resolve(date).resolve("run.json")))
        .at("/timings_ms/LINK")
        .asLong();
  }
}
