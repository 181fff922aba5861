package org.baophu.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.baophu.intake.InputKind;
import org.baophu.intake.encoding.VietnameseCharsets;
import org.baophu.person.Source;
import org.baophu.reference.ReferenceTable.Entry;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mixed files hold the very values of plain ones. They are decoded by hand here. */
class MixedFormatsTest {
  private static final GenerateSettings SETTINGS = GenerateSettings.of(4000, 13);

  @TempDir static Path folder = Path.of(".");
  private static GeneratedProvince plain = new GeneratedProvince(folder);

  @BeforeAll
  static void makeBoth() throws IOException {
    plain = GeneratedProvince.make(SETTINGS, folder.resolve("plain"));
    GeneratedProvince.make(SETTINGS.withFormats(Formats.MIXED), folder.resolve("mixed"));
  }

  private static Path mixed(String file) {
    return folder.resolve("mixed").resolve(file);
  }

  /** What a plain file holds: the cells of each record by record_id. */
  private static Map<String, List<String>> expected(Source source) {
    InputKind kind = InputKind.valueOf(source.name());
    Map<String, List<String>> rows = new TreeMap<>();
    for (Entry row : plain.rows(source)) {
      rows.put(row.get("record_id"), kind.columns().stream().map(row::get).toList());
    }
    return rows;
  }

  /** The rows of a text without quotation marks, first of each record_id, broken ones left out. */
  private static Map<String, List<String>> good(String text, String delimiter, int columns) {
    List<String> lines = text.lines().toList();
    Map<String, List<String>> rows = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(delimiter, -1));
      if (cells.size() == columns && line.indexOf('"') < 0) {
        rows.putIfAbsent(cells.get(0), cells);
      }
    }
    return rows;
  }

  private static String composedLower(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  @Test
  void taxIsTcvn3WithTabsAndVietnameseHeadings() throws IOException {
    String text = new String(Files.readAllBytes(mixed("tax.csv")), VietnameseCharsets.TCVN3);
    assertThat(text).startsWith("Mã hồ sơ\tMã số thuế\tHọ và tên\tNgày sinh\t");
    Map<String, List<String>> found = good(text, "\t", 14);
    expected(Source.TAX)
        .forEach(
            (id, cells) ->
                // TCVN3 has one code for a toned letter and its capital.
                assertThat(found.get(id).stream().map(MixedFormatsTest::composedLower).toList())
                    .isEqualTo(cells.stream().map(MixedFormatsTest::composedLower).toList()));
    assertThat(Files.readAllBytes(mixed("tax.csv"))).doesNotContain((byte) '?');
  }

  @Test
  void businessIsUtf8WithByteOrderMarkAndSemicolons() throws IOException {
    byte[] bytes = Files.readAllBytes(mixed("business.csv"));
    assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
    String text = new String(bytes, StandardCharsets.UTF_8).substring(1);
    assertThat(good(text, ";", 18)).containsAllEntriesOf(expected(Source.BUSINESS));
  }

  @Test
  void insuranceIsGzipped() throws IOException {
    Path csv = folder.resolve("mixed/unpacked.csv");
    try (GZIPInputStream in =
        new GZIPInputStream(Files.newInputStream(mixed("insurance.csv.gz")))) {
      List<String> lines = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.matches("[^,]*,[^,]*,\"[^\"]*,.*")) {
          lines.add(line);
        }
      }
      Files.write(csv, lines, StandardCharsets.UTF_8);
    }
    List<String> plainLines =
        Files.readAllLines(folder.resolve("plain/insurance.csv"), StandardCharsets.UTF_8);
    assertThat(Files.readAllLines(csv, StandardCharsets.UTF_8)).containsAll(plainLines);
  }

  @Test
  void povertyIsASheetWithRealDates() throws IOException {
    Map<String, List<String>> found = new HashMap<>();
    try (ReadableWorkbook book = new ReadableWorkbook(mixed("poverty.xlsx").toFile())) {
      book.getFirstSheet()
          .read()
          .forEach(
              row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < 13; i++) {
                  cells.add(text(row.getOptionalCell(i)));
                }
                found.putIfAbsent(cells.get(0), cells);
              });
    }
    expected(Source.POVERTY)
        .forEach(
            (id, cells) ->
                assertThat(found.get(id))
                    .isEqualTo(
                        cells.stream()
                            .map(c -> c.replaceAll("^(\\d\\d)/(\\d\\d)/(\\d{4})$", "$3-$2-$1"))
                            .toList()));
  }

  private static String text(Optional<Cell> cell) {
    if (cell.isEmpty() || cell.get().getType() == CellType.EMPTY) {
      return "";
    }
    return cell.get().getType() == CellType.NUMBER
        ? cell.get().asDate().toLocalDate().toString()
        : cell.get().asString();
  }

  @Test
  void aFewRowsAreBrokenAndStrangersToTheTruth() throws IOException {
    int tax = expected(Source.TAX).size();
    List<String> lines =
        new String(Files.readAllBytes(mixed("tax.csv")), VietnameseCharsets.TCVN3).lines().toList();
    assertThat(lines).hasSize(1 + tax + 5);
    String nameMissing = "T0000" + (tax + 1);
    assertThat(lines).anyMatch(line -> line.matches(nameMissing + "\t[^\t]*\t\t.*"));
    assertThat(plain.personOfRecord()).doesNotContainKey("tax:" + nameMissing);
    assertThat(lines).anyMatch(line -> line.matches("T\\d+\t[^\t]*\t\"[^\"]*"));
    assertThat(lines).anyMatch(line -> line.split("\t", -1).length == 3);
    assertThat(lines).anyMatch(line -> line.split("\t", -1).length == 15);
    long ids = lines.stream().skip(1).map(line -> line.split("\t")[0]).distinct().count();
    assertThat(ids).isEqualTo(tax + 4);
    assertThat(Files.readString(folder.resolve("mixed/truth/members.csv")))
        .isEqualTo(Files.readString(folder.resolve("plain/truth/members.csv")));
  }

  @Test
  void smallFilesHaveNoBrokenRows() throws IOException {
    GenerateSettings few = GenerateSettings.of(100, 1).withFormats(Formats.MIXED);
    GeneratedProvince.make(few, folder.resolve("few"));
    String text =
        new String(Files.readAllBytes(folder.resolve("few/tax.csv")), VietnameseCharsets.TCVN3);
    assertThat(good(text, "\t", 14)).hasSize((int) text.lines().count() - 1);
  }
}
