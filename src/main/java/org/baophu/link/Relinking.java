package org.baophu.link;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baophu.link.block.Candidates;
import org.baophu.link.block.PairList;
import org.baophu.link.block.PairRule;
import org.baophu.link.cluster.Agglomeration;
import org.baophu.link.cluster.PairWeights;
import org.baophu.link.incremental.Components;
import org.baophu.link.incremental.Difference;
import org.baophu.link.incremental.Fingerprints;
import org.baophu.link.incremental.LinkState;
import org.baophu.link.incremental.LinkState.Bond;
import org.baophu.link.incremental.Records;
import org.baophu.link.incremental.TouchedBlocks;
import org.baophu.link.model.Scorer;
import org.baophu.link.table.Field;
import org.baophu.link.table.Table;

/**
 * One run from where the last left off. Rows are called by their places in the order of {@link
 * Fingerprints}, those of the last run as old ones.
 */
final class Relinking {
  private final List<Field> fields;
  private final List<String> sources;
  private final Records records;
  private final LinkSettings settings;
  private final Constraints constraints;
  private final Progress progress;
  private final Fingerprints prints;
  private final FrozenModel frozen;
  private final LinkState before;
  private final Difference difference;
  private final Scorer scorer;
  private final int keys;
  private final PairRule rule;

  Relinking(
      List<Field> fields,
      List<String> sources,
      Records records,
      LinkSettings settings,
      Constraints constraints,
      Progress progress,
      Fingerprints prints,
      FrozenModel frozen,
      LinkState before,
      Difference difference) {
    this.fields = fields;
    this.sources = sources;
    this.records = records;
    this.settings = settings;
    this.constraints = constraints;
    this.progress = progress;
    this.prints = prints;
    this.frozen = frozen;
    this.before = before;
    this.difference = difference;
    this.scorer = new Scorer(frozen.model());
    this.keys = frozen.model().keys().size();
    this.rule = Rows.rule(place -> records.source(prints.row(place)), settings.mode());
  }

  Optional<LinkOutcome> run(Bond[] bonds, int largestBlock) {
    progress.report("comparing", 0, 1);
    int[] fresh = difference.fresh();
    int[] blocks = blocks(fresh);
    TouchedBlocks touched = new TouchedBlocks(blocks, keys, fresh, settings.threads());
    if (touched.largest() > largestBlock) {
      return Optional.empty();
    }
    KeyedPairs candidates = new KeyedPairs();
    touched.stream(rule, candidates);
    int[] unchanged = unchangedPairs();
    ScoredPairs evidence =
        merged(renamed(unchanged, before::evidenceBits), scored(candidates, blocks));
    progress.report("clustering", 0, 1);
    Components components = components(evidence, bonds);
    int[] again = components.touchedRows();
    int[] clusters = clusters(again, evidence, blocks);
    Linking.Weighed weighed =
        weighed(again, clusters, evidence, renamed(unchanged, before::weightBits), blocks);
    progress.report("clustering", 1, 1);
    LinkCounts counts =
        new LinkCounts(
            prints.size() - fresh.length,
            difference.added(),
            difference.changed(),
            difference.withdrawn(),
            candidates.size(),
            components.touched(),
            touched.largest());
    return Optional.of(outcome(weighed, blocks, bonds, counts));
  }

  private LinkOutcome outcome(
      Linking.Weighed weighed, int[] blocks, Bond[] bonds, LinkCounts counts) {
    int[] order = IntStream.range(0, prints.size()).map(prints::row).toArray();
    LinkResult result =
        Linking.result(
            weighed,
            frozen.model(),
            order,
            settings,
            Linking.diagnostics(frozen.model(), counts.compared(), 0, true));
    return new LinkOutcome(
        result, frozen, IncrementalLinker.state(prints, keys, blocks, weighed, bonds), counts);
  }

  /** Some rows as a table; their order stays. */
  private Table table(int[] rows) {
    Table.Builder table = Table.builder(fields, sources);
    for (int place : rows) {
      int row = prints.row(place);
      table.add(records.source(row), records.recordId(row), records.values(row));
    }
    return table.build().reordered(IntStream.range(0, rows.length).toArray());
  }

  /** Row by row what it is blocked by: as before, but for the fresh rows. */
  private int[] blocks(int[] fresh) {
    int[] blocks = new int[Math.multiplyExact(keys, prints.size())];
    for (int row = 0; row < prints.size(); row++) {
      if (!difference.isFresh(row)) {
        System.arraycopy(before.blocks(), difference.before(row) * keys, blocks, row * keys, keys);
      }
    }
    Candidates own = Linker.candidates(table(fresh), frozen, (a, b) -> true, settings.threads());
    for (int i = 0; i < fresh.length; i++) {
      for (int key = 0; key < keys; key++) {
        blocks[fresh[i] * keys + key] = own.value(i, key);
      }
    }
    return blocks;
  }

  /** Which of the pairs of then are of rows that did not change. */
  private int[] unchangedPairs() {
    return IntStream.range(0, before.pairs())
        .filter(pair -> difference.now(before.rowsA()[pair]) >= 0)
        .filter(pair -> difference.now(before.rowsB()[pair]) >= 0)
        .toArray();
  }

  /** Pairs of then as pairs of rows of now, in the same order. */
  private ScoredPairs renamed(int[] pairs, IntToDoubleFunction bits) {
    return new ScoredPairs(
        Arrays.stream(pairs).map(pair -> difference.now(before.rowsA()[pair])).toArray(),
        Arrays.stream(pairs).map(pair -> difference.now(before.rowsB()[pair])).toArray(),
        Arrays.stream(pairs).mapToDouble(bits).toArray());
  }

  private ScoredPairs scored(KeyedPairs candidates, int[] blocks) {
    BitSet involved = new BitSet();
    for (int pair = 0; pair < candidates.size(); pair++) {
      involved.set(candidates.rowA(pair));
      involved.set(candidates.rowB(pair));
    }
    Part part = new Part(involved.stream().toArray(), blocks);
    KeyedPairs within = new KeyedPairs();
    for (int pair = 0; pair < candidates.size(); pair++) {
      within.accept(
          candidates.key(pair),
          part.index(candidates.rowA(pair)),
          part.index(candidates.rowB(pair)));
    }
    double least = Linking.least(settings);
    return part.named(part.scoring.some(within, least, settings.threads()).pairs());
  }

  /** Some of the rows, ready to be compared with each other. */
  private final class Part {
    private final int[] rows;
    private final Scoring scoring;

    private Part(int[] rows, int[] blocks) {
      this.rows = rows;
      this.scoring =
          new Scoring(
              Linker.agreement(table(rows), frozen, settings.threads()),
              (a, b) -> TouchedBlocks.firstKey(blocks, keys, rows[a], rows[b]),
              scorer,
              (a, b) -> rule.allows(rows[a], rows[b]));
    }

    private int index(int row) {
      return Arrays.binarySearch(rows, row);
    }

    /** Pairs of rows as pairs of indexes. */
    private ScoredPairs within(ScoredPairs pairs) {
      return new ScoredPairs(
          Arrays.stream(pairs.rowsA()).map(this::index).toArray(),
          Arrays.stream(pairs.rowsB()).map(this::index).toArray(),
          pairs.bits());
    }

    /** Pairs of indexes as pairs of rows. */
    private ScoredPairs named(ScoredPairs pairs) {
      return new ScoredPairs(
          Arrays.stream(pairs.rowsA()).map(index -> rows[index]).toArray(),
          Arrays.stream(pairs.rowsB()).map(index -> rows[index]).toArray(),
          pairs.bits());
    }
  }

  private static ScoredPairs merged(ScoredPairs some, ScoredPairs others) {
    int[] rowsA = Arrays.copyOf(some.rowsA(), some.size() + others.size());
    int[] rowsB = Arrays.copyOf(some.rowsB(), some.size() + others.size());
    double[] bits = Arrays.copyOf(some.bits(), some.size() + others.size());
    System.arraycopy(others.rowsA(), 0, rowsA, some.size(), others.size());
    System.arraycopy(others.rowsB(), 0, rowsB, some.size(), others.size());
    System.arraycopy(others.bits(), 0, bits, some.size(), others.size());
    return Scoring.sorted(rowsA, rowsB, bits);
  }

  /** What may be joined with what, and what of it is not as it was. */
  private Components components(ScoredPairs evidence, Bond[] bonds) {
    double joinFrom = Linking.joinFrom(scorer, settings.threshold());
    Components components = new Components(prints.size());
    for (int pair = 0; pair < evidence.size(); pair++) {
      if (evidence.weightBits(pair) >= joinFrom) {
        components.join(evidence.rowA(pair), evidence.rowB(pair));
      }
    }
    for (int row : difference.fresh()) {
      components.touch(row);
    }
    for (int pair = 0; pair < before.pairs(); pair++) {
      if (before.evidenceBits(pair) >= joinFrom) {
        touchIfOtherIsGone(components, before.rowsA()[pair], before.rowsB()[pair]);
      }
    }
    for (Bond bond : bonds) {
      if (bond.together()) {
        components.join(prints.find(bond.idA()), prints.find(bond.idB()));
      }
    }
    changed(bonds)
        .flatMap(bond -> Stream.of(bond.idA(), bond.idB()))
        .map(prints::find)
        .filter(row -> row >= 0)
        .forEach(components::touch);
    return components;
  }

  private void touchIfOtherIsGone(Components components, int oldA, int oldB) {
    int a = difference.now(oldA);
    int b = difference.now(oldB);
    if (Math.min(a, b) < 0 && Math.max(a, b) >= 0) {
      components.touch(Math.max(a, b));
    }
  }

  /** What is bound now and was not, or the other way round. */
  private Stream<Bond> changed(Bond[] bonds) {
    Set<Bond> now = new HashSet<>(List.of(bonds));
    Set<Bond> then = new HashSet<>(List.of(before.constraints()));
    return Stream.concat(
        now.stream().filter(bond -> !then.contains(bond)),
        then.stream().filter(bond -> !now.contains(bond)));
  }

  /** By row its cluster: as it was, or as the touched rows come to be clustered now. */
  private int[] clusters(int[] again, ScoredPairs evidence, int[] blocks) {
    int[] clusters = new int[prints.size()];
    int next = 0;
    for (int row = 0; row < clusters.length; row++) {
      if (!difference.isFresh(row)) {
        clusters[row] = before.clusters()[difference.before(row)];
        next = Math.max(next, clusters[row] + 1);
      }
    }
    int[] found = agglomeration(new Part(again, blocks), evidence).clusters();
    for (int i = 0; i < again.length; i++) {
      clusters[again[i]] = next + found[i];
    }
    return numbered(clusters);
  }

  /**
   * Weights and memberships: as they were, but for rows that were clustered again and for their
   * pairs. Since these may depend on whole clusters, those of both rows are looked at.
   */
  private Linking.Weighed weighed(
      int[] again, int[] clusters, ScoredPairs evidence, ScoredPairs weightsThen, int[] blocks) {
    BitSet touched = new BitSet();
    Arrays.stream(again).forEach(touched::set);
    ScoredPairs anew =
        evidence.filtered(
            pair -> touched.get(evidence.rowA(pair)) || touched.get(evidence.rowB(pair)));
    BitSet concerned = new BitSet();
    Arrays.stream(again).forEach(row -> concerned.set(clusters[row]));
    Arrays.stream(anew.rowsA()).forEach(row -> concerned.set(clusters[row]));
    Arrays.stream(anew.rowsB()).forEach(row -> concerned.set(clusters[row]));
    Part part =
        new Part(
            IntStream.range(0, clusters.length)
                .filter(row -> concerned.get(clusters[row]))
                .toArray(),
            blocks);
    Linking.Weighed own =
        Linking.weighed(
            numbered(Arrays.stream(part.rows).map(row -> clusters[row]).toArray()),
            part.within(anew),
            (a, b) -> rule.allows(part.rows[a], part.rows[b]),
            part.scoring::evidence,
            scorer,
            settings.threads());
    double[] memberships = new double[clusters.length];
    for (int row = 0; row < clusters.length; row++) {
      memberships[row] =
          touched.get(row)
              ? own.memberships()[part.index(row)]
              : before.memberships()[difference.before(row)];
    }
    ScoredPairs kept =
        weightsThen.filtered(
            pair -> !touched.get(weightsThen.rowA(pair)) && !touched.get(weightsThen.rowB(pair)));
    ScoredPairs weights = merged(kept, part.named(own.weights()));
    return new Linking.Weighed(clusters, memberships, evidence, weights);
  }

  private Agglomeration agglomeration(Part part, ScoredPairs evidence) {
    int[] rows = part.rows;
    int[] exclusive = new int[settings.oneToOne() ? rows.length : 0];
    Arrays.setAll(exclusive, i -> records.source(prints.row(rows[i])));
    PairWeights weights = part.scoring.evidence();
    Agglomeration agglomeration =
        new Agglomeration(
            rows.length,
            weights,
            Linking.joinFrom(scorer, settings.threshold()),
            exclusive,
            (a, b) -> constraints.compatible().allows(prints.row(rows[a]), prints.row(rows[b])));
    int[] index = new int[prints.size()];
    Arrays.fill(index, -1);
    for (int i = 0; i < rows.length; i++) {
      index[rows[i]] = i;
    }
    agglomeration.cannotLink(within(constraints.cannotLink(), index));
    agglomeration.mustLink(within(constraints.mustLink(), index));
    ScoredPairs own =
        part.within(
            evidence.filtered(
                pair -> index[evidence.rowA(pair)] >= 0 && index[evidence.rowB(pair)] >= 0));
    agglomeration.join(own.rowsA(), own.rowsB(), own.bits());
    return agglomeration;
  }

  /** Those of some pairs of records that are both among the rows that {@code index} knows. */
  private PairList within(List<RowPair> pairs, int[] index) {
    int[] ofRecord = new int[prints.size()];
    for (int place = 0; place < index.length; place++) {
      ofRecord[prints.row(place)] = index[place];
    }
    return Linking.placed(
        pairs.stream()
            .filter(pair -> Math.min(ofRecord[pair.rowA()], ofRecord[pair.rowB()]) >= 0)
            .toList(),
        ofRecord);
  }

  /** Clusters numbered from 0 in the order of their first rows. */
  private static int[] numbered(int[] clusters) {
    int[] numbers = new int[Arrays.stream(clusters).max().orElse(-1) + 1];
    Arrays.fill(numbers, -1);
    int next = 0;
    int[] numbered = new int[clusters.length];
    for (int row = 0; row < clusters.length; row++) {
      if (numbers[clusters[row]] < 0) {
        numbers[clusters[row]] = next++;
      }
      numbered[row] = numbers[clusters[row]];
    }
    return numbered;
  }
}
