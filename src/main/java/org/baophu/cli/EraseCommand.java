package org.baophu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baophu.batch.NightLauncher;
import org.baophu.night.Night;
import org.baophu.person.RecordKey;
import org.baophu.publish.Erasure;
import org.baophu.store.AuditTrail;
import org.baophu.store.PersonErasure;
import org.baophu.store.PersonErasure.Subject;
import org.baophu.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A data subject's request: takes a person out of the store and of what was published. */
@Command(
    name = "erase",
    description = {
      "Takes a person out of the store and of every published night under --output, and has later"
          + " nights leave the person's records out.",
      "Stays: counts, and a line of the audit trail that names nobody. The registers that sent the"
          + " records, and copies made of published files, are not reached."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class EraseCommand implements Callable<Integer> {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StoreOptions options = new StoreOptions();

  @Parameters(paramLabel = "PERSON", description = "The person_id, such as P0000123.")
  private String personId = "";

  @Option(
      names = "--because",
      required = true,
      paramLabel = "TEXT",
      description = "The request, without names, such as its number in the register of requests.")
  private String because = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who erases. Default: the user of the operating system.")
  private String by = System.getProperty("user.name", "unknown");

  @Option(names = "--dry-run", description = "Only says what would be erased.")
  private boolean dryRun;

  @Override
  public Integer call() throws Exception {
    if (because.isBlank()) {
      throw new SettingsException("--because: say what asks for it.");
    }
    return options.changeExisting(this::erase);
  }

  private int erase(Store store) throws Exception {
    PersonErasure erasure = new PersonErasure(store.database(), Clock.systemUTC());
    Subject subject = subject(erasure);
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Integer> rows = erasure.count(subject);
    Map<String, Integer> places = eraseFiles(subject);
    if (!dryRun) {
      // Files first: while the store still knows the records, an interrupted erasure begins anew.
      store.compactWhenClosed();
      erasure.erase(subject, personId, by, detail(subject, rows, places));
      options.writeHead(
          new AuditTrail(store.database(), Clock.systemUTC(), AuditTrail.keyFromEnvironment()));
    }
    rows.forEach((table, count) -> print(out, "store: " + table, count));
    places.forEach((file, count) -> print(out, file, count));
    out.println(
        dryRun
            ? "Nothing was erased: --dry-run."
            : "Erased. The registers still hold the person; later nights leave "
                + subject.records().size()
                + " records out.");
    return ExitCode.DONE;
  }

  private static void print(PrintWriter out, String what, int count) {
    if (count > 0) {
      out.println(what + ": " + count);
    }
  }

  private Subject subject(PersonErasure erasure) {
    String current = erasure.currentId(personId);
    if (!current.equals(personId)) {
      throw new SettingsException(
          personId + " was merged into " + current + ": erase " + current + ".");
    }
    Subject subject = erasure.find(personId);
    if (subject.records().isEmpty()) {
      throw new SettingsException(
          "The store knows no person "
              + personId
              + erasure.erasedAt(personId).map(at -> ", who was erased at " + at).orElse("")
              + ".");
    }
    return subject;
  }

  private String detail(Subject subject, Map<String, Integer> rows, Map<String, Integer> places) {
    return subject.records().size()
        + " records; "
        + rows.values().stream().mapToInt(Integer::intValue).sum()
        + " rows of the store; "
        + places.values().stream().mapToInt(Integer::intValue).sum()
        + " places in "
        + places.size()
        + " files; because: "
        + because;
  }

  private Map<String, Integer> eraseFiles(Subject subject) throws IOException {
    Map<String, Integer> places = new TreeMap<>();
    Path output = options.output();
    if (output == null) {
      return places;
    }
    // What stands in for an id holds for one night alone, and is found in that night's files.
    Set<RecordKey> known =
        subject.records().stream()
            .filter(record -> !record.recordId().startsWith("#"))
            .collect(Collectors.toCollection(TreeSet::new));
    for (Path night : nights(output)) {
      Erasure.from(night, subject.ids(), known)
          .run(LocalDate.now(ZONE), dryRun)
          .forEach((file, count) -> places.put(night.getFileName() + "/" + file, count));
    }
    if (!dryRun) {
      Night.forgetWork(NightLauncher.storeDirectory(output));
    }
    return places;
  }

  private static List<Path> nights(Path output) throws IOException {
    try (Stream<Path> all = Files.list(output)) {
      return all.filter(path -> path.getFileName().toString().matches("\\d{4}-\\d{2}-\\d{2}"))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    }
  }
}
