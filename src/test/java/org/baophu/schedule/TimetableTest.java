package org.baophu.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  /** 19:00 in UTC is 2 o'clock of the next day in Vietnam. */
  @ParameterizedTest
  @ValueSource(strings = {"0 2 * * *", "0 0 2 * * *", " 0  2 * * * "})
  void atTwoInTheMorningOfVietnam(String cron) {
    Timetable timetable = Timetable.of(cron, VIETNAM);
    Instant due = Instant.parse("2026-11-01T19:00:00Z");

    assertThat(timetable.findNext(due.minusSeconds(1))).contains(due);
    assertThat(timetable.findNext(due)).contains(due.plusSeconds(86_400));
    assertThat(timetable.dateOf(due)).isEqualTo(LocalDate.of(2026, 11, 2));
  }

  @Test
  void findsTheLastOfTheTimesThatPassed() {
    Timetable timetable = Timetable.of("0 2 * * *", VIETNAM);
    Instant first = Instant.parse("2026-11-01T19:00:00Z");
    Instant third = Instant.parse("2026-11-03T19:00:00Z");

    assertThat(timetable.findLast(first, third)).contains(third);
    assertThat(timetable.findLast(first, third.minusSeconds(1)))
        .contains(Instant.parse("2026-11-02T19:00:00Z"));
    assertThat(timetable.findLast(third, third)).isEmpty();
    assertThat(timetable.findLast(Instant.EPOCH, third)).as("after decades").contains(third);
  }

  @Test
  void knowsSummerTimeWhereThereIsOne() {
    Timetable timetable = Timetable.of("0 2 * * *", ZoneId.of("Europe/Berlin"));

    assertThat(timetable.list(Instant.parse("2026-10-24T12:00:00Z"), 3))
        .extracting(ZonedDateTime::toInstant)
        .containsExactly(
            Instant.parse("2026-10-25T00:00:00Z"),
            Instant.parse("2026-10-26T01:00:00Z"),
            Instant.parse("2026-10-27T01:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2 o'clock", "0 25 * * *", "* * *", "0 0 31 2 *"})
  void refusesWhatIsNoTimeOrNeverComes(String cron) {
    assertThatThrownBy(() -> Timetable.of(cron, VIETNAM))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
