package org.baophu.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
    subcommands = {
      NightlyCommand.class,
      PlanCommand.class,
      ScheduleCommand.class,
      GenerateCommand.class,
      LinkCommand.class,
      PrepareCommand.class,
      BenchCommand.class,
      EvaluateCommand.class,
      ExplainCommand.class,
      HistoryCommand.class,
      LawCommand.class,
      AuditCommand.class,
      RetentionCommand.class,
      EraseCommand.class,
      ReadmitCommand.class,
      ExportCommand.class,
      RestoreCommand.class
    },
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

  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // What libraries tell of their work is no result: standard output stays the command's own.
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "org/baophu/batch/logback.xml");
    }
    System.exit(run(arguments));
  }

  /** Runs a command and returns its exit code. */
  static int run(String... arguments) {
    CommandLine commands = new CommandLine(new Main());
    commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setUsageHelpAutoWidth(true);
    commands.setExecutionExceptionHandler(new Failures());
    return commands.execute(arguments);
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
