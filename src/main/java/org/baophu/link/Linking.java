package org.baophu.link;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.baophu.link.block.Candidates;
import org.baophu.link.block.PairList;
import org.baophu.link.block.PairRule;
import org.baophu.link.cluster.Agglomeration;
import org.baophu.link.cluster.PairWeights;
import org.baophu.link.compare.Agreement;
import org.baophu.link.model.Calibration;
import org.baophu.link.model.Lessons;
import org.baophu.link.model.Model;
import org.baophu.link.model.Scorer;
import org.baophu.link.parallel.Tasks;
import org.baophu.link.table.Table;

/**
 * The steps after training, on rows in an order of their own.
 *
 * @param order by place the row of the table
 */
record Linking(
    Agreement agreement,
    Training.Trained trained,
    PairRule rule,
    LinkSettings settings,
    int[] order) {
  /** Bits at which a match is as likely as not. */
  private static final double EVEN = 0;

  private static final int MISSINGNESS_ROUNDS = 5;

  /**
   * What the steps found, rows by their places.
   *
   * @param evidence pairs with their evidence, all that {@link #least} asks for
   * @param between what speaks for joining clusters that were not joined
   */
  record Found(
      Model model, ScoredPairs evidence, long compared, Members clusters, Between between) {}

  /** Pairs with their evidence by a model, and what they were clustered to. */
  private record Joined(Model model, ScoredPairs evidence, Members clusters) {}

  /** Clusters with a model as it is. */
  Found run(Constraints constraints, Progress progress) {
    Scoring scoring = scoring();
    Scorer scorer = new Scorer(trained.model());
    progress.report("scoring", 0, 1);
    Scoring.Scored scored = scoring.all(trained.candidates(), least(settings), settings.threads());
    progress.report("clustering", 0, 1);
    double joinFrom = joinFrom(scorer, settings.threshold());
    Members clusters = cluster(scoring::joining, scored.pairs(), joinFrom, constraints);
    progress.report("clustering", 1, 1);
    return found(new Joined(trained.model(), scored.pairs(), clusters), scored.compared());
  }

  /** Clusters, and learns from the clusters how sure the evidence is. */
  Found learnAndRun(Constraints constraints, Progress progress) {
    progress.report("scoring", 0, 1);
    Scoring.Scored scored =
        scoring().all(trained.candidates(), least(settings), settings.threads());
    progress.report("clustering", 0, 1);
    Joined first = withSameSource(withMissingness(scored.pairs(), constraints), constraints);
    Found found = found(first, scored.compared());
    ScoredPairs pairs = first.evidence();
    Model model = first.model().withCalibration(calibration(found));
    double joinFrom = joinFrom(new Scorer(model), settings.threshold());
    if (joinFrom != EVEN) {
      Members clusters = cluster(scoring(model)::joining, pairs, joinFrom, constraints);
      found = found(new Joined(model, pairs, clusters), scored.compared());
    }
    if (!constraints.decidesNothing()) {
      model = model.withLessons(lessons(model, pairs, joinFrom, constraints));
    }
    progress.report("clustering", 1, 1);
    return new Found(model, pairs, found.compared(), found.clusters(), found.between());
  }

  private Found found(Joined joined, long compared) {
    Between between = Between.of(joined.evidence(), joined.clusters(), rule, settings.threads());
    return new Found(joined.model(), joined.evidence(), compared, joined.clusters(), between);
  }

  /**
   * Clusters at even odds, and again with what the clusters show of missing values, until they show
   * nothing else.
   */
  private Joined withMissingness(ScoredPairs scored, Constraints constraints) {
    Missingness.Learning missingness =
        new Missingness.Learning(agreement, rule, settings.threads());
    Model model = trained.model();
    ScoredPairs pairs = scored;
    Members clusters = cluster(scoring()::joining, pairs, EVEN, constraints);
    double[] known = new double[agreement.fields()];
    for (int round = 0; round < MISSINGNESS_ROUNDS; round++) {
      double[] found = missingness.bits(clusters);
      if (Arrays.equals(known, found)) {
        break;
      }
      known = found;
      model = trained.model().withStatedByOne(found);
      Scoring scoring = scoring(model);
      pairs = scoring.withMissing(scored, least(settings), settings.threads());
      clusters = cluster(scoring::joining, pairs, EVEN, constraints);
    }
    return new Joined(model, pairs, clusters);
  }

  /**
   * Clusters once more with what the clusters show of two records of one source, where the mode
   * lets them be no pair.
   */
  private Joined withSameSource(Joined found, Constraints constraints) {
    if (settings.mode() != LinkMode.LINK) {
      return found;
    }
    Scoring scoring = scoring(found.model());
    List<Double> bits =
        SameSource.bits(
            agreement, rule, scoring.evidence(), found.model().possiblePairs(), found.clusters());
    if (bits.isEmpty()) {
      return found;
    }
    Model model = found.model().withSameSource(bits);
    Members clusters = cluster(scoring(model)::joining, found.evidence(), EVEN, constraints);
    return new Joined(model, found.evidence(), clusters);
  }

  /** What decided pairs teach, by clusters in which they do not bind. */
  private Lessons lessons(
      Model model, ScoredPairs pairs, double joinFrom, Constraints constraints) {
    Scoring scoring = scoring(model);
    Scoring.Evidence evidence = scoring.evidence();
    Constraints undecided = new Constraints(List.of(), List.of(), constraints.compatible());
    Members clusters = cluster(scoring::joining, pairs, joinFrom, undecided);
    Scorer scorer = new Scorer(model);
    Teaching teaching =
        new Teaching(scorer, evidence, kept(evidence), new Companions(clusters, rule, scorer));
    int[] place = places();
    teaching.add(placed(constraints.mustLink(), place), true);
    teaching.add(placed(constraints.cannotLink(), place), false);
    return teaching.lessons();
  }

  /** The evidence about pairs that are kept, {@code NaN} about others. */
  private PairWeights kept(PairWeights evidence) {
    Candidates candidates = trained.candidates();
    int keys = trained.model().keys().size();
    double least = least(settings);
    return (a, b) -> {
      boolean reached = rule.allows(a, b) && candidates.firstKey(a, b) < keys;
      double bits = reached ? evidence.bits(a, b) : Double.NEGATIVE_INFINITY;
      return bits >= least ? bits : Double.NaN;
    };
  }

  private int[] places() {
    int[] place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    return place;
  }

  private Scoring scoring() {
    return scoring(trained.model());
  }

  private Scoring scoring(Model model) {
    return new Scoring(agreement, trained.candidates()::firstKey, new Scorer(model), rule);
  }

  /**
   * The mean evidence from which groups are joined. At even odds that is what a model of
   * independent fields says, since several pairs together say more than each by itself; from there
   * on the calibration tells how much more evidence a higher threshold asks for.
   */
  static double joinFrom(Scorer scorer, double threshold) {
    double weight = Scorer.weight(threshold);
    return weight <= EVEN
        ? weight
        : Math.max(weight, scorer.leastEvidence(weight) - scorer.leastEvidence(EVEN));
  }

  /**
   * The least evidence of a pair that may be joined or kept. It must not depend on what was learnt,
   * or the same model would keep other pairs when it is used again.
   */
  static double least(LinkSettings settings) {
    double threshold = Scorer.weight(settings.threshold());
    return Math.min(threshold, Scorer.weight(settings.keepAbove())) - Calibration.MOST_RAISED;
  }

  private Calibration calibration(Found found) {
    PairWeights evidence = found.evidence().or(scoring(found.model()).evidence());
    return Cuts.learn(
        found.clusters(), found.evidence(), found.between(), evidence, settings.threads());
  }

  private Members cluster(
      Supplier<PairWeights> evidence, ScoredPairs pairs, double joinFrom, Constraints constraints) {
    Supplier<PairWeights> ofThread = () -> pairs.or(evidence.get());
    int[] place = places();
    int[] exclusive = new int[settings.oneToOne() ? order.length : 0];
    Arrays.setAll(exclusive, row -> agreement.table().source(row));
    Agglomeration agglomeration =
        new Agglomeration(
            order.length,
            ofThread.get(),
            joinFrom,
            exclusive,
            (a, b) -> constraints.compatible().allows(order[a], order[b]));
    agglomeration.cannotLink(placed(constraints.cannotLink(), place));
    agglomeration.mustLink(placed(constraints.mustLink(), place));
    agglomeration.join(pairs.rowsA(), pairs.rowsB(), pairs.bits(), settings.threads(), ofThread);
    return new Members(agglomeration.clusters());
  }

  /** Sorted, so that the order in which they are named does not matter. */
  static PairList placed(List<RowPair> pairs, int[] place) {
    for (RowPair pair : pairs) {
      if (Math.max(pair.rowA(), pair.rowB()) >= place.length) {
        throw new IllegalArgumentException("no such rows: " + pair);
      }
    }
    PairList list = new PairList();
    pairs.stream()
        .mapToLong(pair -> packed(place[pair.rowA()], place[pair.rowB()]))
        .sorted()
        .forEach(packed -> list.add((int) (packed >>> Integer.SIZE), (int) packed));
    return list;
  }

  private static long packed(int a, int b) {
    return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
  }

  /** What was found, in terms of the table's rows. */
  LinkResult result(Found found) {
    return result(found, weighed(found));
  }

  LinkResult result(Found found, Weighed weighed) {
    LinkDiagnostics diagnostics =
        diagnostics(found.model(), found.compared(), trained.iterations(), trained.converged());
    return result(weighed, found.model(), order, settings, diagnostics);
  }

  /** What is known of clusters and pairs. */
  Weighed weighed(Found found) {
    return weighed(
        found.clusters(),
        found.evidence(),
        found.between(),
        rule,
        scoring(found.model())::evidence,
        new Scorer(found.model()),
        settings.threads());
  }

  /**
   * What is known of clusters and pairs. A pair's weight and a row's membership follow from the
   * rows in the clusters of the pair, or of the row, and from nothing else.
   *
   * @param members of clusters of places
   * @param pairs all that {@link #least} asks for
   * @param between the same clusters
   * @param rule which places may be compared
   * @param evidence makes what tells one thread the evidence about any pair of places
   */
  static Weighed weighed(
      Members members,
      ScoredPairs pairs,
      Between between,
      PairRule rule,
      Supplier<? extends PairEvidence> evidence,
      Scorer scorer,
      int threads) {
    Memberships known = Memberships.of(members, () -> pairs.or(evidence.get()), threads);
    Companions companions = new Companions(members, rule, scorer);
    double[] memberships = companions.membershipBits(known, threads);
    ScoredPairs weights = companions.weigh(pairs, known, between, threads);
    return new Weighed(
        members.clusters(),
        members.clusterOfRow(),
        memberships,
        pairs,
        scorer.hasLessons() ? taught(weights, evidence.get()) : weights);
  }

  private static ScoredPairs taught(ScoredPairs weights, PairEvidence evidence) {
    double[] bits = weights.bits().clone();
    for (int pair = 0; pair < bits.length; pair++) {
      bits[pair] += evidence.lessonBits(weights.rowA(pair), weights.rowB(pair));
    }
    return new ScoredPairs(weights.rowsA(), weights.rowsB(), bits);
  }

  /**
   * Clusters and pairs by place.
   *
   * @param clusterCount how many clusters there are
   * @param clusters numbered from 0
   * @param memberships the weight, in bits, of a place belonging to its cluster; {@code NaN} where
   *     it is alone
   * @param evidence pairs with their evidence
   * @param weights the same pairs with their match weights
   */
  record Weighed(
      int clusterCount,
      int[] clusters,
      double[] memberships,
      ScoredPairs evidence,
      ScoredPairs weights) {}

  static LinkDiagnostics diagnostics(
      Model model, long compared, int iterations, boolean converged) {
    return new LinkDiagnostics(
        model.keys().stream().map(key -> String.join(" + ", key.parts())).toList(),
        compared,
        iterations,
        converged,
        model.missShare(),
        model.expectedMatches() / model.possiblePairs());
  }

  /**
   * What was found, in terms of the table's rows; clusters stand in the order of their first
   * places.
   */
  static LinkResult result(
      Weighed found, Model model, int[] order, LinkSettings settings, LinkDiagnostics diagnostics) {
    double bound = Scorer.weight(settings.keepAbove());
    // Fainter pairs may or may not have been scored: none of them counts.
    ScoredPairs kept = found.weights().atLeast(bound);
    double[] best = best(kept, order.length);
    int[] clusters = new int[order.length];
    double[] memberships = new double[order.length];
    Tasks.inChunks(
        settings.threads(),
        order.length,
        (from, to) -> {
          for (int place = from; place < to; place++) {
            clusters[order[place]] = found.clusters()[place];
            memberships[order[place]] = membership(found.memberships()[place], best[place]);
          }
        });
    return new LinkResult(
        found.clusterCount(),
        clusters,
        memberships,
        inTableOrder(kept, order, settings.threads()),
        model,
        diagnostics);
  }

  /**
   * The probability of a row belonging where it is, as {@link LinkResult#membershipProbability}.
   *
   * @param bits {@code NaN} where it is alone
   * @param best the most bits of its pairs, negative infinity where it has none, as most have
   */
  private static double membership(double bits, double best) {
    if (!Double.isNaN(bits)) {
      return Scorer.probability(bits);
    }
    return best == Double.NEGATIVE_INFINITY ? 1 : 1 - Scorer.probability(best);
  }

  /** By row the most bits of its pairs. */
  private static double[] best(ScoredPairs pairs, int rows) {
    double[] best = new double[rows];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    for (int pair = 0; pair < pairs.size(); pair++) {
      double bits = pairs.weightBits(pair);
      int a = pairs.rowA(pair);
      int b = pairs.rowB(pair);
      best[a] = bits > best[a] ? bits : best[a];
      best[b] = bits > best[b] ? bits : best[b];
    }
    return best;
  }

  private static ScoredPairs inTableOrder(ScoredPairs pairs, int[] order, int threads) {
    if (Table.isCounting(order)) {
      return pairs;
    }
    int[] rowsA = new int[pairs.size()];
    int[] rowsB = new int[pairs.size()];
    for (int pair = 0; pair < pairs.size(); pair++) {
      int a = order[pairs.rowA(pair)];
      int b = order[pairs.rowB(pair)];
      rowsA[pair] = Math.min(a, b);
      rowsB[pair] = Math.max(a, b);
    }
    return Scoring.sorted(rowsA, rowsB, pairs.bits(), threads);
  }
}
