package org.baophu.night;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Potential;
import org.baophu.coverage.Route;
import org.baophu.coverage.Standing;
import org.baophu.person.Commune;
import org.baophu.standard.CommuneRegister;
import org.baophu.target.CommuneFigures;
import org.baophu.target.LabourForce;
import org.baophu.target.TargetPlan;
import org.baophu.target.TargetRequest;
import org.baophu.target.Targets;

/** Counts what each commune's target rests on, and has the targets made. */
final class PlanStage {
  private final NightRun run;
  private final CommuneRegister register;
  private final SmallFiles smallFiles;

  PlanStage(NightRun run, CommuneRegister register, SmallFiles smallFiles) {
    this.run = run;
    this.register = register;
    this.smallFiles = smallFiles;
  }

  TargetPlan plan(List<Assessment> assessments) {
    return Targets.plan(figures(assessments), smallFiles.organisations(), request());
  }

  private TargetRequest request() {
    long total = run.settings().targetTotal();
    int year = run.date().getYear();
    return total == TargetRequest.NOT_GIVEN
        ? TargetRequest.ofYear(year, smallFiles.provinceTargets())
        : TargetRequest.ofTotal(total, year);
  }

  private List<CommuneFigures> figures(List<Assessment> assessments) {
    Map<String, Long> insured = new HashMap<>();
    Map<String, Long> potential = new HashMap<>();
    for (Assessment assessment : assessments) {
      if (assessment.standing() == Standing.INSURED) {
        insured.merge(assessment.communeCode(), 1L, Long::sum);
      }
      Potential row = assessment.potential();
      if (row != null && row.route() == Route.VOLUNTARY) {
        potential.merge(assessment.communeCode(), 1L, Long::sum);
      }
    }
    List<CommuneFigures> figures = new ArrayList<>();
    for (Commune commune : register.communes()) {
      figures.add(
          new CommuneFigures(
              commune.code(),
              commune.fullName(),
              labourForce(commune.code()),
              insured.getOrDefault(commune.code(), 0L),
              potential.getOrDefault(commune.code(), 0L)));
    }
    if (potential.containsKey("") || insured.containsKey("")) {
      figures.add(
          new CommuneFigures(
              "", "", -1, insured.getOrDefault("", 0L), potential.getOrDefault("", 0L)));
    }
    return figures;
  }

  private long labourForce(String communeCode) {
    return smallFiles.labourForce().stream()
        .filter(row -> row.communeCode().equals(communeCode) && row.labourForce() >= 0)
        .mapToLong(LabourForce::labourForce)
        .reduce(Long::sum)
        .orElse(-1);
  }
}
