package org.baophu.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of file that cannot be used at all, with what its sender is told. */
class BrokenFilesTest {
  private static final String GOOD = "record_id,full_name,sex\n1,Nông Văn A,Nam\n2,Vi Thị B,Nữ\n";

  @TempDir Path directory;

  private AbstractThrowableAssert<?, ? extends Throwable> refusal(String name, byte[] bytes) {
    Path path = Reading.write(directory, name, bytes);
    return assertThatThrownBy(() -> Reading.of(InputKind.TAX, path))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageStartingWith(name + ": ");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refusal(String text) {
    return refusal("tax.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  private static byte[] zip(String entry, byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(content);
    }
    return packed.toByteArray();
  }

  @Test
  void cutInTheMiddleOfARow() {
    refusal(GOOD + "3,Hoàng")
        .hasMessage(
            "tax.csv: the file looks cut off in row 4. Ask the sender for the complete file. If it"
                + " is complete, end its last line with a line break.");
  }

  @Test
  void cutInsideQuotationMarks() {
    refusal(GOOD + "3,\"Hoàng Văn").hasMessageContaining("looks cut off in row 4");
    refusal(GOOD + "3,\"Hoàng\nVăn\nC").hasMessageContaining("looks cut off in row 4");
  }

  @Test
  void cutInTheMiddleOfACharacter() {
    byte[] bytes = (GOOD + "3,Hoàng Văn C,Nữ").getBytes(StandardCharsets.UTF_8);
    refusal("tax.csv", Arrays.copyOf(bytes, bytes.length - 1))
        .hasMessageContaining("looks cut off in row 4");
  }

  @Test
  void cutInTheLastCellOfARow() {
    String rows = "full_name,updated_on\n" + "A,2025-01-01\n".repeat(20);
    refusal(rows + "B,2025-0").hasMessageContaining("looks cut off in row 22");
    refusal(rows + "B,").hasMessageContaining("looks cut off in row 22");
    Path path = Reading.write(directory, "tax.csv", rows + "B,2025-02-03");
    assertThat(Reading.of(InputKind.TAX, path).rows()).hasSize(21);
  }

  @Test
  void cutInTheFirstRow() {
    refusal("record_id,full_name,sex\n1,Nông").hasMessageContaining("looks cut off in row 2");
  }

  @Test
  void wholeWithoutALineEndIsNotCut() {
    Path path = Reading.write(directory, "tax.csv", GOOD.strip());
    assertThat(Reading.of(InputKind.TAX, path).rows()).hasSize(2);
  }

  @Test
  void wrongHeadings() {
    refusal("Ho ten nguoi ta,Que quan\nA,B\n")
        .hasMessage(
            "tax.csv: required column full_name not found; the headings in row 1 are: Ho ten nguoi"
                + " ta | Que quan. Perhaps 'Ho ten nguoi ta' holds full_name. Correct the"
                + " file, or map its headings in the configuration under files/columns.");
  }

  @Test
  void aPersonsRowInTheHeadingsPlaceIsNotShown() {
    refusal("T1,Nông Văn A,12/10/2005,Nam\nT2,Nông Văn B,1/2/1990,Nam\n")
        .hasMessageContaining("Nxxx xxx x")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Nông", "2005"));
  }

  @Test
  void theFirstRowIsShownWhereNoneIsUnderstood() {
    refusal("a,b,c\nT1,Nông Văn A,12/10/2005\n")
        .hasMessageContaining("the headings in row 1 are: a | b | c.");
  }

  @Test
  void severalColumnsMissing() {
    Path path = Reading.write(directory, "insurance.csv", "Họ và tên,Mã số BHXH\nA,1\n");
    assertThatThrownBy(() -> Reading.of(InputKind.INSURANCE, path))
        .hasMessageContaining("required columns scheme, status not found");
  }

  @Test
  void mappingToAColumnThatDoesNotExist() {
    Path path = Reading.write(directory, "tax.csv", GOOD);
    IntakeSettings settings = Reading.with(Reading.columns(Map.of("Tên ông", "name")));
    assertThatThrownBy(() -> Reading.of(InputKind.TAX, path, settings))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("'name', which is no column of tax files. Use one of record_id,");
  }

  @Test
  void unknownEncodingInTheConfiguration() {
    assertThatThrownBy(() -> new FileSettings("*", "VPS9", null, null, Map.of(), null))
        .hasMessageContaining("'VPS9' is not known; use one of UTF-8, UTF-16LE, UTF-16BE, TCVN3");
  }

  @Test
  void workbookThatIsReallyCsv() {
    refusal("tax.xlsx", GOOD.getBytes(StandardCharsets.UTF_8))
        .hasMessage(
            "tax.xlsx: the name says an Excel workbook (.xlsx), but the content seems to be CSV"
                + " text. Save it as an Excel workbook (.xlsx), or give it the ending that fits its"
                + " content.");
  }

  @Test
  void workbookThatIsReallySomethingElse() throws IOException {
    refusal("tax.xlsx", "<html><table></table></html>".getBytes(StandardCharsets.UTF_8))
        .hasMessageContaining("seems to be an HTML or XML page");
    refusal("tax.xlsx", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0})
        .hasMessageContaining("an old Excel workbook (.xls)");
    refusal("tax.xlsx", gzip(GOOD)).hasMessageContaining("seems to be gzip");
    refusal("tax.xlsx", zip("tax.csv", GOOD.getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("a zip archive, but no Excel workbook");
  }

  @Test
  void csvThatIsReallySomethingElse() throws IOException {
    refusal("tax.csv", zip("xl/workbook.xml", new byte[0]))
        .hasMessageContaining("seems to be an Excel workbook");
    refusal("tax.csv", gzip(GOOD)).hasMessageContaining("seems to be gzip");
    refusal("tax.csv", "%PDF-1.4".getBytes(StandardCharsets.UTF_8))
        .hasMessageContaining("seems to be a PDF document");
    refusal("tax.csv.gz", GOOD.getBytes(StandardCharsets.UTF_8))
        .hasMessageContaining("the name says gzip, but the content seems to be CSV text");
  }

  @Test
  void emptyFiles() {
    refusal("").hasMessageContaining("the file is empty.");
    refusal("\n \n\n").hasMessageContaining("nothing but blank lines");
    refusal("\uFEFF").hasMessageContaining("nothing but blank lines");
    refusal(",,\n,,\n").hasMessageContaining("required column full_name not found");
  }

  @Test
  void headingsWithoutRows() {
    refusal("record_id,full_name\n")
        .hasMessageContaining("there are headings but no rows below them.");
    refusal("record_id,full_name\n,\n\n")
        .hasMessageContaining("there are headings but no rows below them.");
  }

  @Test
  void decisionsWithoutRowsAreFine() {
    String headings = "\uFEFFsource_a,id_a,source_b,id_b,match_probability,decision\n";
    Path path = Reading.write(directory, "review.csv", headings);
    assertThat(Reading.of(InputKind.DECISIONS, path).delivered()).isZero();
  }

  @Test
  void cutGzip() throws IOException {
    StringBuilder text = new StringBuilder("record_id,full_name\n");
    for (int i = 0; i < 20_000; i++) {
      text.append(i).append(",A").append(i * 7919).append('\n');
    }
    byte[] whole = gzip(text.toString());
    refusal("tax.csv.gz", Arrays.copyOf(whole, whole.length - 100))
        .hasMessageContaining("looks cut off: its compressed data ends too early");
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, whole.length / 2, whole.length / 2 + 40, (byte) 0x55);
    refusal("tax.csv.gz", damaged).hasMessageContaining("damaged or cut off");
  }

  @Test
  void gzipThatUnpacksToFarTooMuch() throws IOException {
    byte[] bomb = gzip(GOOD + "3,C,Nam\n".repeat(200_000));
    Path path = Reading.write(directory, "tax.csv.gz", bomb);
    IntakeSettings tight = new IntakeSettings(0.05, 10_000, 1_000_000, List.of());
    assertThatThrownBy(() -> Reading.of(InputKind.TAX, path, tight))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("unpacks to more than 1000000 bytes");
    assertThat(Reading.of(InputKind.TAX, path).rows()).hasSize(200_002);
  }

  @Test
  void missingFileAndDirectory() throws IOException {
    assertThatThrownBy(() -> Reading.of(InputKind.TAX, directory.resolve("tax.csv")))
        .hasMessageContaining("there is no such file");
    Files.createDirectory(directory.resolve("tax.csv"));
    assertThatThrownBy(() -> Reading.of(InputKind.TAX, directory.resolve("tax.csv")))
        .hasMessageContaining("no regular file");
    Path text = Reading.write(directory, "tax.txt", GOOD);
    assertThatThrownBy(() -> Reading.of(InputKind.TAX, text))
        .hasMessageContaining("neither .csv, .csv.gz nor .xlsx");
  }
}
