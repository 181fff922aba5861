package org.baophu.link;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baophu.link.block.PairList;
import org.baophu.link.block.PairRule;
import org.baophu.link.cluster.Agglomeration;
import org.baophu.link.cluster.Forest;
import org.baophu.link.cluster.PairWeights;
import org.baophu.link.incremental.Blocks;
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
import org.jspecify.annotations.Nullable;

/**
 * One run from where the last left off. Rows are called by their places in the order of {@link
 * Fingerprints}, those of the last run as old ones.
 */
final class Relinking {
  /** Fewer rows are not worth a thread of their own. */
  private static final int CHUNK_ROWS = 2_000;

  /**
   * Fewer fresh rows are done before Java has compiled what they take: one thread leaves the other
   * processors to its compilers, and is faster.
   */
  private static final int ROWS_OF_SEVERAL_THREADS = 20_000;

  /** Of the rows of a table: whoever asks which record one is asks the fingerprints. */
  private static final String NO_ID = "";

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
  private final int[] fresh;
  private final Scorer scorer;
  private final double joinFrom;
  private final PairRule rule;

  /** For what is done of fresh rows and those around them; all rows are gone through on all. */
  private final int threads;

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
    this.fresh = difference.fresh();
    this.threads = fresh.length < ROWS_OF_SEVERAL_THREADS ? 1 : settings.threads();
    this.constraints = constraints;
    this.progress = progress;
    this.prints = prints;
    this.frozen = frozen;
    this.before = before;
    this.difference = difference;
    this.scorer = new Scorer(frozen.model());
    this.joinFrom = Linking.joinFrom(scorer, settings.threshold());
    this.rule = Rows.rule(place -> records.source(prints.row(place)), settings.mode());
  }

  Optional<LinkOutcome> run(Bond[] bonds, int largestBlock) {
    progress.report("comparing", 0, 1);
    Tasks.Both<int[], Kept> found = Tasks.both(settings.threads(), this::freshBlocks, this::kept);
    Kept kept = found.second();
    Blocks blocks = before.blocks().next(difference, fresh, found.first());
    TouchedBlocks touchedBlocks = new TouchedBlocks(blocks, fresh, settings.threads());
    if (touchedBlocks.largest() > largestBlock) {
      return Optional.empty();
    }
    KeyedPairs candidates = new KeyedPairs();
    touchedBlocks.stream(rule, candidates);
    Pairs pairs = kept.pairs().with(scored(candidates, blocks));
    ScoredPairs evidence = pairs.evidence();
    progress.report("clustering", 0, 1);
    Components components = components(evidence, kept.bereft(), bonds);
    int[] again = components.touchedRows();
    BitSet touched = bits(again);
    int[] places = concerned(evidence, touched);
    ScoredPairs concerned = evidence.chosen(places);
    Part part = part(touched, concerned, components);
    ScoredPairs within = part.within(concerned);
    Unscored unscored = new Unscored(part, mayBeAsked(part, touched, within), blocks);
    Numbered clusters = clusters(again, part, within, unscored);
    Linking.Weighed weighed = weighed(again, part, clusters, pairs, places, within, unscored);
    progress.report("clustering", 1, 1);
    LinkCounts counts =
        new LinkCounts(
            prints.size() - fresh.length,
            difference.added(),
            difference.changed(),
            difference.withdrawn(),
            candidates.size(),
            components.touched(),
            touchedBlocks.largest());
    return Optional.of(outcome(weighed, blocks, bonds, counts, touched));
  }

  private LinkOutcome outcome(
      Linking.Weighed weighed, Blocks blocks, Bond[] bonds, LinkCounts counts, BitSet touched) {
    LinkResult result =
        Linking.result(
            weighed,
            frozen.model(),
            prints.order(),
            settings,
            Linking.diagnostics(frozen.model(), counts.compared(), 0, true));
    return new LinkOutcome(
        result,
        frozen,
        IncrementalLinker.state(prints, blocks, weighed, bonds),
        counts,
        place -> !touched.get(place));
  }

  /** Some rows as a table; their order stays. */
  private Table table(int[] rows) {
    List<String> sorted = sources.stream().sorted().toList();
    int[] rank = sources.stream().mapToInt(sorted::indexOf).toArray();
    int chunks = Math.max(1, Math.min(threads, rows.length / CHUNK_ROWS));
    List<Table.Builder> builders =
        Tasks.run(
            threads,
            chunks,
            chunk -> {
              Table.Builder table = Table.builder(fields, sorted);
              int to = (int) ((chunk + 1L) * rows.length / chunks);
              for (int i = (int) ((long) chunk * rows.length / chunks); i < to; i++) {
                int row = prints.row(rows[i]);
                table.add(rank[records.source(row)], NO_ID, records.values(row));
              }
              return table;
            });
    return Table.join(builders, threads);
  }

  /** What the fresh rows are blocked by, row by row under each key. */
  private int[] freshBlocks() {
    return Linker.blocks(table(fresh), frozen, threads);
  }

  /**
   * What is as it was.
   *
   * @param pairs those of then whose rows did not change, as pairs of rows of now
   * @param bereft rows that could be joined with one that has changed or gone
   */
  private record Kept(Pairs pairs, int[] bereft) {}

  private Kept kept() {
    BitSet bereft = new BitSet();
    Pairs pairs = keptPairs(bereft);
    return new Kept(pairs, bereft.stream().toArray());
  }

  /** The pairs of rows that did not change; of others, what could be joined goes to the bereft. */
  private Pairs keptPairs(BitSet bereft) {
    int[] rowsA = new int[before.pairs()];
    int[] rowsB = new int[before.pairs()];
    double[] evidence = new double[before.pairs()];
    double[] weights = new double[before.pairs()];
    int size = 0;
    for (int pair = 0; pair < before.pairs(); pair++) {
      int a = difference.now(before.rowsA()[pair]);
      int b = difference.now(before.rowsB()[pair]);
      if (Math.min(a, b) >= 0) {
        rowsA[size] = a;
        rowsB[size] = b;
        evidence[size] = before.evidenceBits(pair);
        weights[size++] = before.weightBits(pair);
      } else if (Math.max(a, b) >= 0 && before.evidenceBits(pair) >= joinFrom) {
        bereft.set(Math.max(a, b));
      }
    }
    return new Pairs(
        Arrays.copyOf(rowsA, size),
        Arrays.copyOf(rowsB, size),
        Arrays.copyOf(evidence, size),
        Arrays.copyOf(weights, size));
  }

  /**
   * Pairs, sorted by rows, with their evidence and with the match weights that they had.
   *
   * @param weights {@code NaN} where there was none
   */
  private record Pairs(int[] rowsA, int[] rowsB, double[] evidenceBits, double[] weights) {
    /** With others that have no weight yet; no pair is in both. */
    private Pairs with(ScoredPairs others) {
      int size = rowsA.length + others.size();
      Pairs all = new Pairs(new int[size], new int[size], new double[size], new double[size]);
      int next = 0;
      for (int other = 0; other < others.size(); other++) {
        int to = placeOf(others.rowA(other), others.rowB(other), next);
        copy(next, to, all, other);
        int place = to + other;
        all.rowsA[place] = others.rowA(other);
        all.rowsB[place] = others.rowB(other);
        all.evidenceBits[place] = others.weightBits(other);
        all.weights[place] = Double.NaN;
        next = to;
      }
      copy(next, rowsA.length, all, others.size());
      return all;
    }

    private void copy(int from, int to, Pairs all, int further) {
      System.arraycopy(rowsA, from, all.rowsA, from + further, to - from);
      System.arraycopy(rowsB, from, all.rowsB, from + further, to - from);
      System.arraycopy(evidenceBits, from, all.evidenceBits, from + further, to - from);
      System.arraycopy(weights, from, all.weights, from + further, to - from);
    }

    /** The first pair behind some that stands behind a pair of rows, or how many there are. */
    private int placeOf(int rowA, int rowB, int from) {
      int low = from;
      int high = rowsA.length;
      while (low < high) {
        int middle = low + high >>> 1;
        boolean isBefore = rowsA[middle] < rowA || rowsA[middle] == rowA && rowsB[middle] < rowB;
        low = isBefore ? middle + 1 : low;
        high = isBefore ? high : middle;
      }
      return low;
    }

    private ScoredPairs evidence() {
      return new ScoredPairs(rowsA, rowsB, evidenceBits);
    }
  }

  private ScoredPairs scored(KeyedPairs candidates, Blocks blocks) {
    Part part = new Part(involved(candidates).stream().toArray());
    KeyedPairs within = part.within(candidates);
    double least = Linking.least(settings);
    return part.named(scoring(part.rows, blocks).some(within, least, threads).pairs());
  }

  private static BitSet involved(KeyedPairs pairs) {
    BitSet involved = new BitSet();
    for (int pair = 0; pair < pairs.size(); pair++) {
      involved.set(pairs.rowA(pair));
      involved.set(pairs.rowB(pair));
    }
    return involved;
  }

  /** Some rows, ready to be compared with each other. */
  private Scoring scoring(int[] rows, Blocks blocks) {
    return new Scoring(
        Linker.agreement(table(rows), frozen, threads),
        (a, b) -> blocks.firstKey(rows[a], rows[b]),
        scorer,
        (a, b) -> rule.allows(rows[a], rows[b]));
  }

  /** Some of the rows, numbered as they come. */
  private final class Part {
    private final int[] rows;
    private final int[] index;

    private Part(int[] rows) {
      this.rows = rows;
      this.index = new int[prints.size()];
      Arrays.fill(index, -1);
      for (int i = 0; i < rows.length; i++) {
        index[rows[i]] = i;
      }
    }

    /** Pairs of rows as pairs of indexes. */
    private KeyedPairs within(KeyedPairs pairs) {
      KeyedPairs within = new KeyedPairs();
      for (int pair = 0; pair < pairs.size(); pair++) {
        within.accept(pairs.key(pair), index[pairs.rowA(pair)], index[pairs.rowB(pair)]);
      }
      return within;
    }

    /** The same of pairs with weights. */
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

  /**
   * The evidence about pairs of a part's rows that were not scored, and so may have none. Of nearly
   * all rows nobody asks, and they are not prepared; if one is asked about all the same, all are.
   */
  private final class Unscored {
    private final Part part;
    private final Blocks blocks;
    private final Prepared likely;
    private @Nullable Prepared all;

    /**
     * @param likely indexes of the part's rows that may be asked about
     */
    private Unscored(Part part, BitSet likely, Blocks blocks) {
      this.part = part;
      this.blocks = blocks;
      this.likely = new Prepared(likely.stream().toArray());
    }

    private synchronized Prepared all() {
      if (all == null) {
        all = new Prepared(IntStream.range(0, part.rows.length).toArray());
      }
      return all;
    }

    /** Some of the part's rows, of which evidence can be told. */
    private final class Prepared {
      /** By row of the part its place among those prepared, -1 where it is not. */
      private final int[] place;

      private final Scoring scoring;

      private Prepared(int[] indexes) {
        this.place = new int[part.rows.length];
        Arrays.fill(place, -1);
        for (int i = 0; i < indexes.length; i++) {
          place[indexes[i]] = i;
        }
        this.scoring = scoring(mapped(indexes, part.rows), blocks);
      }
    }

    /** For one thread, about pairs of the part's indexes. */
    private Asked asked() {
      return new Asked();
    }

    private final class Asked implements PairEvidence {
      private Prepared prepared = likely;
      private Scoring.Evidence evidence = prepared.scoring.evidence();

      /** What tells the evidence about two rows, which are among those prepared from now on. */
      private Scoring.Evidence about(int a, int b) {
        if (Math.min(prepared.place[a], prepared.place[b]) < 0) {
          prepared = all();
          evidence = prepared.scoring.evidence();
        }
        return evidence;
      }

      @Override
      public double bits(int a, int b) {
        return about(a, b).bits(prepared.place[a], prepared.place[b]);
      }

      private double joiningBits(int a, int b) {
        return about(a, b).joiningBits(prepared.place[a], prepared.place[b]);
      }

      @Override
      public double lessonBits(int a, int b) {
        return about(a, b).lessonBits(prepared.place[a], prepared.place[b]);
      }
    }
  }

  /**
   * The rows of a part that are in pairs of which clustering again, and weighing, may ask without
   * their being scored: of components in which some pair was not, and of clusters that stay.
   */
  private BitSet mayBeAsked(Part part, BitSet touched, ScoredPairs within) {
    BitSet asked = new BitSet();
    if (scorer.hasLessons()) {
      asked.set(0, part.rows.length);
      return asked;
    }
    Forest forest = joinable(part, within);
    int[] rows = new int[part.rows.length];
    int[] pairs = new int[part.rows.length];
    for (int i = 0; i < rows.length; i++) {
      rows[forest.root(i)]++;
    }
    for (int pair = 0; pair < within.size(); pair++) {
      int root = forest.root(within.rowA(pair));
      pairs[root] += root == forest.root(within.rowB(pair)) ? 1 : 0;
    }
    for (int i = 0; i < rows.length; i++) {
      int root = forest.root(i);
      boolean isWhole = pairs[root] == rows[root] * (rows[root] - 1L) / 2;
      asked.set(i, !isWhole || !touched.get(part.rows[i]));
    }
    return asked;
  }

  /** Which rows of a part may come into one cluster, by the pairs scored. */
  private Forest joinable(Part part, ScoredPairs within) {
    Forest forest = new Forest(part.rows.length);
    for (int pair = 0; pair < within.size(); pair++) {
      if (within.weightBits(pair) >= joinFrom) {
        forest.join(within.rowA(pair), within.rowB(pair));
      }
    }
    return forest;
  }

  private static int[] mapped(int[] numbers, int[] to) {
    int[] mapped = new int[numbers.length];
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = to[numbers[i]];
    }
    return mapped;
  }

  /** What may be joined with what, and what of it is not as it was. */
  private Components components(ScoredPairs evidence, int[] bereft, Bond[] bonds) {
    Components components = new Components(prints.size());
    join(evidence, components);
    for (int row : fresh) {
      components.touch(row);
    }
    for (int row : bereft) {
      components.touch(row);
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

  private void join(ScoredPairs evidence, Components components) {
    for (int pair = 0; pair < evidence.size(); pair++) {
      if (evidence.weightBits(pair) >= joinFrom) {
        components.join(evidence.rowA(pair), evidence.rowB(pair));
      }
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

  /** The places of the pairs of which one row at least is touched. */
  private static int[] concerned(ScoredPairs evidence, BitSet touched) {
    BitSet concerned = new BitSet();
    for (int pair = 0; pair < evidence.size(); pair++) {
      if (touched.get(evidence.rowA(pair)) || touched.get(evidence.rowB(pair))) {
        concerned.set(pair);
      }
    }
    return concerned.stream().toArray();
  }

  /**
   * What clustering again, and weighing what it changes, looks at: the rows that are clustered
   * again, and the clusters of those that a pair ties to them, which stay as they are.
   */
  private Part part(BitSet touched, ScoredPairs concerned, Components components) {
    BitSet rows = (BitSet) touched.clone();
    for (int pair = 0; pair < concerned.size(); pair++) {
      int a = concerned.rowA(pair);
      int b = concerned.rowB(pair);
      if (!rows.get(a) || !rows.get(b)) {
        addCluster(rows.get(a) ? b : a, components, rows);
      }
    }
    return new Part(rows.stream().toArray());
  }

  /** Adds the cluster of an untouched row, which is in the row's component and is as it was. */
  private void addCluster(int row, Components components, BitSet rows) {
    int cluster = clusterBefore(row);
    components.forEachWith(
        row, member -> rows.set(member, rows.get(member) || clusterBefore(member) == cluster));
  }

  private int clusterBefore(int row) {
    return before.clusters()[difference.before(row)];
  }

  private static BitSet bits(int[] numbers) {
    BitSet bits = new BitSet();
    for (int number : numbers) {
      bits.set(number);
    }
    return bits;
  }

  /** By row its cluster: as it was, or as the touched rows come to be clustered now. */
  private Numbered clusters(int[] again, Part part, ScoredPairs within, Unscored unscored) {
    int[] clusters = new int[prints.size()];
    difference.copyUnchanged(
        (from, to, rows) -> System.arraycopy(before.clusters(), from, clusters, to, rows));
    int[] found = agglomeration(again, part, within, unscored).clusters();
    // There were no more clusters than rows.
    for (int row : again) {
      clusters[row] = before.rows() + found[part.index[row]];
    }
    return numbered(clusters, before.rows() + part.rows.length);
  }

  /**
   * Weights and memberships: as they were, but for rows that were clustered again and for their
   * pairs. Since these may depend on whole clusters, those of both rows are looked at.
   */
  private Linking.Weighed weighed(
      int[] again,
      Part part,
      Numbered clusters,
      Pairs pairs,
      int[] places,
      ScoredPairs within,
      Unscored unscored) {
    int[] ofPart = mapped(part.rows, clusters.clusters());
    Members members = new Members(numbered(ofPart, clusters.count()).clusters());
    PairRule allowed = (a, b) -> rule.allows(part.rows[a], part.rows[b]);
    Linking.Weighed own =
        Linking.weighed(
            members,
            within,
            Between.of(within, members, allowed, threads),
            allowed,
            unscored::asked,
            scorer,
            threads);
    double[] memberships = new double[prints.size()];
    difference.copyUnchanged(
        (from, to, rows) -> System.arraycopy(before.memberships(), from, memberships, to, rows));
    for (int row : again) {
      memberships[row] = own.memberships()[part.index[row]];
    }
    // A part's rows stand in the order of all, and so do its pairs.
    double[] weights = pairs.weights();
    for (int i = 0; i < places.length; i++) {
      weights[places[i]] = own.weights().weightBits(i);
    }
    return new Linking.Weighed(
        clusters.count(),
        clusters.clusters(),
        memberships,
        pairs.evidence(),
        new ScoredPairs(pairs.rowsA(), pairs.rowsB(), weights));
  }

  private Agglomeration agglomeration(
      int[] again, Part part, ScoredPairs within, Unscored unscored) {
    int[] rows = part.rows;
    int[] exclusive = new int[settings.oneToOne() ? rows.length : 0];
    Arrays.setAll(exclusive, i -> records.source(prints.row(rows[i])));
    PairWeights weights = within.or(unscored.asked()::joiningBits);
    Agglomeration agglomeration =
        new Agglomeration(
            rows.length,
            weights,
            Linking.joinFrom(scorer, settings.threshold()),
            exclusive,
            (a, b) -> constraints.compatible().allows(prints.row(rows[a]), prints.row(rows[b])));
    agglomeration.cannotLink(within(constraints.cannotLink(), part));
    agglomeration.mustLink(within(constraints.mustLink(), part));
    BitSet touched = bits(mapped(again, part.index));
    ScoredPairs own =
        within.filtered(pair -> touched.get(within.rowA(pair)) && touched.get(within.rowB(pair)));
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

  /**
   * Clusters by row, numbered from 0 in the order of their first rows.
   *
   * @param count how many there are
   */
  private record Numbered(int count, int[] clusters) {}

  /**
   * Numbers clusters.
   *
   * @param end greater than any number that they have
   */
  private static Numbered numbered(int[] clusters, int end) {
    int[] numbers = new int[end];
    int count = 0;
    int[] numbered = new int[clusters.length];
    for (int row = 0; row < clusters.length; row++) {
      int cluster = clusters[row];
      if (numbers[cluster] == 0) {
        numbers[cluster] = ++count;
      }
      numbered[row] = numbers[cluster] - 1;
    }
    return new Numbered(count, numbered);
  }
}
