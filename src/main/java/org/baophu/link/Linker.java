package org.baophu.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baophu.link.block.BlockingKey;
import org.baophu.link.block.Candidates;
import org.baophu.link.block.PairRule;
import org.baophu.link.block.Part;
import org.baophu.link.block.Parts;
import org.baophu.link.compare.Agreement;
import org.baophu.link.compare.Level;
import org.baophu.link.model.Model;
import org.baophu.link.table.Table;

/** Links the rows of a table. All methods may be called from any thread. */
public final class Linker {
  private Linker() {}

  /**
   * Links a table, learning the model from it.
   *
   * @throws IllegalArgumentException where a constraint names a row that does not exist
   */
  public static LinkResult link(
      Table table, LinkSettings settings, Constraints constraints, Progress progress) {
    Learned learned = learn(table, settings, constraints, progress);
    return learned.linking().result(learned.found());
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
    Learned learned = learn(table, settings, constraints, progress);
    return new Frozen(
        learned.linking().result(learned.found()), frozen(learned.linking(), learned.found()));
  }

  /** What was learnt from a table, and found by it. */
  record Learned(Linking linking, Linking.Found found) {}

  static FrozenModel frozen(Linking linking, Linking.Found found) {
    return new FrozenModel(
        found.model(), linking.agreement().frequencies(), linking.trained().candidates().splits());
  }

  /**
   * Learns a model from a table and links it. Where the matches first learnt may be namesakes or
   * households there are other readings of the table, and {@link Readings} tells which to take.
   */
  static Learned learn(
      Table table, LinkSettings settings, Constraints constraints, Progress progress) {
    // Everything below works on rows in an order of their own, so that theirs does not matter.
    int[] order = table.canonicalOrder();
    Table ordered = table.reordered(order);
    Agreement agreement = Agreement.of(ordered, List.of(), settings.threads());
    PairRule rule = Rows.rule(ordered, settings.mode());
    Training training =
        new Training(agreement, Parts.of(agreement, settings.threads()), rule, settings);
    Function<Readings.Reading, Learned> learn =
        reading -> {
          Linking linking =
              new Linking(agreement, training.train(reading, progress), rule, settings, order);
          return new Learned(linking, linking.learnAndRun(constraints, progress));
        };
    Learned loose = learn.apply(Readings.Reading.LOOSE);
    if (!loose.linking().trained().mayBeNamesakes()) {
      return loose;
    }
    Learned taken = loose;
    for (Readings.Reading reading : Readings.STRICT) {
      Learned strict = learn.apply(reading);
      int[] so = taken.found().clusters().clusterOfRow();
      int[] otherwise = strict.found().clusters().clusterOfRow();
      if (taken == loose
          ? Readings.joinPersons(so, otherwise)
          : Readings.stillJoinPersons(so, otherwise)) {
        taken = strict;
      }
    }
    return taken;
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
    Linking linking = frozen(table, frozen, settings);
    return linking.result(linking.run(constraints, progress));
  }

  static Linking frozen(Table table, FrozenModel frozen, LinkSettings settings) {
    int[] order = table.canonicalOrder();
    Table ordered = table.reordered(order);
    PairRule rule = Rows.rule(ordered, settings.mode());
    Training.Trained trained =
        new Training.Trained(
            frozen.model(), candidates(ordered, frozen, rule, settings.threads()), 0, true, false);
    return new Linking(
        agreement(ordered, frozen, settings.threads()), trained, rule, settings, order);
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
        new Training.Trained(
            model, candidates(ordered, model, rule, settings.threads()), 0, true, false);
    Linking linking = new Linking(agreement, trained, rule, settings, order);
    return linking.result(linking.run(constraints, progress));
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
    List<Part> parts = parts(table, frozen, threads);
    List<BlockingKey> keys = keys(frozen.model(), parts);
    return Candidates.of(table, keys, parts, frozen.splits(), rule, threads);
  }

  /** What the rows of a table are blocked by, row by row under each key of a frozen model. */
  static int[] blocks(Table table, FrozenModel frozen, int threads) {
    List<Part> parts = parts(table, frozen, threads);
    return Candidates.values(table, keys(frozen.model(), parts), parts, frozen.splits());
  }

  /** The parts of a table that a frozen model blocks by. */
  private static List<Part> parts(Table table, FrozenModel frozen, int threads) {
    Set<String> wanted = new HashSet<>(frozen.splits().parts());
    frozen.model().keys().forEach(key -> wanted.addAll(key.parts()));
    return Parts.of(table, frozen.frequencies(), wanted, threads);
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
}
