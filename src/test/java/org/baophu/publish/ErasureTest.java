package org.baophu.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Person P2 with the records tax:T2 and insurance:I2, among neighbours with ids nearly alike. */
class ErasureTest {
  private static final Table<String[]> TABLE =
      new Table<>(
          List.of(
              Column.code("person_id", 11, row -> row[0]),
              Column.text("full_name", 20, row -> row[1]),
              Column.text("sources", 20, row -> row[2]),
              Column.text("nearest_insured", 20, row -> row[3]),
              Column.text("reasons", 40, row -> row[4])));
  private static final List<String[]> ROWS =
      List.of(
          new String[] {"P1", "Nông Văn A", "tax:T1", "insurance:I2", "near insurance:I2 <90 %>"},
          new String[] {"P2", "Nông Thị B & Co", "tax:T2", "", "a living, \"quoted\""},
          new String[] {"P22", "Vi Văn C", "tax:T22", "insurance:I22", "near insurance:I22"},
          new String[] {"P3", "Lý Thị D", "tax:T3", "", ""});

  @TempDir private Path night;

  private Map<String, Integer> erase(boolean dryRun) {
    return Erasure.from(night, Set.of("P2"), Set.of(new RecordKey(Source.TAX, "T2")))
        .run(LocalDate.of(2026, 11, 25), dryRun);
  }

  private void writeNight() throws IOException {
    CsvFile.write(night.resolve("potential.csv"), TABLE, ROWS::forEach);
    Files.writeString(
        night.resolve("members.csv"),
        "\uFEFFperson_id,source,record_id,membership_probability\n"
            + "P1,tax,T1,1.0000\nP2,tax,T2,1.0000\nP2,insurance,I2,0.9000\nP22,tax,T22,1.0000\n");
    Files.writeString(
        night.resolve("review.csv"),
        "\uFEFFsource_a,id_a,source_b,id_b,effect\n"
            + "tax,T1,insurance,I2,adds P2\ntax,T3,insurance,I22,adds P2\n");
    try (ExcelFile excel = ExcelFile.create(night.resolve("potential.xlsx"));
        ExcelFile.Sheet sheet = excel.addSheet("commune", TABLE)) {
      for (String[] row : ROWS) {
        sheet.add(TABLE.cells(row));
      }
    }
    Files.writeString(
        night.resolve("sheet.html"),
        "<table><tr><td>P1</td></tr><tr><td>P22</td></tr>\n"
            + "<tr class=\"x\"><td>2</td><td>P2</td><td>Nông Thị B</td></tr></table>");
    Files.writeString(night.resolve("summary.csv"), "\uFEFFcommune,persons\n05977,4\n");
    Files.writeString(night.resolve("unknown.bin"), "\u0001 P2 \u0002");
    Files.writeString(night.resolve("run.json"), "{\n  \"run_id\" : \"x\"\n}\n");
  }

  private List<List<String>> workbook() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (ReadableWorkbook book = new ReadableWorkbook(night.resolve("potential.xlsx").toFile());
        Stream<Row> all = book.getFirstSheet().openStream()) {
      all.forEach(
          row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
              cells.add(row.getCellText(i));
            }
            rows.add(cells);
          });
    }
    return rows;
  }

  @Test
  void rowsOfThePersonGoAndNamesOfTheirRecordsInOtherRows() throws IOException {
    writeNight();

    Map<String, Integer> erased = erase(false);

    assertThat(erased)
        .isEqualTo(
            Map.of(
                "potential.csv", 2,
                "members.csv", 2,
                "review.csv", 2,
                "potential.xlsx", 2,
                "sheet.html", 1,
                "unknown.bin", 1));
    assertThat(night.resolve("potential.csv"))
        .content()
        .isEqualTo(
            "\uFEFFperson_id,full_name,sources,nearest_insured,reasons\n"
                + "P1,Nông Văn A,tax:T1,erased,near erased <90 %>\n"
                + "P22,Vi Văn C,tax:T22,insurance:I22,near insurance:I22\n"
                + "P3,Lý Thị D,tax:T3,,\n");
    assertThat(night.resolve("review.csv"))
        .content()
        .isEqualTo("\uFEFFsource_a,id_a,source_b,id_b,effect\ntax,T3,insurance,I22,adds erased\n");
    assertThat(workbook())
        .containsExactly(
            List.of("person_id", "full_name", "sources", "nearest_insured", "reasons"),
            List.of("P1", "Nông Văn A", "tax:T1", "erased", "near erased <90 %>"),
            List.of("P22", "Vi Văn C", "tax:T22", "insurance:I22", "near insurance:I22"),
            List.of("P3", "Lý Thị D", "tax:T3", "", ""));
    assertThat(night.resolve("sheet.html"))
        .content()
        .isEqualTo("<table><tr><td>P1</td></tr><tr><td>P22</td></tr>\n</table>");
    assertThat(night.resolve("unknown.bin")).doesNotExist();
    assertThat(night.resolve("run.json"))
        .content()
        .contains("\"run_id\" : \"x\"", "\"on\" : \"2026-11-25\"", "\"potential.csv\" : 2")
        .doesNotContain("P2", "T2");
    assertThat(erase(false)).as("nothing is left").isEmpty();
  }

  @Test
  void aWorkbookWithoutThePersonsRowsIsTheOneThatWouldHaveBeenWritten() throws IOException {
    writeNight();
    erase(false);
    byte[] erased = Files.readAllBytes(night.resolve("potential.xlsx"));
    Path fresh = night.resolve("fresh.xlsx");

    try (ExcelFile excel = ExcelFile.create(fresh);
        ExcelFile.Sheet sheet = excel.addSheet("commune", TABLE)) {
      sheet.add(new String[] {"P1", "Nông Văn A", "tax:T1", "erased", "near erased <90 %>"});
      sheet.add(TABLE.cells(ROWS.get(2)));
      sheet.add(TABLE.cells(ROWS.get(3)));
    }

    assertThat(erased).isEqualTo(Files.readAllBytes(fresh));
  }

  @Test
  void aDryRunChangesNothing() throws IOException {
    writeNight();
    byte[] before = Files.readAllBytes(night.resolve("potential.csv"));

    assertThat(erase(true)).containsEntry("potential.csv", 2).containsEntry("unknown.bin", 1);

    assertThat(Files.readAllBytes(night.resolve("potential.csv"))).isEqualTo(before);
    assertThat(night.resolve("unknown.bin")).exists();
    assertThat(night.resolve("potential.csv.part")).doesNotExist();
  }

  /** Whatever it was writing when it was interrupted. */
  @ParameterizedTest
  @ValueSource(strings = {"potential.csv", "potential.xlsx", "sheet.html", "run.json"})
  void whatAnInterruptedOneLeftIsGone(String name) throws IOException {
    writeNight();
    Path part = night.resolve(name + ".part");
    Files.writeString(part, "person_id\nP2,Nông Th");

    assertThat(erase(true)).hasSize(6);
    assertThat(erase(false)).hasSize(6);

    assertThat(part).doesNotExist();
    assertThat(erase(false)).isEmpty();
  }
}
