package org.baophu.night;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Coverage;
import org.baophu.coverage.Potential;
import org.baophu.coverage.Route;
import org.baophu.coverage.Standing;
import org.baophu.person.Commune;
import org.baophu.standard.CommuneRegister;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;
import org.baophu.target.CommuneFigures;
import org.baophu.target.Goals;
import org.baophu.target.LabourForce;
import org.baophu.target.PlanInputs;
import org.baophu.target.TargetPlan;
import org.baophu.target.TargetRequest;
import org.baophu.target.Targets;
import org.baophu.unseen.CommuneUnseen;
import org.baophu.unseen.UnseenEstimate;

/** Counts what each commune's target rests on, and has the targets made. */
final class PlanStage {
  private final NightRun run;
  private final CommuneRegister register;
  private final SmallFiles smallFiles;
  private final Map<String, Long> lastTargets;

  /**
   * @param lastTargets last year's targets by commune code
   */
  PlanStage(
      NightRun run,
      CommuneRegister register,
      SmallFiles smallFiles,
      Map<String, Long> lastTargets) {
    this.run = run;
    this.register = register;
    this.smallFiles = smallFiles;
    this.lastTargets = lastTargets;
  }

  TargetPlan plan(
      List<Assessment> assessments,
      Persons persons,
      List<StandardRecord> records,
      UnseenEstimate unseen) {
    PlanInputs inputs =
        new PlanInputs(
            run.date(),
            figures(count(assessments, persons, records), unseen),
            smallFiles.organisations(),
            smallFiles.provinceTargets(),
            Goals.of(run.legalParameters()).orElse(null));
    return Targets.plan(inputs, new TargetRequest(run.date().getYear(), run.settings().targets()));
  }

  /** What is counted of one commune. */
  private static final class Counts {
    private long insured;
    private long participants;
    private long voluntary;
    private long potential;
    private long compulsory;
    private double expected;
    private double variance;
    private long unseen;

    private void addInsured(int[] members, List<StandardRecord> records) {
      boolean pays = false;
      boolean byLaw = false;
      for (int row : members) {
        if (records.get(row).details() instanceof Details.Insurance insurance
            && Coverage.isInForce(insurance)
            && insurance.scheme() != Details.Scheme.PENSION) {
          pays = true;
          byLaw |= insurance.scheme() == Details.Scheme.COMPULSORY;
        }
      }
      insured++;
      participants += pays ? 1 : 0;
      voluntary += pays && !byLaw ? 1 : 0;
    }

    private void addPotential(Potential row) {
      if (row.route() != Route.VOLUNTARY) {
        compulsory++;
        return;
      }
      potential++;
      expected += row.pUninsured();
      variance += row.pUninsured() * (1 - row.pUninsured());
    }
  }

  private static Map<String, Counts> count(
      List<Assessment> assessments, Persons persons, List<StandardRecord> records) {
    Map<String, Counts> counts = new HashMap<>();
    for (int person = 0; person < assessments.size(); person++) {
      Assessment assessment = assessments.get(person);
      Potential row = assessment.potential();
      if (assessment.standing() == Standing.INSURED) {
        counts
            .computeIfAbsent(assessment.communeCode(), code -> new Counts())
            .addInsured(persons.members()[person], records);
      } else if (row != null) {
        counts.computeIfAbsent(assessment.communeCode(), code -> new Counts()).addPotential(row);
      }
    }
    return counts;
  }

  private List<CommuneFigures> figures(Map<String, Counts> counts, UnseenEstimate unseen) {
    long compulsory = counts.values().stream().mapToLong(there -> there.compulsory).sum();
    long potential = counts.values().stream().mapToLong(there -> there.potential).sum();
    for (CommuneUnseen commune : unseen.communes()) {
      // Whom nobody has seen is taken to be on the voluntary route as often as the listed are.
      double voluntary = potential / (double) Math.max(1, potential + compulsory);
      counts.computeIfAbsent(commune.communeCode(), code -> new Counts()).unseen =
          Math.round(commune.unseen().number() * voluntary);
    }
    List<CommuneFigures> figures = new ArrayList<>();
    for (Commune commune : register.communes()) {
      figures.add(
          figures(
              commune.code(),
              commune.fullName(),
              counts.getOrDefault(commune.code(), new Counts())));
    }
    Counts nowhere = counts.get("");
    if (nowhere != null) {
      figures.add(figures("", "", nowhere));
    }
    return figures;
  }

  private CommuneFigures figures(String code, String name, Counts counts) {
    return new CommuneFigures(
        code,
        name,
        labourForce(code),
        counts.insured,
        counts.participants,
        counts.voluntary,
        counts.potential,
        counts.compulsory,
        counts.expected,
        counts.variance,
        counts.unseen,
        lastTargets.getOrDefault(code, -1L));
  }

  private long labourForce(String communeCode) {
    return smallFiles.labourForce().stream()
        .filter(row -> row.communeCode().equals(communeCode) && row.labourForce() >= 0)
        .mapToLong(LabourForce::labourForce)
        .reduce(Long::sum)
        .orElse(-1);
  }
}
