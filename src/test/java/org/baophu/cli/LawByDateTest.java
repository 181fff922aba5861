package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.baophu.person.Commune;
import org.baophu.standard.CommuneRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** A night's date decides which law and which communes hold: whole nights on three days. */
class LawByDateTest {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "2025-06-30, 0.3000, 0.2500, 0.1000, 0.1000, Law 58/2014, Decree 134/2015, false, false",
    "2025-07-01, 0.5000, 0.4000, 0.3000, 0.2000, Law 41/2024, Decree 159/2025, true, false",
    "2029-07-01, 0.5000, 0.4000, 0.3000, 0.2000, Law 41/2024, Decree 159/2025, true, true"
  })
  void aNightAppliesTheLawOfItsDate(
      LocalDate date,
      String poor,
      String nearPoor,
      String minority,
      String other,
      String law,
      String decree,
      boolean declaring,
      boolean others)
      throws IOException {
    List<CSVRecord> list = night(date);

    Set<String> communes =
        CommuneRegister.on(date).communes().stream().map(Commune::code).collect(Collectors.toSet());
    Map<String, String> rates =
        Map.of("poor", poor, "near_poor", nearPoor, "ethnic_minority", minority, "other", other);
    Set<String> seen = new HashSet<>();
    for (CSVRecord row : list) {
      String route = row.get("route");
      String reasons = row.get("reasons");
      seen.add(route);
      seen.add(row.get("support_group"));
      assertThat(row.get("commune_code")).isIn(communes);
      boolean declares = reasons.contains("(tax by declaration)");
      boolean trades = reasons.contains("active business record");
      assertThat(route.equals("compulsory_owner"))
          .as(reasons)
          .isEqualTo(declaring && declares || others && trades);
      if (route.equals("voluntary")) {
        assertThat(row.get("support_rate")).isEqualTo(rates.get(row.get("support_group")));
        assertThat(reasons).contains("voluntary under " + law + " Art. 2(4) (not yet verified)");
      } else {
        assertThat(row.get("support_rate")).isEqualTo("0.0000");
      }
      assertThat(reasons).contains("under " + decree);
    }
    assertThat(seen)
        .contains("poor", "near_poor", "ethnic_minority", "other", "voluntary")
        .contains("compulsory_employee");
    assertThat(seen.contains("compulsory_owner")).isEqualTo(declaring);
  }

  @Test
  void theLawOfADayIsPrintedWithItsSources() {
    StringWriter out = new StringWriter();
    CommandLine law = new CommandLine(new LawCommand());
    law.setOut(new PrintWriter(out));

    assertThat(law.execute("--date", "2025-06-30")).isEqualTo(ExitCode.DONE);

    assertThat(out.toString())
        .contains("The law in force on 2025-06-30")
        .contains("support_poor_pct = 30")
        .contains("Decree 134/2015/NĐ-CP Art. 14; in force since 2018-01-01, until 2025-06-30")
        .contains("verified: confirmed")
        .contains("NOT VERIFIED")
        .doesNotContain("hkd_owner_compulsory");
  }

  private List<CSVRecord> night(LocalDate date) throws IOException {
    Path input = directory.resolve("input");
    Path output = directory.resolve("output");
    GenerateSettings settings = GenerateSettings.of(700, 5).withDate(date);
    ProvinceGenerator.generate(settings, input, people -> {});
    int code =
        Main.run(
            "nightly",
            "--input",
            input.toString(),
            "--output",
            output.toString(),
            "--date",
            date.toString(),
            "--language",
            "en");
    assertThat(code).isEqualTo(ExitCode.DONE);
    return read(output.resolve(date.toString()).resolve("potential.csv"));
  }

  private static List<CSVRecord> read(Path file) {
    try (Reader in = Files.newBufferedReader(file);
        CSVParser parser = CSV.parse(CsvText.withoutMark(in))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
