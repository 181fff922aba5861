package org.baophu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.baophu.intake.encoding.VietnameseCharsets;
import org.baophu.issue.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {
  private static final String SMALL =
      "record_id,full_name,birth_date\n1,Nông Văn A,1980\n2,Vi Thị B,02/03/1981\n";

  @TempDir Path directory;

  private Reading read(String text) {
    return Reading.of(InputKind.TAX, Reading.write(directory, "tax.csv", text));
  }

  @Test
  void givesRowsUnderCanonicalColumns() {
    Reading reading = read(SMALL);
    assertThat(reading.column("full_name")).containsExactly("Nông Văn A", "Vi Thị B");
    assertThat(reading.column("birth_date")).containsExactly("1980", "02/03/1981");
    assertThat(reading.column("phone")).containsExactly("", "");
    assertThat(reading.numbers()).containsExactly(2L, 3L);
    assertThat(reading.issues()).isEmpty();
    assertThat(reading.delivered()).isEqualTo(2);
    assertThat(reading.rows().get(0).file()).isEqualTo("tax.csv");
    assertThat(reading.format())
        .isEqualTo(
            new FileFormat(
                "csv",
                "UTF-8",
                ",",
                1,
                Map.of(
                    "record_id", "record_id", "full_name", "full_name", "birth_date", "birth_date"),
                List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void findsTheDelimiter(String delimiter) {
    Reading reading = read(SMALL.replace(",", delimiter));
    assertThat(reading.column("full_name")).containsExactly("Nông Văn A", "Vi Thị B");
    assertThat(reading.format().delimiter()).isEqualTo(delimiter.equals("\t") ? "tab" : delimiter);
  }

  @Test
  void isNotMisledByOtherDelimitersInCells() {
    Reading reading = read("full_name;address\nA B;\"1, 2, 3\"\nC D;4,5,6|7\n");
    assertThat(reading.column("address")).containsExactly("1, 2, 3", "4,5,6|7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsAnyLineEnd(String lineEnd) {
    assertThat(read(SMALL.replace("\n", lineEnd)).numbers()).containsExactly(2L, 3L);
    assertThat(read(SMALL.strip().replace("\n", lineEnd)).numbers()).containsExactly(2L, 3L);
  }

  @Test
  void readsQuotedCells() {
    Reading reading =
        read(
            "full_name,address\n"
                + "\"Nông \"\"Tư\"\" A\",\"12 phố B,\r\n"
                + "phường C\"\n"
                + "D,  \"E, F\" \n"
                + "G,5\"6\n");
    assertThat(reading.column("full_name")).containsExactly("Nông \"Tư\" A", "D", "G");
    assertThat(reading.column("address")).containsExactly("12 phố B, phường C", "E, F", "5\"6");
    // A cell of two lines is one row of a spreadsheet.
    assertThat(reading.numbers()).containsExactly(2L, 3L, 4L);
  }

  @Test
  void findsHeadingsBelowTitles() {
    Reading reading =
        read(
            """
            CHI CỤC THUẾ KHU VỰC,,,
            "DANH SÁCH
            NGƯỜI NỘP THUẾ",,,
            ,,,

            STT,Họ và tên,Ngày sinh,Mã số thuế
            (1),(2),(3),(4)
            1,Nông Văn A,1980,0100000001
            """);
    assertThat(reading.format().headingRow()).isEqualTo(5);
    assertThat(reading.numbers()).containsExactly(7L);
    assertThat(reading.column("tax_code")).containsExactly("0100000001");
    assertThat(reading.format().unusedHeadings()).containsExactly("STT");
  }

  @Test
  void joinsHeadingsOfTwoRows() {
    Reading reading =
        read(
            """
            STT,Họ và tên,Địa chỉ,,
            ,,Xã/Phường,Huyện,Tỉnh
            1,Nông Văn A,Hữu Liên,Hữu Lũng,Lạng Sơn
            """);
    assertThat(reading.column("commune")).containsExactly("Hữu Liên");
    assertThat(reading.column("province")).containsExactly("Lạng Sơn");
    assertThat(reading.numbers()).containsExactly(3L);
  }

  @Test
  void rejectsRowsWithOtherCellCounts() {
    Reading reading = read("record_id,full_name,sex\n1,A,Nam\n2,B\n3,C,Nữ,x\n4,D,Nam,,\n5,E,Nữ\n");
    assertThat(reading.column("full_name")).containsExactly("A", "D", "E");
    assertThat(reading.issueRows()).containsExactly(3L, 4L);
    assertThat(reading.issues()).allMatch(i -> i.problem() == Problem.CELL_COUNT);
    assertThat(reading.issues().get(0).detail()).isEqualTo("2 cells under 3 headings");
    assertThat(reading.issues().get(1).value()).isEqualTo("3 | x | xx | x");
    assertThat(reading.delivered()).isEqualTo(5);
    assertThat(reading.rejected()).isEqualTo(2);
  }

  @Test
  void goesOnAfterAQuotationMarkThatIsNeverClosed() {
    Reading reading = read("record_id,full_name,sex\n1,\"A,Nam\n2,B,Nữ\n3,\"C, D\",Nam\n4,E,Nữ\n");
    assertThat(reading.column("record_id")).containsExactly("2", "3", "4");
    assertThat(reading.issueRows()).containsExactly(2L);
    assertThat(reading.issues().get(0).problem()).isEqualTo(Problem.ROW_UNREADABLE);
    assertThat(reading.issues().get(0).detail()).isEqualTo("a quotation mark is never closed");
  }

  @Test
  void goesOnAfterTextBehindAClosingQuotationMark() {
    Reading reading = read("record_id,full_name,sex\n1,\"A\"B,Nam\n2,C,Nữ\n");
    assertThat(reading.column("record_id")).containsExactly("2");
    assertThat(reading.issueRows()).containsExactly(2L);
  }

  @Test
  void rejectsCellsThatNobodyCanBelieve() {
    String tooLong = "x".repeat(10_001);
    Reading reading =
        read("record_id,full_name\n1,A\n2," + tooLong + "\n3,\"" + tooLong + "\"\n4,B\n");
    assertThat(reading.column("record_id")).containsExactly("1", "4");
    assertThat(reading.issues()).allMatch(i -> i.problem() == Problem.CELL_TOO_LONG);
    assertThat(reading.issues()).extracting("column").containsExactly("full_name", "full_name");
  }

  @Test
  void rejectsLinesThatNobodyCanBelieveWithoutKeepingThem() {
    Reading reading = read("record_id,full_name\n1,A\n2," + "y,".repeat(2_000_000) + "\n3,B\n");
    assertThat(reading.column("record_id")).containsExactly("1", "3");
    assertThat(reading.issueRows()).containsExactly(3L);
  }

  @Test
  void rejectsRowsWithZeroBytesAndBlanksOtherControlCharacters() {
    Reading reading = read("record_id,full_name\n1,A\0B\n2,C\u0001D\u0002\n3,E\n");
    assertThat(reading.column("full_name")).containsExactly("C D", "E");
    assertThat(reading.issueRows()).containsExactly(2L);
  }

  @Test
  void takesBlankLinesForNoRows() {
    Reading reading = read("record_id,full_name\n\n1,A\n,\n  \n2,B\n\n");
    assertThat(reading.numbers()).containsExactly(3L, 6L);
    assertThat(reading.delivered()).isEqualTo(2);
  }

  @Test
  void undoesWhatSpreadsheetsDoToIds() {
    Reading reading =
        read("full_name,national_id,phone\nA,=\"079123456789\",'0912345678\n'Tư,'x,\u00A0\n");
    assertThat(reading.column("national_id")).containsExactly("079123456789", "'x");
    assertThat(reading.column("phone")).containsExactly("0912345678", "");
    assertThat(reading.column("full_name")).containsExactly("A", "'Tư");
  }

  @Test
  void readsLegacyEncodings() {
    String text =
        "Họ và tên\tNgày sinh\tXã/Phường\n" + "nông văn hồng\t1980\txã hữu liên\n".repeat(5);
    for (String name : List.of("TCVN3", "VNI", "VISCII", "windows-1258")) {
      Reading reading =
          Reading.of(InputKind.TAX, Reading.write(directory, "tax.csv", text, charset(name)));
      assertThat(reading.format().encoding()).isEqualTo(name);
      assertThat(reading.column("full_name")).containsOnly("nông văn hồng").hasSize(5);
    }
  }

  private static java.nio.charset.Charset charset(String name) {
    return switch (name) {
      case "TCVN3" -> VietnameseCharsets.TCVN3;
      case "VNI" -> VietnameseCharsets.VNI;
      case "VISCII" -> VietnameseCharsets.VISCII;
      default -> VietnameseCharsets.WINDOWS_1258;
    };
  }

  @Test
  void readsUtf16() {
    byte[] bytes = ("\uFEFF" + SMALL).getBytes(StandardCharsets.UTF_16LE);
    Reading reading = Reading.of(InputKind.TAX, Reading.write(directory, "tax.csv", bytes));
    assertThat(reading.column("full_name")).containsExactly("Nông Văn A", "Vi Thị B");
    assertThat(reading.format().encoding()).isEqualTo("UTF-16LE with BOM");
  }

  @Test
  void readsGzippedFiles() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(SMALL.getBytes(StandardCharsets.UTF_8));
    }
    Path path = Reading.write(directory, "tax.csv.gz", packed.toByteArray());
    Reading reading = Reading.of(InputKind.TAX, path);
    assertThat(reading.column("full_name")).containsExactly("Nông Văn A", "Vi Thị B");
    assertThat(reading.format().container()).isEqualTo("csv.gz");
  }

  @Test
  void doesAsTheConfigurationSays() {
    String text = "a;b\nx;y\nTên ông;Mã số thuế\nNông Văn A;1\n";
    FileSettings settings =
        new FileSettings("tax*", "VNI", ";", 3, Map.of("TEN ONG", "full_name"), null);
    Path path = Reading.write(directory, "tax.csv", text, VietnameseCharsets.VNI);
    Reading reading = Reading.of(InputKind.TAX, path, Reading.with(settings));
    assertThat(reading.column("full_name")).containsExactly("Nông Văn A");
    assertThat(reading.format().encoding()).isEqualTo("VNI");
    assertThat(reading.format().headingRow()).isEqualTo(3);
  }

  @Test
  void takesTheFirstOfSeveralColumnsThatIsFilled() {
    Reading reading =
        read(
            "Họ và tên,Số CMND,Số CCCD,Ngày sinh,Năm sinh\n"
                + "A,012345678,079123456789,,1980\n"
                + "B,012345679,,01/02/1981,1981\n");
    assertThat(reading.column("national_id")).containsExactly("079123456789", "012345679");
    assertThat(reading.column("birth_date")).containsExactly("1980", "01/02/1981");
    assertThat(reading.format().columns()).containsEntry("national_id", "Số CCCD | Số CMND");
  }

  @Test
  void joinsNamesThatStandInTwoColumns() {
    Reading reading = read("Họ và tên đệm,Tên,Giới tính\nNông Văn,A,Nam\n,B,Nữ\n");
    assertThat(reading.column("full_name")).containsExactly("Nông Văn A", "B");
    assertThat(reading.format().columns()).containsEntry("full_name", "Họ và tên đệm + Tên");
  }

  @Test
  void reportsHeadingsThatRepeat() {
    Reading reading = read("Họ và tên,Ghi chú,HỌ VÀ TÊN\nA,b,C\n");
    assertThat(reading.column("full_name")).containsExactly("A");
    assertThat(reading.format().unusedHeadings())
        .containsExactly("Ghi chú", "HỌ VÀ TÊN (repeated in column 3)");
  }
}
