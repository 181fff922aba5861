package org.baophu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.baophu.audit.AuditEvent;
import org.baophu.store.AuditTrail;
import org.baophu.store.Store;
import org.baophu.store.StoreArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the store to an archive. */
@Command(
    name = "export",
    description =
        "Writes the store to one file with checksums, which restore reads into H2 or PostgreSQL."
            + " It holds persons' ids, so keep it as the store.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StoreOptions options = new StoreOptions();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "The archive; one that is there is replaced.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws Exception {
    Path archive = file.toAbsolutePath().normalize();
    if (!Files.isDirectory(archive.resolveSibling(""))) {
      throw new SettingsException("--to: there is no directory " + archive.resolveSibling(""));
    }
    return options.changeExisting(store -> export(store, archive));
  }

  private int export(Store store, Path archive) throws Exception {
    AuditTrail audit =
        new AuditTrail(store.database(), Clock.systemUTC(), AuditTrail.keyFromEnvironment());
    // Told first, so that the archive holds the line as well.
    audit.add(AuditEvent.EXPORTED, archive.getFileName().toString(), "");
    options.writeHead(audit);
    Map<String, Long> rows = StoreArchive.write(store.database(), archive);
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "Exported %,d rows of %d tables to %s%nSHA-256 %s%n",
            rows.values().stream().mapToLong(Long::longValue).sum(),
            rows.size(),
            archive,
            StoreArchive.sha256(archive));
    return ExitCode.DONE;
  }
}
