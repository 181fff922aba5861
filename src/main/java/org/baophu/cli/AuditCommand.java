package org.baophu.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.baophu.audit.AuditChain;
import org.baophu.audit.AuditHead;
import org.baophu.audit.AuditKey;
import org.baophu.audit.AuditLine;
import org.baophu.audit.Finding;
import org.baophu.store.AuditTrail;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The audit trail: what happened, and whether the trail is as it was written. */
@Command(
    name = "audit",
    description = "Shows the audit trail (list), or looks whether it was tampered with (verify).",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "audit list, or audit verify?");
  }

  @Command(
      name = "list",
      description = "Every line: number, time, event, who, about what, details.",
      mixinStandardHelpOptions = true)
  int list(@Mixin StoreOptions options) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    for (AuditLine line : lines(options)) {
      out.println(
          String.join(
              "\t",
              Long.toString(line.number()),
              line.at(),
              line.event(),
              oneLine(line.by()),
              oneLine(line.about()),
              oneLine(line.detail())));
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "verify",
      description = {
        "Looks for lines that were changed, taken out, put in, moved or cut off the end.",
        "With BAOPHU_AUDIT_KEY also for lines that were written without that key.",
        "Exit code 3 where it finds any."
      },
      mixinStandardHelpOptions = true)
  int verify(@Mixin StoreOptions options) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    List<AuditLine> lines = lines(options);
    List<String> found = new ArrayList<>();
    Path output = options.output();
    AuditHead head = null;
    try {
      head = output == null ? null : AuditTrail.readHead(output);
      if (head == null && output != null && !lines.isEmpty()) {
        found.add("missing: there is no audit.head beside the results.");
      }
    } catch (IllegalArgumentException e) {
      found.add("changed: audit.head beside the results is " + e.getMessage() + ".");
    }
    found.addAll(findings(lines, head));
    found.forEach(out::println);
    out.println(found.isEmpty() ? "As written: " + lines.size() + " lines." : "Tampered with.");
    AuditHead.of(lines).ifPresent(last -> out.print(last.text()));
    return found.isEmpty() ? ExitCode.DONE : ExitCode.INPUT_REFUSED;
  }

  private static List<String> findings(List<AuditLine> lines, @Nullable AuditHead head) {
    AuditKey key = AuditTrail.keyFromEnvironment();
    return AuditChain.verify(lines, head, key).stream().map(Finding::toString).toList();
  }

  private static List<AuditLine> lines(StoreOptions options) throws Exception {
    return options.look(
        store -> new AuditTrail(store.database(), Clock.systemUTC(), AuditKey.NONE).lines());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
