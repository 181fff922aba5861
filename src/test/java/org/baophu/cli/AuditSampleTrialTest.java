package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights whose samples are answered from the truth, and whether the estimates hold it. {@link
 * AuditSampleNightTest} is the small sibling.
 */
@Tag("trial")
class AuditSampleTrialTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

  @TempDir private Path own;

  /** A province, its nights, and the clerk. */
  private final class Nights {
    private final Path input;
    private final Path output;
    private final Path config;
    private final TruthfulClerk clerk;

    Nights(String name, int people, int seed, double factor, int size) throws IOException {
      Path directory = Files.createDirectories(own.resolve(name));
      input = directory.resolve("in");
      output = directory.resolve("out");
      config =
          Files.writeString(
              directory.resolve("config.yml"), "audit_sample: {size: " + size + "}\n");
      Path rates = JudgedProvince.rates(directory.resolve("rates.csv"), factor);
      run(
          "generate",
          "--people",
          "" + people,
          "--seed",
          "" + seed,
          "--output",
          input.toString(),
          "--rates",
          rates.toString());
      clerk = new TruthfulClerk(input);
    }

    private void run(String... arguments) {
      assertThat(Main.run(arguments)).isEqualTo(ExitCode.DONE);
    }

    /** A night, after which the clerk answers all that was drawn. */
    Judged night(int number) throws IOException {
      String date = FIRST.plusDays(number).toString();
      run(
          "nightly",
          "--input",
          input.toString(),
          "--output",
          output.toString(),
          "--date",
          date,
          "--language",
          "en",
          "--config",
          config.toString());
      Path night = output.resolve(date);
      clerk.deliver(number + ".csv", clerk.answers(night));
      return new Judged(
          clerk.judge(night), JudgedProvince.rows(night.resolve("audit_quality.csv")));
    }
  }

  /** What a night says and what is true. */
  private record Judged(ListEvaluation truth, List<CSVRecord> said) {
    boolean holds(String name, double value) {
      CSVRecord province = said.get(0);
      // Files tell four decimals.
      return value >= Double.parseDouble(province.get(name + "_low")) - 5e-5
          && value <= Double.parseDouble(province.get(name + "_high")) + 5e-5;
    }

    boolean precisionHolds() {
      return holds("precision", truth.precision());
    }

    boolean recallHolds() {
      return holds("recall", truth.recall());
    }

    @Override
    public String toString() {
      CSVRecord province = said.get(0);
      return String.format(
          Locale.ROOT,
          "%d listed, answered %s + %s; wrong %d said %s [%s, %s] model %s; missed %d said %s [%s,"
              + " %s] model %s; precision %s recall %s",
          truth.listed(),
          province.get("answered_listed"),
          province.get("answered_left_out"),
          truth.listed() - truth.right(),
          province.get("wrong"),
          province.get("wrong_low"),
          province.get("wrong_high"),
          province.get("model_wrong"),
          truth.due() - truth.right(),
          province.get("missed"),
          province.get("missed_low"),
          province.get("missed_high"),
          province.get("model_missed"),
          precisionHolds() ? "holds" : "MISSED",
          recallHolds() ? "holds" : "MISSED");
    }
  }

  @Test
  void estimatesHoldTheTruthInNineOfTenProvinces() throws IOException {
    int provinces = 40;
    int precision = 0;
    int recall = 0;
    for (int number = 0; number < provinces; number++) {
      double factor = 0.5 + 2.5 * number / (provinces - 1);
      Nights nights = new Nights("p" + number, 3_000, 2_000 + number, factor, 100);
      for (int night = 0; night < 3; night++) {
        nights.night(night);
      }
      Judged judged = nights.night(3);
      precision += judged.precisionHolds() ? 1 : 0;
      recall += judged.recallHolds() ? 1 : 0;
      System.out.printf(Locale.ROOT, "TRIAL rates × %.2f: %s%n", factor, judged);
      JudgedProvince.delete(own.resolve("p" + number));
    }
    System.out.printf(
        Locale.ROOT, "TRIAL holds: precision %d, recall %d of %d%n", precision, recall, provinces);

    assertThat(precision).isGreaterThanOrEqualTo(36);
    assertThat(recall).isGreaterThanOrEqualTo(36);
  }

  @Test
  void tenNightsOfTwentyThousandPeople() throws IOException {
    Nights nights = new Nights("p20", 20_000, 7, 1, 60);
    int held = 0;
    for (int night = 0; night < 11; night++) {
      Judged judged = nights.night(night);
      System.out.println("TRIAL night " + night + ": " + judged);
      held += judged.precisionHolds() && judged.recallHolds() ? 1 : 0;
    }

    assertThat(held).isGreaterThanOrEqualTo(10);
    assertThat(Files.exists(own)).isTrue();
  }
}
