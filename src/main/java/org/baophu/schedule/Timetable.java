package org.baophu.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * The times at which nights are due: a cron expression in a zone.
 *
 * <p>Five fields are read as the cron of Unix does (minute, hour, day, month, weekday), six as
 * Spring does, with seconds first; {@code @daily} and its like, {@code L} and {@code #} are
 * understood.
 */
public final class Timetable {
  /** Nights missed longer ago than this are not looked for. */
  private static final Duration MEMORY = Duration.ofDays(400);

  private static final int FIELDS_WITHOUT_SECONDS = 5;

  private final CronExpression cron;
  private final ZoneId zone;

  private Timetable(CronExpression cron, ZoneId zone) {
    this.cron = cron;
    this.zone = zone;
  }

  /**
   * Reads a cron expression.
   *
   * @throws IllegalArgumentException if it is none, or never due
   */
  public static Timetable of(String expression, ZoneId zone) {
    String trimmed = expression.strip();
    boolean seconds = trimmed.split("\\s+").length != FIELDS_WITHOUT_SECONDS;
    Timetable timetable = new Timetable(parse(seconds ? trimmed : "0 " + trimmed), zone);
    if (timetable.findNext(Instant.EPOCH.plus(MEMORY)).isEmpty()) {
      throw new IllegalArgumentException("the times of " + expression + " never come");
    }
    return timetable;
  }

  private static CronExpression parse(String expression) {
    try {
      return CronExpression.parse(expression);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + expression + "' is no cron expression of five fields, or six with seconds first",
          e);
    }
  }

  /** The first time after that moment; empty if there is none in the years to come. */
  public Optional<Instant> findNext(Instant after) {
    return Optional.ofNullable(next(after));
  }

  private @Nullable Instant next(Instant after) {
    ZonedDateTime from = after.atZone(zone);
    ZonedDateTime next = cron.next(from);
    // Where summer time ends an hour comes twice; what is due in it is due once.
    while (next != null && !next.toLocalDateTime().isAfter(from.toLocalDateTime())) {
      next = cron.next(next);
    }
    return next == null ? null : next.toInstant();
  }

  /** The last time after one moment and not after another. */
  public Optional<Instant> findLast(Instant after, Instant until) {
    Instant from = after.isBefore(until.minus(MEMORY)) ? until.minus(MEMORY) : after;
    Instant last = null;
    for (Instant due = next(from); due != null && !due.isAfter(until); due = next(due)) {
      last = due;
    }
    return Optional.ofNullable(last);
  }

  /** The next times after that moment, for those who want to see them. */
  public List<ZonedDateTime> list(Instant after, int count) {
    List<ZonedDateTime> times = new ArrayList<>();
    for (Instant due = next(after); due != null && times.size() < count; due = next(due)) {
      times.add(due.atZone(zone));
    }
    return times;
  }

  /** The date that a night due at that time is about. */
  public LocalDate dateOf(Instant due) {
    return due.atZone(zone).toLocalDate();
  }
}
