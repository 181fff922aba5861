package org.baophu.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.baophu.person.BirthDate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BirthDatesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private static String parsed(String text, int idYear) {
    return BirthDates.parse(text, idYear, TODAY).map(BirthDate::toString).orElse("");
  }

  @TestFactory
  Stream<DynamicTest> table() {
    return Tables.tests(
        "birth_dates.csv",
        "input",
        row -> {
          int idYear = row.get("id_year").isEmpty() ? 0 : Integer.parseInt(row.get("id_year"));
          assertThat(parsed(row.get("input"), idYear)).isEqualTo(row.get("expected"));
        });
  }

  @Test
  void everyFormOfARandomDayIsThatDay() {
    Random random = new Random(1);
    LocalDate first = LocalDate.of(1928, 1, 1);
    for (int i = 0; i < 2000; i++) {
      LocalDate day = first.plusDays(random.nextInt(35_000));
      int d = day.getDayOfMonth();
      int m = day.getMonthValue();
      int y = day.getYear();
      List<String> forms =
          List.of(
              two(d) + "/" + two(m) + "/" + y,
              d + "/" + m + "/" + y,
              two(d) + two(m) + y,
              y + two(m) + two(d),
              two(d) + "-" + two(m) + "-" + y + " 00:00:00",
              d + "." + m + "." + y,
              Long.toString(day.toEpochDay() + 25_569),
              day.toString());
      for (String form : forms) {
        assertThat(parsed(form, 0)).as(form).isEqualTo(day.toString());
      }
    }
  }

  private static String two(int number) {
    return (number < 10 ? "0" : "") + number;
  }
}
