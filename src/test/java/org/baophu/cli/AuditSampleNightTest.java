package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A clerk checks what nights draw, and later nights say how right the lists are. */
class AuditSampleNightTest {
  @TempDir private Path own;
  private Path input;
  private TruthfulClerk clerk;

  @BeforeEach
  void makeProvince() throws IOException {
    input = own.resolve("input");
    ProvinceGenerator.generate(GenerateSettings.of(2_000, 11), input, people -> {});
    clerk = new TruthfulClerk(input);
  }

  private Path night(String output, String date, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "nightly",
                "--input",
                input.toString(),
                "--output",
                own.resolve(output).toString(),
                "--date",
                date,
                "--language",
                "en"));
    arguments.addAll(List.of(more));
    assertThat(Main.run(arguments.toArray(String[]::new))).isEqualTo(ExitCode.DONE);
    return own.resolve(output).resolve(date);
  }

  private static Set<String> persons(Path night) throws IOException {
    return JudgedProvince.rows(night.resolve("audit_sample.csv")).stream()
        .map(row -> row.get("person_id"))
        .collect(Collectors.toSet());
  }

  private static CSVRecord province(Path night) throws IOException {
    return JudgedProvince.rows(night.resolve("audit_quality.csv")).get(0);
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  @Test
  void answersOfTwoNightsGiveAnEstimateThatHoldsTheTruth() throws IOException {
    Path first = night("out", "2026-11-01");
    assertThat(persons(first)).hasSizeBetween(59, 61);
    assertThat(province(first).get("enough")).isEqualTo("no");
    assertThat(night("again", "2026-11-01", "--threads", "1").resolve("audit_sample.csv"))
        .hasSameTextualContentAs(first.resolve("audit_sample.csv"));

    clerk.deliver("1.csv", clerk.answers(first));
    Path second = night("out", "2026-11-02");
    // Whoever was checked is not asked again while nothing new is known of them.
    assertThat(persons(second)).isNotEmpty().doesNotContainAnyElementsOf(persons(first));
    clerk.deliver("2.csv", clerk.answers(second));
    Path third = night("out", "2026-11-03");

    CSVRecord found = province(third);
    ListEvaluation truth = clerk.judge(third);
    assertThat(number(found, "answered_listed")).isBetween(58.0, 62.0);
    assertThat(found.get("enough")).isEqualTo("yes");
    assertThat(truth.precision())
        .isBetween(number(found, "precision_low"), number(found, "precision_high"));
    assertThat(truth.recall()).isBetween(number(found, "recall_low"), number(found, "recall_high"));
    assertThat(Files.readString(third.resolve("run.json"))).contains("\"audit_sample\"");
    assertThat(Files.readString(third.resolve("report.html"))).contains("What clerks found");
  }

  @Test
  void answersThatAreOfNoUseAreToldAndStopNothing() throws IOException {
    Path first = night("out", "2026-11-01");
    List<String> answers = clerk.answers(first);
    String one = answers.get(0).split(",")[1];
    String run = answers.get(0).split(",")[0];
    List<String> delivered = new ArrayList<>(answers.subList(0, 3));
    delivered.add(answers.get(0));
    delivered.add(String.format(Locale.ROOT, "%s,P9999999,yes,,,,,\n", run));
    delivered.add(String.format(Locale.ROOT, "%s,somebody,yes,,,,,\n", run));
    delivered.add(String.format(Locale.ROOT, "%s,%s,perhaps,,,,,\n", run, one));
    // Not filled in.
    delivered.add(String.format(Locale.ROOT, "%s,%s,,,,,,\n", run, one));
    String two = answers.get(1).split(",")[1];
    delivered.add(
        String.format(Locale.ROOT, "%s,%s,%s,,,Minh,,\n", run, two, opposite(answers.get(1))));
    clerk.deliver("mixed.csv", delivered);

    Path second = night("out", "2026-11-02");
    List<String> issues = new ArrayList<>();
    for (CSVRecord row : JudgedProvince.rows(second.resolve("rejects.csv"))) {
      if (row.get("file").endsWith("mixed.csv")) {
        issues.add(row.get("row") + " " + row.get("column") + " " + row.get("problem"));
      }
    }

    assertThat(new HashSet<>(issues))
        .isEqualTo(
            Set.of(
                "3 insured answer_contradicted",
                "5 person_id answer_repeated",
                "6 person_id person_not_asked",
                "7 person_id value_unknown",
                "8 insured value_unknown",
                "10 insured answer_contradicted"));
    double answered =
        number(province(second), "answered_listed") + number(province(second), "answered_left_out");
    assertThat(answered).isEqualTo(2);
  }

  private static String opposite(String answer) {
    return answer.split(",")[2].equals("yes") ? "no" : "yes";
  }

  /** What a clerk found holds, the story tells it, and new evidence ends it. */
  @Test
  void whatAClerkFoundHoldsUntilTheRecordsSayMore() throws IOException {
    Path first = night("out", "2026-11-01");
    CSVRecord asked =
        JudgedProvince.rows(first.resolve("audit_sample.csv")).stream()
            .filter(row -> row.get("listed").equals("yes"))
            .filter(row -> row.get("living").startsWith("tax:"))
            .findFirst()
            .orElseThrow();
    String person = asked.get("person_id");
    clerk.deliver(
        "1.csv",
        List.of(
            String.format(
                Locale.ROOT, "%s,%s,yes,,,Lan,2026-11-01,\n", asked.get("run_id"), person)));

    Path second = night("out", "2026-11-02");
    assertThat(listed(second)).doesNotContain(person);
    assertThat(changes(second))
        .containsExactly(
            person + " removed new evidence: probably insured (a clerk checked on 2026-11-01)");
    assertThat(history(person))
        .contains(
            person + " was drawn for a clerk to check, as somebody listed",
            person + " was checked by Lan on 2026-11-01: insured: yes; eligible: nothing said");
    Path third = night("out", "2026-11-03");
    assertThat(listed(third)).doesNotContain(person);
    assertThat(changes(third)).isEmpty();

    String key = asked.get("living").split(";")[0].substring("tax:".length());
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(input.resolve("tax.csv"))) {
      boolean theirs = line.startsWith(key + ",");
      lines.add(theirs ? otherIncome(line) : line);
    }
    Files.write(input.resolve("tax.csv"), lines);
    Path fourth = night("out", "2026-11-04");
    assertThat(listed(fourth)).contains(person);
    assertThat(changes(fourth).toString()).contains("tax:" + key);
  }

  private String history(String person) {
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(new HistoryCommand());
    line.setOut(new PrintWriter(out));
    assertThat(line.execute(person, "--output", own.resolve("out").toString(), "--language", "en"))
        .isEqualTo(ExitCode.DONE);
    return out.toString();
  }

  private static String otherIncome(String line) {
    return line.contains(",rental,")
        ? line.replace(",rental,", ",other,")
        : line.replaceAll(",(salary|business|other),", ",rental,");
  }

  private static Set<String> listed(Path night) throws IOException {
    return JudgedProvince.rows(night.resolve("potential.csv")).stream()
        .map(row -> row.get("person_id"))
        .collect(Collectors.toSet());
  }

  private static List<String> changes(Path night) throws IOException {
    return JudgedProvince.rows(night.resolve("changes.csv")).stream()
        .map(row -> row.get("person_id") + " " + row.get("change") + " " + row.get("reason"))
        .toList();
  }

  @Test
  void aSizeOfNothingAsksNothing() throws IOException {
    Path config = Files.writeString(own.resolve("config.yml"), "audit_sample: {size: 0}\n");

    assertThat(persons(night("out", "2026-11-01", "--config", config.toString()))).isEmpty();
  }
}
