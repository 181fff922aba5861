package org.baophu.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.baophu.notify.EventLog;
import org.baophu.notify.Figures;
import org.baophu.notify.Measures;
import org.baophu.notify.NightReport;
import org.baophu.notify.NightReport.Outcome;
import org.baophu.notify.Notifier;
import org.baophu.schedule.Scheduler;

/** Passes what the scheduler does on to all who are to hear of it. */
final class ScheduleEvents implements Scheduler.Listener {
  private final Path output;
  private final Clock clock;
  private final EventLog events;
  private final Measures measures;
  private final Notifier notifier;

  ScheduleEvents(Path output, Clock clock, EventLog events, Measures measures, Notifier notifier) {
    this.output = output;
    this.clock = clock;
    this.events = events;
    this.measures = measures;
    this.notifier = notifier;
  }

  @Override
  public void waiting(Instant due) {
    measures.waiting(due);
    events.add("waiting", Map.of("due", due.toString()));
  }

  @Override
  public void began(LocalDate date, Instant due, int attempt) {
    measures.began();
    events.add(
        "night_began", Map.of("date", date.toString(), "due", due.toString(), "attempt", attempt));
  }

  @Override
  public void brokeOff(LocalDate date, int attempt, Instant again) {
    events.add(
        "night_broke_off",
        Map.of("date", date.toString(), "attempt", attempt, "again", again.toString()));
  }

  @Override
  public void ended(LocalDate date, Instant due, Instant started, int attempts, Outcome outcome)
      throws InterruptedException {
    Optional<Figures> figures =
        outcome == Outcome.PUBLISHED
            ? Figures.find(output.resolve(date.toString()))
            : Optional.empty();
    NightReport report =
        new NightReport(date, due, started, clock.instant(), attempts, outcome, figures);
    measures.ended(report);
    events.add(report);
    notifier.tell(report);
  }
}
