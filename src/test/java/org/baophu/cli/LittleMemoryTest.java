package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that runs out of memory says so, and what to do. */
class LittleMemoryTest {
  @TempDir private Path own;

  @Test
  void aCommandThatRunsOutOfMemoryEndsAsAFailureThatNamesTheRemedy() throws Exception {
    List<String> rows = new ArrayList<>(List.of("id,name,born"));
    for (int row = 0; row < 150_000; row++) {
      rows.add(row + ",person number " + row + " of very many,1970-01-01");
    }
    Files.write(own.resolve("people.csv"), rows);
    Path config =
        Files.writeString(
            own.resolve("link.yml"),
            """
            mode: dedupe
            inputs: [{name: people, file: people.csv, id: id}]
            fields: [{name: name, type: text}, {name: born, type: date}]
            """);

    Process process =
        new ProcessBuilder(
                NightProcess.commandLine(
                    List.of("link", "--config", config.toString(), "--output", own + "/linked"),
                    "-Xmx20m",
                    "-XX:+UseSerialGC"))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isEqualTo(ExitCode.FAILED);
    assertThat(said)
        .contains("Failed: not enough memory; set BAOPHU_JAVA_OPTIONS=-Xmx8g or more")
        .contains("start the same command again")
        .doesNotContain("\tat ");
    assertThat(own.resolve("linked/clusters.csv")).doesNotExist();
  }
}
