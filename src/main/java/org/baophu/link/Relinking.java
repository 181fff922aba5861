package org.baophu.link;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    ScoredPairs evidence = merged(unchangedPairs(), scored(candidates, blocks));
    progress.report("clustering", 0, 1);
    Components components = components(evidence, bonds);
    Linking.Clustered clustered = clustered(components, evidence, blocks);
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
    return Optional.of(outcome(clustered, blocks, bonds, counts));
  }

  private LinkOutcome outcome(
      Linking.Clustered clustered, int[] blocks, Bond[] bonds, LinkCounts counts) {
    int[] order = IntStream.range(0, prints.size()).map(prints::row).toArray();
    LinkResult result =
        Linking.result(
            clustered,
            frozen.model(),
            order,
            settings,
            Linking.diagnostics(frozen.model(), counts.compared(), 0, true));
    return new LinkOutcome(
        result, frozen, IncrementalLinker.state(prints, keys, blocks, clustered, bonds), counts);
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

  /** The pairs of rows that did not change, with the evidence that they had. */
  private ScoredPairs unchangedPairs() {
    int[] kept =
        IntStream.range(0, before.pairs())
            .filter(pair -> difference.now(before.rowsA()[pair]) >= 0)
            .filter(pair -> difference.now(before.rowsB()[pair]) >= 0)
            .toArray();
    return new ScoredPairs(
        Arrays.stream(kept).map(pair -> difference.now(before.rowsA()[pair])).toArray(),
        Arrays.stream(kept).map(pair -> difference.now(before.rowsB()[pair])).toArray(),
        Arrays.stream(kept).mapToDouble(before::bits).toArray());
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
    double least = Linking.least(scorer, settings);
    ScoredPairs scored = part.scoring.some(within, least, settings.threads()).pairs();
    return new ScoredPairs(
        Arrays.stream(scored.rowsA()).map(index -> part.rows[index]).toArray(),
        Arrays.stream(scored.rowsB()).map(index -> part.rows[index]).toArray(),
        scored.bits());
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
      if (before.bits(pair) >= joinFrom) {
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

  private Linking.Clustered clustered(Components components, ScoredPairs evidence, int[] blocks) {
    int[] clusters = new int[prints.size()];
    double[] memberships = new double[prints.size()];
    int next = 0;
    for (int row = 0; row < clusters.length; row++) {
      if (!difference.isFresh(row)) {
        clusters[row] = before.clusters()[difference.before(row)];
        memberships[row] = before.memberships()[difference.before(row)];
        next = Math.max(next, clusters[row] + 1);
      }
    }
    int[] again = components.touchedRows();
    Agglomeration agglomeration = agglomeration(new Part(again, blocks), evidence);
    int[] found = agglomeration.clusters();
    for (int i = 0; i < again.length; i++) {
      clusters[again[i]] = next + found[i];
      memberships[again[i]] = agglomeration.membershipBits(i);
    }
    return new Linking.Clustered(numbered(clusters), memberships, evidence);
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
        evidence.filtered(
            pair -> index[evidence.rowA(pair)] >= 0 && index[evidence.rowB(pair)] >= 0);
    agglomeration.join(
        Arrays.stream(own.rowsA()).map(row -> index[row]).toArray(),
        Arrays.stream(own.rowsB()).map(row -> index[row]).toArray(),
        own.bits());
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
