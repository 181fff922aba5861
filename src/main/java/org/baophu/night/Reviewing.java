package org.baophu.night;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.baophu.identity.Decision;
import org.baophu.link.Explainer;
import org.baophu.link.Explanation;
import org.baophu.link.FrozenModel;
import org.baophu.link.LinkResult;
import org.baophu.link.LinkSettings;
import org.baophu.link.ScoredPairs;
import org.baophu.link.incremental.Fingerprints;
import org.baophu.link.incremental.LinkState;
import org.baophu.link.model.Scorer;
import org.baophu.link.table.Table;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the pairs that a clerk should look at, and says what speaks for and against each. By a
 * frozen model that follows from the records of a pair's two groups alone: where these are as they
 * were, the last night has said it.
 */
final class Reviewing {
  private final LinkageSettings choices;
  private final LinkSettings settings;
  private final List<StandardRecord> records;
  private final Fingerprints prints;
  private final List<Decision> decisions;
  private final NightLinking.Linked linked;
  private final LinkResult result;
  private final ScoredPairs pairs;

  /**
   * @param choices which pairs are wanted
   * @param settings that the records were linked under
   * @param decisions pairs that nobody need look at any more
   */
  Reviewing(
      LinkageSettings choices,
      LinkSettings settings,
      Delivered delivered,
      List<Decision> decisions,
      NightLinking.Linked linked) {
    this.choices = choices;
    this.settings = settings;
    this.records = delivered.records();
    this.prints = delivered.prints();
    this.decisions = decisions;
    this.linked = linked;
    this.result = linked.outcome().result();
    this.pairs = result.pairs();
  }

  /**
   * The pairs, those that may change a list first.
   *
   * @param last what the last night found, {@code null} where that is not known
   */
  Review review(@Nullable Review last) {
    int[] chosen = chosen();
    Review.Ids[] ids = new Review.Ids[chosen.length];
    Arrays.setAll(ids, i -> new Review.Ids(id(pairs.rowA(chosen[i])), id(pairs.rowB(chosen[i]))));
    String model = linked.model().runKey();
    Map<Review.Ids, String> known =
        last != null && last.modelOf().equals(model) ? last.evidence() : Map.of();
    @Nullable String[] evidence = new @Nullable String[chosen.length];
    BitSet open = new BitSet();
    for (int i = 0; i < chosen.length; i++) {
      evidence[i] = isAsBefore(ids[i]) ? known.get(ids[i]) : null;
      open.set(i, evidence[i] == null);
    }
    if (!open.isEmpty()) {
      Reasons reasons = new Reasons(open.stream().map(i -> chosen[i]).toArray());
      open.stream().forEach(i -> evidence[i] = reasons.of(chosen[i]));
    }
    List<ReviewCandidate> candidates = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      candidates.add(candidate(chosen[i], ids[i], Objects.requireNonNull(evidence[i])));
    }
    return new Review(model, candidates);
  }

  private long id(int row) {
    RecordKey key = key(row);
    return Fingerprints.id(key.source().code(), key.recordId());
  }

  private ReviewCandidate candidate(int pair, Review.Ids ids, String evidence) {
    return new ReviewCandidate(
        pairs.rowA(pair),
        pairs.rowB(pair),
        ids,
        pairs.probability(pair),
        pairs.weightBits(pair),
        evidence);
  }

  /** Whether the groups of both records are what they were. */
  private boolean isAsBefore(Review.Ids ids) {
    IntPredicate isAsBefore = linked.outcome().isGroupAsBefore();
    return isAsBefore.test(prints.find(ids.idA())) && isAsBefore.test(prints.find(ids.idB()));
  }

  /** Those that can change a list first, then those that are most open. */
  private int[] chosen() {
    Set<List<RecordKey>> decided =
        decisions.stream().map(d -> List.of(d.a(), d.b())).collect(Collectors.toSet());
    // Nearly all are far from open: their bits tell, and no probability is worked out.
    double least = Scorer.weight(choices.reviewFrom()) - 1;
    double most = Scorer.weight(choices.reviewTo()) + 1;
    return pairs.between(least, most).stream()
        .filter(i -> pairs.probability(i) >= choices.reviewFrom())
        .filter(i -> pairs.probability(i) <= choices.reviewTo())
        .filter(i -> !decided.contains(List.of(key(pairs.rowA(i)), key(pairs.rowB(i)))))
        .mapToObj(i -> new Open(i, changesLists(i), Math.abs(pairs.probability(i) - 0.5)))
        .sorted(Open.FIRST_TO_LAST)
        .limit(choices.reviewLimit())
        .mapToInt(Open::pair)
        .toArray();
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
  private boolean changesLists(int pair) {
    Source a = key(pairs.rowA(pair)).source();
    Source b = key(pairs.rowB(pair)).source();
    return a == Source.INSURANCE && isLiving(b) || b == Source.INSURANCE && isLiving(a);
  }

  private static boolean isLiving(Source source) {
    return source == Source.TAX || source == Source.BUSINESS;
  }

  /** What speaks for and against some pairs, found out from the records of their groups. */
  private final class Reasons {
    /** By row its place among the records of the groups. */
    private final int[] index = new int[records.size()];

    private final Explainer explainer;

    private Reasons(int[] some) {
      boolean[] isAsked = new boolean[result.clusterCount()];
      for (int pair : some) {
        isAsked[result.cluster(pairs.rowA(pair))] = true;
        isAsked[result.cluster(pairs.rowB(pair))] = true;
      }
      int[] places = placesOf(isAsked);
      int[] rows = Arrays.stream(places).map(prints::row).toArray();
      for (int i = 0; i < rows.length; i++) {
        index[rows[i]] = i;
      }
      this.explainer = explainer(places, rows);
      explainer.count(Arrays.stream(rows).map(result::cluster).toArray());
    }

    /** The places of all records of some clusters, ascending. */
    private int[] placesOf(boolean[] isAsked) {
      int[] clusters = result.clusters();
      int[] rowAt = prints.order();
      BitSet places = new BitSet();
      for (int place = 0; place < rowAt.length; place++) {
        if (isAsked[clusters[rowAt[place]]]) {
          places.set(place);
        }
      }
      return places.stream().toArray();
    }

    /** Explains some records, which stand at some places; what they are blocked by is known. */
    private Explainer explainer(int[] places, int[] rows) {
      Table table = PersonTable.of(Arrays.stream(rows).mapToObj(records::get).toList());
      FrozenModel frozen = linked.model().frozen();
      LinkSettings ofOneThread = settings.withThreads(1);
      LinkState state = linked.outcome().state();
      return state == null
          ? new Explainer(table, frozen, ofOneThread)
          : new Explainer(table, frozen, state.blocks().values(places), ofOneThread);
    }

    private String of(int pair) {
      return text(explainer.parts(index[pairs.rowA(pair)], index[pairs.rowB(pair)]));
    }
  }

  private static String text(List<Explanation.Part> parts) {
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
