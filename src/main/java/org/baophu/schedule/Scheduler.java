package org.baophu.schedule;

import java.time.Instant;
import java.time.LocalDate;
import org.baophu.notify.NightReport.Outcome;

/**
 * Starts nights when they are due, one after the other, until it is told to stop.
 *
 * <p>A time that passes while a night is running is left out. On start, a night that was due while
 * nothing was running, or that did not end well, is run at once: the last such night, once, however
 * many were missed, since each delivery replaces the one before.
 */
public final class Scheduler {
  private final Timetable timetable;
  private final Retries retries;
  private final boolean catchUp;
  private final NightRunner runner;
  private final Alarm alarm;
  private final Ledger ledger;
  private final Listener listener;

  /**
   * @param catchUp whether a missed night is run on start
   */
  public Scheduler(
      Timetable timetable,
      Retries retries,
      boolean catchUp,
      NightRunner runner,
      Alarm alarm,
      Ledger ledger,
      Listener listener) {
    this.timetable = timetable;
    this.retries = retries;
    this.catchUp = catchUp;
    this.runner = runner;
    this.alarm = alarm;
    this.ledger = ledger;
    this.listener = listener;
  }

  /** Hears what happens. Called from the thread of the scheduler. */
  public interface Listener {
    /** The next night is due then; nothing happens before. */
    void waiting(Instant due);

    /**
     * A night begins.
     *
     * @param attempt counted from 1
     */
    void began(LocalDate date, Instant due, int attempt);

    /** A night broke off and is started again at that time. */
    void brokeOff(LocalDate date, int attempt, Instant again);

    /** A night has ended, for good or until the next start. */
    void ended(LocalDate date, Instant due, Instant started, int attempts, Outcome outcome)
        throws InterruptedException;
  }

  /**
   * Runs until the alarm is ended, or no further night ever comes.
   *
   * @return how the last night ended if the end came in its middle, else {@link Outcome#PUBLISHED}
   */
  public Outcome run() throws InterruptedException {
    Instant now = alarm.now();
    Instant doneUntil = ledger.findDoneUntil().orElse(now);
    if (!catchUp || !doneUntil.isBefore(now)) {
      ledger.note(now);
    } else {
      Instant missed = timetable.findLast(doneUntil, now).orElse(null);
      if (missed != null && night(missed) == Outcome.STOPPED) {
        return Outcome.STOPPED;
      }
    }
    return wait(alarm.now());
  }

  private Outcome wait(Instant from) throws InterruptedException {
    Instant due = timetable.findNext(from).orElse(null);
    while (due != null) {
      listener.waiting(due);
      if (!alarm.await(due)) {
        return Outcome.PUBLISHED;
      }
      if (night(due) == Outcome.STOPPED) {
        return Outcome.STOPPED;
      }
      Instant now = alarm.now();
      due = timetable.findNext(now.isAfter(due) ? now : due).orElse(null);
    }
    return Outcome.PUBLISHED;
  }

  private Outcome night(Instant due) throws InterruptedException {
    LocalDate date = timetable.dateOf(due);
    Instant started = alarm.now();
    int attempt = 1;
    Outcome outcome = attempt(date, due, attempt);
    while (outcome == Outcome.FAILED && attempt <= retries.times()) {
      Instant again = alarm.now().plus(retries.pauseBefore(attempt));
      listener.brokeOff(date, attempt, again);
      if (alarm.await(again)) {
        attempt++;
        outcome = attempt(date, due, attempt);
      } else {
        outcome = Outcome.STOPPED;
      }
    }
    if (outcome == Outcome.PUBLISHED) {
      ledger.note(due);
    }
    listener.ended(date, due, started, attempt, outcome);
    return outcome;
  }

  private Outcome attempt(LocalDate date, Instant due, int attempt) throws InterruptedException {
    listener.began(date, due, attempt);
    Outcome outcome = Outcome.of(runner.run(date));
    // A night ends like a broken one when it is told to stop.
    return outcome == Outcome.FAILED && alarm.isStopped() ? Outcome.STOPPED : outcome;
  }
}
