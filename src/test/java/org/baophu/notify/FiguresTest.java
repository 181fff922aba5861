package org.baophu.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
  @TempDir private Path results;

  @Test
  void areReadFromTheManifest() throws IOException {
    Files.writeString(
        results.resolve("run.json"),
        "{\"run_id\":\"r\",\"counts\":{\"records\":3,\"standings\":{\"insured\":1}},"
            + "\"inputs\":[{\"kind\":\"tax\",\"rows_rejected\":2},"
            + "{\"kind\":\"tax\",\"rows_rejected\":1}],\"timings_ms\":{\"READ\":1500}}");

    Figures figures = Figures.find(results).orElseThrow();

    assertThat(figures.runId()).isEqualTo("r");
    assertThat(figures.counts()).containsOnlyKeys("records").containsEntry("records", 3L);
    assertThat(figures.rejectedRows()).containsEntry("tax", 3L);
    assertThat(figures.stageSeconds()).containsEntry("READ", 1.5);
    assertThat(figures.gates()).isEmpty();
  }

  @Test
  void areMissingWhereThereIsNoManifest() throws IOException {
    assertThat(Figures.find(results)).isEmpty();
    Files.writeString(results.resolve("run.json"), "{\"counts\":");
    assertThat(Figures.find(results)).isEmpty();
  }
}
