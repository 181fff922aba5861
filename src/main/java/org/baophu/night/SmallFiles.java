package org.baophu.night;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.baophu.identity.Decision;
import org.baophu.identity.Verdict;
import org.baophu.intake.InputKind;
import org.baophu.intake.Row;
import org.baophu.issue.DataIssue;
import org.baophu.standard.AnswerRow;
import org.baophu.standard.AnswerRows;
import org.baophu.standard.CommuneRegister;
import org.baophu.standard.DecisionRow;
import org.baophu.standard.PlanningRows;
import org.baophu.target.LabourForce;
import org.baophu.target.Organisation;
import org.baophu.target.ProvinceTarget;
import org.jspecify.annotations.Nullable;

/**
 * The files that hold no persons, read as a whole.
 *
 * @param decisions what clerks filled in; rows without a decision are none
 * @param answers what clerks said of audit samples; rows without an answer are none
 * @param issues what could not be used
 */
record SmallFiles(
    List<Organisation> organisations,
    List<LabourForce> labourForce,
    List<ProvinceTarget> provinceTargets,
    List<Decision> decisions,
    List<AnswerRow> answers,
    List<DataIssue> issues) {

  static SmallFiles load(NightRun run, Workspace workspace, CommuneRegister register) {
    PlanningRows rows = new PlanningRows(register);
    List<DataIssue> issues = new ArrayList<>();
    return new SmallFiles(
        read(run, workspace, InputKind.ORGANISATIONS, rows::organisation, issues).stream()
            .map(
                row ->
                    new Organisation(
                        row.organisation(),
                        row.collectionPoint(),
                        row.communeCode(),
                        row.staff(),
                        row.capacityPerStaff()))
            .toList(),
        read(run, workspace, InputKind.LABOUR_FORCE, rows::labourForce, issues).stream()
            .map(row -> new LabourForce(row.communeCode(), row.population(), row.labourForce()))
            .toList(),
        read(run, workspace, InputKind.PROVINCE_TARGETS, rows::provinceTarget, issues).stream()
            .map(row -> new ProvinceTarget(row.year(), row.measure(), row.target()))
            .toList(),
        read(run, workspace, InputKind.DECISIONS, rows::decision, issues).stream()
            .filter(row -> !row.decision().isEmpty())
            .map(SmallFiles::decision)
            .toList(),
        read(run, workspace, InputKind.AUDITS, AnswerRows::answer, issues).stream()
            .filter(row -> !row.isEmpty())
            .toList(),
        List.copyOf(issues));
  }

  private static <T> List<T> read(
      NightRun run,
      Workspace workspace,
      InputKind kind,
      BiFunction<Row, Consumer<DataIssue>, @Nullable T> parse,
      List<DataIssue> issues) {
    List<T> values = new ArrayList<>();
    for (Row row : Delivered.rows(run, workspace, kind)) {
      T value = parse.apply(row, issues::add);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private static Decision decision(DecisionRow row) {
    Verdict verdict = Verdict.valueOf(row.decision().toUpperCase(Locale.ROOT));
    return new Decision(row.a(), row.b(), verdict, row.decidedBy(), row.decidedOn(), row.note());
  }

  /** The same with more that proved to be of no use. */
  SmallFiles with(List<DataIssue> later) {
    List<DataIssue> all = new ArrayList<>(issues);
    all.addAll(later);
    return new SmallFiles(
        organisations, labourForce, provinceTargets, decisions, answers, List.copyOf(all));
  }

  /** The files' reports, with the rows counted as rejected that only their meaning rejects. */
  List<FileReport> corrected(NightRun run, List<FileReport> reports) {
    List<FileReport> corrected = new ArrayList<>();
    for (int file = 0; file < reports.size(); file++) {
      String name = run.files().get(file).file().name();
      Set<Long> rows = new HashSet<>();
      FileReport report = reports.get(file);
      for (DataIssue issue : issues) {
        if (issue.file().equals(name)) {
          boolean rejects = issue.problem().rejects() && rows.add(issue.row());
          report = report.with(issue.problem(), rejects);
        }
      }
      corrected.add(report);
    }
    return corrected;
  }
}
