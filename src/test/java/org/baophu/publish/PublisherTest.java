package org.baophu.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.baophu.person.Commune;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublisherTest {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  @TempDir private Path directory;

  private Path publish(String language) throws IOException {
    Path output = Files.createDirectory(directory.resolve("out-" + language));
    Publisher.write(SmallPublication.in(language), output, 2);
    return output;
  }

  @Test
  void writesTheFilesOfTheContractAndNoOther() throws IOException {
    assertThat(contents(publish("en")).keySet())
        .containsExactlyInAnyOrder(
            "advice.csv",
            "progress_by_commune.csv",
            "progress_by_organisation.csv",
            "progress_by_collection_point.csv",
            "potential.csv",
            "potential/05977-phuong-dong-kinh.csv",
            "potential/05986-phuong-tam-thanh.csv",
            "potential/06001-xa-doan-ket.csv",
            "potential/unknown.csv",
            "members.csv",
            "review.csv",
            "targets_by_commune.csv",
            "targets_by_organisation.csv",
            "targets_by_collection_point.csv",
            "targets_by_staff.csv",
            "target_notions.csv",
            "target_path.csv",
            "plan_inputs.json",
            "unseen_by_commune.csv",
            "summary_by_commune.csv",
            "changes.csv",
            "decision_conflicts.csv",
            "list_quality_by_commune.csv",
            "audit_sample.csv",
            "audit_sample.xlsx",
            "audit_quality.csv",
            "rejects.csv",
            "potential.xlsx",
            "review.xlsx",
            "report.html",
            "run.json");
  }

  /** The expected files were checked by hand, cell by cell, against the small publication. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "potential.csv",
        "members.csv",
        "review.csv",
        "targets_by_commune.csv",
        "targets_by_organisation.csv",
        "targets_by_collection_point.csv",
        "targets_by_staff.csv",
        "target_notions.csv",
        "target_path.csv",
        "unseen_by_commune.csv",
        "summary_by_commune.csv",
        "changes.csv",
        "decision_conflicts.csv",
        "list_quality_by_commune.csv",
        "audit_sample.csv",
        "audit_quality.csv",
        "rejects.csv",
        "run.json"
      })
  void everyCellIsAsExpected(String file) throws IOException {
    String written = Files.readString(publish("en").resolve(file));
    assertThat(written).isEqualTo(expected(file));
  }

  @Test
  void onlyTextsChangeWithTheLanguage() throws IOException {
    List<CSVRecord> english = rows(publish("en").resolve("potential.csv"));
    List<CSVRecord> vietnamese = rows(publish("vi").resolve("potential.csv"));
    assertThat(vietnamese).hasSameSizeAs(english);
    for (int i = 0; i < english.size(); i++) {
      List<String> one = english.get(i).toList();
      List<String> other = vietnamese.get(i).toList();
      assertThat(other.subList(0, 24)).isEqualTo(one.subList(0, 24));
    }
    assertThat(vietnamese.get(1).get(24)).startsWith("hồ sơ bảo hiểm insurance:I2 không còn");
  }

  @Test
  void theListIsTheUnionOfTheCommunesLists() throws IOException {
    Path output = publish("en");
    List<String> whole = lines(output.resolve("potential.csv"));
    List<String> parts = new ArrayList<>();
    try (Stream<Path> files = Files.list(output.resolve("potential"))) {
      for (Path file : files.sorted().toList()) {
        List<String> lines = lines(file);
        assertThat(lines.get(0)).isEqualTo(whole.get(0));
        parts.addAll(lines.subList(1, lines.size()));
      }
    }
    assertThat(parts).isEqualTo(whole.subList(1, whole.size()));
  }

  @Test
  void ranksFollowPriorityThenPersonId() throws IOException {
    List<CSVRecord> rows = rows(publish("en").resolve("potential.csv"));
    assertThat(rows.subList(1, rows.size()))
        .extracting(row -> row.get(9) + " " + row.get(1) + " " + row.get(0))
        .containsExactly(
            "05977 1 P0000002",
            "05977 2 P0000001",
            "05977 3 P0000003",
            "05986 1 P0000006",
            "05986 2 P0000004",
            "unknown 1 P0000005");
  }

  @Test
  void theSpreadsheetHoldsTheSameCellsAsText() throws IOException {
    Path output = publish("en");
    Map<String, List<List<String>>> sheets = sheets(output.resolve("potential.xlsx"));
    assertThat(sheets.keySet())
        .containsExactly(
            "05977 Phường Đông Kinh", "05986 Phường Tam Thanh", "06001 Xã Đoàn Kết", "unknown");
    List<List<String>> all = new ArrayList<>();
    sheets
        .values()
        .forEach(rows -> all.addAll(all.isEmpty() ? rows : rows.subList(1, rows.size())));
    assertThat(all).isEqualTo(cells(output.resolve("potential.csv")));
    assertThat(sheets(output.resolve("review.xlsx")).get("review"))
        .isEqualTo(cells(output.resolve("review.csv")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void theSamePublicationGivesTheSameBytesOnAnyNumberOfThreads(int threads) throws IOException {
    Map<String, String> first = contents(publish("vi"));
    Path again = Files.createDirectory(directory.resolve("again"));
    Publisher.write(SmallPublication.in("vi"), again, threads);
    assertThat(contents(again)).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void aFileThatCannotBeWrittenIsNamedOnceNobodyWritesAnyMore(int threads) throws IOException {
    Files.createDirectory(directory.resolve("potential"));
    Files.createDirectory(directory.resolve("members.csv"));

    assertThatThrownBy(() -> Publisher.write(SmallPublication.in("vi"), directory, threads))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("potential");

    // Whatever could be written is there from beginning to end.
    Map<String, String> others = contents(directory);
    Map<String, String> expected = contents(publish("vi"));
    expected.keySet().removeIf(name -> name.startsWith("potential") || name.equals("members.csv"));
    assertThat(others).isEqualTo(expected);
  }

  @Test
  void nobodyButTheOwnerCanRead() throws IOException {
    assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
    try (Stream<Path> all = Files.walk(publish("en"))) {
      for (Path path : all.toList()) {
        String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        assertThat(permissions)
            .as(path.toString())
            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
      }
    }
  }

  @Test
  void anUnknownCommuneCodeIsRefused() {
    Publication small = SmallPublication.in("en");
    Publication broken =
        new Publication(
            small.date(),
            small.language(),
            List.of(new Commune("05977", "Phường Đông Kinh", "Đông Kinh")),
            small.potential(),
            small.members(),
            small.review(),
            small.targets(),
            small.unseen(),
            small.fieldWork(),
            small.summary(),
            small.quality(),
            small.auditSample(),
            small.changes(),
            small.conflicts(),
            small.rejects(),
            small.facts());
    assertThatThrownBy(() -> Publisher.write(broken, directory, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("05986");
  }

  @Test
  void forcingToDiskLeavesEverythingAsItIs() throws IOException {
    Path output = publish("en");
    Map<String, String> before = contents(output);
    Publisher.force(output);
    assertThat(contents(output)).isEqualTo(before);
  }

  private static Map<String, String> contents(Path output) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            output.relativize(file).toString().replace('\\', '/'),
            Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  private static String expected(String file) throws IOException {
    try (InputStream in = PublisherTest.class.getResourceAsStream("small/" + file)) {
      assertThat(in).as(file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> lines(Path csv) throws IOException {
    return List.of(Files.readString(csv).substring(BYTE_ORDER_MARK.length()).split("\n"));
  }

  private static List<CSVRecord> rows(Path csv) throws IOException {
    String text = Files.readString(csv);
    assertThat(text).startsWith(BYTE_ORDER_MARK).doesNotContain("\r");
    try (CSVParser parser = CSVFormat.RFC4180.parse(new java.io.StringReader(text.substring(1)))) {
      return parser.getRecords();
    }
  }

  private static List<List<String>> cells(Path csv) throws IOException {
    return rows(csv).stream().map(CSVRecord::toList).toList();
  }

  private static Map<String, List<List<String>>> sheets(Path xlsx) throws IOException {
    Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(xlsx.toFile())) {
      for (Sheet sheet :
          workbook.getSheets().sorted(Comparator.comparing(Sheet::getIndex)).toList()) {
        List<Row> rows = sheet.read();
        int width = rows.get(0).getCellCount();
        sheets.put(sheet.getName(), rows.stream().map(row -> texts(row, width)).toList());
      }
    }
    return sheets;
  }

  private static List<String> texts(Row row, int width) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      Optional<Cell> cell = row.getOptionalCell(i);
      cell.ifPresent(c -> assertThat(c.getType().name()).isEqualTo("STRING"));
      texts.add(cell.map(Cell::asString).orElse(""));
    }
    return texts;
  }
}
