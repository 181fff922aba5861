package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.baophu.PostgresStores;
import org.baophu.batch.NightLauncher;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept about nights, through the program as it is started. */
class TrustedNightTest {
  private static final String DATE = "2026-11-01";

  @TempDir private static Path shared;
  private static Path input;

  @TempDir private Path own;

  @BeforeAll
  static void makeProvince() throws IOException {
    input = shared.resolve("input");
    ProvinceGenerator.generate(GenerateSettings.of(400, 5), input, people -> {});
  }

  /** What a process said and how it ended. */
  private record Ended(int code, String output) {}

  private Ended run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = NightProcess.commandLine(List.of(arguments), "-XX:TieredStopAtLevel=1");
    String quoted = String.join(" ", command.stream().map(word -> "'" + word + "'").toList());
    command = List.of("sh", "-c", "umask 022; exec " + quoted);
    Path log = own.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), Files.readString(log));
  }

  private Ended nightly(Path output, Map<String, String> environment)
      throws IOException, InterruptedException {
    return run(
        environment,
        "nightly",
        "--input",
        input.toString(),
        "--output",
        output.toString(),
        "--date",
        DATE,
        "--planner-output",
        own.resolve("planners").toString());
  }

  /** Whatever the umask of whoever ran the tests, a file is asked for with its own rights. */
  private static void assertOwnerOnly(Path output) throws IOException {
    try (Stream<Path> all = Files.walk(output)) {
      assertThat(all.toList())
          .hasSizeGreaterThan(20)
          .allSatisfy(
              path ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                      .endsWith("------"));
    }
  }

  private static void assertNobodyIsNamedIn(Path planners) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> all = Files.walk(planners)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file)).append('\n');
      }
    }
    assertThat(text).contains("commune_code", "voluntary");
    for (String source : List.of("tax", "business", "insurance", "poverty")) {
      try (CSVParser rows =
          CSVFormat.RFC4180
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .get()
              .parse(Files.newBufferedReader(input.resolve(source + ".csv")))) {
        for (CSVRecord row : rows) {
          for (String column : rows.getHeaderNames()) {
            boolean personal =
                column.matches(".*(name|_id|_no|_code|phone|address|birth_date)")
                    && !column.equals("industry_code");
            if (personal && row.get(column).length() > 4) {
              assertThat(text).doesNotContain(row.get(column));
            }
          }
        }
      }
    }
  }

  @Test
  void theTrailTellsOfTheNightAndOfWhoeverTouchesIt()
      throws IOException, InterruptedException, SQLException {
    Path output = own.resolve("output");
    Map<String, String> key = new TreeMap<>(Map.of("BAOPHU_AUDIT_KEY", "secret"));
    assertThat(nightly(output, key).code()).isEqualTo(ExitCode.DONE);
    assertOwnerOnly(output);
    assertNobodyIsNamedIn(own.resolve("planners"));
    String[] verify = {"audit", "verify", "--output", output.toString()};

    assertThat(run(Map.of(), "audit", "list", "--output", output.toString()).output())
        .contains("RUN_STARTED", "PUBLISHED", DATE);
    assertThat(run(key, verify).code()).isEqualTo(ExitCode.DONE);
    key.put("BAOPHU_AUDIT_KEY", "another");
    assertThat(run(key, verify).output()).contains("wrong signature: line 1");
    try (Connection forger = DriverManager.getConnection(NightLauncher.defaultDatabase(output));
        Statement statement = forger.createStatement()) {
      statement.executeUpdate("DELETE FROM audit_line WHERE event = 'PUBLISHED'");
    }

    Ended touched = run(Map.of(), verify);

    assertThat(touched.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(touched.output()).contains("cut off: lines after 1").contains("Tampered with.");
  }

  @Test
  void anEncryptedStoreNeedsItsKeyAndAPlainOneNone() throws IOException, InterruptedException {
    PostgresStores.assumeH2("the file is encrypted");
    Path output = own.resolve("output");
    Map<String, String> key = Map.of("BAOPHU_DATABASE_KEY", "secret");
    assertThat(nightly(output, key).code()).isEqualTo(ExitCode.DONE);
    byte[] store = Files.readAllBytes(output.resolve(".store").resolve("baophu.mv.db"));
    assertThat(new String(store, StandardCharsets.ISO_8859_1))
        .startsWith("H2encrypt")
        .doesNotContain("person_member", "PERSON_MEMBER");
    String[] list = {"audit", "list", "--output", output.toString()};

    assertThat(run(key, list).output()).contains("PUBLISHED");
    Ended without = run(Map.of(), list);
    Ended wrong = run(Map.of("BAOPHU_DATABASE_KEY", "guess"), list);
    Ended wrongNight = nightly(output, Map.of("BAOPHU_DATABASE_KEY", "guess"));

    assertThat(without.code()).isEqualTo(ExitCode.USAGE);
    assertThat(without.output()).contains("is encrypted: set BAOPHU_DATABASE_KEY");
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.output()).contains("is not the key it was encrypted with");
    assertThat(wrongNight.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrongNight.output()).contains("is not the key it was encrypted with");
  }
}
