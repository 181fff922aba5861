package org.baophu.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.baophu.coverage.LawInForce;
import org.baophu.reference.ReferenceTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The law as a night of that date applies it. */
@Command(
    name = "law",
    description =
        "Prints every rule, rate, threshold and date in force on a day, with its source and whether"
            + " it was compared with the text of the law.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class LawCommand implements Callable<Integer> {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--date",
      paramLabel = "yyyy-MM-dd",
      description = "The day. Default: today in Vietnam.")
  private @Nullable LocalDate date;

  @Override
  public Integer call() {
    LocalDate day = date == null ? LocalDate.now(ZONE) : date;
    List<LawInForce> inForce = LawInForce.on(day, ReferenceTable.read("legal_parameters"));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "The law in force on %s%n", day);
    inForce.forEach(rule -> tell(rule, out));
    long open = inForce.stream().filter(rule -> !rule.isVerified()).count();
    out.printf(
        Locale.ROOT,
        "%n%d rules, %d of them not yet compared with the text of the law.%n",
        inForce.size(),
        open);
    return ExitCode.DONE;
  }

  private static void tell(LawInForce rule, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%n%s = %s%n  %s%n  %s; in force %s%n  %s%n",
        rule.parameter(),
        rule.value(),
        rule.meaning(),
        rule.legalBasis(),
        period(rule),
        rule.isVerified() ? "verified: " + rule.verification() : "NOT VERIFIED" + how(rule));
  }

  private static String how(LawInForce rule) {
    return rule.verification().isEmpty() ? "" : ": " + rule.verification();
  }

  private static String period(LawInForce rule) {
    String from = rule.effectiveFrom().isEmpty() ? "always" : "since " + rule.effectiveFrom();
    return rule.effectiveTo().isEmpty() ? from : from + ", until " + rule.effectiveTo();
  }
}
