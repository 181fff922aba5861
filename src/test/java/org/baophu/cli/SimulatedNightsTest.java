package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights of a province that lives on; {@link SimulatedNights} says what right means. */
class SimulatedNightsTest {
  @TempDir private Path own;

  @Test
  void everyLineOfAFewNightsIsRight() throws IOException, SQLException {
    SimulatedNights simulated = SimulatedNights.run(own, 900, 5, LocalDate.of(2029, 6, 28), 5, 2);

    assertThat(simulated.violations()).isEmpty();
    assertThat(simulated.told()).containsKeys("event RULE_BEGAN", "event CORRECTED");
  }

  @Test
  void theDayOfTheReformIsToldAsWhatItIs() throws IOException, SQLException {
    SimulatedNights simulated = SimulatedNights.run(own, 700, 6, LocalDate.of(2025, 6, 30), 3, 1);

    assertThat(simulated.violations()).isEmpty();
    assertThat(simulated.told())
        .containsKeys("cause COMMUNE_REDRAWN", "cause AMOUNT_CHANGED", "cause ROUTE_CHANGED");
  }
}
