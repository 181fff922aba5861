package org.baophu.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.baophu.batch.NightLauncher;
import org.baophu.link.Explanation;
import org.baophu.night.ExplainedRun;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why two records were or were not linked. */
@Command(
    name = "explain",
    description =
        "Says why two records of a night were or were not linked: the evidence, field by field, in"
            + " bits. It shows what the records say, so it is for those who may see them.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--run",
      required = true,
      paramLabel = "DIR",
      description = "The results of the night: OUTPUT/<date>.")
  private Path run = Path.of("");

  @Parameters(
      arity = "2",
      paramLabel = "SOURCE:RECORD",
      description = "The two records, such as tax:T1 insurance:I7.")
  private List<String> records = List.of();

  @Override
  public Integer call() {
    try {
      RecordKey a = key(records.get(0));
      RecordKey b = key(records.get(1));
      Path results = run.toAbsolutePath().normalize();
      Path store = NightLauncher.storeDirectory(results.resolveSibling(""));
      tell(a, b, ExplainedRun.open(results, store).explain(a, b));
    } catch (IllegalArgumentException e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
    return ExitCode.DONE;
  }

  private static RecordKey key(String text) {
    int colon = text.indexOf(':');
    for (Source source : Source.values()) {
      if (colon > 0 && source.code().equals(text.substring(0, colon))) {
        return new RecordKey(source, text.substring(colon + 1));
      }
    }
    throw new IllegalArgumentException(
        text + " is no record; write tax:ID, business:ID, insurance:ID or poverty:ID.");
  }

  private void tell(RecordKey a, RecordKey b, ExplainedRun.Answer answer) {
    PrintWriter out = spec.commandLine().getOut();
    Explanation evidence = answer.evidence();
    out.printf(Locale.ROOT, "%s and %s%n%n", a, b);
    out.printf(Locale.ROOT, "%8s  %s%n", "bits", "evidence");
    out.printf(
        Locale.ROOT,
        "%8.2f  prior: how rarely two records that share %s are one person%n",
        evidence.priorBits(),
        evidence.blockingKey());
    for (Explanation.Part part : evidence.parts()) {
      out.printf(
          Locale.ROOT, "%8.2f  %s: %s%s%n", part.bits(), part.field(), part.level(), values(part));
    }
    out.printf(
        Locale.ROOT,
        "%8.2f  together: probability %.4f%n%n",
        evidence.weightBits(),
        evidence.probability());
    tellClustering(out, answer);
  }

  private static String values(Explanation.Part part) {
    return part.valueA() == null && part.valueB() == null
        ? ""
        : "  [" + shown(part.valueA()) + " | " + shown(part.valueB()) + "]";
  }

  private static String shown(@Nullable String value) {
    return value == null ? "-" : value;
  }

  private static void tellClustering(PrintWriter out, ExplainedRun.Answer answer) {
    if (answer.isLinked()) {
      out.printf(
          Locale.ROOT,
          "Linked: both are %s, with membership probabilities %.4f and %.4f.%n",
          answer.personA(),
          answer.membershipA(),
          answer.membershipB());
      return;
    }
    out.printf(
        Locale.ROOT,
        "Not linked: %s (%.4f) and %s (%.4f).%n",
        answer.personA(),
        answer.membershipA(),
        answer.personB(),
        answer.membershipB());
    out.println(
        answer.evidence().probability() >= 0.5
            ? "The pair alone speaks for a match; the other records of the two persons, or a"
                + " clerk's decision, speak against it."
            : "The evidence of the pair is not enough.");
  }
}
