package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  @TempDir private Path output;

  private Path store() {
    return output.resolve(".store");
  }

  private void publish(String... dates) throws IOException {
    for (String date : dates) {
      Files.createDirectories(output.resolve(date).resolve("potential"));
      Files.createFile(output.resolve(date).resolve("run.json"));
      Files.createFile(output.resolve(date).resolve("rejects.csv"));
    }
  }

  private Retention on(String today, int lists, int rejects) {
    return new Retention(
        output, store(), new RetentionSettings(lists, rejects, 90, 30, 1), LocalDate.parse(today));
  }

  private List<String> names(List<Path> paths) {
    return paths.stream().map(path -> output.relativize(path).toString()).toList();
  }

  @Test
  void whatIsOlderThanItsDaysIsDue() throws IOException {
    publish("2026-01-01", "2026-01-02", "2026-10-01", "2026-11-01");
    Files.createDirectories(output.resolve("2026-01-01 of my own"));
    Files.createDirectories(store().resolve("refused").resolve("2026-08-01-abcdef"));
    Files.createDirectories(store().resolve("refused").resolve("2026-10-31-abcdef-2"));
    Files.createDirectories(store().resolve("work").resolve("2026-09-30-abcdef"));

    // 2026-01-01 was 304 days ago.
    assertThat(names(on("2026-11-01", 303, 20).due()))
        .containsExactly(
            "2026-01-01",
            "2026-01-02/rejects.csv",
            "2026-10-01/rejects.csv",
            ".store/refused/2026-08-01-abcdef",
            String.join("/", ".store", "work", "2026-09-30-abcdef"));
  }

  @Test
  void theLatestPublishedNightStaysHoweverOld() throws IOException {
    publish("2020-01-01", "2020-01-02");
    Files.createDirectories(output.resolve("2020-01-03"));

    Files.createDirectories(store());

    List<Path> removed = on("2026-11-01", 1, 10_000).enforce();

    assertThat(names(removed)).containsExactly("2020-01-01", "2020-01-03");
    assertThat(output.resolve("2020-01-02").resolve("rejects.csv")).exists();
    assertThat(output.resolve("2020-01-01")).doesNotExist();
    assertThat(store()).isEmptyDirectory();
  }

  @Test
  void whatAnInterruptedRemovalLeftIsRemoved() throws IOException {
    Files.createDirectories(store().resolve("removed-2020-01-01"));
    publish("2020-01-02");

    assertThat(on("2026-11-01", 1, 10_000).enforce()).isEmpty();
    assertThat(store()).isEmptyDirectory();
  }

  @Test
  void daysAreChecked() {
    assertThatThrownBy(() -> new RetentionSettings(0, 1, 1, 1, 1))
        .hasMessage("retention.lists_days is 0, not from 1 to 36500");
  }
}
