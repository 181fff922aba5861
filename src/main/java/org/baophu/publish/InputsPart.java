package org.baophu.publish;

import java.util.List;
import java.util.Map;
import org.baophu.intake.FileFormat;
import org.baophu.issue.Problem;
import org.baophu.publish.NightFacts.Input;

/** What came in, file by file. */
record InputsPart(List<File> files, Totals totals, boolean hasIgnored, String ignored) {

  /** One file. */
  record File(
      String name,
      String kind,
      String form,
      boolean hasUnused,
      String unused,
      String delivered,
      String accepted,
      String rejected,
      boolean hasRejected,
      String communeUnknown,
      boolean hasProblems,
      List<ProblemCount> problems) {}

  /** How often a problem was met. */
  record ProblemCount(String count, String text, boolean rejects) {}

  /** The sum of all files. */
  record Totals(String delivered, String accepted, String rejected) {}

  static InputsPart of(NightFacts facts, Messages messages) {
    List<Input> inputs = facts.inputs();
    return new InputsPart(
        inputs.stream().map(input -> file(input, messages)).toList(),
        new Totals(
            messages.number(inputs.stream().mapToLong(Input::rowsDelivered).sum()),
            messages.number(inputs.stream().mapToLong(Input::rowsAccepted).sum()),
            messages.number(inputs.stream().mapToLong(Input::rowsRejected).sum())),
        !facts.ignoredFiles().isEmpty(),
        messages.text("report.ignored", String.join(", ", facts.ignoredFiles())));
  }

  private static File file(Input input, Messages messages) {
    List<String> unused = input.format().unusedHeadings();
    return new File(
        input.name(),
        messages.word("kind", Messages.code(input.kind())),
        form(input, messages),
        !unused.isEmpty(),
        messages.text("report.unused", String.join(", ", unused)),
        messages.number(input.rowsDelivered()),
        messages.number(input.rowsAccepted()),
        messages.number(input.rowsRejected()),
        input.rowsRejected() > 0,
        input.kind().findSource().isPresent() ? messages.percent(input.communeUnknownShare()) : "–",
        !input.issues().isEmpty(),
        problems(input.issues(), messages));
  }

  private static String form(Input input, Messages messages) {
    FileFormat format = input.format();
    boolean workbook = format.container().equals("xlsx");
    return String.join(
        " · ",
        format.container(),
        format.encoding(),
        messages.text(workbook ? "report.sheet" : "report.delimiter", format.delimiter()),
        messages.text("report.headings_in_row", format.headingRow()));
  }

  private static List<ProblemCount> problems(Map<Problem, Long> issues, Messages messages) {
    return issues.entrySet().stream()
        .filter(issue -> issue.getValue() > 0)
        .map(
            issue ->
                new ProblemCount(
                    messages.number(issue.getValue()),
                    messages.problem(issue.getKey()),
                    issue.getKey().rejects()))
        .toList();
  }
}
