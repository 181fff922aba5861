package org.baophu.publish;

import static org.baophu.publish.Column.code;
import static org.baophu.publish.Column.text;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.baophu.gate.Acceptance;
import org.baophu.gate.Gate;
import org.baophu.gate.Judgement;
import org.baophu.gate.Measure;
import org.baophu.person.Commune;

/** Why the gates stopped a night, for those who can mend it: a page and a table. No persons. */
public final class GateReport {
  private static final int DECIMALS = 4;
  private static final int HISTORY = 10;

  private final Messages messages;
  private final Places places;

  private GateReport(Messages messages, Places places) {
    this.messages = messages;
    this.places = places;
  }

  /** A number and its judgement, as the page shows them. */
  record Shown(
      String gate,
      String of,
      String value,
      String least,
      String most,
      String usual,
      String history,
      String verdict,
      boolean stops,
      String remedy,
      String accept) {}

  /**
   * Writes {@code gates.html} and {@code gates.csv} into a directory, what stops the night first.
   *
   * @param communes gives codes their names
   */
  public static void write(
      LocalDate date,
      String runId,
      List<Judgement> judgements,
      List<Commune> communes,
      Locale language,
      Path emptyDirectory)
      throws IOException {
    Places places = new Places(communes);
    Messages messages = Messages.in(language, places::nameOf);
    GateReport report = new GateReport(messages, places);
    List<Judgement> ordered =
        judgements.stream()
            .sorted(
                Comparator.comparing(Judgement::stops)
                    .reversed()
                    .thenComparing(Comparator.comparing(Judgement::outOfBounds).reversed())
                    .thenComparing(Judgement::measure))
            .toList();
    CsvFile.write(emptyDirectory.resolve("gates.csv"), report.table(), ordered::forEach);
    report.writePage(date, runId, ordered, emptyDirectory.resolve("gates.html"));
  }

  /** A judgement in one line, in English, for messages and logs. */
  public static String line(Judgement judgement) {
    Gate.Unit unit = judgement.measure().gate().unit();
    String bound =
        judgement.value() < judgement.least()
            ? "at least " + plain(unit, judgement.least())
            : "at most " + plain(unit, judgement.most());
    String usual =
        judgement.history().isEmpty()
            ? ""
            : ", usually "
                + plain(unit, judgement.usual())
                + " in "
                + judgement.history().size()
                + " nights";
    return judgement.measure()
        + " is "
        + plain(unit, judgement.value())
        + ", expected "
        + bound
        + usual;
  }

  private static String plain(Gate.Unit unit, double value) {
    return switch (unit) {
      case COUNT -> String.format(Locale.ROOT, "%,.0f", value);
      case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
      case MEAN -> String.format(Locale.ROOT, "%.3f", value);
    };
  }

  /** A judgement as {@code run.json} shows it; a bound or median that there is not is left out. */
  static Map<String, Object> tree(Judgement judgement) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("gate", judgement.measure().gate().code());
    tree.put("of", judgement.measure().of());
    putFinite(tree, "value", judgement.value());
    putFinite(tree, "least", judgement.least());
    putFinite(tree, "most", judgement.most());
    putFinite(tree, "usual", judgement.usual());
    tree.put("nights", judgement.history().size());
    tree.put("verdict", Messages.code(judgement.verdict()));
    Acceptance acceptance = judgement.acceptance();
    if (acceptance != null) {
      tree.put("because", acceptance.because());
      tree.put("by", acceptance.by());
    }
    return tree;
  }

  private static void putFinite(Map<String, Object> tree, String name, double value) {
    if (Double.isFinite(value)) {
      tree.put(name, Math.rint(value * 1e6) / 1e6);
    }
  }

  private Table<Judgement> table() {
    return new Table<>(
        List.of(
            code("gate", 18, r -> r.measure().gate().code()),
            text("of", 26, r -> r.measure().of()),
            text("meaning", 40, r -> messages.text("gate." + r.measure().gate().code())),
            code("value", 12, r -> finite(r.value())),
            code("least", 12, r -> finite(r.least())),
            code("most", 12, r -> finite(r.most())),
            code("usual", 12, r -> finite(r.usual())),
            code("nights", 8, r -> Cells.count(r.history().size())),
            code("history", 40, GateReport::history),
            code("verdict", 12, r -> Messages.code(r.verdict())),
            text("remedy", 80, r -> r.outOfBounds() ? remedy(r) : "")));
  }

  private static String finite(double value) {
    return Double.isFinite(value) ? Cells.decimal(value, DECIMALS) : "";
  }

  private static String history(Judgement judgement) {
    return judgement.history().stream()
        .limit(HISTORY)
        .map(GateReport::finite)
        .collect(Collectors.joining(";"));
  }

  private String remedy(Judgement judgement) {
    return messages.text("gate_remedy." + judgement.measure().gate().code());
  }

  private void writePage(LocalDate date, String runId, List<Judgement> ordered, Path file)
      throws IOException {
    List<Shown> out = ordered.stream().filter(Judgement::outOfBounds).map(this::shown).toList();
    List<Shown> in = ordered.stream().filter(j -> !j.outOfBounds()).map(this::shown).toList();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("lang", messages.language());
    page.put("title", messages.text("gates.title", date));
    page.put("lead", messages.text("gates.lead", runId));
    page.put("inside", messages.text("gates.inside"));
    for (String heading :
        List.of("gate", "of", "value", "bounds", "usual", "history", "verdict", "remedy")) {
      page.put("h_" + heading, messages.text("gates." + heading));
    }
    page.put("out", out);
    page.put("in", in);
    try (Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(PrivateFiles.create(file), StandardCharsets.UTF_8))) {
      Report.template("gates.mustache").execute(page, writer);
    }
  }

  private Shown shown(Judgement judgement) {
    Measure measure = judgement.measure();
    return new Shown(
        messages.text("gate." + measure.gate().code()),
        measure.gate() == Gate.LIST ? places.nameOf(measure.of()) : measure.of(),
        number(measure.gate(), judgement.value()),
        number(measure.gate(), judgement.least()),
        number(measure.gate(), judgement.most()),
        number(measure.gate(), judgement.usual()),
        judgement.history().stream()
            .limit(HISTORY)
            .map(value -> number(measure.gate(), value))
            .collect(Collectors.joining(" · ")),
        messages.text("verdict." + Messages.code(judgement.verdict())),
        judgement.stops(),
        judgement.outOfBounds() ? remedy(judgement) : "",
        "--accept " + measure + " --because \"…\"");
  }

  private String number(Gate gate, double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    return switch (gate.unit()) {
      case COUNT -> messages.number(Math.round(value));
      case SHARE -> messages.percent(value);
      case MEAN -> messages.decimal(value, 3);
    };
  }
}
