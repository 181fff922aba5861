package org.baophu.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baophu.coverage.ListQuality;
import org.baophu.sample.Interval;
import org.baophu.sample.ScopeQuality;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** What a run was, for programs and for auditors: {@code run.json}. It holds no person. */
final class Manifest {
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);

  private Manifest() {}

  static void write(Publication publication, Path file) throws IOException {
    try (OutputStream out = PrivateFiles.create(file)) {
      out.write(text(tree(publication)).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A manifest as its file holds it. */
  static String text(Object tree) {
    return JsonMapper.shared().writer().with(PRINTER).writeValueAsString(tree) + "\n";
  }

  private static Map<String, Object> tree(Publication publication) {
    NightFacts facts = publication.facts();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("version", facts.version());
    tree.put("run_id", facts.runId());
    tree.put("date", publication.date().toString());
    tree.put("started", facts.started().toString());
    tree.put("language", publication.language().getLanguage());
    tree.put("inputs", facts.inputs().stream().map(Manifest::input).toList());
    tree.put("ignored_files", facts.ignoredFiles());
    tree.put("configuration", facts.configuration());
    tree.put("counts", counts(publication));
    NightFacts.Linkage linkage = facts.model().linkage();
    tree.put("linkage", linkage == null ? Map.of() : linkage(linkage));
    tree.put("gates", facts.gates().stream().map(GateReport::tree).toList());
    tree.put("list_quality", quality(publication.quality().province()));
    tree.put("audit_sample", sample(publication.auditSample()));
    tree.put("model", model(facts.model()));
    NightFacts.Previous previous = facts.previous();
    tree.put("previous_run", previous == null ? Map.of() : previous(previous));
    tree.put("timings_ms", timings(facts.timings()));
    return tree;
  }

  private static Map<String, Object> input(NightFacts.Input input) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", input.name());
    tree.put("kind", Messages.code(input.kind()));
    tree.put("sha256", input.sha256());
    tree.put("bytes", input.bytes());
    tree.put("container", input.format().container());
    tree.put("encoding", input.format().encoding());
    tree.put("delimiter", input.format().delimiter());
    tree.put("heading_row", input.format().headingRow());
    tree.put("columns", input.format().columns());
    tree.put("unused_headings", input.format().unusedHeadings());
    tree.put("rows_delivered", input.rowsDelivered());
    tree.put("rows_accepted", input.rowsAccepted());
    tree.put("rows_rejected", input.rowsRejected());
    tree.put("issues", byCode(input.issues()));
    tree.put("commune_unknown", input.communeUnknown());
    tree.put("commune_unknown_share", rounded(input.communeUnknownShare()));
    return tree;
  }

  private static Map<String, Object> counts(Publication publication) {
    NightFacts.Counts counts = publication.facts().counts();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("records", counts.records());
    tree.put("persons", counts.persons());
    if (counts.personsEarning() >= 0) {
      tree.put("persons_earning", counts.personsEarning());
    }
    tree.put("standings", byCode(counts.standings()));
    tree.put("potential", publication.potential().size());
    tree.put("review", publication.review().size());
    tree.put("changes", publication.changes().size());
    tree.put("target", publication.targets().total());
    tree.putAll(counts.others());
    return tree;
  }

  private static Map<String, Object> linkage(NightFacts.Linkage linkage) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("mode", linkage.mode());
    tree.put("because", linkage.because());
    tree.put("drift", linkage.drift());
    tree.put("records_unchanged", linkage.unchanged());
    tree.put("records_new", linkage.added());
    tree.put("records_changed", linkage.changed());
    tree.put("records_withdrawn", linkage.withdrawn());
    tree.put("pairs_compared", linkage.compared());
    tree.put("groups_formed_again", linkage.components());
    tree.put("model_of_run", linkage.modelRun());
    tree.put("model_of_date", linkage.modelDate());
    tree.put("model_age_days", linkage.modelAgeDays());
    return tree;
  }

  private static Map<String, Object> quality(ListQuality quality) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("listed", quality.listed());
    tree.put("expected_wrong", rounded(quality.wrong().expected()));
    tree.put("wrong_low", quality.wrong().low());
    tree.put("wrong_high", quality.wrong().high());
    tree.put("expected_missed", rounded(quality.missed().expected()));
    tree.put("missed_low", quality.missed().low());
    tree.put("missed_high", quality.missed().high());
    return tree;
  }

  private static Map<String, Object> sample(AuditSample sample) {
    ScopeQuality province = sample.quality().province();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("drawn", sample.rows().size());
    tree.put("checked", province.listed().checked() + province.excluded().checked());
    tree.put("asked_listed", province.listed().asked());
    tree.put("answered_listed", province.listed().answered());
    put(tree, "wrong", province.listed().errors());
    put(tree, "precision", province.precision());
    tree.put("asked_left_out", province.excluded().asked());
    tree.put("answered_left_out", province.excluded().answered());
    put(tree, "missed", province.excluded().errors());
    put(tree, "recall", province.recall());
    tree.put("enough", province.isEnough());
    tree.put("recalibration_answers", sample.recalibration().answers());
    tree.put("recalibration_slope", rounded(sample.recalibration().slope()));
    tree.put("recalibration_shift", rounded(sample.recalibration().shift()));
    return tree;
  }

  private static void put(Map<String, Object> tree, String name, Interval interval) {
    tree.put(name, rounded(interval.estimate()));
    tree.put(name + "_low", rounded(interval.low()));
    tree.put(name + "_high", rounded(interval.high()));
  }

  private static Map<String, Object> model(NightFacts.Model model) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("prior", model.prior());
    tree.put("iterations", model.iterations());
    tree.put("converged", model.converged());
    tree.put("fields", model.fields().stream().map(Manifest::field).toList());
    tree.putAll(model.tree());
    return tree;
  }

  private static Map<String, Object> field(NightFacts.FieldWeights field) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("field", field.field());
    tree.put("levels", field.levels().stream().map(Manifest::level).toList());
    return tree;
  }

  private static Map<String, Object> level(NightFacts.Level level) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("level", level.level());
    tree.put("m", level.mProbability());
    tree.put("u", level.uProbability());
    tree.put("weight_bits", level.weightBits());
    return tree;
  }

  private static Map<String, Object> previous(NightFacts.Previous previous) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("run_id", previous.runId());
    tree.put("date", previous.date().toString());
    tree.put("persons", previous.persons());
    tree.put("potential", previous.potential());
    return tree;
  }

  private static Map<String, Long> timings(List<NightFacts.Timing> timings) {
    Map<String, Long> tree = new LinkedHashMap<>();
    // A stage may come more than once; its times add up.
    timings.forEach(t -> tree.merge(t.stage(), millis(t.duration()), Long::sum));
    return tree;
  }

  private static long millis(Duration duration) {
    return duration.toMillis();
  }

  private static Map<String, Long> byCode(Map<? extends Enum<?>, Long> counts) {
    Map<String, Long> tree = new LinkedHashMap<>();
    counts.forEach((key, count) -> tree.put(Messages.code(key), count));
    return tree;
  }

  private static double rounded(double share) {
    return Math.rint(share * 10_000) / 10_000;
  }
}
