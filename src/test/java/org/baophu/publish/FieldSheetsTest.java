package org.baophu.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baophu.advice.Adviser;
import org.baophu.advice.ProfitShares;
import org.baophu.advice.Rounds;
import org.baophu.coverage.Chances;
import org.baophu.coverage.CoverageSettings;
import org.baophu.coverage.Potential;
import org.baophu.coverage.Rules;
import org.baophu.reference.ReferenceTable;
import org.baophu.target.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldSheetsTest {
  private static final Organisation POINT =
      new Organisation("Bưu điện", "Điểm thu <1>", "05977", 1, 10);

  @TempDir private Path directory;

  private Path publish(String language, int copies) throws IOException {
    Publication small = SmallPublication.in(language);
    List<Potential> listed =
        IntStream.range(0, copies).boxed().flatMap(i -> small.potential().stream()).toList();
    Rules rules =
        Rules.on(
            small.date(), ReferenceTable.read("legal_parameters"), CoverageSettings.defaults());
    Adviser adviser = new Adviser(rules, ProfitShares.shipped(), -1);
    Rounds rounds = new Rounds(List.of(POINT));
    FieldWork fieldWork =
        new FieldWork(
            small.potential().stream()
                .collect(
                    Collectors.toMap(
                        Potential::personId, person -> adviser.advise(person, List.of()))),
            rounds.divide(small.potential(), Map.of()),
            rounds.list(),
            Chances.prior(),
            small.fieldWork().progress());
    Publication publication =
        new Publication(
            small.date(),
            small.language(),
            small.communes(),
            listed,
            small.members(),
            small.review(),
            small.targets(),
            small.unseen(),
            fieldWork,
            small.summary(),
            small.quality(),
            small.auditSample(),
            small.changes(),
            small.conflicts(),
            small.rejects(),
            small.facts());
    Path output = Files.createDirectory(directory.resolve(language));
    Publisher.write(publication, output, 1);
    return output;
  }

  @Test
  void everybodyIsOnExactlyOneSheetWithNoMoreThanAVisitNeeds() throws IOException {
    Path output = publish("vi", 1);

    Map<String, String> sheets;
    try (Stream<Path> files = Files.list(output.resolve("field-sheets"))) {
      sheets =
          files.collect(Collectors.toMap(f -> f.getFileName().toString(), FieldSheetsTest::text));
    }
    assertThat(sheets)
        .containsOnlyKeys(
            "05977-diem-thu-1-buu-dien.html", "05986-office.html", "unknown-office.html");
    String all = String.join("\n", sheets.values());
    for (int i = 1; i <= 6; i++) {
      assertThat(all.split("P000000" + i, -1)).as("person %d", i).hasSize(2);
    }
    String point = sheets.get("05977-diem-thu-1-buu-dien.html");
    assertThat(point)
        .contains("Điểm thu &lt;1&gt;", "Nông Thị Hạnh", "sinh năm 1980", "0912345678")
        .contains("Chủ hộ, bắt buộc theo luật: 25% thu nhập")
        .contains("632.500")
        .contains("Đã đóng 37/180 tháng");
    assertThat(point.indexOf("Hoàng Văn Nam"))
        .as("the first to be visited comes first")
        .isLessThan(point.indexOf("Nông Thị Hạnh"));
    assertThat(all)
        .doesNotContain(
            "020180000017", "095012345", "insurance:", "tax:", "business:", "09/02/1980");
    assertThat(text(publish("en", 1).resolve("field-sheets/05977-diem-thu-1-buu-dien.html")))
        .contains("Owner, obliged by law: 25% of income", "632,500");
  }

  @Test
  void adviceHasARowForEverybodyInTheOrderOfTheList() throws IOException {
    List<String> rows = Files.readAllLines(publish("en", 1).resolve("advice.csv"));

    assertThat(rows).hasSize(7);
    assertThat(rows.get(0)).startsWith("\uFEFFperson_id,commune_code,organisation,");
    assertThat(rows.get(1))
        .startsWith(
            "P0000002,05977,Bưu điện,Điểm thu <1>,voluntary,0.0800,0.2200,1500000,165000,165000,945000")
        .contains("State support for 120 more months.");
  }

  @Test
  void printsOnA4() throws Exception {
    // Other browsers on the path may be confined to folders of their own (snap), and write no file
    // here.
    Path browser = Path.of("/usr/bin/chromium");
    assumeTrue(
        Files.isExecutable(browser),
        "no Chromium to print with (Debian: apt-get install chromium)");
    Path sheet = publish("vi", 20).resolve("field-sheets/05986-office.html");
    Path pdf = directory.resolve("sheet.pdf");

    Process print =
        new ProcessBuilder(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + directory.resolve("profile"),
                "--no-pdf-header-footer",
                "--print-to-pdf=" + pdf,
                sheet.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("print.log").toFile())
            .start();
    assertThat(print.waitFor(60, TimeUnit.SECONDS)).isTrue();

    String raw = Files.readString(pdf, StandardCharsets.ISO_8859_1);
    int pages = raw.split("/Type /Page\\b", -1).length - 1;
    assertThat(pages).as("40 persons, 7 to 10 on a page").isBetween(4, 6);
    // Browsers repeat such headings on every page, and break no such row.
    assertThat(text(sheet))
        .contains(".sheet > thead { display: table-header-group; }")
        .contains(".sheet > tbody > tr { break-inside: avoid; }");
    assertThat(raw).contains("/MediaBox [0 0 594.95");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
