package org.baophu.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.baophu.batch.NightLauncher;
import org.baophu.night.Retention;
import org.baophu.night.RetentionSettings;
import org.baophu.store.AuditTrail;
import org.baophu.store.HistoryRetention;
import org.baophu.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes what was kept long enough, as every night does after its publication. */
@Command(
    name = "retention",
    description =
        "Removes published nights, rejects, refusals and workspaces that were kept longer than the"
            + " settings say; never the latest published night.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class RetentionCommand implements Callable<Integer> {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StoreOptions store = new StoreOptions();

  @Option(names = "--config", paramLabel = "FILE", description = "Settings in YAML; see README.")
  private @Nullable Path config;

  @Option(
      names = "--date",
      paramLabel = "yyyy-MM-dd",
      description = "The day up to which ages are counted. Default: today in Vietnam.")
  private @Nullable LocalDate date;

  @Option(names = "--dry-run", description = "Only says what would be removed.")
  private boolean dryRun;

  @Override
  public Integer call() throws Exception {
    Path output = store.requireOutput();
    RetentionSettings kept = NightFile.read(config).retention();
    LocalDate today = date == null ? LocalDate.now(ZONE) : date;
    Retention retention = new Retention(output, NightLauncher.storeDirectory(output), kept, today);
    return dryRun
        ? store.look(opened -> tell(retention.due(), history(opened, kept, today).due(), output))
        : store.changeExisting(opened -> enforce(opened, retention, kept, today));
  }

  private int enforce(Store opened, Retention retention, RetentionSettings kept, LocalDate today) {
    AuditTrail audit =
        new AuditTrail(opened.database(), Clock.systemUTC(), AuditTrail.keyFromEnvironment());
    HistoryRetention history = history(opened, kept, today);
    Map<String, Integer> rows = history.due();
    Path output = store.requireOutput();
    return tell(NightLauncher.enforce(retention, history, output, audit), rows, output);
  }

  private static HistoryRetention history(Store opened, RetentionSettings kept, LocalDate today) {
    return new HistoryRetention(opened.database(), kept.historyDays(), today);
  }

  private int tell(List<Path> due, Map<String, Integer> rows, Path output) {
    PrintWriter out = spec.commandLine().getOut();
    due.forEach(path -> out.println(output.relativize(path)));
    rows.forEach((table, count) -> out.println("store: " + table + ": " + count));
    out.println((dryRun ? "To be removed: " : "Removed: ") + due.size() + ".");
    return ExitCode.DONE;
  }
}
