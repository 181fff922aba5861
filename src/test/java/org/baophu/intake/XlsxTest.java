package org.baophu.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.baophu.issue.Problem;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxTest {
  @TempDir Path directory;
  private Path path;

  @BeforeEach
  void name() {
    path = directory.resolve("tax.xlsx");
  }

  private interface Filling {
    void fill(Workbook workbook);
  }

  private void write(Filling filling) throws IOException {
    try (OutputStream out = Files.newOutputStream(path);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      filling.fill(workbook);
    }
  }

  private static void row(Worksheet sheet, int row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isEmpty()) {
        sheet.value(row, i, cells[i]);
      }
    }
  }

  @Test
  void readsTheFirstSheetWithHeadings() throws IOException {
    write(
        workbook -> {
          row(workbook.newWorksheet("Hướng dẫn"), 0, "Điền vào trang sau");
          Worksheet sheet = workbook.newWorksheet("Danh sách");
          row(sheet, 1, "DANH SÁCH NGƯỜI NỘP THUẾ");
          row(sheet, 3, "STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Số điện thoại");
          row(sheet, 4, "1", "Nông Văn A", "01/02/1980", "020080123456", "0912345678");
          row(sheet, 6, "2", "Vi Thị\nB");
        });
    Reading reading = Reading.of(InputKind.TAX, path);
    assertThat(reading.column("full_name")).containsExactly("Nông Văn A", "Vi Thị B");
    assertThat(reading.column("national_id")).containsExactly("020080123456", "");
    assertThat(reading.numbers()).containsExactly(5L, 7L);
    assertThat(reading.format().delimiter()).isEqualTo("Danh sách");
    assertThat(reading.format().headingRow()).isEqualTo(4);
    assertThat(reading.format().container()).isEqualTo("xlsx");
  }

  @Test
  void givesDatesAndNumbersAsTheyAreMeant() throws IOException {
    write(
        workbook -> {
          Worksheet sheet = workbook.newWorksheet("a");
          row(
              sheet,
              0,
              "full_name",
              "birth_date",
              "national_id",
              "tax_code",
              "phone",
              "updated_on");
          row(sheet, 1, "A");
          sheet.value(1, 1, LocalDate.of(1980, 2, 1));
          sheet.style(1, 1).format("dd/mm/yyyy").set();
          sheet.value(1, 2, new BigDecimal("20080123456"));
          sheet.style(1, 2).format("000000000000").set();
          sheet.value(1, 3, 8_012_345_678L);
          sheet.value(1, 4, 912345678);
          sheet.value(1, 5, LocalDate.of(2025, 7, 1));
          sheet.style(1, 5).format("yyyy-mm-dd").set();
          row(sheet, 2, "B");
          sheet.value(2, 1, 1985);
          sheet.value(2, 2, 1e11);
          sheet.value(2, 3, 0.1 + 0.2);
        });
    Reading reading = Reading.of(InputKind.TAX, path);
    assertThat(reading.column("birth_date")).containsExactly("1980-02-01", "1985");
    assertThat(reading.column("national_id")).containsExactly("020080123456", "100000000000");
    assertThat(reading.column("tax_code")).containsExactly("8012345678", "0.3");
    assertThat(reading.column("phone")).containsExactly("912345678", "");
    assertThat(reading.column("updated_on")).containsExactly("2025-07-01", "");
  }

  @ParameterizedTest
  @CsvSource({
    "29252, 14, , 1980-02-01, built-in date",
    "29252, 0, General, 29252, a number",
    "1, 14, , 1900-01-01, first day",
    "59, 14, , 1900-02-28, before the day that never was",
    "61, 14, , 1900-03-01, after it",
    "29252.75, 22, , 1980-02-01, the time of day is left out",
    "9999999, 14, , 9999999, no date",
    "12345.60, 4, '#,##0.00', 12345.6, money",
    "5, 165, '\"ngày \"0', 5, letters of a date inside quotation marks",
    "29252, 165, '[$-42A]dd mmmm yyyy', 1980-02-01, Vietnamese date",
    "1E+11, 11, '0.00E+00', 100000000000, exponent",
    "7, 165, 000, 007, leading zeros shown"
  })
  void tellsNumbersFromDates(String number, int id, String format, String text, String reason) {
    assertThat(new XlsxCellText(false).number(new BigDecimal(number), id, format))
        .as(reason)
        .isEqualTo(text);
  }

  @Test
  void knowsTheCalendarOf1904() {
    assertThat(new XlsxCellText(true).number(new BigDecimal(0), 14, null)).isEqualTo("1904-01-01");
  }

  @Test
  void readsTheSheetThatTheConfigurationNames() throws IOException {
    write(
        workbook -> {
          row(workbook.newWorksheet("one"), 0, "full_name");
          row(workbook.newWorksheet("two"), 0, "full_name");
          Worksheet three = workbook.newWorksheet("three");
          row(three, 0, "full_name");
          row(three, 1, "A");
        });
    assertThat(Reading.of(InputKind.TAX, path, sheet("three")).column("full_name"))
        .containsExactly("A");
    assertThatThrownBy(() -> Reading.of(InputKind.TAX, path, sheet("four")))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("there is no sheet 'four'; the sheets are: one, two, three.");
  }

  private static IntakeSettings sheet(String name) {
    return Reading.with(new FileSettings("*.xlsx", null, null, null, Map.of(), name));
  }

  @Test
  void rejectsRowsThatReachBeyondTheHeadings() throws IOException {
    write(
        workbook -> {
          Worksheet sheet = workbook.newWorksheet("a");
          row(sheet, 0, "full_name", "phone");
          row(sheet, 1, "A", "0912345678", "", "x");
          row(sheet, 2, "B");
          row(sheet, 3, "C", "9".repeat(10_001));
        });
    Reading reading = Reading.of(InputKind.TAX, path);
    assertThat(reading.column("full_name")).containsExactly("B");
    assertThat(reading.issues())
        .extracting("problem")
        .containsExactly(Problem.CELL_COUNT, Problem.CELL_TOO_LONG);
    assertThat(reading.issues()).extracting("column").containsExactly("", "phone");
    assertThat(reading.delivered()).isEqualTo(3);
  }

  @Test
  void refusesWorkbooksThatAreCutDamagedOrEmpty() throws IOException {
    write(
        workbook -> {
          Worksheet sheet = workbook.newWorksheet("a");
          row(sheet, 0, "full_name");
          for (int i = 1; i < 500; i++) {
            row(sheet, i, "Nông Văn " + i * 7919);
          }
        });
    byte[] whole = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(whole, whole.length - 200));
    assertRefused("damaged or cut off");
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, 600, 700, (byte) 0x55);
    Files.write(path, damaged);
    assertRefused("tax.xlsx: ");
    write(workbook -> workbook.newWorksheet("a"));
    assertRefused("the workbook holds no rows.");
    write(workbook -> row(workbook.newWorksheet("a"), 0, "full_name"));
    assertRefused("there are headings but no rows below them.");
    write(workbook -> row(workbook.newWorksheet("a"), 0, "who", "what"));
    assertRefused("required column full_name not found");
  }

  @Test
  void refusesWorkbooksThatUnpackToFarTooMuch() throws IOException {
    write(
        workbook -> {
          Worksheet sheet = workbook.newWorksheet("a");
          row(sheet, 0, "full_name");
          for (int i = 1; i < 20_000; i++) {
            row(sheet, i, "A");
          }
        });
    assertThat(Reading.of(InputKind.TAX, path).rows()).hasSize(19_999);
    IntakeSettings tight = new IntakeSettings(0.05, 10_000, 100_000, List.of());
    assertThatThrownBy(() -> Reading.of(InputKind.TAX, path, tight))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("the workbook unpacks to more than");
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> Reading.of(InputKind.TAX, path))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(message);
  }
}
