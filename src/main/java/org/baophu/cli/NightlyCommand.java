package org.baophu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.baophu.batch.NightLauncher;
import org.baophu.batch.NightStoppedException;
import org.baophu.gate.Acceptance;
import org.baophu.intake.Delivery;
import org.baophu.night.DeliveredFile;
import org.baophu.night.NightRun;
import org.baophu.night.NightSettings;
import org.baophu.publish.PlannerCopy;
import org.baophu.reference.ReferenceTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One nightly run. */
@Command(
    name = "nightly",
    description =
        "Reads the agencies' files, works out who is who and who is uninsured, and publishes lists"
            + " and targets in OUTPUT/<date>.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class NightlyCommand implements Callable<Integer> {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--input",
      required = true,
      paramLabel = "DIR",
      description = "The delivery: tax*, business*, insurance* and what else there is.")
  private Path input = Path.of("");

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Where the directory of the date appears; made if missing.")
  private Path output = Path.of("");

  @Option(
      names = "--date",
      paramLabel = "yyyy-MM-dd",
      description = "The day whose law, communes and ages hold. Default: today in Vietnam.")
  private @Nullable LocalDate date;

  @Option(names = "--config", paramLabel = "FILE", description = "Settings in YAML; see README.")
  private @Nullable Path config;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "embedded",
      description = "The linkage engine: embedded.")
  private String engine = "embedded";

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "JDBC URL of H2 or PostgreSQL. Default: an H2 file under OUTPUT/.store. User and"
              + " password are best left to the environment: SPRING_DATASOURCE_USERNAME,"
              + " SPRING_DATASOURCE_PASSWORD.")
  private @Nullable String database;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that may work; no result depends on it. Default: all processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--language",
      paramLabel = "vi|en",
      description = "Language of reasons and report. Default: the environment's, else en.")
  private @Nullable String language;

  @Option(
      names = "--retrain",
      description =
          "Learns the weights of the linkage anew, whatever is known from earlier nights.")
  private boolean retrain;

  @Option(
      names = "--accept",
      paramLabel = "GATE",
      description =
          "Publishes although this gate is out of bounds (rows), or one part of it (rows:tax)."
              + " Repeatable; each needs a --because. Recorded for good.")
  private List<String> accepted = List.of();

  @Option(
      names = "--because",
      paramLabel = "TEXT",
      description = "Why that is right; one for each --accept, or one for all.")
  private List<String> because = List.of();

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who accepts. Default: the user of the operating system.")
  private String by = System.getProperty("user.name", "unknown");

  @Option(
      names = "--planner-output",
      paramLabel = "DIR",
      description =
          "Where what planners need appears as well: targets and counts, small ones rounded, no"
              + " persons.")
  private @Nullable Path plannerOutput;

  @Override
  public Integer call() throws Exception {
    NightRun run = prepare().withAcceptances(acceptances());
    Clock clock = Clock.systemUTC();
    ProgressLines progress =
        new ProgressLines(spec.commandLine().getErr(), clock, System.console() != null);
    prepareStore();
    NightLauncher launcher = new NightLauncher(progress, clock);
    return GracefulStop.around(() -> launch(launcher, run, progress), launcher::stop);
  }

  private int launch(NightLauncher launcher, NightRun run, ProgressLines progress)
      throws IOException {
    try {
      String url = database == null ? NightLauncher.defaultDatabase(output) : database;
      NightLauncher.Outcome outcome = launcher.run(run, url);
      if (plannerOutput != null) {
        PlannerCopy.write(run.published(), plannerOutput.toAbsolutePath().normalize());
      }
      progress.end();
      tell(outcome, run);
      return ExitCode.DONE;
    } catch (NightStoppedException e) {
      progress.end();
      spec.commandLine().getErr().println(e.getMessage());
      return ExitCode.FAILED;
    } finally {
      progress.end();
    }
  }

  private NightRun prepare() throws IOException {
    requireUsable();
    NightSettings settings = settings();
    List<DeliveredFile> files = Delivery.find(input).stream().map(DeliveredFile::of).toList();
    return new NightRun(
        date == null ? LocalDate.now(ZONE) : date,
        files,
        Delivery.findIgnored(input),
        output(),
        settings,
        SettingsTree.of(settings),
        ReferenceTable.read("legal_parameters"),
        locale(),
        threads,
        Main.Version.current(),
        1,
        List.of());
  }

  private List<Acceptance> acceptances() {
    if (accepted.isEmpty() != because.isEmpty()
        || because.size() > 1 && because.size() != accepted.size()) {
      throw usage("--accept and --because: each gate accepted needs a reason, and none else does.");
    }
    List<Acceptance> acceptances = new ArrayList<>();
    for (int i = 0; i < accepted.size(); i++) {
      String reason = because.get(because.size() == 1 ? 0 : i);
      try {
        acceptances.add(Acceptance.parse(accepted.get(i), reason, by));
      } catch (IllegalArgumentException e) {
        throw usage("--accept: " + e.getMessage() + ".");
      }
    }
    return acceptances;
  }

  /** Where results go. */
  Path output() {
    return output.toAbsolutePath().normalize();
  }

  /** Makes sure that the options can be used. */
  void requireUsable() {
    if (!engine.equals("embedded")) {
      throw usage("--engine: there is no engine " + engine + "; use embedded.");
    }
    if (threads < 1) {
      throw usage("--threads: at least 1 is needed, not " + threads + ".");
    }
    if (language != null && !language.equals("vi") && !language.equals("en")) {
      throw usage("--language: vi or en, not " + language + ".");
    }
    if (database != null && !database.matches("jdbc:(h2|postgresql):.+")) {
      throw usage(
          "--database: " + database + " is neither jdbc:h2:… nor jdbc:postgresql://HOST/NAME.");
    }
    if (Files.exists(output) && !Files.isDirectory(output)) {
      throw usage("--output: " + output + " is a file; name a directory.");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** The configuration file, or one that says nothing. */
  NightFile file() {
    return config == null ? NightFile.empty() : Yaml.read(config, NightFile.class);
  }

  NightSettings settings() {
    try {
      return retrain ? file().settings().withRetraining() : file().settings();
    } catch (IllegalArgumentException e) {
      throw new SettingsException(inFile(String.valueOf(e.getMessage())));
    }
  }

  /** A fault of the settings, with the file that they come from. */
  String inFile(String fault) {
    return (config == null ? "" : config + ": ") + fault;
  }

  Locale locale() {
    String stated = language;
    if (stated == null) {
      String environment =
          System.getenv().getOrDefault("LC_ALL", System.getenv().getOrDefault("LANG", ""));
      stated = environment.startsWith("vi") ? "vi" : "en";
    }
    return Locale.forLanguageTag(stated);
  }

  private void prepareStore() {
    NightLauncher.prepareStore(output());
  }

  private void tell(NightLauncher.Outcome outcome, NightRun run) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Path results = run.published();
    switch (outcome) {
      case PUBLISHED -> out.println("Published: " + results);
      case ALREADY_PUBLISHED ->
          out.println("Nothing to do: the same inputs and settings were published in " + results);
    }
    JsonNode manifest =
        JsonMapper.builder().build().readTree(Files.readString(results.resolve("run.json")));
    JsonNode counts = manifest.get("counts");
    long rejected = 0;
    for (JsonNode file : manifest.get("inputs")) {
      rejected += file.get("rows_rejected").asLong();
    }
    out.printf(
        Locale.ROOT,
        "%,d records of %,d persons; %,d earn a living, %,d of them probably without insurance in"
            + " force.%n%,d pairs wait for review, %,d rows were rejected.%n",
        counts.get("records").asLong(),
        counts.get("persons").asLong(),
        counts.get("persons_earning").asLong(),
        counts.get("potential").asLong(),
        counts.get("review").asLong(),
        rejected);
    for (JsonNode gate : manifest.get("gates")) {
      String verdict = gate.get("verdict").asString();
      if (verdict.equals("warned") || verdict.equals("accepted")) {
        out.printf(
            Locale.ROOT,
            "Gate %s:%s was out of bounds and %s; see run.json.%n",
            gate.get("gate").asString(),
            gate.get("of").asString(),
            verdict);
      }
    }
    out.println("Begin with " + results.resolve("report.html"));
  }
}
