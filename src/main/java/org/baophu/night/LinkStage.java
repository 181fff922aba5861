package org.baophu.night;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baophu.identity.Decision;
import org.baophu.identity.Verdict;
import org.baophu.link.Constraints;
import org.baophu.link.IncrementalLinker;
import org.baophu.link.LinkMode;
import org.baophu.link.LinkResult;
import org.baophu.link.LinkSettings;
import org.baophu.link.RowPair;
import org.baophu.link.ScoredPairs;
import org.baophu.link.incremental.Records;
import org.baophu.person.RecordKey;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;

/** Finds which records are the same person, and which pairs a clerk should look at. */
final class LinkStage {
  private final NightRun run;
  private final Delivered delivered;
  private final List<StandardRecord> records;
  private final List<Decision> decisions;
  private final NightProgress progress;

  LinkStage(NightRun run, Delivered delivered, List<Decision> decisions, NightProgress progress) {
    this.run = run;
    this.delivered = delivered;
    this.records = delivered.records();
    this.decisions = decisions;
    this.progress = progress;
  }

  /**
   * What the stage leaves.
   *
   * @param linked what was learnt
   */
  record Outcome(Links links, NightLinking.Linked linked) {}

  /**
   * Links the records.
   *
   * @param memory what the last night left, {@code null} where there was none
   */
  Outcome link(@Nullable LinkMemory memory) {
    Records rows = PersonTable.records(records);
    IncrementalLinker linker =
        new IncrementalLinker(
            PersonTable.FIELDS,
            PersonTable.sources(),
            rows,
            delivered.prints(),
            settings(),
            constraints(),
            this::report);
    NightLinking.Linked linked =
        new NightLinking(run, linker, PersonTable.sources(), memory).link();
    return new Outcome(links(linked.outcome().result()), linked);
  }

  private LinkSettings settings() {
    LinkageSettings choices = run.settings().linkage();
    return LinkSettings.defaults()
        .withMode(LinkMode.LINK_AND_DEDUPE)
        .withThreshold(choices.threshold())
        .withKeepAbove(choices.keepAbove())
        .withThreads(run.threads());
  }

  /**
   * The pairs that a clerk should look at.
   *
   * @param memory what the last night left, {@code null} where there was none
   */
  Review review(NightLinking.Linked linked, @Nullable LinkMemory memory) {
    Review last = memory == null ? null : memory.review().orElse(null);
    return new Reviewing(run.settings().linkage(), settings(), delivered, decisions, linked)
        .review(last);
  }

  private void report(String what, long done, long total) {
    progress.report(Stage.LINK, what, done, total);
  }

  /** What clerks decided, and ids that contradict each other; a clerk's match outranks these. */
  private Constraints constraints() {
    Map<RecordKey, Integer> rows = new HashMap<>();
    Set<RecordKey> wanted = new HashSet<>();
    decisions.forEach(decision -> wanted.addAll(List.of(decision.a(), decision.b())));
    for (int row = 0; row < records.size() && !wanted.isEmpty(); row++) {
      if (wanted.contains(records.get(row).key())) {
        rows.put(records.get(row).key(), row);
      }
    }
    return new Constraints(
        pairs(rows, Verdict.MATCH),
        pairs(rows, Verdict.NO_MATCH),
        new IdConflicts(records)::areCompatible);
  }

  private List<RowPair> pairs(Map<RecordKey, Integer> rows, Verdict verdict) {
    List<RowPair> pairs = new ArrayList<>();
    for (Decision decision : decisions) {
      Integer a = rows.get(decision.a());
      Integer b = rows.get(decision.b());
      if (decision.verdict() == verdict && a != null && b != null) {
        pairs.add(new RowPair(a, b));
      }
    }
    return pairs;
  }

  private Links links(LinkResult result) {
    float[] membership = new float[records.size()];
    for (int row = 0; row < membership.length; row++) {
      membership[row] = (float) result.membershipProbability(row);
    }
    ScoredPairs pairs = result.pairs();
    int[] rowA = new int[pairs.size()];
    int[] rowB = new int[pairs.size()];
    double[] probabilities = pairs.probabilities();
    float[] probability = new float[pairs.size()];
    for (int i = 0; i < rowA.length; i++) {
      rowA[i] = pairs.rowA(i);
      rowB[i] = pairs.rowB(i);
      probability[i] = (float) probabilities[i];
    }
    return new Links(
        result.clusterCount(),
        result.clusters(),
        membership,
        rowA,
        rowB,
        probability,
        result.diagnostics().missShare());
  }
}
