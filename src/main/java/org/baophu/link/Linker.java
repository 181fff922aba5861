package org.baophu.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baophu.link.block.BlockingKey;
import org.baophu.link.block.Candidates;
import org.baophu.link.block.PairList;
import org.baophu.link.block.PairRule;
import org.baophu.link.block.Part;
import org.baophu.link.block.Parts;
import org.baophu.link.cluster.Agglomeration;
import org.baophu.link.compare.Agreement;
import org.baophu.link.compare.Level;
import org.baophu.link.model.Calibration;
import org.baophu.link.model.Model;
import org.baophu.link.model.Scorer;
import org.baophu.link.table.Table;

/** Links the rows of a table. All methods may be called from any thread. */
public final class Linker {
  /** Bits at which a match is as likely as not. */
  private static final double EVEN = 0;

  private Linker() {}

  /**
   * Links a table, learning the model from it.
   *
   * @throws IllegalArgumentException where a constraint names a row that does not exist
   */
  public static LinkResult link(
      Table table, LinkSettings settings, Constraints constraints, Progress progress) {
    return learning(table, settings, progress).learnAndRun(constraints, progress);
  }

  /** A result and the model that it came from, to link other tables by. */
  public record Frozen(LinkResult result, FrozenModel model) {}

  /**
   * Links a table, learning the model from it, and keeps all that the model rests on.
   *
   * @throws IllegalArgumentException where a constraint names a row that does not exist
   */
  public static Frozen linkAndFreeze(
      Table table, LinkSettings settings, Constraints constraints, Progress progress) {
    Linking linking = learning(table, settings, progress);
    LinkResult result = linking.learnAndRun(constraints, progress);
    return new Frozen(
        result,
        new FrozenModel(
            result.model(),
            linking.agreement().frequencies(),
            linking.trained().candidates().splits()));
  }

  private static Linking learning(Table table, LinkSettings settings, Progress progress) {
    // Everything below works on rows in an order of their own, so that theirs does not matter.
    int[] order = table.canonicalOrder();
    Table ordered = table.reordered(order);
    Agreement agreement = Agreement.of(ordered, List.of(), settings.threads());
    PairRule rule = Rows.rule(ordered, settings.mode());
    Training.Trained trained =
        new Training(agreement, Parts.of(ordered, settings.threads()), rule, settings)
            .train(progress);
    return new Linking(agreement, trained, rule, settings, order);
  }

  /**
   * Links a table with a frozen model, without learning.
   *
   * @throws IllegalArgumentException where the model does not fit the table's fields, or a
   *     constraint names a row that does not exist
   */
  public static LinkResult link(
      Table table,
      FrozenModel frozen,
      LinkSettings settings,
      Constraints constraints,
      Progress progress) {
    int[] order = table.canonicalOrder();
    Table ordered = table.reordered(order);
    PairRule rule = Rows.rule(ordered, settings.mode());
    Training.Trained trained =
        new Training.Trained(
            frozen.model(), candidates(ordered, frozen, rule, settings.threads()), 0, true);
    return new Linking(
            agreement(ordered, frozen, settings.threads()), trained, rule, settings, order)
        .run(constraints, progress);
  }

  /**
   * Links a table with a model learnt before, without learning.
   *
   * @throws IllegalArgumentException where the model does not fit the table's fields, or a
   *     constraint names a row that does not exist
   */
  public static LinkResult link(
      Table table, Model model, LinkSettings settings, Constraints constraints, Progress progress) {
    int[] order = table.canonicalOrder();
    Table ordered = table.reordered(order);
    Agreement agreement = agreement(ordered, model, settings.threads());
    PairRule rule = Rows.rule(ordered, settings.mode());
    Training.Trained trained =
        new Training.Trained(model, candidates(ordered, model, rule, settings.threads()), 0, true);
    return new Linking(agreement, trained, rule, settings, order).run(constraints, progress);
  }

  /** Why a pair of rows weighs what it weighs; the parts sum to the weight exactly. */
  public static Explanation explain(
      Table table, Model model, LinkSettings settings, int rowA, int rowB) {
    return new Explainer(table, model, settings).explain(rowA, rowB);
  }

  static Agreement agreement(Table table, FrozenModel frozen, int threads) {
    return Agreement.of(table, levels(frozen.model()), frozen.frequencies(), threads);
  }

  static Agreement agreement(Table table, Model model, int threads) {
    return Agreement.of(table, levels(model), threads);
  }

  private static List<List<Level>> levels(Model model) {
    List<List<Level>> known = new ArrayList<>();
    for (Model.EntryModel entry : model.entries()) {
      known.add(
          entry.levels().stream()
              .map(level -> new Level(level.kind(), 0, level.rarity(), 1))
              .toList());
    }
    return known;
  }

  static Candidates candidates(Table table, FrozenModel frozen, PairRule rule, int threads) {
    List<Part> parts = Parts.of(table, frozen.frequencies(), threads);
    List<BlockingKey> keys = keys(frozen.model(), parts);
    return Candidates.of(table, keys, parts, frozen.splits(), rule, threads);
  }

  static Candidates candidates(Table table, Model model, PairRule rule, int threads) {
    List<Part> parts = Parts.of(table, threads);
    return Candidates.of(table, keys(model, parts), parts, rule, threads);
  }

  private static List<BlockingKey> keys(Model model, List<Part> parts) {
    Map<String, Part> byName =
        parts.stream().collect(Collectors.toMap(Part::name, Function.identity()));
    List<BlockingKey> keys = new ArrayList<>();
    for (Model.KeyModel key : model.keys()) {
      if (!byName.keySet().containsAll(key.parts())) {
        throw new IllegalArgumentException("the model blocks by unknown parts " + key.parts());
      }
      keys.add(new BlockingKey(key.parts().stream().map(byName::get).toList(), key.nonMatches()));
    }
    return keys;
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

  /** The steps after training. */
  private record Linking(
      Agreement agreement,
      Training.Trained trained,
      PairRule rule,
      LinkSettings settings,
      int[] order) {
    /** Clusters with a model as it is. */
    LinkResult run(Constraints constraints, Progress progress) {
      Scoring scoring = scoring();
      Scorer scorer = new Scorer(trained.model());
      progress.report("scoring", 0, 1);
      double least = Math.min(joinFrom(scorer), scorer.leastEvidence(keepFrom()));
      Scoring.Scored scored = scoring.all(least, settings.threads());
      progress.report("clustering", 0, 1);
      Agglomeration clusters = cluster(scoring, scored.pairs(), joinFrom(scorer), constraints);
      progress.report("clustering", 1, 1);
      return result(trained.model(), clusters, scored);
    }

    /** Clusters, and learns from the clusters how sure the evidence is. */
    LinkResult learnAndRun(Constraints constraints, Progress progress) {
      Scoring scoring = scoring();
      progress.report("scoring", 0, 1);
      double least = Math.min(Scorer.weight(settings.threshold()), keepFrom());
      Scoring.Scored scored = scoring.all(least - Calibration.MOST_RAISED, settings.threads());
      progress.report("clustering", 0, 1);
      Agglomeration clusters = cluster(scoring, scored.pairs(), EVEN, constraints);
      Model model = trained.model().withCalibration(calibration(clusters, scored.pairs()));
      double joinFrom = joinFrom(new Scorer(model));
      if (joinFrom != EVEN) {
        clusters = cluster(scoring, scored.pairs(), joinFrom, constraints);
      }
      progress.report("clustering", 1, 1);
      return result(model, clusters, scored);
    }

    private Scoring scoring() {
      return new Scoring(agreement, trained.candidates(), new Scorer(trained.model()), rule);
    }

    private double keepFrom() {
      return Scorer.weight(settings.keepAbove());
    }

    private double joinFrom(Scorer scorer) {
      return Linker.joinFrom(scorer, settings.threshold());
    }

    /**
     * Where either record of a pair has third ones beside it, the clusters tell whether it is a
     * match; where neither has, its own evidence is all there is.
     */
    private static Calibration calibration(Agglomeration clusters, ScoredPairs pairs) {
      int[] cluster = clusters.clusters();
      int[] sizes = new int[cluster.length];
      for (int own : cluster) {
        sizes[own]++;
      }
      Calibration.Learning learning = new Calibration.Learning();
      for (int pair = 0; pair < pairs.size(); pair++) {
        int a = cluster[pairs.rowA(pair)];
        int b = cluster[pairs.rowB(pair)];
        boolean hasThird = a == b ? sizes[a] > 2 : Math.max(sizes[a], sizes[b]) > 1;
        double own = pairs.probability(pair);
        learning.add(pairs.weightBits(pair), hasThird ? (a == b ? 1 : 0) : own);
      }
      return learning.calibration();
    }

    private Agglomeration cluster(
        Scoring scoring, ScoredPairs pairs, double joinFrom, Constraints constraints) {
      int[] place = new int[order.length];
      for (int i = 0; i < order.length; i++) {
        place[order[i]] = i;
      }
      int[] exclusive = new int[settings.oneToOne() ? order.length : 0];
      for (int row = 0; row < exclusive.length; row++) {
        exclusive[row] = agreement.table().source(row);
      }
      Agglomeration agglomeration =
          new Agglomeration(
              order.length,
              scoring.evidence(),
              joinFrom,
              exclusive,
              (a, b) -> constraints.compatible().allows(order[a], order[b]));
      agglomeration.cannotLink(placed(constraints.cannotLink(), place));
      agglomeration.mustLink(placed(constraints.mustLink(), place));
      agglomeration.join(pairs.rowsA(), pairs.rowsB(), pairs.bits());
      return agglomeration;
    }

    private static PairList placed(List<RowPair> pairs, int[] place) {
      PairList list = new PairList();
      for (RowPair pair : pairs) {
        if (Math.max(pair.rowA(), pair.rowB()) >= place.length) {
          throw new IllegalArgumentException("no such rows: " + pair);
        }
        list.add(place[pair.rowA()], place[pair.rowB()]);
      }
      return list;
    }

    private LinkResult result(Model model, Agglomeration agglomeration, Scoring.Scored scored) {
      int rows = order.length;
      int[] ordered = agglomeration.clusters();
      int[] clusters = new int[rows];
      int count = 0;
      for (int row = 0; row < rows; row++) {
        clusters[order[row]] = ordered[row];
        count = Math.max(count, ordered[row] + 1);
      }
      LinkDiagnostics diagnostics =
          new LinkDiagnostics(
              model.keys().stream().map(key -> String.join(" + ", key.parts())).toList(),
              scored.compared(),
              trained.iterations(),
              trained.converged(),
              model.missShare(),
              model.expectedMatches() / model.possiblePairs());
      Scorer scorer = new Scorer(model);
      ScoredPairs pairs = Scoring.calibrated(scored.pairs(), scorer);
      double[] memberships = memberships(agglomeration, pairs, scorer);
      return new LinkResult(count, clusters, memberships, inTableOrder(pairs), model, diagnostics);
    }

    private double[] memberships(Agglomeration agglomeration, ScoredPairs pairs, Scorer scorer) {
      double[] best = new double[order.length];
      double bound = keepFrom();
      for (int pair = 0; pair < pairs.size(); pair++) {
        // Fainter pairs may or may not have been scored: none of them counts.
        double probability = pairs.weightBits(pair) >= bound ? pairs.probability(pair) : 0;
        best[pairs.rowA(pair)] = Math.max(best[pairs.rowA(pair)], probability);
        best[pairs.rowB(pair)] = Math.max(best[pairs.rowB(pair)], probability);
      }
      double[] memberships = new double[order.length];
      for (int row = 0; row < order.length; row++) {
        double bits = agglomeration.membershipBits(row);
        memberships[order[row]] =
            Double.isNaN(bits) ? 1 - best[row] : Scorer.probability(scorer.calibrated(bits));
      }
      return memberships;
    }

    private ScoredPairs inTableOrder(ScoredPairs pairs) {
      double bound = keepFrom();
      int size = 0;
      int[] rowsA = new int[pairs.size()];
      int[] rowsB = new int[pairs.size()];
      double[] bits = new double[pairs.size()];
      for (int pair = 0; pair < pairs.size(); pair++) {
        if (pairs.weightBits(pair) >= bound) {
          int a = order[pairs.rowA(pair)];
          int b = order[pairs.rowB(pair)];
          rowsA[size] = Math.min(a, b);
          rowsB[size] = Math.max(a, b);
          bits[size++] = pairs.weightBits(pair);
        }
      }
      return Scoring.sorted(
          Arrays.copyOf(rowsA, size), Arrays.copyOf(rowsB, size), Arrays.copyOf(bits, size));
    }
  }
}
