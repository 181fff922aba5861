package org.baophu.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.baophu.link.block.PairRule;
import org.baophu.link.cluster.Agglomeration;
import org.baophu.link.compare.Agreement;
import org.baophu.link.compare.Level;
import org.baophu.link.incremental.Blocks;
import org.baophu.link.model.Model;
import org.baophu.link.model.Scorer;
import org.baophu.link.table.Table;
import org.jspecify.annotations.Nullable;

/** Explains pairs of one table; preparing it once serves any number of pairs. For one thread. */
public final class Explainer {
  /** Gains smaller than this are not worth a sentence. */
  private static final double LEAST_GAIN_BITS = 0.05;

  private static final String STATED_BY_ONE = "stated by one alone";

  private final Table table;
  private final Model model;
  private final double joinFrom;
  private final int[] place;
  private final PairRule rule;
  private final Agreement agreement;
  private final Agreement.Vectors vectors;
  private final Scoring.KeyOfPair keyOfPair;
  private final Scorer scorer;
  private final Missingness missingness;
  private final List<String> keyNames;
  private final double least;
  private @Nullable Companions companions;

  /**
   * Prepares explanations.
   *
   * @throws IllegalArgumentException where the model does not fit the table's fields
   */
  public Explainer(Table table, Model model, LinkSettings settings) {
    this(table, model, null, null, settings);
  }

  /**
   * Prepares explanations by a frozen model.
   *
   * @throws IllegalArgumentException where the model does not fit the table's fields
   */
  public Explainer(Table table, FrozenModel frozen, LinkSettings settings) {
    this(table, frozen.model(), frozen, null, settings);
  }

  /**
   * Prepares explanations by a frozen model of records that were linked by it.
   *
   * @param blocks row by row of the table what it is blocked by under each key, as {@link
   *     org.baophu.link.incremental.LinkState} keeps it
   * @throws IllegalArgumentException where the model does not fit the table's fields, or these are
   *     not the blocks of so many rows
   */
  public Explainer(Table table, FrozenModel frozen, int[] blocks, LinkSettings settings) {
    this(table, frozen.model(), frozen, blocks, settings);
  }

  private Explainer(
      Table table,
      Model model,
      @Nullable FrozenModel frozen,
      int @Nullable [] blocks,
      LinkSettings settings) {
    this.table = table;
    this.model = model;
    int[] order = table.canonicalOrder();
    this.place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    Table ordered = table.reordered(order);
    this.rule = Rows.rule(ordered, settings.mode());
    int threads = settings.threads();
    this.agreement =
        frozen == null
            ? Linker.agreement(ordered, model, threads)
            : Linker.agreement(ordered, frozen, threads);
    this.vectors = agreement.vectors();
    if (frozen == null) {
      this.keyOfPair = Linker.candidates(ordered, model, rule, threads)::firstKey;
    } else {
      // Which key brings a pair up follows from the two rows alone: nothing need be sorted.
      int keys = model.keys().size();
      int[] known = blocks == null ? Linker.blocks(table, frozen, threads) : blocks;
      if (known.length != keys * table.size()) {
        throw new IllegalArgumentException(
            known.length + " block values for " + table.size() + " rows under " + keys + " keys");
      }
      this.keyOfPair = (a, b) -> Blocks.firstKey(known, keys, order[a], order[b]);
    }
    this.scorer = new Scorer(model);
    this.missingness = new Missingness(agreement, scorer);
    this.least = Linking.least(settings);
    this.joinFrom = Linking.joinFrom(scorer, settings.threshold());
    this.keyNames = model.keys().stream().map(key -> String.join(" + ", key.parts())).toList();
  }

  /**
   * Lets explanations count what third records say.
   *
   * @param clusters the cluster of each row of the table, numbered from 0
   */
  public void count(int[] clusters) {
    int[] placed = new int[clusters.length];
    for (int row = 0; row < clusters.length; row++) {
      placed[place[row]] = clusters[row];
    }
    companions = new Companions(new Members(placed), rule, scorer);
  }

  private double evidence(int a, int b) {
    int[] vector = new int[agreement.entries()];
    vectors.compare(a, b, vector);
    return evidence(a, b, keyOfPair.firstKey(a, b), vector);
  }

  private double evidence(int a, int b, int key, int[] vector) {
    double ofFields =
        rule.allows(a, b) ? scorer.evidenceBits(key, vector) : scorer.sameSourceBits(key, vector);
    return ofFields + missingness.bits(a, b);
  }

  /** The evidence of a pair that would be kept, {@code NaN} of others. */
  private double kept(int a, int b) {
    boolean reached = rule.allows(a, b) && keyOfPair.firstKey(a, b) < keyNames.size();
    double bits = reached ? evidence(a, b) : Double.NEGATIVE_INFINITY;
    return bits >= least ? bits : Double.NaN;
  }

  /** Whether the mode lets two rows be compared. */
  public boolean allows(int rowA, int rowB) {
    requirePair(rowA, rowB);
    int a = place[rowA];
    int b = place[rowB];
    return rule.allows(Math.min(a, b), Math.max(a, b));
  }

  /**
   * What a pair weighs by its own evidence, without the reasons.
   *
   * @throws IllegalArgumentException where the rows are no pair of the table's
   */
  public PairScore score(int rowA, int rowB) {
    boolean allowed = allows(rowA, rowB);
    int[] vector = new int[agreement.entries()];
    vectors.compare(place[rowA], place[rowB], vector);
    int key = keyOfPair.firstKey(place[rowA], place[rowB]);
    double evidence = evidence(place[rowA], place[rowB], key, vector);
    return new PairScore(
        allowed ? keyName(key) : Explanation.NO_KEY, evidence, scorer.calibrated(evidence));
  }

  /** What speaks for joining two groups of rows, as clustering weighs it. */
  public GroupEvidence between(int[] rowsA, int[] rowsB) {
    double sum = 0;
    int count = 0;
    for (int a : Arrays.copyOf(rowsA, Math.min(Agglomeration.MOST_COMPARED, rowsA.length))) {
      for (int b : Arrays.copyOf(rowsB, Math.min(Agglomeration.MOST_COMPARED, rowsB.length))) {
        double bits = a == b ? Double.NaN : joining(a, b);
        if (!Double.isNaN(bits)) {
          sum += Math.max(-Agglomeration.LIMIT_BITS, Math.min(Agglomeration.LIMIT_BITS, bits));
          count++;
        }
      }
    }
    return new GroupEvidence(count == 0 ? Double.NaN : sum / count, joinFrom);
  }

  private double joining(int rowA, int rowB) {
    double bits = score(rowA, rowB).evidenceBits();
    return allows(rowA, rowB) ? bits : Scoring.against(bits);
  }

  /**
   * Why a pair weighs what it weighs.
   *
   * @throws IllegalArgumentException where the rows are no pair of the table's
   */
  public Explanation explain(int rowA, int rowB) {
    int[] vector = vector(rowA, rowB);
    int key = keyOfPair.firstKey(place[rowA], place[rowB]);
    return new Explanation(
        keyName(key),
        scorer.priorBits(key),
        parts(rowA, rowB, key, vector, this::stated),
        shortfalls(rowA, rowB, key, vector));
  }

  /**
   * The parts of {@link #explain} alone, without the values, at a fraction of the cost.
   *
   * @throws IllegalArgumentException where the rows are no pair of the table's
   */
  public List<Explanation.Part> parts(int rowA, int rowB) {
    int[] vector = vector(rowA, rowB);
    int key = keyOfPair.firstKey(place[rowA], place[rowB]);
    return parts(rowA, rowB, key, vector, (row, entry) -> null);
  }

  /** Tells what a row states of an entry, {@code null} where it states nothing. */
  private interface Stated {
    @Nullable String of(int row, int entry);
  }

  private @Nullable String stated(int row, int entry) {
    return entry < agreement.fields()
        ? table.value(row, entry)
        : table.sources().get(table.source(row));
  }

  private int[] vector(int rowA, int rowB) {
    requirePair(rowA, rowB);
    int[] vector = new int[agreement.entries()];
    vectors.compare(place[rowA], place[rowB], vector);
    return vector;
  }

  private List<Explanation.Part> parts(int rowA, int rowB, int key, int[] vector, Stated stated) {
    List<Explanation.Part> parts = new ArrayList<>();
    for (int entry = 0; entry < vector.length; entry++) {
      boolean isField = entry < agreement.fields();
      double statedBits = isField ? missingness.bits(entry, place[rowA], place[rowB]) : 0;
      boolean isNoPair = !isField && !allows(rowA, rowB);
      double bits =
          isNoPair
              ? scorer.sameSourceBits(vector[entry])
              : scorer.bits(key, entry, vector) + statedBits;
      double kindBits =
          isNoPair ? bits : scorer.bitsWithoutTermFrequency(key, entry, vector) + statedBits;
      Level level = agreement.levels(entry).get(vector[entry]);
      parts.add(
          new Explanation.Part(
              model.entries().get(entry).name(),
              stated.of(rowA, entry),
              stated.of(rowB, entry),
              statedBits < 0 ? STATED_BY_ONE : level.kind(),
              level.rarity(),
              kindBits,
              bits - kindBits));
    }
    if (scorer.hasRelatives()) {
      double bits =
          scorer.evidenceBits(key, vector) - scorer.priorBits(key) - sum(scorer.parts(key, vector));
      String level = "people who go together are alike as well";
      parts.add(new Explanation.Part(Explanation.RELATIVES, null, null, level, -1, bits, 0));
    }
    double evidence = evidence(place[rowA], place[rowB], key, vector);
    double calibration = scorer.calibrated(evidence) - evidence;
    parts.add(
        new Explanation.Part(
            Explanation.CALIBRATION,
            null,
            null,
            "how often such evidence has proved right",
            -1,
            calibration,
            0));
    if (companions != null) {
      parts.add(thirdRecords(companions, rowA, rowB, evidence));
    }
    if (scorer.hasLessons()) {
      double bits = scorer.lessonBits(key, vector);
      String level = "what decided pairs have taught";
      parts.add(new Explanation.Part(Explanation.DECISIONS, null, null, level, -1, bits, 0));
    }
    return parts;
  }

  /** Exact, since all terms stand on one grid. */
  private static double sum(double[] terms) {
    return Arrays.stream(terms).sum();
  }

  private Explanation.Part thirdRecords(Companions known, int rowA, int rowB, double evidenceBits) {
    int a = Math.min(place[rowA], place[rowB]);
    int b = Math.max(place[rowA], place[rowB]);
    String level =
        switch (known.standing(a, b)) {
          case ALONE -> "neither has any: nothing competes";
          case APART -> "the groups of the two";
          case TOGETHER -> "both with the rest of their group";
        };
    double bits =
        known.weightBits(a, b, evidenceBits, this::evidence, this::kept)
            - scorer.calibrated(evidenceBits);
    return new Explanation.Part(Explanation.THIRD_RECORDS, null, null, level, -1, bits, 0);
  }

  private String keyName(int key) {
    return key < keyNames.size() ? keyNames.get(key) : Explanation.NO_KEY;
  }

  private void requirePair(int rowA, int rowB) {
    if (rowA == rowB || Math.min(rowA, rowB) < 0 || Math.max(rowA, rowB) >= place.length) {
      throw new IllegalArgumentException("not a pair of rows: " + rowA + ", " + rowB);
    }
  }

  private List<Explanation.Shortfall> shortfalls(int rowA, int rowB, int key, int[] vector) {
    double evidence = evidence(place[rowA], place[rowB], key, vector);
    List<Explanation.Shortfall> shortfalls = new ArrayList<>();
    for (int field = 0; field < agreement.fields(); field++) {
      boolean missingA = table.value(rowA, field) == null;
      boolean missingB = table.value(rowB, field) == null;
      double best;
      if (missingA && missingB) {
        best = atRandom(key, field, vector);
      } else if (missingA || missingB) {
        best = agreeing(key, field, vector, missingA ? rowB : rowA);
      } else {
        best = Math.min(agreeing(key, field, vector, rowA), agreeing(key, field, vector, rowB));
      }
      double statedBits = missingness.bits(field, place[rowA], place[rowB]);
      best += missingness.bits(place[rowA], place[rowB]) - statedBits;
      if (best - evidence >= LEAST_GAIN_BITS) {
        shortfalls.add(
            new Explanation.Shortfall(
                model.entries().get(field).name(),
                (missingA ? 1 : 0) + (missingB ? 1 : 0),
                scorer.bits(key, field, vector) + statedBits,
                best - evidence,
                scorer.calibrated(best)));
      }
    }
    shortfalls.sort(
        Comparator.comparingDouble(Explanation.Shortfall::gainBits)
            .reversed()
            .thenComparing(Explanation.Shortfall::field));
    return shortfalls;
  }

  /** The evidence if both rows had one row's value in a field. */
  private double agreeing(int key, int field, int[] vector, int row) {
    return with(key, field, vector, vectors.compare(field, place[row], place[row]));
  }

  /** The evidence if a field agreed exactly on a value as rare as those of the records are. */
  private double atRandom(int key, int field, int[] vector) {
    List<Level> levels = agreement.levels(field);
    String exact =
        levels.stream()
            .filter(level -> !level.isConfirmedDifferent())
            .reduce((before, last) -> last)
            .orElse(Level.MISSING)
            .kind();
    double sum = 0;
    double shares = 0;
    for (int level = 1; level < levels.size(); level++) {
      if (levels.get(level).kind().equals(exact)) {
        sum += levels.get(level).share() * with(key, field, vector, level);
        shares += levels.get(level).share();
      }
    }
    return shares == 0 ? Double.NaN : sum / shares;
  }

  /** The evidence with another level in one field, which fields that repeat it feel as well. */
  private double with(int key, int field, int[] vector, int level) {
    int[] changed = vector.clone();
    changed[field] = level;
    return scorer.evidenceBits(key, changed);
  }
}
