package org.baophu.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Potential;
import org.baophu.coverage.QualityReport;
import org.baophu.coverage.Standing;
import org.baophu.gate.Judgement;
import org.baophu.identity.Decision;
import org.baophu.identity.Decisions;
import org.baophu.link.parallel.Tasks;
import org.baophu.night.NightStore.Member;
import org.baophu.night.NightStore.NightResults;
import org.baophu.night.NightStore.PastRun;
import org.baophu.night.NightStore.PastStanding;
import org.baophu.person.RecordKey;
import org.baophu.publish.FieldWork;
import org.baophu.publish.NightFacts;
import org.baophu.publish.Publication;
import org.baophu.publish.Publisher;
import org.baophu.publish.ReviewPair;
import org.baophu.standard.CommuneRegister;
import org.baophu.standard.StandardRecord;
import org.baophu.target.TargetPlan;
import org.baophu.unseen.UnseenEstimate;
import org.jspecify.annotations.Nullable;

/**
 * Puts the results where readers and later nights find them, in three steps: files are written
 * aside; what later nights need is stored in one transaction; the directory gets its name. A night
 * that is killed between two steps goes on with the next.
 */
final class Publishing {
  private final NightRun run;
  private final NightStore store;
  private final Workspace workspace;
  private final Placement placement;
  private final long runNo;
  private final Instant started;
  private final NightProgress progress;

  Publishing(
      NightRun run,
      NightStore store,
      Workspace workspace,
      long runNo,
      Instant started,
      NightProgress progress) {
    this.run = run;
    this.store = store;
    this.workspace = workspace;
    this.placement = new Placement(workspace, run.published());
    this.runNo = runNo;
    this.started = started;
    this.progress = progress;
  }

  /** All that is published. */
  record Results(
      CommuneRegister register,
      Delivered delivered,
      SmallFiles smallFiles,
      List<FileReport> reports,
      DecisionBook decisions,
      Checks checks,
      Links links,
      Certain certain,
      Memory memory,
      boolean communesRedrawn,
      Persons persons,
      FieldHistory history,
      AssessStage assessing,
      List<Assessment> assessments,
      TargetPlan targets,
      UnseenEstimate unseen,
      List<ReviewCandidate> review,
      NightFacts.Model model,
      Map<Stage, Duration> timings,
      List<Judgement> judgements) {}

  boolean isStaged() {
    return placement.isStaged();
  }

  void stage(Results results) {
    BitSet earning = results.persons().earning(results.delivered().records());
    Retrospect retrospect = Retrospect.of(run, store, runNo, results, earning);
    FieldWorkStage field = new FieldWorkStage(run, runNo, results, store);
    SampleStage sample = new SampleStage(run, runNo, results, earning);
    Publication publication = publication(results, retrospect, field.work(), sample, earning);
    // The files are written while the database is, since the database keeps one thread alone busy.
    // What it was given counts only once they are there.
    Tasks.beside(
        run.threads(),
        () -> placement.stage(to -> Publisher.write(publication, to, run.threads())),
        files ->
            store.commit(
                runNo,
                forLater(results, field.page(), sample.page(), retrospect),
                () -> {
                  files.run();
                  progress.report(Stage.PUBLISH, "files written", 1, 3);
                }));
    progress.report(Stage.PUBLISH, "results stored", 2, 3);
  }

  /** The step that readers see. The results that stood there before leave in the same moment. */
  void putInPlace() {
    placement.putInPlace();
    try {
      workspace.deleteOthers();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete what earlier nights left", e);
    }
    store.markPublished(runNo);
    progress.report(Stage.PUBLISH, "in place", 3, 3);
  }

  private NightResults forLater(
      Results results,
      FieldBook.Page fieldPage,
      SampleMemory.Page samplePage,
      Retrospect retrospect) {
    List<StandardRecord> records = results.delivered().records();
    List<RecordKey> keys = MemoryKeys.of(records);
    Map<RecordKey, Member> members = new HashMap<>(keys.size() * 2);
    for (int person = 0; person < results.persons().members().length; person++) {
      for (int row : results.persons().members()[person]) {
        members.put(
            keys.get(row),
            new Member(results.persons().persons().get(person).id(), records.get(row)));
      }
    }
    return new NightResults(
        results.persons().persons().size(),
        results.persons().lastNumber(),
        run.choicesDigest(),
        members,
        results.memory().forgotten(),
        results.memory().renumbered(),
        fieldPage,
        Happenings.mergedInto(results.persons().changes()),
        retrospect.storedIdentity(),
        retrospect.storedEvents(),
        retrospect.storedChanges(),
        retrospect.now(),
        results.decisions().now(),
        results.targets(),
        samplePage);
  }

  private Publication publication(
      Results results,
      Retrospect retrospect,
      FieldWork fieldWork,
      SampleStage sample,
      BitSet earning) {
    QualityReport quality =
        Qualities.of(
            run,
            results.delivered().records(),
            results.certain().links(),
            results.certain().persons(),
            results.assessments());
    return new Publication(
        run.date(),
        run.language(),
        results.register().communes(),
        results.assessments().stream()
            .map(Assessment::potential)
            .filter(Objects::nonNull)
            .map(Potential.class::cast)
            .toList(),
        results.certain().persons().persons()::forEach,
        review(results),
        results.targets(),
        results.unseen(),
        fieldWork,
        Summaries.of(
            results.register().communes(),
            results.delivered().records(),
            results.persons(),
            results.assessments(),
            results.review()),
        quality,
        sample.sample(quality),
        retrospect.changes(),
        results.decisions().settled().contradictions(),
        results.delivered().rejects(run, workspace, results.smallFiles().issues()),
        facts(results, earning, retrospect.previous(), retrospect.before()));
  }

  private static List<ReviewPair> review(Results results) {
    Effects effects = new Effects(results);
    return results.review().stream().map(effects::of).toList();
  }

  private NightFacts facts(
      Results results,
      BitSet earning,
      @Nullable PastRun previous,
      Map<String, PastStanding> before) {
    List<NightFacts.Input> inputs = new ArrayList<>();
    for (int i = 0; i < run.files().size(); i++) {
      inputs.add(input(run.files().get(i), results.reports().get(i)));
    }
    List<NightFacts.Timing> timings = new ArrayList<>();
    results
        .timings()
        .forEach((stage, took) -> timings.add(new NightFacts.Timing(stage.name(), took)));
    return new NightFacts(
        run.version(),
        run.key(),
        started,
        inputs,
        run.ignoredFiles(),
        run.settingsTree(),
        results.model(),
        counts(results, earning),
        timings,
        previous == null ? null : past(previous, before),
        results.judgements());
  }

  private static NightFacts.Previous past(PastRun previous, Map<String, PastStanding> before) {
    long potential =
        before.values().stream()
            .filter(standing -> standing.standing().equals(Standing.POTENTIAL.name()))
            .count();
    return new NightFacts.Previous(
        previous.runKey(), LocalDate.parse(previous.date()), previous.persons(), potential);
  }

  private static NightFacts.Input input(DeliveredFile file, FileReport report) {
    return new NightFacts.Input(
        file.file().name(),
        file.file().kind(),
        file.sha256(),
        file.bytes(),
        report.format(),
        report.delivered(),
        report.accepted(),
        report.rejected(),
        report.issues(),
        report.communeUnknown());
  }

  /** Decisions that bind nothing tonight, since a record they name was not delivered. */
  private static long aboutUnknownRecords(Results results) {
    Set<RecordKey> wanted = new HashSet<>();
    List<Decision> inForce = results.decisions().settled().inForce();
    inForce.forEach(d -> wanted.addAll(List.of(d.a(), d.b())));
    results.delivered().records().forEach(record -> wanted.remove(record.key()));
    return inForce.stream().filter(d -> wanted.contains(d.a()) || wanted.contains(d.b())).count();
  }

  private static NightFacts.Counts counts(Results results, BitSet earning) {
    Map<Standing, Long> standings = new EnumMap<>(Standing.class);
    results.assessments().forEach(a -> standings.merge(a.standing(), 1L, Long::sum));
    Map<String, Long> others = new LinkedHashMap<>();
    others.put("possible_matches", (long) results.links().pairs());
    others.put("review_pairs", (long) results.review().size());
    others.put("unseen", Math.round(results.unseen().total().number()));
    others.put("unseen_low", (long) Math.floor(results.unseen().total().low()));
    others.put("unseen_high", (long) Math.ceil(results.unseen().total().high()));
    Decisions decisions = results.decisions().settled();
    others.put("decisions", (long) decisions.inForce().size());
    others.put("decisions_about_unknown_records", aboutUnknownRecords(results));
    others.put("contradicting_decisions", (long) decisions.contradictions().size());
    return new NightFacts.Counts(
        results.delivered().records().size(),
        results.persons().persons().size(),
        earning.cardinality(),
        standings,
        others);
  }
}
