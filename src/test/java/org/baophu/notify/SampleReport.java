package org.baophu.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.baophu.notify.NightReport.Outcome;

/** Reports for tests. */
final class SampleReport {
  private SampleReport() {}

  static NightReport of(Outcome outcome) {
    Figures figures =
        new Figures(
            "2026-11-02-0123456789abcdef",
            Map.of("records", 29_120L, "potential", 3_269L),
            Map.of("tax", 4L),
            Map.of("LINK", 6.5),
            Map.of("passed", 5L));
    Instant due = Instant.parse("2026-11-01T19:00:00Z");
    return new NightReport(
        LocalDate.of(2026, 11, 2),
        due,
        due.plusSeconds(1),
        due.plusSeconds(121),
        1,
        outcome,
        outcome == Outcome.PUBLISHED ? Optional.of(figures) : Optional.empty());
  }
}
