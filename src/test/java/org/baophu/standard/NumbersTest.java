package org.baophu.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0|0
          1200000|1200000
          1.200.000|1200000
          1,200,000|1200000
          1 200 000|1200000
          1200000.0|1200000
          1200000,00|1200000
          1.200.000,00|1200000
          1200000 đồng|1200000
          1.200.000đ|1200000
          1200000 VND|1200000
          36 tháng|36
          007|7
          """)
  void numbers(String text, long expected) {
    assertThat(Numbers.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "1e6", "một", "1.20.000", "12345678901234567"})
  void noNumbers(String text) {
    assertThat(Numbers.parse(text)).isEmpty();
  }

  @Test
  void decimalsTakePointOrComma() {
    assertThat(Numbers.parseDecimal("2.5")).contains(2.5);
    assertThat(Numbers.parseDecimal("2,5")).contains(2.5);
    assertThat(Numbers.parseDecimal("12")).contains(12.0);
    assertThat(Numbers.parseDecimal("-1")).isEmpty();
    assertThat(Numbers.parseDecimal("viele")).isEmpty();
  }

  @Test
  void monthsInBothOrders() {
    assertThat(Numbers.parseMonth("2026-02")).contains(YearMonth.of(2026, 2));
    assertThat(Numbers.parseMonth("02/2026")).contains(YearMonth.of(2026, 2));
    assertThat(Numbers.parseMonth("28/02/2026")).contains(YearMonth.of(2026, 2));
    assertThat(Numbers.parseMonth("2026")).isEmpty();
    assertThat(Numbers.parseMonth("13/2026")).isEmpty();
  }

  @Test
  void daysMayLieInTheFuture() {
    assertThat(Numbers.parseDay("31/12/2030")).contains(LocalDate.of(2030, 12, 31));
    assertThat(Numbers.parseDay("9999-12-31")).contains(LocalDate.of(9999, 12, 31));
    assertThat(Numbers.parseDay("2026")).isEmpty();
  }
}
