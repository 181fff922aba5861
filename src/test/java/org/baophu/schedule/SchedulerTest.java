package org.baophu.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.baophu.notify.NightReport.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Years of nights in no time: the clock is moved by those who wait for it. */
class SchedulerTest {
  private static final Timetable DAILY = Timetable.of("0 2 * * *", ZoneId.of("Asia/Ho_Chi_Minh"));

  /** Noon of 1 November in Vietnam. */
  private static final Instant NOON = Instant.parse("2026-11-01T05:00:00Z");

  @TempDir private Path directory;
  private Ledger ledger;
  private final List<String> heard = new ArrayList<>();
  private final Deque<Integer> exitCodes = new ArrayDeque<>();
  private Instant now = NOON;
  private Instant end = NOON;
  private Duration nightTakes = Duration.ofMinutes(10);
  private boolean stopped;

  @BeforeEach
  void keepLedger() {
    ledger = new Ledger(directory.resolve("schedule.json"));
  }

  private final class MovedAlarm implements Alarm {
    @Override
    public Instant now() {
      return now;
    }

    @Override
    public boolean await(Instant time) {
      stopped |= time.isAfter(end);
      now = stopped ? end : time.isAfter(now) ? time : now;
      return !stopped;
    }

    @Override
    public boolean isStopped() {
      return stopped;
    }
  }

  private final class Heard implements Scheduler.Listener {
    @Override
    public void waiting(Instant due) {
      heard.add("waits for " + due);
    }

    @Override
    public void began(LocalDate date, Instant due, int attempt) {
      heard.add("begins " + date + " at " + now + " attempt " + attempt);
    }

    @Override
    public void brokeOff(LocalDate date, int attempt, Instant again) {
      heard.add("again " + again);
    }

    @Override
    public void ended(LocalDate date, Instant due, Instant started, int attempts, Outcome outcome) {
      heard.add("ends " + date + " " + outcome + " after " + attempts);
    }
  }

  private Outcome run(boolean catchUp, Duration howLong) throws InterruptedException {
    end = now.plus(howLong);
    stopped = false;
    heard.clear();
    NightRunner runner =
        date -> {
          now = now.plus(nightTakes);
          return exitCodes.isEmpty() ? 0 : exitCodes.remove();
        };
    return new Scheduler(
            DAILY, Retries.defaults(), catchUp, runner, new MovedAlarm(), ledger, new Heard())
        .run();
  }

  @Test
  void runsANightEachNight() throws InterruptedException {
    assertThat(run(true, Duration.ofDays(2))).isEqualTo(Outcome.PUBLISHED);

    assertThat(heard)
        .containsExactly(
            "waits for 2026-11-01T19:00:00Z",
            "begins 2026-11-02 at 2026-11-01T19:00:00Z attempt 1",
            "ends 2026-11-02 PUBLISHED after 1",
            "waits for 2026-11-02T19:00:00Z",
            "begins 2026-11-03 at 2026-11-02T19:00:00Z attempt 1",
            "ends 2026-11-03 PUBLISHED after 1",
            "waits for 2026-11-03T19:00:00Z");
  }

  @Test
  void aNightThatBrokeOffIsStartedAgainAfterGrowingPauses() throws InterruptedException {
    exitCodes.addAll(List.of(4, 4, 4, 0));
    nightTakes = Duration.ZERO;

    run(true, Duration.ofDays(1));

    assertThat(heard)
        .containsSubsequence(
            "again 2026-11-01T19:01:00Z",
            "begins 2026-11-02 at 2026-11-01T19:01:00Z attempt 2",
            "again 2026-11-01T19:05:00Z",
            "again 2026-11-01T19:21:00Z",
            "begins 2026-11-02 at 2026-11-01T19:21:00Z attempt 4",
            "ends 2026-11-02 PUBLISHED after 4");
  }

  @Test
  void itIsGivenUpAfterThreeMoreAttempts() throws InterruptedException {
    exitCodes.addAll(List.of(4, 4, 4, 4));

    run(true, Duration.ofDays(1));

    assertThat(heard).contains("ends 2026-11-02 FAILED after 4");
    assertThat(exitCodes).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"MISCONFIGURED", "REFUSED", "LOCKED"})
  void whatNeedsAPersonIsNotTriedAgain(Outcome outcome) throws InterruptedException {
    exitCodes.add(outcome.exitCode());

    run(true, Duration.ofDays(1));

    assertThat(heard).contains("ends 2026-11-02 " + outcome + " after 1");
  }

  @Test
  void onFirstStartNothingIsOwed() throws InterruptedException {
    run(true, Duration.ofHours(1));

    assertThat(heard).containsExactly("waits for 2026-11-01T19:00:00Z");
  }

  @Test
  void ofTheNightsMissedTheLastIsRunOnStart() throws InterruptedException {
    run(true, Duration.ofHours(1));
    now = NOON.plus(Duration.ofDays(5));

    run(true, Duration.ofHours(1));
    assertThat(heard)
        .containsExactly(
            "begins 2026-11-06 at 2026-11-06T05:00:00Z attempt 1",
            "ends 2026-11-06 PUBLISHED after 1",
            "waits for 2026-11-06T19:00:00Z");

    run(true, Duration.ofHours(1));
    assertThat(heard).as("once").containsExactly("waits for 2026-11-06T19:00:00Z");
  }

  @Test
  void withoutCatchingUpMissedNightsStayMissed() throws InterruptedException {
    run(false, Duration.ofHours(1));
    now = NOON.plus(Duration.ofDays(5));

    run(false, Duration.ofHours(1));
    run(true, Duration.ofHours(1));

    assertThat(heard).containsExactly("waits for 2026-11-06T19:00:00Z");
  }

  @Test
  void aNightThatDidNotEndWellIsRunOnTheNextStart() throws InterruptedException {
    exitCodes.add(3);
    run(true, Duration.ofHours(20));

    run(true, Duration.ofHours(1));

    assertThat(heard).contains("ends 2026-11-02 PUBLISHED after 1");
  }

  @Test
  void aTimeThatPassesDuringANightIsLeftOut() throws InterruptedException {
    nightTakes = Duration.ofHours(25);

    run(true, Duration.ofDays(3));

    assertThat(heard)
        .containsSubsequence(
            "begins 2026-11-02 at 2026-11-01T19:00:00Z attempt 1",
            "waits for 2026-11-03T19:00:00Z");
    assertThat(heard).doesNotContain("waits for 2026-11-02T19:00:00Z");
  }

  @Test
  void aStopBetweenTwoAttemptsLeavesTheNightToTheNextStart() throws InterruptedException {
    exitCodes.add(4);
    nightTakes = Duration.ZERO;

    assertThat(run(true, Duration.ofHours(14).plusSeconds(30))).isEqualTo(Outcome.STOPPED);
    assertThat(heard).last().isEqualTo("ends 2026-11-02 STOPPED after 1");

    run(true, Duration.ofHours(1));
    assertThat(heard).contains("ends 2026-11-02 PUBLISHED after 1");
  }

  @Test
  void aDamagedLedgerIsAFirstStart() throws Exception {
    Files.writeString(directory.resolve("schedule.json"), "{\"done_until\": \"yester");
    run(true, Duration.ofHours(1));
    assertThat(heard).containsExactly("waits for 2026-11-01T19:00:00Z");
  }

  @Test
  void retriesHaveBounds() {
    assertThatThrownBy(() -> new Retries(-1, Duration.ofMinutes(1)))
        .hasMessageContaining("retries -1 is not in [0,20]");
    assertThatThrownBy(() -> new Retries(1, Duration.ZERO)).hasMessageContaining("[1,86400]");
    assertThat(new Retries(20, Duration.ofHours(1)).pauseBefore(20)).isEqualTo(Duration.ofDays(1));
  }
}
