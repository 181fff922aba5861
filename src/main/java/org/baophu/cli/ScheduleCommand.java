package org.baophu.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.baophu.batch.NightLauncher;
import org.baophu.notify.EventLog;
import org.baophu.notify.Measures;
import org.baophu.notify.MonitorPage;
import org.baophu.notify.NightReport.Outcome;
import org.baophu.notify.Notifier;
import org.baophu.schedule.Alarm;
import org.baophu.schedule.Ledger;
import org.baophu.schedule.Scheduler;
import org.baophu.schedule.Timetable;
import org.baophu.store.NightLock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** A service that starts nights. */
@Command(
    name = "schedule",
    customSynopsis =
        "./run.sh schedule --input DIR --output DIR [options of nightly but --date] [--cron EXPR]"
            + " [--zone ID] [--catch-up yes|no] [--metrics-port N] [--log FILE] [--dry-run]",
    description =
        "Stays up and starts nightly when it is due, never two at once. What happens is told as JSON"
            + " on standard output or in a file; webhook and e-mail are set in the configuration.",
    footer = {
      "",
      "Exit codes: 0 told to end while it waited, 4 told to end in the middle of a night, which the"
          + " next start goes on with, 2 wrong usage or configuration, 5 another schedule is running"
          + " on this output directory."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class ScheduleCommand implements Callable<Integer> {
  private static final int TIMES_SHOWN = 5;

  /** Between the tries of telling somebody. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(2), Duration.ofSeconds(15));

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--cron",
      paramLabel = "EXPR",
      description = "When nights are due: five fields, or six with seconds. Default: 0 2 * * *")
  private @Nullable String cron;

  @Option(names = "--zone", paramLabel = "ID", description = "Default: Asia/Ho_Chi_Minh")
  private @Nullable String zone;

  @Option(
      names = "--catch-up",
      paramLabel = "yes|no",
      description =
          "Whether the last night that was due while nothing ran, or that did not end well, is run on"
              + " start. Default: yes")
  private @Nullable String catchUp;

  @Option(
      names = "--metrics-port",
      paramLabel = "N",
      description = "Answers /health and /metrics on this port of this machine. Default: none")
  private @Nullable Integer metricsPort;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Where events are told, a line of JSON each. Default: standard output")
  private @Nullable Path log;

  @Option(names = "--dry-run", description = "Says when the next nights are due, and ends.")
  private boolean dryRun;

  @Unmatched private List<String> nightly = new ArrayList<>();

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws Exception {
    NightlyCommand night = new NightlyCommand();
    Path output = checked(night);
    ServiceSettings settings = settings(night);
    if (dryRun) {
      show(settings.timetable());
      return ExitCode.DONE;
    }
    NightLauncher.prepareStore(output);
    NightLock held = NightLock.forSchedule(NightLauncher.storeDirectory(output));
    try (held) {
      return serve(settings, output);
    }
  }

  /** Refuses at once what a night would refuse at two in the morning. */
  private Path checked(NightlyCommand night) {
    CommandLine line = new CommandLine(night);
    ParseResult parsed;
    try {
      parsed = line.parseArgs(nightly.toArray(String[]::new));
      night.requireUsable();
    } catch (ParameterException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
    if (parsed.hasMatchedOption("--date")) {
      throw new ParameterException(
          spec.commandLine(), "--date: each night is about the date on which it is due.");
    }
    night.settings();
    return night.output();
  }

  private ServiceSettings settings(NightlyCommand night) {
    try {
      return ServiceSettings.of(night.file(), this::stated, night.locale());
    } catch (IllegalArgumentException e) {
      throw new SettingsException(night.inFile(String.valueOf(e.getMessage())));
    }
  }

  /** What the command line says instead of the file. */
  private ServiceFile.Schedule stated(ServiceFile.Schedule file) {
    return new ServiceFile.Schedule(
        cron == null ? file.cron() : cron,
        zone == null ? file.zone() : zone,
        catchUp == null ? file.catchUp() : Boolean.valueOf(isYes(catchUp)),
        file.retries(),
        file.retryPauseSeconds(),
        metricsPort == null ? file.metricsPort() : metricsPort,
        log == null ? file.log() : log.toString());
  }

  private boolean isYes(String text) {
    if (!text.equals("yes") && !text.equals("no")) {
      throw new ParameterException(spec.commandLine(), "--catch-up: yes or no, not " + text + ".");
    }
    return text.equals("yes");
  }

  private void show(Timetable timetable) {
    PrintWriter out = spec.commandLine().getOut();
    timetable.list(clock.instant(), TIMES_SHOWN).forEach(out::println);
  }

  private int serve(ServiceSettings settings, Path output) throws Exception {
    EventLog events =
        settings.log().map(file -> EventLog.in(file, clock)).orElse(EventLog.to(System.out, clock));
    Alarm.Stoppable alarm = new Alarm.Stoppable(clock);
    Measures measures = new Measures(clock);
    Notifier notifier =
        new Notifier(
            settings.messengers(),
            settings.onlyTroubles(),
            PAUSES,
            pause -> alarm.await(clock.instant().plus(pause)),
            events);
    NightChild child = new NightChild(nightly, spec.commandLine().getErr());
    Scheduler scheduler =
        new Scheduler(
            settings.timetable(),
            settings.retries(),
            settings.catchUp(),
            child,
            alarm,
            new Ledger(NightLauncher.storeDirectory(output).resolve("schedule.json")),
            new ScheduleEvents(output, clock, events, measures, notifier));
    if (settings.metricsPort().isPresent()) {
      MonitorPage page = new MonitorPage(settings.metricsPort().get(), measures);
      events.add("monitor_open", Map.of("port", page.port()));
    }
    return GracefulStop.around(
        () -> exitCode(scheduler.run(), events),
        () -> {
          alarm.stop();
          child.stop();
        });
  }

  private static int exitCode(Outcome end, EventLog events) {
    int code = end == Outcome.STOPPED ? ExitCode.FAILED : ExitCode.DONE;
    events.add("schedule_ended", Map.of("exit_code", code));
    return code;
  }
}
