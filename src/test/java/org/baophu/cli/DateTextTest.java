package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
  private static final DateText DAY_FIRST = new DateText(false);
  private static final DateText MONTH_FIRST = new DateText(true);

  private static boolean isIso(String text) {
    byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
    return DateText.isIso(bytes, 1, bytes.length - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1980", "1980-01", "1980-1", "1980-01-02", "1980-1-2", "1980-00-00"})
  void isIsoAlready(String text) {
    assertThat(isIso(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "80", "19800", "1980-", "1980-001", "1980-01-", "1980-01-002"})
  void isNotIso(String text) {
    assertThat(isIso(text)).isFalse();
    assertThat(isIso(text + "-01-02-03")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1980-02-01 00:00:00 | 1980-02-01",
        "1980-02-01T12:30    | 1980-02-01",
        "1980/2/1            | 1980-02-01",
        "1980.02.01.         | 1980-02-01",
        "19800201            | 1980-02-01",
        "01021980            | 1980-02-01",
        "1/2/1980            | 1980-02-01",
        "01-02-1980          | 1980-02-01",
        "01.02.1980 08:15    | 1980-02-01",
        "1 Feb 1980          | 1980-02-01",
        "01FEB1980           | 1980-02-01",
        "February 1, 1980    | 1980-02-01",
        "02/1980             | 1980-02",
        "Feb 1980            | 1980-02",
        "25/12/1980          | 1980-12-25",
        "12/25/1980          | 1980-12-25",
        "1980/25/12          | 1980-12-25",
        "45/13/1980          | 1980-13-45",
        "1. März 1980        | 1980-03-01",
        "1 août 1980         | 1980-08-01",
        "1er juin 1980       | 1980-06-01",
        "1 juillet 1980      | 1980-07-01",
        "1 de março de 1980  | 1980-03-01",
        "1 de diciembre de 1980 | 1980-12-01",
        "1 мая 1980 г.       | 1980-05-01",
        "March 3rd, 1980     | 1980-03-03",
        "ngày 1 tháng 2 năm 1980 | 1980-02-01",
        "1980年2月1日         | 1980-02-01",
        "1980년 2월 1일       | 1980-02-01",
        "１９８０－０２－０１ | 1980-02-01",
        "٠١/٠٢/١٩٨٠          | 1980-02-01",
      })
  void readsWhatPeopleWrite(String text, String iso) {
    assertThat(DAY_FIRST.iso(text)).isEqualTo(iso);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "unknown",
        "1/2/80",
        "1980",
        "123/4/1980",
        "1/2/3/1980",
        "1980-01-02 x",
        "12345678901",
        "1 Foo 1980",
        "Jan Feb 1980",
        "1980 Jan Feb",
        "1/2/1980Z"
      })
  void isNoDate(String text) {
    assertThat(DAY_FIRST.iso(text)).isNull();
  }

  @Test
  void whichStandsFirstIsWhatCannotBeAMonth() {
    assertThat(DateText.order("25/12/1980")).isEqualTo(1);
    assertThat(DateText.order("12/25/1980")).isEqualTo(-1);
    assertThat(List.of("01/02/1980", "1980/25/12", "1 Feb 1980", "x", "25/26/1980"))
        .allMatch(text -> DateText.order(text) == 0);
    assertThat(MONTH_FIRST.iso("02/01/1980")).isEqualTo("1980-02-01");
    assertThat(MONTH_FIRST.iso("25/12/1980")).isEqualTo("1980-12-25");
    assertThat(MONTH_FIRST.iso("1 Feb 1980")).isEqualTo("1980-02-01");
    assertThat(MONTH_FIRST.iso("1980/02/01")).isEqualTo("1980-02-01");
  }

  /** Every day of four years, in all the ways that tell day from month. */
  @Test
  void readsEveryDay() {
    List<String> patterns =
        List.of("yyyyMMdd", "yyyy/MM/dd", "d.M.yyyy", "dd-MM-yyyy", "d MMM yyyy", "MMMM d, yyyy");
    for (LocalDate day = LocalDate.of(1979, 1, 1); day.getYear() < 1983; day = day.plusDays(1)) {
      for (String pattern : patterns) {
        String text = day.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
        assertThat(DAY_FIRST.iso(text)).as(text).isEqualTo(day.toString());
      }
      String american = day.format(DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT));
      assertThat(MONTH_FIRST.iso(american)).as(american).isEqualTo(day.toString());
    }
  }
}
