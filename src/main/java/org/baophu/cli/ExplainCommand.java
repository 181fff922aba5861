package org.baophu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why two records were or were not linked. */
@Command(
    name = "explain",
    description =
        "Says why two records of a night, or of what link wrote, were or were not linked: the"
            + " evidence, field by field, in bits, what clustering did, and why not more. It shows"
            + " what the records say, so it is for those who may see them.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  private Where where = new Where();

  /** Where the records were linked. */
  private static final class Where {
    @Option(
        names = "--run",
        required = true,
        paramLabel = "DIR",
        description = "The results of the night: OUTPUT/<date>.")
    private @Nullable Path run;

    @Option(
        names = "--links",
        required = true,
        paramLabel = "DIR",
        description = "What link wrote; with --config.")
    private @Nullable Path links;
  }

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration that link was given; with --links.")
  private @Nullable Path config;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Writes also a page with the evidence as a waterfall. It holds what the records say; only"
              + " its owner can read it.")
  private @Nullable Path html;

  @Option(
      names = "--language",
      paramLabel = "vi|en",
      description = "Language of the explanation. Default: the environment's, else en.")
  private @Nullable String language;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that may work; no result depends on it. Default: all processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Parameters(
      arity = "2",
      paramLabel = "SOURCE:RECORD",
      description = "The two records, such as tax:T1 insurance:I7.")
  private List<String> records = List.of();

  @Override
  public Integer call() throws IOException {
    if ((where.links == null) != (config == null)) {
      throw new SettingsException("--links and --config need each other.");
    }
    ExplainTexts texts = new ExplainTexts(locale());
    try {
      Linked linked =
          where.links != null
              ? Linked.links(Objects.requireNonNull(config), where.links, threads)
              : Linked.night(Objects.requireNonNull(where.run), threads);
      PairStory story =
          PairStory.of(linked, row(linked, records.get(0)), row(linked, records.get(1)), texts);
      StoryText.tell(story, texts, spec.commandLine().getOut());
      if (html != null) {
        StoryPage.write(story, texts, html);
      }
    } catch (IllegalArgumentException e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
    return ExitCode.DONE;
  }

  private Locale locale() {
    String stated = language;
    if (stated != null && !stated.equals("vi") && !stated.equals("en")) {
      throw new ParameterException(spec.commandLine(), "--language: vi or en, not " + stated + ".");
    }
    if (stated == null) {
      String environment =
          System.getenv().getOrDefault("LC_ALL", System.getenv().getOrDefault("LANG", ""));
      stated = environment.startsWith("vi") ? "vi" : "en";
    }
    return Locale.forLanguageTag(stated);
  }

  private static int row(Linked linked, String text) {
    int colon = text.indexOf(':');
    List<String> sources = linked.table().sources();
    if (colon < 1 || !sources.contains(text.substring(0, colon))) {
      throw new IllegalArgumentException(
          text + " is no record; write SOURCE:ID with a source of " + String.join(", ", sources));
    }
    for (int row = 0; row < linked.table().size(); row++) {
      if (linked.table().recordId(row).equals(text.substring(colon + 1))
          && linked.source(row).equals(text.substring(0, colon))) {
        return row;
      }
    }
    throw new IllegalArgumentException("There is no record " + text + ".");
  }
}
