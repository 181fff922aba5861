package org.baophu.link;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import org.baophu.link.parallel.Tasks;
import org.baophu.link.table.Field;
import org.baophu.link.table.Table;

/**
 * One run from where the last left off. Rows are called by their places in the order of {@link
 * Fingerprints}, those of the last run as old ones.
 */
final class Relinking {
  /** Fewer rows are not worth a thread of their own. */
  private static final int CHUNK_ROWS = 2_000;

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
    Unchanged unchanged = new Unchanged();
    ScoredPairs evidence = merged(unchanged.evidence, scored(candidates, blocks));
    progress.report("clustering", 0, 1);
    Components components = components(evidence, bonds);
    int[] again = components.touchedRows();
    Part part = part(again, evidence, blocks);
    int[] clusters = clusters(again, part, evidence);
    Linking.Weighed weighed = weighed(again, part, clusters, evidence, unchanged.weights);
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
    LinkResult result =
        Linking.result(
            weighed,
            frozen.model(),
            prints.order(),
            settings,
            Linking.diagnostics(frozen.model(), counts.compared(), 0, true));
    return new LinkOutcome(
        result, frozen, IncrementalLinker.state(prints, keys, blocks, weighed, bonds), counts);
  }

  /** Some rows as a table; their order stays. */
  private Table table(int[] rows) {
    List<String> sorted = sources.stream().sorted().toList();
    int[] rank = sources.stream().mapToInt(sorted::indexOf).toArray();
    int chunks = Math.max(1, Math.min(settings.threads(), rows.length / CHUNK_ROWS));
    List<Table.Builder> builders =
        Tasks.run(
            settings.threads(),
            chunks,
            chunk -> {
              Table.Builder table = Table.builder(fields, sorted);
              int to = (int) ((chunk + 1L) * rows.length / chunks);
              for (int i = (int) ((long) chunk * rows.length / chunks); i < to; i++) {
                int row = prints.row(rows[i]);
                table.add(rank[records.source(row)], records.recordId(row), records.values(row));
              }
              return table;
            });
    return Table.join(builders, settings.threads());
  }

  /** Row by row what it is blocked by: as before, but for the fresh rows. */
  private int[] blocks(int[] fresh) {
    Tasks.Both<int[], int[]> found =
        Tasks.both(
            settings.threads(), () -> Linker.blocks(table(fresh), frozen, 1), this::blocksBefore);
    int[] own = found.first();
    int[] blocks = found.second();
    for (int i = 0; i < fresh.length; i++) {
      System.arraycopy(own, i * keys, blocks, fresh[i] * keys, keys);
    }
    return blocks;
  }

  private int[] blocksBefore() {
    int[] blocks = new int[Math.multiplyExact(keys, prints.size())];
    for (int row = 0; row < prints.size(); row++) {
      if (!difference.isFresh(row)) {
        System.arraycopy(before.blocks(), difference.before(row) * keys, blocks, row * keys, keys);
      }
    }
    return blocks;
  }

  /** The pairs of then whose rows did not change, as pairs of rows of now, in the same order. */
  private final class Unchanged {
    private final ScoredPairs evidence;
    private final ScoredPairs weights;

    private Unchanged() {
      int[] rowsA = new int[before.pairs()];
      int[] rowsB = new int[before.pairs()];
      double[] evidenceBits = new double[before.pairs()];
      double[] weightBits = new double[before.pairs()];
      int size = 0;
      for (int pair = 0; pair < before.pairs(); pair++) {
        int a = difference.now(before.rowsA()[pair]);
        int b = difference.now(before.rowsB()[pair]);
        if (Math.min(a, b) >= 0) {
          rowsA[size] = a;
          rowsB[size] = b;
          evidenceBits[size] = before.evidenceBits(pair);
          weightBits[size++] = before.weightBits(pair);
        }
      }
      int[] a = Arrays.copyOf(rowsA, size);
      int[] b = Arrays.copyOf(rowsB, size);
      evidence = new ScoredPairs(a, b, Arrays.copyOf(evidenceBits, size));
      weights = new ScoredPairs(a, b, Arrays.copyOf(weightBits, size));
    }
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
          part.index[candidates.rowA(pair)],
          part.index[candidates.rowB(pair)]);
    }
    double least = Linking.least(settings);
    return part.named(part.scoring.some(within, least, settings.threads()).pairs());
  }

  /** Some of the rows, ready to be compared with each other. */
  private final class Part {
    private final int[] rows;
    private final int[] index;
    private final Scoring scoring;

    private Part(int[] rows, int[] blocks) {
      this.rows = rows;
      this.index = new int[prints.size()];
      Arrays.fill(index, -1);
      for (int i = 0; i < rows.length; i++) {
        index[rows[i]] = i;
      }
      this.scoring =
          new Scoring(
              Linker.agreement(table(rows), frozen, settings.threads()),
              (a, b) -> TouchedBlocks.firstKey(blocks, keys, rows[a], rows[b]),
              scorer,
              (a, b) -> rule.allows(rows[a], rows[b]));
    }

    /** Pairs of rows as pairs of indexes. */
    private ScoredPairs within(ScoredPairs pairs) {
      return new ScoredPairs(
          mapped(pairs.rowsA(), index), mapped(pairs.rowsB(), index), pairs.bits());
    }

    /** Pairs of indexes as pairs of rows. */
    private ScoredPairs named(ScoredPairs pairs) {
      return new ScoredPairs(
          mapped(pairs.rowsA(), rows), mapped(pairs.rowsB(), rows), pairs.bits());
    }
  }

  private static int[] mapped(int[] numbers, int[] to) {
    int[] mapped = new int[numbers.length];
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = to[numbers[i]];
    }
    return mapped;
  }

  /** Both lists as one; no pair is in both. */
  private static ScoredPairs merged(ScoredPairs some, ScoredPairs others) {
    int size = some.size() + others.size();
    int[] rowsA = new int[size];
    int[] rowsB = new int[size];
    double[] bits = new double[size];
    int next = 0;
    int other = 0;
    for (int i = 0; i < size; i++) {
      boolean isOther =
          next == some.size() || other < others.size() && isBefore(others, other, some, next);
      ScoredPairs from = isOther ? others : some;
      int pair = isOther ? other++ : next++;
      rowsA[i] = from.rowA(pair);
      rowsB[i] = from.rowB(pair);
      bits[i] = from.weightBits(pair);
    }
    return new ScoredPairs(rowsA, rowsB, bits);
  }

  private static boolean isBefore(ScoredPairs pairs, int pair, ScoredPairs others, int other) {
    int order = Integer.compare(pairs.rowA(pair), others.rowA(other));
    return order < 0 || order == 0 && pairs.rowB(pair) < others.rowB(other);
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

  /**
   * What clustering again, and weighing what it changes, looks at: the rows that are clustered
   * again, and the clusters of those that a pair ties to them, which stay as they are.
   */
  private Part part(int[] again, ScoredPairs evidence, int[] blocks) {
    BitSet touched = bits(again);
    BitSet clusters = new BitSet();
    for (int pair = 0; pair < evidence.size(); pair++) {
      int a = evidence.rowA(pair);
      int b = evidence.rowB(pair);
      if (touched.get(a) != touched.get(b)) {
        clusters.set(before.clusters()[difference.before(touched.get(a) ? b : a)]);
      }
    }
    BitSet rows = bits(again);
    for (int row = 0; row < prints.size(); row++) {
      if (!difference.isFresh(row) && clusters.get(before.clusters()[difference.before(row)])) {
        rows.set(row);
      }
    }
    return new Part(rows.stream().toArray(), blocks);
  }

  private static BitSet bits(int[] numbers) {
    BitSet bits = new BitSet();
    for (int number : numbers) {
      bits.set(number);
    }
    return bits;
  }

  /** By row its cluster: as it was, or as the touched rows come to be clustered now. */
  private int[] clusters(int[] again, Part part, ScoredPairs evidence) {
    int[] clusters = new int[prints.size()];
    int next = 0;
    for (int row = 0; row < clusters.length; row++) {
      if (!difference.isFresh(row)) {
        clusters[row] = before.clusters()[difference.before(row)];
        next = Math.max(next, clusters[row] + 1);
      }
    }
    int[] found = agglomeration(again, part, evidence).clusters();
    for (int row : again) {
      clusters[row] = next + found[part.index[row]];
    }
    return numbered(clusters);
  }

  /**
   * Weights and memberships: as they were, but for rows that were clustered again and for their
   * pairs. Since these may depend on whole clusters, those of both rows are looked at.
   */
  private Linking.Weighed weighed(
      int[] again, Part part, int[] clusters, ScoredPairs evidence, ScoredPairs weightsThen) {
    BitSet touched = bits(again);
    ScoredPairs anew =
        evidence.filtered(
            pair -> touched.get(evidence.rowA(pair)) || touched.get(evidence.rowB(pair)));
    Members members = new Members(numbered(mapped(part.rows, clusters)));
    ScoredPairs within = part.within(anew);
    PairRule allowed = (a, b) -> rule.allows(part.rows[a], part.rows[b]);
    Linking.Weighed own =
        Linking.weighed(
            members,
            within,
            Between.of(within, members, allowed, settings.threads()),
            allowed,
            part.scoring::evidence,
            scorer,
            settings.threads());
    double[] memberships = new double[clusters.length];
    for (int row = 0; row < clusters.length; row++) {
      memberships[row] =
          touched.get(row)
              ? own.memberships()[part.index[row]]
              : before.memberships()[difference.before(row)];
    }
    ScoredPairs kept =
        weightsThen.filtered(
            pair -> !touched.get(weightsThen.rowA(pair)) && !touched.get(weightsThen.rowB(pair)));
    ScoredPairs weights = merged(kept, part.named(own.weights()));
    return new Linking.Weighed(clusters, memberships, evidence, weights);
  }

  private Agglomeration agglomeration(int[] again, Part part, ScoredPairs evidence) {
    int[] rows = part.rows;
    int[] exclusive = new int[settings.oneToOne() ? rows.length : 0];
    Arrays.setAll(exclusive, i -> records.source(prints.row(rows[i])));
    PairWeights weights = part.scoring.joining();
    Agglomeration agglomeration =
        new Agglomeration(
            rows.length,
            weights,
            Linking.joinFrom(scorer, settings.threshold()),
            exclusive,
            (a, b) -> constraints.compatible().allows(prints.row(rows[a]), prints.row(rows[b])));
    agglomeration.cannotLink(within(constraints.cannotLink(), part));
    agglomeration.mustLink(within(constraints.mustLink(), part));
    BitSet touched = bits(again);
    ScoredPairs own =
        part.within(
            evidence.filtered(
                pair -> touched.get(evidence.rowA(pair)) && touched.get(evidence.rowB(pair))));
    agglomeration.join(own.rowsA(), own.rowsB(), own.bits());
    return agglomeration;
  }

  /** Those of some pairs of records that are both among a part's rows. */
  private PairList within(List<RowPair> pairs, Part part) {
    if (pairs.isEmpty()) {
      return new PairList();
    }
    int[] ofRecord = new int[prints.size()];
    for (int place = 0; place < ofRecord.length; place++) {
      ofRecord[prints.row(place)] = part.index[place];
    }
    return Linking.placed(
        pairs.stream()
            .filter(pair -> Math.min(ofRecord[pair.rowA()], ofRecord[pair.rowB()]) >= 0)
            .toList(),
        ofRecord);
  }

  /** Clusters numbered from 0 in the order of their first rows. */
  private static int[] numbered(int[] clusters) {
    int largest = -1;
    for (int cluster : clusters) {
      largest = Math.max(largest, cluster);
    }
    int[] numbers = new int[largest + 1];
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
