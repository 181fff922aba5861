package org.baophu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.baophu.person.Commune;
import org.baophu.publish.PlanFile;
import org.baophu.publish.TargetFiles;
import org.baophu.target.TargetPlan;
import org.baophu.target.TargetRequest;
import org.baophu.target.TargetSettings;
import org.baophu.target.Targets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Targets again, from what a night left; nothing is linked, and no database is needed. */
@Command(
    name = "plan",
    description =
        "Sets targets again from a finished run: another total, year or notion of fair. What is not"
            + " said is as the run had it, so without options the files are the run's.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class PlanCommand implements Callable<Integer> {
  private static final String NONE = "none";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--run",
      required = true,
      paramLabel = "DIR",
      description = "OUTPUT/<date> of a night, or what an earlier plan wrote.")
  private Path run = Path.of("");

  @Option(
      names = "--total",
      paramLabel = "N|none",
      description = "New voluntary participants asked of the province; none: see --from.")
  private @Nullable String total;

  @Option(names = "--year", paramLabel = "Y", description = "The year that targets are for.")
  private @Nullable Integer year;

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      description = "What a total that is not given is taken from: province, goals or potential.")
  private @Nullable String from;

  @Option(
      names = "--goal",
      paramLabel = "GOAL",
      description = "Which goal a path leads to: voluntary, insured or both.")
  private @Nullable String goal;

  @Option(
      names = "--notion",
      paramLabel = "NOTION",
      description = "What is fair: potential, gap, capacity or mix.")
  private @Nullable String notion;

  @Option(
      names = "--weights",
      split = ",",
      paramLabel = "NOTION=WEIGHT",
      description = "Of a mix: potential=2,gap=1,capacity=1.")
  private @Nullable Map<String, Double> weights;

  @Option(names = "--floor", paramLabel = "N", description = "The least asked of each commune.")
  private @Nullable Long floor;

  @Option(
      names = "--max-growth",
      paramLabel = "SHARE|none",
      description = "Most growth over last year's target, such as 0.1.")
  private @Nullable String maxGrowth;

  @Option(
      names = "--include-unseen",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Whether people on no list count as potential.")
  private @Nullable Boolean includeUnseen;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings as for nightly, of which those of targets count.")
  private @Nullable Path config;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where the files go. Default: OUTPUT/<date>-plan-<n>, the first that is free.")
  private @Nullable Path output;

  @Option(names = "--replace", description = "Write over what an earlier plan wrote to --output.")
  private boolean replace;

  @Option(names = "--dry-run", description = "Print the targets and write nothing.")
  private boolean dryRun;

  @Option(
      names = "--language",
      paramLabel = "vi|en",
      description = "Language of the reasons. Default: the run's.")
  private @Nullable String language;

  @Override
  public Integer call() throws IOException {
    if (language != null && !language.equals("vi") && !language.equals("en")) {
      throw usage("--language: vi or en, not " + language + ".");
    }
    PlanFile stored = stored();
    TargetRequest request =
        new TargetRequest(
            year == null ? stored.request().year() : year, settings(stored.request().settings()));
    TargetPlan plan = Targets.plan(stored.inputs(), request);
    Locale locale = language == null ? stored.locale() : Locale.forLanguageTag(language);
    TargetFiles files = new TargetFiles(communes(plan), locale);
    PrintWriter out = spec.commandLine().getOut();
    if (dryRun) {
      out.print(files.text(plan));
      out.println();
    } else {
      Path written = PlanDirectory.write(plan, files, locale, target(), replace);
      out.println("Written: " + written);
    }
    out.printf(Locale.ROOT, "%d: %,d new participants.%n", plan.year(), plan.total());
    files.notes(plan).forEach(note -> out.println("- " + note));
    out.flush();
    return ExitCode.DONE;
  }

  private PlanFile stored() throws IOException {
    if (!Files.exists(run.resolve(PlanFile.NAME))) {
      throw usage(
          "--run: there is no "
              + PlanFile.NAME
              + " in "
              + run
              + "; name the directory OUTPUT/<date> that nightly wrote.");
    }
    return PlanFile.read(run);
  }

  /** What is said here over what the file says over what the run had. */
  private TargetSettings settings(TargetSettings night) {
    try {
      NightFile file = config == null ? NightFile.empty() : Yaml.read(config, NightFile.class);
      NightFile.Targets configured = file.targets();
      TargetSettings base =
          TargetOptions.ofFile(
              configured == null ? NightFile.Targets.nothing() : configured, night);
      return TargetOptions.of(
          new NightFile.Targets(
              total == null ? null : (Long) (long) number("--total", total),
              from,
              goal,
              notion,
              weights,
              floor,
              maxGrowth == null ? null : (Double) number("--max-growth", maxGrowth),
              includeUnseen),
          base);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private static double number(String option, String text) {
    if (text.equals(NONE)) {
      return TargetSettings.NOT_GIVEN;
    }
    try {
      double number = Double.parseDouble(text);
      if (number < 0) {
        throw new NumberFormatException("below 0");
      }
      return number;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          option + ": " + text + " is neither a number of at least 0 nor none.", e);
    }
  }

  private Path target() {
    if (output != null) {
      if (Files.exists(output) && !replace) {
        throw usage("--output: " + output + " is there already; --replace writes over it.");
      }
      return output;
    }
    Path of = run.toAbsolutePath().normalize();
    int number = 1;
    while (Files.exists(PlanDirectory.numbered(of, number))) {
      number++;
    }
    return PlanDirectory.numbered(of, number);
  }

  private static List<Commune> communes(TargetPlan plan) {
    return plan.communes().stream()
        .map(c -> new Commune(c.communeCode(), c.commune(), c.commune()))
        .toList();
  }

  private ParameterException usage(@Nullable String message) {
    return new ParameterException(spec.commandLine(), String.valueOf(message));
  }
}
