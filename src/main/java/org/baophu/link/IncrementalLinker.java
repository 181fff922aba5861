package org.baophu.link;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baophu.link.incremental.Blocks;
import org.baophu.link.incremental.Difference;
import org.baophu.link.incremental.Fingerprints;
import org.baophu.link.incremental.LinkState;
import org.baophu.link.incremental.LinkState.Bond;
import org.baophu.link.incremental.Records;
import org.baophu.link.table.Field;
import org.baophu.link.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Links records run after run: learning a model, by a frozen one, or by a frozen one from where the
 * last run left off. The last two come out the same, to the last bit. For one thread.
 */
public final class IncrementalLinker {
  private final List<Field> fields;
  private final List<String> sources;
  private final Records records;
  private final LinkSettings settings;
  private final Constraints constraints;
  private final Progress progress;
  private final Fingerprints prints;

  /**
   * Takes records in.
   *
   * @param constraints in terms of the records; whether two rows are compatible must follow from
   *     their values alone
   */
  public IncrementalLinker(
      List<Field> fields,
      List<String> sources,
      Records records,
      LinkSettings settings,
      Constraints constraints,
      Progress progress) {
    this(
        fields,
        sources,
        records,
        Fingerprints.of(records, sources, fields.size(), settings.threads()),
        settings,
        constraints,
        progress);
  }

  /**
   * Takes in records of which the fingerprints are known.
   *
   * @param prints of the records, under the same sources
   * @param constraints in terms of the records; whether two rows are compatible must follow from
   *     their values alone
   */
  public IncrementalLinker(
      List<Field> fields,
      List<String> sources,
      Records records,
      Fingerprints prints,
      LinkSettings settings,
      Constraints constraints,
      Progress progress) {
    this.fields = List.copyOf(fields);
    this.sources = List.copyOf(sources);
    this.records = records;
    this.prints = prints;
    this.settings = settings;
    this.constraints = constraints;
    this.progress = progress;
  }

  /** What was seen of the records. */
  public Fingerprints fingerprints() {
    return prints;
  }

  /**
   * Learns a model and links all records by it.
   *
   * @param difference as in {@link #full}
   */
  public LinkOutcome learn(@Nullable Difference difference) {
    Linker.Learned learned = Linker.learn(table(), settings, constraints, progress);
    Linking linking = learned.linking();
    Linking.Found found = learned.found();
    return outcome(linking, found, Linker.frozen(linking, found), difference);
  }

  /**
   * Links all records by a frozen model.
   *
   * @param largestBlock most rows that a block may hold: more, and the records are too unlike those
   *     that the model was learnt from
   * @param difference how the records differ from the last run's, where that is known, to be
   *     counted; no result depends on it
   * @return nothing where a block holds more rows
   * @throws IllegalArgumentException where the model does not fit the fields
   */
  public Optional<LinkOutcome> full(
      FrozenModel frozen, int largestBlock, @Nullable Difference difference) {
    Linking linking = Linker.frozen(table(), frozen, settings);
    int largest = linking.trained().candidates().largestBlock();
    return largest > largestBlock
        ? Optional.empty()
        : Optional.of(outcome(linking, linking.run(constraints, progress), frozen, difference));
  }

  /** How records differ from those of the last run, or nothing where that cannot be told. */
  public Optional<Difference> difference(LinkState before) {
    return Difference.of(prints, before);
  }

  /**
   * Links records by a frozen model from where the last run left off.
   *
   * @param largestBlock as in {@link #full}
   * @param before what the last run by the same model and settings left
   * @param difference how the records differ from those
   * @return nothing where a block of new or changed records holds more rows
   */
  public Optional<LinkOutcome> next(
      FrozenModel frozen, int largestBlock, LinkState before, Difference difference) {
    Relinking relinking =
        new Relinking(
            fields,
            sources,
            records,
            settings,
            constraints,
            progress,
            prints,
            frozen,
            before,
            difference);
    return relinking.run(bonds(), largestBlock);
  }

  private Table table() {
    Table.Builder table = Table.builder(fields, sources);
    for (int row = 0; row < records.size(); row++) {
      table.add(records.source(row), records.recordId(row), records.values(row));
    }
    return table.build();
  }

  private LinkOutcome outcome(
      Linking linking, Linking.Found found, FrozenModel frozen, @Nullable Difference difference) {
    Linking.Weighed weighed = linking.weighed(found);
    int added = difference == null ? records.size() : difference.added();
    int changed = difference == null ? 0 : difference.changed();
    LinkCounts counts =
        new LinkCounts(
            records.size() - added - changed,
            added,
            changed,
            difference == null ? 0 : difference.withdrawn(),
            found.compared(),
            Arrays.stream(weighed.clusters()).max().orElse(-1) + 1L,
            linking.trained().candidates().largestBlock());
    return new LinkOutcome(
        linking.result(found, weighed), frozen, state(linking, weighed), counts, place -> false);
  }

  private @Nullable LinkState state(Linking linking, Linking.Weighed weighed) {
    if (!prints.areDistinct()) {
      return null;
    }
    int keys = linking.trained().model().keys().size();
    int[] blocks = new int[Math.multiplyExact(keys, prints.size())];
    Arrays.setAll(blocks, i -> linking.trained().candidates().value(i / keys, i % keys));
    return state(prints, Blocks.of(keys, prints.size(), blocks), weighed, bonds());
  }

  static LinkState state(
      Fingerprints prints, Blocks blocks, Linking.Weighed weighed, Bond[] bonds) {
    ScoredPairs pairs = weighed.evidence();
    return new LinkState(
        prints.ids(),
        prints.contents(),
        blocks,
        pairs.rowsA(),
        pairs.rowsB(),
        onGrid(pairs.bits()),
        onGrid(weighed.weights().bits()),
        weighed.clusters(),
        weighed.memberships(),
        bonds);
  }

  private static int[] onGrid(double[] bits) {
    int[] onGrid = new int[bits.length];
    for (int pair = 0; pair < bits.length; pair++) {
      onGrid[pair] = LinkState.onGrid(bits[pair]);
    }
    return onGrid;
  }

  /** What is bound, by the hashes of the records. */
  private Bond[] bonds() {
    if (constraints.decidesNothing()) {
      return new Bond[0];
    }
    int[] place = new int[prints.size()];
    for (int i = 0; i < place.length; i++) {
      place[prints.row(i)] = i;
    }
    Set<Bond> bonds = new HashSet<>();
    constraints.mustLink().forEach(pair -> bonds.add(bond(true, pair, place)));
    constraints.cannotLink().forEach(pair -> bonds.add(bond(false, pair, place)));
    return bonds.stream().sorted(Bond.ORDER).toArray(Bond[]::new);
  }

  private Bond bond(boolean together, RowPair pair, int[] place) {
    int a = Math.min(place[pair.rowA()], place[pair.rowB()]);
    int b = Math.max(place[pair.rowA()], place[pair.rowB()]);
    return new Bond(together, prints.id(a), prints.id(b));
  }
}
