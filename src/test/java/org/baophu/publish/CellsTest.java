package org.baophu.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {

  @ParameterizedTest(name = "{0}: {2}")
  @CsvFileSource(
      resources = "formula_cells.csv",
      numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = false)
  void noCellIsRunByASpreadsheet(String value, String cell, String reason) {
    assertThat(Cells.text(unescaped(value))).as(reason).isEqualTo(unescaped(cell));
  }

  @Test
  void aHarmlessTextIsTheSameText() {
    String text = "Nông Văn Đức";
    assertThat(Cells.text(text)).isSameAs(text);
    assertThat(Cells.text("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 4, 0.0000",
    "1, 4, 1.0000",
    "0.98765, 4, 0.9876", // A half goes to the even neighbour.
    "0.00005, 4, 0.0000",
    "0.125, 2, 0.12",
    "0.375, 2, 0.38",
    "0.99996, 4, 1.0000",
    "-0.2549, 2, -0.25",
    "-0.004, 2, 0.00", // Never -0.00.
    "-12.5, 2, -12.50",
    "12345.678, 1, 12345.7",
    "0.333333333, 6, 0.333333",
    "7.5, 0, 8",
  })
  void decimalsAreFixed(double number, int decimals, String cell) {
    assertThat(Cells.decimal(number, decimals)).isEqualTo(cell);
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> Cells.decimal(Double.NaN, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
  }

  @Test
  void anUnknownCountIsEmpty() {
    assertThat(Cells.countOrEmpty(-1)).isEmpty();
    assertThat(Cells.countOrEmpty(0)).isEqualTo("0");
  }

  private static String unescaped(String text) {
    return text == null
        ? ""
        : text.replace("\\t", "\t").replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0");
  }
}
