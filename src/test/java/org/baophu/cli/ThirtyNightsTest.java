package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month of nights over the day on which a rule comes into force. */
@Tag("trial")
class ThirtyNightsTest {
  @TempDir private Path own;

  @Test
  void everyLineIsRight() throws IOException, SQLException {
    SimulatedNights simulated =
        SimulatedNights.run(own, 4_000, 7, LocalDate.of(2029, 6, 12), 30, 6);

    assertThat(simulated.violations()).isEmpty();
    assertThat(simulated.toldShare()).isGreaterThan(0.98);
  }
}
