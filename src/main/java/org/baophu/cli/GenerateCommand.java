package org.baophu.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.baophu.generate.ErrorRates;
import org.baophu.generate.Formats;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A synthetic province. */
@Command(
    name = "generate",
    description =
        "Makes a synthetic province, with the truth of who is who, for trials and load tests.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class GenerateCommand implements Callable<Integer> {
  /** People between two lines of progress. */
  private static final int STEP = 100_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--people",
      required = true,
      paramLabel = "N",
      description = "How many people; about 1.45 records each.")
  private int people;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The same seed gives the same province. Default: 1.")
  private long seed = 1;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Where the files go; made if missing, files of the same names are replaced.")
  private Path output = Path.of("");

  @Option(
      names = "--date",
      paramLabel = "yyyy-MM-dd",
      description = "The day on which the truth holds. Default: 2026-11-01.")
  private LocalDate date = GenerateSettings.DEFAULT_DATE;

  @Option(
      names = "--formats",
      paramLabel = "plain|mixed",
      description =
          "plain: UTF-8 CSV; mixed: several encodings and containers, and some broken rows."
              + " Default: plain.")
  private Formats formats = Formats.PLAIN;

  @Option(
      names = "--rates",
      paramLabel = "FILE",
      description = "How often each slip happens, as a CSV like the shipped error-rates.csv.")
  private @Nullable Path rates;

  @Override
  public Integer call() throws IOException {
    GenerateSettings settings;
    try {
      settings = new GenerateSettings(people, seed, date, errorRates(), formats);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
    ProvinceGenerator.generate(settings, output, this::tell);
    spec.commandLine().getOut().println("Made a province of " + people + " people in " + output);
    return ExitCode.DONE;
  }

  private ErrorRates errorRates() throws IOException {
    if (rates == null) {
      return ErrorRates.shipped();
    }
    try (Reader csv = Files.newBufferedReader(rates)) {
      return ErrorRates.parse(csv, rates.toString());
    }
  }

  private void tell(int made) {
    if (made % STEP == 0) {
      spec.commandLine().getErr().println("generate · people " + made + " / " + people);
    }
  }
}
