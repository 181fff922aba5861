package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of which too little can be used: what an operator is told in the morning. */
class UnusableRowsTest {
  private static final String DECISIONS = "source_a,id_a,source_b,id_b,decision";
  private static final String AUDITS = "run_id,person_id,insured";

  @TempDir private Path own;
  private Path input;

  @BeforeEach
  void deliver() throws IOException {
    input = own.resolve("input");
    ProvinceGenerator.generate(GenerateSettings.of(200, 3), input, people -> {});
  }

  private Said night() {
    return Said.by(
        new NightlyCommand(),
        "--input",
        input.toString(),
        "--output",
        own.resolve("output").toString(),
        "--date",
        "2026-11-01",
        "--language",
        "en");
  }

  private void clerks(String folder, String... lines) throws IOException {
    Files.createDirectories(input.resolve(folder));
    Files.write(input.resolve(folder).resolve("a.csv"), List.of(lines));
  }

  @Test
  void aRegisterWithTooManyBadRowsNamesTheShareAndTheSetting() throws IOException {
    Path tax = input.resolve("tax.csv");
    List<String> rows = Files.readAllLines(tax);
    int given = rows.size() - 1;
    Stream<String> nameless = rows.stream().skip(1).limit(given / 2).map(row -> "X" + row);
    String nothing = ",".repeat((int) rows.get(0).chars().filter(c -> c == ',').count());
    Files.write(
        tax,
        Stream.of(rows.stream(), nameless.map(row -> row.split(",", -1)[0] + nothing))
            .flatMap(lines -> lines)
            .toList());

    Said said = night();

    assertThat(said.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(said.errors())
        .contains("tax.csv: " + given / 2 + " of " + (given + given / 2) + " rows cannot be used")
        .contains(
            "more than the 5.0 % allowed (mostly NAME_MISSING, " + given / 2 + " times; first row ")
        .contains((given + 2) + " full_name).")
        .contains("raise intake.max_reject_share");
  }

  @ParameterizedTest
  @CsvSource({
    "decisions, 'source_a,id_a,source_b,id_b,decision', 'tax,T1,tax,T2,perhaps', decision",
    "audits, 'run_id,person_id,insured', '2026-10-01-0123456789abcdef,P0000001,perhaps', insured"
  })
  void aFileOfClerksWithNothingUsableIsNotToldOfAShareItDoesNotHave(
      String folder, String heading, String row, String column) throws IOException {
    clerks(folder, heading, row);

    Said said = night();

    assertThat(said.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(said.errors())
        .contains(folder + "/a.csv: none of its 1 rows can be used (mostly VALUE_UNKNOWN, 1 times")
        .contains("; first row 2 " + column + ").")
        .contains("Mend the file or take it out of " + folder + "/.")
        .doesNotContain("max_reject_share");
  }

  @Test
  void oneMistypedRowAmongUsableOnesStopsNothing() throws IOException {
    clerks("decisions", DECISIONS, "tax,T1,tax,T2,perhaps", "tax,T1,tax,T2,no_match");
    clerks("audits", AUDITS, "x,P1,perhaps", "2026-10-01-0,P0000001,yes");

    assertThat(night().code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void filesOfOneNameInTwoFoldersAreToldApart() throws IOException {
    clerks("decisions", DECISIONS, "tax,T1,tax,T2,no_match", "tax,T1,tax,T3,perhaps");
    clerks("audits", AUDITS, "2026-10-01-0,P0000001,yes", "x,P1,perhaps", "x,P2,perhaps");

    assertThat(night().code()).isEqualTo(ExitCode.DONE);

    JsonNode run =
        JsonMapper.shared()
            .readTree(Files.readString(own.resolve("output/2026-11-01").resolve("run.json")));
    assertThat(rejected(run, "decisions/a.csv")).isEqualTo(1);
    // A person of another run is known to no night of this store.
    assertThat(rejected(run, "audits/a.csv")).isEqualTo(3);
  }

  private static long rejected(JsonNode run, String file) {
    for (JsonNode input : run.get("inputs")) {
      if (input.get("name").asString().equals(file)) {
        return input.get("rows_rejected").asLong();
      }
    }
    throw new AssertionError("no " + file + " in " + run.get("inputs"));
  }
}
