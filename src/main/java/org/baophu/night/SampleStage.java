package org.baophu.night;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.ListQuality;
import org.baophu.coverage.PersonFile;
import org.baophu.coverage.Portrait;
import org.baophu.coverage.QualityReport;
import org.baophu.coverage.Standing;
import org.baophu.night.SampleMemory.PastDraw;
import org.baophu.publish.AuditSample;
import org.baophu.sample.Answer;
import org.baophu.sample.Band;
import org.baophu.sample.Drawn;
import org.baophu.sample.Estimator;
import org.baophu.sample.Frame;
import org.baophu.sample.SampleSettings;
import org.baophu.sample.Sampler;
import org.baophu.sample.Side;
import org.baophu.sample.Stratum;
import org.baophu.sample.Unit;
import org.baophu.standard.Details;
import org.baophu.standard.Regions;
import org.baophu.standard.StandardRecord;

/** Draws tonight's audit sample, and estimates from the answers to earlier ones. */
final class SampleStage {
  private final NightRun run;
  private final long runNo;
  private final Publishing.Results results;
  private final BitSet earning;
  private final Regions regions;
  private final Checks checks;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final Frame frame;
  private final List<Drawn> drawn;

  SampleStage(NightRun run, long runNo, Publishing.Results results, BitSet earning) {
    this.run = run;
    this.runNo = runNo;
    this.results = results;
    this.earning = earning;
    this.regions = Regions.on(run.date());
    this.checks = results.checks();
    this.frame = frame();
    this.drawn =
        Sampler.draw(frame.unchecked(), run.settings().auditSample().size(), run.date().toString());
  }

  private Frame frame() {
    List<Unit> unchecked = new ArrayList<>();
    List<Frame.Known> known = new ArrayList<>();
    for (int person = 0; person < results.assessments().size(); person++) {
      if (earning.get(person) || hasEndedLiving(person)) {
        Unit unit = unit(results.assessments().get(person));
        indexes.put(unit.personId(), person);
        Answer answer = checks.of(unit.personId()).orElse(Answer.NONE);
        OptionalDouble error = answer.error(unit.stratum());
        if (error.isPresent()) {
          known.add(new Frame.Known(unit, error.getAsDouble()));
        } else {
          unchecked.add(unit);
        }
      }
    }
    return new Frame(unchecked, known);
  }

  /** Registers lag behind: who is said to have closed may have not. */
  private boolean hasEndedLiving(int person) {
    return results.assessments().get(person).standing() == Standing.NO_LIVING
        && Arrays.stream(results.persons().members()[person])
            .mapToObj(row -> results.delivered().records().get(row).details())
            .anyMatch(d -> d instanceof Details.Tax || d instanceof Details.Business);
  }

  private Unit unit(Assessment assessment) {
    return new Unit(
        assessment.personId(),
        stratum(assessment),
        regions.of(assessment.communeCode()),
        assessment.given());
  }

  private static Stratum stratum(Assessment assessment) {
    double uninsured = assessment.pUninsured();
    return switch (assessment.standing()) {
      case POTENTIAL -> new Stratum(Side.LISTED, Band.of(1 - uninsured));
      case INSURED -> new Stratum(Side.EXCLUDED, Band.of(uninsured));
      case OUT_OF_AGE -> new Stratum(Side.EXCLUDED, Band.OUT_OF_AGE);
      case NO_LIVING -> new Stratum(Side.EXCLUDED, Band.NO_LIVING);
    };
  }

  /** What is published. */
  AuditSample sample(QualityReport claims) {
    Map<String, Double> wrong = new HashMap<>();
    Map<String, Double> missed = new HashMap<>();
    for (ListQuality commune : claims.communes()) {
      String region = regions.of(commune.communeCode());
      wrong.merge(region, commune.wrong().expected(), Double::sum);
      missed.merge(region, commune.missed().expected(), Double::sum);
    }
    wrong.put(AuditSample.PROVINCE, claims.province().wrong().expected());
    missed.put(AuditSample.PROVINCE, claims.province().missed().expected());
    return new AuditSample(
        rows(),
        Estimator.estimate(frame, checks.book().forEstimate(run.date())),
        wrong,
        missed,
        checks.recalibration());
  }

  /** By commune, so that each branch finds its own together; those of unknown commune last. */
  private List<AuditSample.Row> rows() {
    return drawn.stream()
        .map(this::row)
        .sorted(
            Comparator.comparing((AuditSample.Row row) -> row.communeCode().isEmpty())
                .thenComparing(AuditSample.Row::communeCode)
                .thenComparing(row -> row.drawn().unit().personId()))
        .toList();
  }

  private AuditSample.Row row(Drawn one) {
    int person = index(one);
    return new AuditSample.Row(
        runKey(),
        one,
        Portrait.of(
            new PersonFile(results.persons().persons().get(person), records(person), List.of())),
        results.assessments().get(person).communeCode());
  }

  /** The same for every attempt: results that went missing are made again byte for byte. */
  private String runKey() {
    return run.withAttempt(1).key();
  }

  private int index(Drawn one) {
    return indexes.getOrDefault(one.unit().personId(), -1);
  }

  private List<StandardRecord> records(int person) {
    return Arrays.stream(results.persons().members()[person])
        .mapToObj(results.delivered().records()::get)
        .toList();
  }

  /** What is stored. */
  SampleMemory.Page page() {
    SampleSettings settings = run.settings().auditSample();
    return new SampleMemory.Page(
        drawn.stream()
            .map(one -> new PastDraw(runNo, runKey(), run.date(), one, checks.evidence(index(one))))
            .toList(),
        checks.book().fresh(),
        run.date().minusDays(settings.days() - 1L));
  }
}
