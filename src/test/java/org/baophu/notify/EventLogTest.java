package org.baophu.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.baophu.notify.NightReport.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventLogTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T19:02:02Z"), ZoneOffset.UTC);

  @TempDir private Path directory;

  @Test
  void anEventIsALineOfJson() throws IOException {
    Path file = directory.resolve("log/events.jsonl");
    EventLog log = EventLog.in(file, CLOCK);

    log.add("waiting", Map.of("due", "line\nbreak"));
    log.add(SampleReport.of(Outcome.PUBLISHED));

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .isEqualTo(
            "{\"time\":\"2026-11-01T19:02:02Z\",\"event\":\"waiting\",\"due\":\"line\\nbreak\"}");
    JsonNode night = JsonMapper.builder().build().readTree(lines.get(1));
    assertThat(night.get("event").asString()).isEqualTo("night_ended");
    assertThat(night.get("run_id").asString()).isEqualTo("2026-11-02-0123456789abcdef");
    if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aFileThatHasGrownIsPutAsideAndTheOldestGoes() throws IOException {
    EventLog log = EventLog.in(directory.resolve("events"), CLOCK, 200);

    for (int i = 0; i < 40; i++) {
      log.add("event" + i, Map.of());
    }

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "events", "events.1", "events.2", "events.3", "events.4", "events.5");
    }
    assertThat(Files.readString(directory.resolve("events"))).contains("event39");
    assertThat(Files.readString(directory.resolve("events.1"))).contains("event35");
  }
}
