package org.baophu.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.baophu.batch.NightLauncher;
import org.baophu.person.Commune;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.baophu.publish.StoryTexts;
import org.baophu.standard.CommuneRegister;
import org.baophu.store.LockedException;
import org.baophu.store.PersonHistory;
import org.baophu.store.PersonHistory.Entry;
import org.baophu.store.PersonHistory.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
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
            + " standings on the list, decisions. Ids that ended are followed to the one that goes"
            + " on.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class HistoryCommand implements Callable<Integer> {
  /**
   * H2's error codes for a database that another process has open, and for one that is not there.
   */
  private static final int H2_IN_USE = 90020;

  private static final int H2_NOT_FOUND = 90146;

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
    PersonHistory history = new PersonHistory(database());
    try {
      tell(story(history), texts, spec.commandLine().getOut());
    } catch (BadSqlGrammarException e) {
      throw new SettingsException(
          "The store was written by an older version; the next night brings it up to date.");
    } catch (DataAccessException e) {
      throw unreachable(e);
    }
    return ExitCode.DONE;
  }

  private static RuntimeException unreachable(DataAccessException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == H2_IN_USE) {
        return new LockedException("A night is running on this store. Wait for it to end.");
      }
      if (cause instanceof SQLException sql && sql.getErrorCode() == H2_NOT_FOUND) {
        return new SettingsException("There is no such database: " + sql.getMessage());
      }
    }
    return failure;
  }

  private DriverManagerDataSource database() {
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
    String existing = url.startsWith("jdbc:h2:") ? url + ";IFEXISTS=TRUE" : url;
    return new DriverManagerDataSource(
        existing,
        System.getenv().getOrDefault("SPRING_DATASOURCE_USERNAME", ""),
        System.getenv().getOrDefault("SPRING_DATASOURCE_PASSWORD", ""));
  }

  private Story story(PersonHistory history) {
    int colon = about.indexOf(':');
    String person = about;
    if (colon > 0) {
      RecordKey key = key(about.substring(0, colon), about.substring(colon + 1));
      person =
          history
              .findPerson(key)
              .orElseThrow(() -> new SettingsException("No night knew a record " + about + "."));
    }
    Optional<Story> story = history.find(person);
    return story.orElseThrow(
        () -> new SettingsException("No night knew a person " + about + "; ids read P0000001."));
  }

  private RecordKey key(String source, String id) {
    for (Source known : Source.values()) {
      if (known.code().equals(source)) {
        return new RecordKey(known, id);
      }
    }
    throw new SettingsException(
        about
            + ": there is no source "
            + source
            + "; write tax:, business:, insurance: or poverty:.");
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
              "decision." + words.get(2).toLowerCase(Locale.ROOT),
              words.get(0),
              words.get(1),
              words.get(3),
              words.get(4),
              words.get(5));
    };
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
