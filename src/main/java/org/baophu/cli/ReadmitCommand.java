package org.baophu.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.baophu.person.RecordKey;
import org.baophu.store.AuditTrail;
import org.baophu.store.PersonErasure;
import org.baophu.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends what an erasure began: records that were withheld are read again. */
@Command(
    name = "readmit",
    description = {
      "Has later nights read records again that an erasure withholds, such as when the person asks"
          + " for it. They come back under a new person_id; what was erased does not.",
      "The records are named as their register names them: the store keeps no list of them."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class ReadmitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StoreOptions options = new StoreOptions();

  @Parameters(paramLabel = "SOURCE:RECORD", arity = "1..*", description = "Such as tax:T1.")
  private List<String> records = List.of();

  @Option(
      names = "--because",
      required = true,
      paramLabel = "TEXT",
      description = "What asks for it, without names.")
  private String because = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who readmits. Default: the user of the operating system.")
  private String by = System.getProperty("user.name", "unknown");

  @Override
  public Integer call() throws Exception {
    if (because.isBlank()) {
      throw new SettingsException("--because: say what asks for it.");
    }
    List<RecordKey> keys = records.stream().map(ReadmitCommand::key).toList();
    return options.changeExisting(store -> readmit(store, keys));
  }

  private static RecordKey key(String record) {
    return RecordKey.find(record)
        .orElseThrow(
            () ->
                new SettingsException(
                    record + " is no record; write SOURCE:RECORD, such as tax:T1."));
  }

  private int readmit(Store store, List<RecordKey> keys) {
    PersonErasure erasure = new PersonErasure(store.database(), Clock.systemUTC());
    List<RecordKey> unknown = new ArrayList<>(keys);
    unknown.removeIf(erasure::isWithheld);
    if (!unknown.isEmpty()) {
      throw new SettingsException("Nothing was changed: " + unknown + " is not withheld.");
    }
    erasure.readmit(keys, by, because);
    options.writeHead(
        new AuditTrail(store.database(), Clock.systemUTC(), AuditTrail.keyFromEnvironment()));
    spec.commandLine().getOut().println("Read again from the next night on: " + keys.size());
    return ExitCode.DONE;
  }
}
