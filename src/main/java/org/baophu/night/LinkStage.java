package org.baophu.night;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.baophu.identity.Decision;
import org.baophu.identity.Verdict;
import org.baophu.link.Constraints;
import org.baophu.link.Explainer;
import org.baophu.link.Explanation;
import org.baophu.link.FrozenModel;
import org.baophu.link.IncrementalLinker;
import org.baophu.link.LinkMode;
import org.baophu.link.LinkResult;
import org.baophu.link.LinkSettings;
import org.baophu.link.RowPair;
import org.baophu.link.ScoredPairs;
import org.baophu.link.incremental.Fingerprints;
import org.baophu.link.incremental.LinkState;
import org.baophu.link.incremental.Records;
import org.baophu.link.model.Scorer;
import org.baophu.link.table.Table;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;

/** Finds which records are the same person, and which pairs a clerk should look at. */
final class LinkStage {
  private final NightRun run;
  private final List<StandardRecord> records;
  private final Fingerprints prints;
  private final List<Decision> decisions;
  private final NightProgress progress;

  LinkStage(NightRun run, Delivered delivered, List<Decision> decisions, NightProgress progress) {
    this.run = run;
    this.records = delivered.records();
    this.prints = delivered.prints();
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
            prints,
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
   * The pairs for a clerk, those that may change a list first. By a frozen model a pair is
   * explained by the records of its two groups alone.
   */
  List<ReviewCandidate> review(NightLinking.Linked linked) {
    ScoredPairs pairs = linked.outcome().result().pairs();
    List<Integer> chosen = reviewPairs(pairs);
    LinkResult result = linked.outcome().result();
    boolean[] isAsked = new boolean[result.clusterCount()];
    for (int pair : chosen) {
      isAsked[result.cluster(pairs.rowA(pair))] = true;
      isAsked[result.cluster(pairs.rowB(pair))] = true;
    }
    int[] places = placesOf(isAsked, result.clusters(), prints.order());
    int[] rows = Arrays.stream(places).map(prints::row).toArray();
    Explainer explainer = explainer(places, rows, linked);
    explainer.count(Arrays.stream(rows).map(result::cluster).toArray());
    int[] index = new int[records.size()];
    for (int i = 0; i < rows.length; i++) {
      index[rows[i]] = i;
    }
    return chosen.stream().map(pair -> candidate(explainer, index, pairs, pair)).toList();
  }

  /** The places of all records of some clusters, ascending. */
  private static int[] placesOf(boolean[] isAsked, int[] clusters, int[] rowAt) {
    BitSet places = new BitSet();
    for (int place = 0; place < rowAt.length; place++) {
      if (isAsked[clusters[rowAt[place]]]) {
        places.set(place);
      }
    }
    return places.stream().toArray();
  }

  /** Explains some records, which stand at some places; what they are blocked by is known. */
  private Explainer explainer(int[] places, int[] rows, NightLinking.Linked linked) {
    Table table = PersonTable.of(Arrays.stream(rows).mapToObj(records::get).toList());
    FrozenModel frozen = linked.model().frozen();
    LinkSettings settings = settings().withThreads(1);
    LinkState state = linked.outcome().state();
    return state == null
        ? new Explainer(table, frozen, settings)
        : new Explainer(table, frozen, state.blocks(places), settings);
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
    float[] probability = new float[pairs.size()];
    for (int i = 0; i < rowA.length; i++) {
      rowA[i] = pairs.rowA(i);
      rowB[i] = pairs.rowB(i);
      probability[i] = (float) pairs.probability(i);
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

  /** Those that can change a list first, then those that are most open. */
  private List<Integer> reviewPairs(ScoredPairs pairs) {
    LinkageSettings choices = run.settings().linkage();
    Set<List<RecordKey>> decided =
        decisions.stream().map(d -> List.of(d.a(), d.b())).collect(Collectors.toSet());
    // Nearly all are far from open: their bits tell, and no probability is worked out.
    double least = Scorer.weight(choices.reviewFrom()) - 1;
    double most = Scorer.weight(choices.reviewTo()) + 1;
    return pairs.between(least, most).stream()
        .filter(i -> pairs.probability(i) >= choices.reviewFrom())
        .filter(i -> pairs.probability(i) <= choices.reviewTo())
        .filter(i -> !decided.contains(List.of(key(pairs.rowA(i)), key(pairs.rowB(i)))))
        .mapToObj(i -> new Open(i, changesLists(pairs, i), Math.abs(pairs.probability(i) - 0.5)))
        .sorted(Open.FIRST_TO_LAST)
        .limit(choices.reviewLimit())
        .map(Open::pair)
        .toList();
  }

  /**
   * A pair that is neither a match nor none.
   *
   * @param fromEven how far its probability is from one half
   */
  private record Open(int pair, boolean changesLists, double fromEven) {
    private static final Comparator<Open> FIRST_TO_LAST =
        Comparator.comparing(Open::changesLists, Comparator.reverseOrder())
            .thenComparingDouble(Open::fromEven)
            .thenComparingInt(Open::pair);
  }

  private RecordKey key(int row) {
    return records.get(row).key();
  }

  /** Whether one of the two is an insurance record and the other states a living. */
  private boolean changesLists(ScoredPairs pairs, int pair) {
    Source a = key(pairs.rowA(pair)).source();
    Source b = key(pairs.rowB(pair)).source();
    return a == Source.INSURANCE && isLiving(b) || b == Source.INSURANCE && isLiving(a);
  }

  private static boolean isLiving(Source source) {
    return source == Source.TAX || source == Source.BUSINESS;
  }

  private static ReviewCandidate candidate(
      Explainer explainer, int[] index, ScoredPairs pairs, int pair) {
    int a = index[pairs.rowA(pair)];
    int b = index[pairs.rowB(pair)];
    return new ReviewCandidate(
        pairs.rowA(pair),
        pairs.rowB(pair),
        pairs.probability(pair),
        pairs.weightBits(pair),
        evidence(explainer.parts(a, b)));
  }

  private static String evidence(List<Explanation.Part> parts) {
    StringBuilder out = new StringBuilder();
    for (Explanation.Part part : parts) {
      if (part.bits() != 0) {
        out.append(out.length() == 0 ? "" : "; ").append(part.field()).append(": ");
        addTenths(part.bits(), out.append(part.level()).append(" ("));
        out.append(')');
      }
    }
    return out.toString();
  }

  /**
   * Adds what {@code %+.1f} takes a hundred times as long to write: there are thousands of these.
   */
  static void addTenths(double bits, StringBuilder out) {
    long tenths = Math.round(Math.abs(bits) * 10);
    out.append(bits < 0 ? '-' : '+').append(tenths / 10).append('.').append(tenths % 10);
  }
}
