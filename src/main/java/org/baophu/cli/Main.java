package org.baophu.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the program starts. */
@Command(
    name = "./run.sh",
    description =
        "Finds who earns a living but has no social insurance in force, from registers that share"
            + " no key.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Without a command: nightly on sample-data. With `test`: the test suite.",
      "Exit codes: 0 done, 2 wrong usage or configuration, 3 input refused and nothing published,"
          + " 4 failed and can be restarted, 5 another run holds the lock."
    })
public final class Main implements Runnable {
  private static final String LOGGING = "logback.configurationFile";

  /** The commands in the order in which help lists them. */
  private static final List<Subcommand> COMMANDS =
      List.of(
          new Subcommand("nightly", NightlyCommand.class),
          new Subcommand("plan", PlanCommand.class),
          new Subcommand("schedule", ScheduleCommand.class),
          new Subcommand("generate", GenerateCommand.class),
          new Subcommand("link", LinkCommand.class),
          new Subcommand("prepare", PrepareCommand.class),
          new Subcommand("bench", BenchCommand.class),
          new Subcommand("evaluate", EvaluateCommand.class),
          new Subcommand("explain", ExplainCommand.class),
          new Subcommand("history", HistoryCommand.class),
          new Subcommand("law", LawCommand.class),
          new Subcommand("audit", AuditCommand.class),
          new Subcommand("retention", RetentionCommand.class),
          new Subcommand("erase", EraseCommand.class),
          new Subcommand("readmit", ReadmitCommand.class),
          new Subcommand("export", ExportCommand.class),
          new Subcommand("restore", RestoreCommand.class));

  private record Subcommand(String name, Class<?> type) {}

  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    quietenLibraries();
    System.exit(run(arguments));
  }

  /** What libraries tell of their work is no result: standard output stays the command's own. */
  static void quietenLibraries() {
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "org/baophu/batch/logback.xml");
    }
  }

  /** Runs a command and returns its exit code. */
  static int run(String... arguments) {
    CommandLine commands = new CommandLine(new Main());
    // Working out all commands takes a quarter of a second, which each of them would pay.
    String first = arguments.length == 0 ? "" : arguments[0];
    List<Subcommand> asked = COMMANDS.stream().filter(known -> known.name.equals(first)).toList();
    (asked.isEmpty() ? COMMANDS : asked).forEach(known -> commands.addSubcommand(known.type));
    commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setUsageHelpAutoWidth(true);
    Failures failures = new Failures();
    commands.setExecutionExceptionHandler(failures);
    try {
      return commands.execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError failure) {
      // The parser of the command line hands on exceptions only.
      return failures.tell(new IllegalStateException(failure), commands);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  /** The version that the jar was built as. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"BaoPhu " + current()};
    }

    static String current() {
      String version = Main.class.getPackage().getImplementationVersion();
      return version == null ? "development" : version;
    }
  }
}
