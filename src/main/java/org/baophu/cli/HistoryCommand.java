package org.baophu.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.baophu.batch.NightLauncher;
import org.baophu.person.Commune;
import org.baophu.publish.StoryTexts;
import org.baophu.standard.CommuneRegister;
import org.baophu.store.PersonHistory.Entry;
import org.baophu.store.PersonHistory.Story;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The story of a person over the nights. */
@Command(
    name = "history",
    description =
        "Tells the story of a person over all nights: records that came and left, merges, splits,"
            + " standings on the list, decisions, checks. Ids that ended are followed to the one that goes"
            + " on.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class HistoryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  private Where where = new Where();

  /** Where the nights are remembered. */
  private static final class Where {
    @Option(
        names = "--output",
        required = true,
        paramLabel = "DIR",
        description = "The output directory of the nights, with its store.")
    private @Nullable Path output;

    @Option(
        names = "--database",
        required = true,
        paramLabel = "URL",
        description =
            "JDBC URL of the nights' database. User and password: SPRING_DATASOURCE_USERNAME,"
                + " SPRING_DATASOURCE_PASSWORD.")
    private @Nullable String database;
  }

  @Option(
      names = "--language",
      paramLabel = "vi|en",
      description = "Language of the story. Default: the environment's, else en.")
  private @Nullable String language;

  @Parameters(
      paramLabel = "PERSON|SOURCE:RECORD",
      description = "A person id, such as P0000001, or one of their records, such as tax:T1.")
  private String about = "";

  @Override
  public Integer call() {
    StoryTexts texts = new StoryTexts(locale(), communeNames());
    tell(StoredStory.find(database(), about), texts, spec.commandLine().getOut());
    return ExitCode.DONE;
  }

  private String database() {
    String url = where.database;
    Path output = where.output;
    if (url == null && output != null) {
      if (!Files.isDirectory(NightLauncher.storeDirectory(output))) {
        throw new SettingsException(
            output + " holds no store; name the directory that was given to nightly.");
      }
      url = NightLauncher.defaultDatabase(output);
    }
    if (url == null || !url.matches("jdbc:(h2|postgresql):.+")) {
      throw new ParameterException(
          spec.commandLine(), "--database: neither jdbc:h2:… nor jdbc:postgresql://HOST/NAME.");
    }
    return url;
  }

  private static void tell(Story story, StoryTexts texts, PrintWriter out) {
    out.println(texts.text("title", story.personId(), String.join(", ", story.otherIds())));
    String records =
        story.records().entrySet().stream()
            .map(
                record ->
                    record.getValue()
                        ? texts.text("missing", record.getKey().toString())
                        : record.getKey().toString())
            .collect(Collectors.joining(", "));
    out.println(texts.text("records", records));
    String night = "";
    for (Entry entry : story.entries()) {
      String heading =
          entry.date().isEmpty()
              ? texts.text("earlier")
              : texts.text("night", entry.date(), Long.toString(entry.runNo()));
      if (!heading.equals(night)) {
        night = heading;
        out.printf(Locale.ROOT, "%n%s%n", heading);
      }
      out.println("  " + sentence(entry, texts));
    }
  }

  private static String sentence(Entry entry, StoryTexts texts) {
    List<String> words = entry.words();
    return switch (entry.kind()) {
      case KNOWN -> texts.text("known", words.get(0));
      case EVENT -> event(words, texts);
      case MERGED -> texts.text("merged", words.get(0), words.get(1), texts.events(words.get(2)));
      case SPLIT -> texts.text("split", words.get(0), words.get(1), texts.events(words.get(2)));
      case LIST ->
          texts.text("list." + words.get(1), words.get(0), texts.differences(words.get(3)));
      case DECISION ->
          texts.text(
              "decision." + lower(words.get(2)),
              words.get(0),
              words.get(1),
              words.get(3),
              words.get(4),
              words.get(5));
      case SAMPLED -> texts.text("sampled." + lower(words.get(1)), words.get(0));
      case CHECKED ->
          texts.text(
              "checked",
              words.get(0),
              texts.text("said." + lower(words.get(1))),
              texts.text("said." + lower(words.get(2))),
              words.get(3),
              words.get(4));
    };
  }

  private static String lower(String code) {
    return code.toLowerCase(Locale.ROOT);
  }

  private static String event(List<String> words, StoryTexts texts) {
    String[] detail = (words.get(4) + "|||").split("\\|", -1);
    boolean same = detail[1].equals(detail[2]);
    return texts.text(
        "event." + words.get(0).toLowerCase(Locale.ROOT),
        words.get(1),
        words.get(2),
        words.get(3),
        detail[0],
        same ? "" : detail[1],
        same ? "" : detail[2]);
  }

  /** Today's, and those before the reform for what is older. */
  private static Map<String, String> communeNames() {
    Map<String, String> names = new HashMap<>();
    for (LocalDate day : List.of(LocalDate.of(2025, 6, 30), LocalDate.of(2025, 7, 1))) {
      for (Commune commune : CommuneRegister.on(day).communes()) {
        names.put(commune.code(), commune.fullName());
      }
    }
    return names;
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
}
