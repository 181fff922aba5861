package org.baophu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.baophu.audit.AuditKey;
import org.baophu.batch.NightLauncher;
import org.baophu.store.AuditTrail;
import org.baophu.store.NightLock;
import org.baophu.store.Store;
import org.baophu.store.StoreRestore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads a store back from an archive. */
@Command(
    name = "restore",
    description =
        "Reads a store from an archive that export wrote, wholly or not at all; an older archive is"
            + " upgraded.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StoreOptions options = new StoreOptions();

  @Option(names = "--from", required = true, paramLabel = "FILE", description = "The archive.")
  private Path file = Path.of("");

  @Option(names = "--replace", description = "Replaces a store that holds nights.")
  private boolean replace;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who restores. Default: the user of the operating system.")
  private String by = System.getProperty("user.name", "unknown");

  @Override
  public Integer call() throws Exception {
    if (!Files.isRegularFile(file)) {
      throw new SettingsException("--from: there is no file " + file + ".");
    }
    Path output = options.output();
    if (output == null) {
      restore(null);
    } else {
      NightLauncher.prepareStore(output);
      NightLock held = NightLock.acquire(NightLauncher.storeDirectory(output));
      try (held) {
        restore(output);
      }
    }
    spec.commandLine().getOut().println("Restored from " + file + ".");
    return ExitCode.DONE;
  }

  private void restore(@Nullable Path output) throws Exception {
    String url = options.url();
    new StoreRestore(file, System.getenv(), Clock.systemUTC(), by).run(url, replace);
    if (output != null) {
      try (Store store = Store.look(url, System.getenv())) {
        new AuditTrail(store.database(), Clock.systemUTC(), AuditKey.NONE).writeHead(output);
      }
    }
  }
}
