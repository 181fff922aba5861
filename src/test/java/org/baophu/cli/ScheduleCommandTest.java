package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.baophu.batch.NightLauncher;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.baophu.notify.Messenger;
import org.baophu.store.NightLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The service, through the command line. */
class ScheduleCommandTest {
  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private List<String> command(String... more) {
    List<String> line = new ArrayList<>();
    line.addAll(List.of("--input", directory.resolve("input").toString()));
    line.addAll(List.of("--output", directory.resolve("output").toString()));
    line.addAll(List.of(more));
    return line;
  }

  private int run(List<String> line) {
    CommandLine command = new CommandLine(new ScheduleCommand());
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    command.setExecutionExceptionHandler(new Failures());
    return command.execute(line.toArray(String[]::new));
  }

  @Test
  void saysWhenTheNextNightsAreDue() {
    assertThat(run(command("--dry-run", "--cron", "30 1 * * *", "--threads", "2"))).isZero();

    assertThat(out.toString().lines())
        .hasSize(5)
        .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT01:30\\+07:00\\[Asia/Ho_Chi_Minh]"));
  }

  @ParameterizedTest
  @CsvSource({
    "--cron, 99 2 * * *, schedule.cron",
    "--zone, Saigon, Saigon",
    "--catch-up, perhaps, yes or no",
    "--metrics-port, 70000, [0;65535]",
    "--date, 2026-11-01, --date",
    "--thread, 2, --thread",
    "--threads, 0, --threads",
    "--engine, steam, --engine",
    "--config, none.yaml, none.yaml"
  })
  void refusesAtOnceWhatANightWouldRefuse(String option, String value, String said) {
    assertThat(run(command("--dry-run", option, value))).as("%s", err).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(said.replace(';', ','));
  }

  @Test
  void oneServiceRunsOnAnOutput() {
    Path output = directory.resolve("output");
    NightLauncher.prepareStore(output);
    try (NightLock held = NightLock.forSchedule(NightLauncher.storeDirectory(output))) {
      assertThat(held).isNotNull();
      assertThat(run(command())).isEqualTo(ExitCode.LOCKED);
      assertThat(err.toString()).contains("Another schedule is running");
    }
  }

  @Test
  void readsItsSettingsFromTheFile() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("baophu.yaml"),
            """
            schedule:
              cron: "15 3 * * MON-FRI"
              zone: Asia/Bangkok
              catch_up: false
              retries: 5
              retry_pause_seconds: 30
              metrics_port: 9464
              log: /var/log/baophu/events.jsonl
            notify:
              on: trouble
              webhook: {url: "https://office.example/night", timeout_seconds: 5}
              email: {host: mail.example, from: a@example.org, to: [b@example.org]}
            """);

    ServiceSettings settings = settings(file, UnaryOperator.identity());

    assertThat(settings.retries().times()).isEqualTo(5);
    assertThat(settings.retries().firstPause()).hasSeconds(30);
    assertThat(settings.catchUp()).isFalse();
    assertThat(settings.metricsPort()).contains(9464);
    assertThat(settings.log()).contains(Path.of("/var/log/baophu/events.jsonl"));
    assertThat(settings.onlyTroubles()).isTrue();
    assertThat(settings.messengers())
        .extracting(Messenger::name)
        .containsExactly("webhook", "email");
  }

  private static ServiceSettings settings(Path file, UnaryOperator<ServiceFile.Schedule> stated) {
    return ServiceSettings.of(Yaml.read(file, NightFile.class), stated, Locale.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "schedule: {retries: 21} | retries 21 is not in [0,20]",
        "schedule: {retry_pause_seconds: 0} | retry_pause_seconds 0 is not in [1,86400]",
        "notify: {on: never} | always or trouble",
        "notify: {webhook: {}} | notify.webhook.url is missing",
        "notify: {webhook: {url: 'ftp://a/b'}} | no http(s) address",
        "notify: {webhook: {url: 'http://a/b', timeout_seconds: 0}} | timeout_seconds 0",
        "notify: {email: {from: a@b.example}} | notify.email.host is missing",
        "notify: {email: {host: a, from: a@b.example}} | nobody is named",
        "notify: {email: {host: a, from: a@b.example, to: [c@d.example], security: ssl}} | tls",
        "notify: {email: {host: a, from: a@b.example, to: [c@d.example], port: 0}} | [1,65535]"
      })
  void refusesSettingsOutOfTheirRange(String yaml, String said) throws IOException {
    Path file = Files.writeString(directory.resolve("baophu.yaml"), yaml + "\n");

    assertThatThrownBy(() -> settings(file, UnaryOperator.identity()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  /** A night is due each second; the service is told to end when the second one has begun. */
  @Test
  void startsNightsUntilItIsToldToEnd() throws Exception {
    ProvinceGenerator.generate(
        GenerateSettings.of(150, 5), directory.resolve("input"), people -> {});
    Path log = directory.resolve("events.jsonl");
    List<String> line = new ArrayList<>(List.of("schedule", "--cron", "* * * * * *"));
    line.addAll(command("--log", log.toString(), "--metrics-port", "0"));
    String[] small = {"-Xmx400m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"};
    try (NightProcess service = NightProcess.start(line, "Nothing to do", small)) {
      assertThat(service.awaitLine()).as("%s", service.said()).isTrue();
      service.terminate();
      int code = service.exitCode();
      assertThat(code).as("%s", service.said()).isIn(ExitCode.DONE, ExitCode.FAILED);
      assertThat(Files.readAllLines(log))
          .anyMatch(event -> event.contains("\"outcome\":\"published\""))
          .anyMatch(event -> event.contains("\"event\":\"monitor_open\""))
          .last()
          .asString()
          .contains("\"event\":\"schedule_ended\",\"exit_code\":" + code);
      assertThat(Files.readString(log)).doesNotContain("Nông", "Hoàng", "Nguyễn");
    }
    assertThat(directory.resolve("output/.store/schedule.json")).exists();
  }
}
