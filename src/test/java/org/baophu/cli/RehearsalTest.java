package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Java is to learn from is done, to the end: otherwise it would learn little, and unseen. */
class RehearsalTest {
  @TempDir private Path directory;

  @Test
  void everyNightIsPublishedAndEveryLaterOneGoesOnFromTheOneBefore() throws Exception {
    assertThat(Rehearsal.run(directory, 2_000)).isZero();

    Path output = directory.resolve("output");
    IncrementalNightsTest.assertLinked(output, "2026-11-01", "learnt", "first_night");
    for (int night = 2; night <= 5; night++) {
      IncrementalNightsTest.assertLinked(
          output, "2026-11-0" + night, "incremental", "nearly_the_same");
    }
  }
}
