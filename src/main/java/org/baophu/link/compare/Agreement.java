package org.baophu.link.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.baophu.link.parallel.Tasks;
import org.baophu.link.table.Column;
import org.baophu.link.table.Field;
import org.baophu.link.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Agreement vectors of the rows of one table. What is known of the values is shared; each thread
 * takes its own {@link Vectors}.
 */
public final class Agreement {
  private static final int CHUNK_ROWS = 1 << 12;

  private final Table table;
  private final Comparison[] comparisons;
  private final List<Usage> usages;

  private final Column[] columns;

  /**
   * Row by row the packed values of all fields, 0 where missing, then the source: what a comparison
   * reads is together.
   */
  private final long[] packed;

  private final int stride;
  private final List<Level> sourcePairs;
  private final int[][] levelOfSources;
  private final @Nullable Swaps swaps;

  private Agreement(
      Table table,
      Comparison[] comparisons,
      List<Usage> usages,
      Column[] columns,
      List<Level> sourcePairs,
      int threads) {
    this.table = table;
    this.comparisons = comparisons;
    this.usages = usages;
    this.stride = columns.length + 1;
    this.columns = columns;
    this.packed = new long[Math.multiplyExact(table.size(), stride)];
    // Some rows at a time, so that what is written stays at hand until a row is whole.
    Tasks.run(
        threads,
        (table.size() + CHUNK_ROWS - 1) / CHUNK_ROWS,
        chunk -> {
          pack(chunk * CHUNK_ROWS, Math.min(table.size(), (chunk + 1) * CHUNK_ROWS));
          return chunk;
        });
    this.sourcePairs = sourcePairs;
    this.levelOfSources = levelOfSources(table.sources(), sourcePairs);
    this.swaps = Swaps.of(table.fields(), columns, comparisons);
  }

  /** One level for each pair of sources: some pairs of registers share more people than others. */
  private static List<Level> sourcePairs(List<String> sources) {
    Levels levels = new Levels(List.of());
    for (int a = 0; a < sources.size(); a++) {
      for (int b = 0; b <= a; b++) {
        levels.kind(sourcePair(sources, b, a), 0.5);
      }
    }
    return levels.list();
  }

  /** Prepares the comparison of every field by its type. */
  public static Agreement of(Table table) {
    return of(table, List.of(), 1);
  }

  /**
   * Prepares comparisons with the levels that a model was learnt with, of values as common as they
   * are in this table.
   *
   * @param known by entry as {@link #levels} gave them, or empty to find them in the table
   * @throws IllegalArgumentException where they do not fit the table's fields
   */
  public static Agreement of(Table table, List<List<Level>> known, int threads) {
    return of(table, known, null, threads);
  }

  /**
   * Prepares comparisons with the levels that a model was learnt with.
   *
   * @param known by entry as {@link #levels} gave them, or empty to find them in the table
   * @param frequencies as {@link #frequencies} gave them, {@code null} to count in the table
   * @throws IllegalArgumentException where they do not fit the table's fields
   */
  public static Agreement of(
      Table table, List<List<Level>> known, @Nullable Frequencies frequencies, int threads) {
    int fields = table.fields().size();
    if (!known.isEmpty() && known.size() != fields + 1) {
      throw new IllegalArgumentException(
          "levels of " + known.size() + " entries for " + fields + " fields and the sources");
    }
    if (frequencies != null && frequencies.size() != fields) {
      throw new IllegalArgumentException(
          "frequencies of " + frequencies.size() + " fields for " + fields);
    }
    Column[] columns = new Column[fields];
    Arrays.setAll(columns, table::column);
    List<Usage> usages = new ArrayList<>();
    for (int field = 0; field < fields; field++) {
      usages.add(new Usage(columns[field], frequencies == null ? null : frequencies.field(field)));
    }
    List<Comparison> comparisons =
        Tasks.runLargestFirst(
            threads,
            fields,
            table::work,
            field -> {
              Levels levels = new Levels(known.isEmpty() ? List.of() : known.get(field));
              Comparison comparison =
                  comparison(table.fields().get(field), columns[field], levels, usages.get(field));
              levels.check();
              return comparison;
            });
    return new Agreement(
        table,
        comparisons.toArray(Comparison[]::new),
        usages,
        columns,
        known.isEmpty() ? sourcePairs(table.sources()) : known.get(fields),
        threads);
  }

  private void pack(int from, int to) {
    for (int field = 0; field < columns.length; field++) {
      for (int row = from; row < to; row++) {
        int code = columns[field].code(row);
        packed[row * stride + field] = code < 0 ? 0 : comparisons[field].packed(code);
      }
    }
    for (int row = from; row < to; row++) {
      packed[row * stride + columns.length] = table.source(row);
    }
  }

  private static Comparison comparison(Field field, Column column, Levels levels, Usage usage) {
    return switch (field.type()) {
      case NAME -> NameComparison.withConfirmed(column, levels, usage);
      case PERSON_NAME -> new PersonNameComparison(column, levels, usage);
      case DATE -> new DateComparison(column, levels, usage);
      case IDENTIFIER -> IdentifierComparison.withConfirmed(column, levels, usage);
      case PHONE -> new IdentifierComparison(column, levels, usage);
      case TEXT -> TextComparison.withConfirmed(column, levels, usage);
      case CATEGORY -> new CategoryComparison(column, levels, usage);
      case NUMBER -> new NumberComparison(column, levels, usage);
    };
  }

  private static String sourcePair(List<String> sources, int a, int b) {
    return sources.get(Math.min(a, b)) + " with " + sources.get(Math.max(a, b));
  }

  /** The level of each pair of sources; 0, as if missing, where nothing is known of the pair. */
  private static int[][] levelOfSources(List<String> sources, List<Level> levels) {
    List<String> names = levels.stream().map(Level::kind).toList();
    int[][] levelOf = new int[sources.size()][sources.size()];
    for (int a = 0; a < levelOf.length; a++) {
      for (int b = 0; b < levelOf.length; b++) {
        levelOf[a][b] = Math.max(0, names.indexOf(sourcePair(sources, a, b)));
      }
    }
    return levelOf;
  }

  /** Whether a row states a field. */
  public boolean isStated(int field, int row) {
    return packed[row * stride + field] != 0;
  }

  /** Whether one of two rows states a field and the other does not. */
  public boolean isStatedByOne(int field, int rowA, int rowB) {
    return isStated(field, rowA) != isStated(field, rowB);
  }

  /** The table compared. */
  public Table table() {
    return table;
  }

  /**
   * The words of a field's values by code, as they were read to be compared; {@code null} where
   * they are not read word by word.
   */
  public @Nullable Words words(int field) {
    return comparisons[field].words();
  }

  /** How common the values are, for other tables to be compared as this one is. */
  public Frequencies frequencies() {
    return new Frequencies(usages.stream().map(Usage::frequencies).toList());
  }

  /** How many fields are compared. */
  public int fields() {
    return comparisons.length;
  }

  /** How many entries an agreement vector has: one per field, and last the pair of sources. */
  public int entries() {
    return comparisons.length + 1;
  }

  /** The entries in the order of what comparing them costs, the cheapest first. */
  public int[] cheapestFirst() {
    return IntStream.range(0, entries())
        .boxed()
        .sorted(Comparator.comparingInt(this::cost))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int cost(int entry) {
    return entry == comparisons.length
        ? 0
        : switch (table.fields().get(entry).type()) {
          case DATE -> 1;
          case IDENTIFIER, PHONE -> 2;
          case CATEGORY, NUMBER -> 3;
          case NAME -> 4;
          case PERSON_NAME -> 5;
          case TEXT -> 6;
        };
  }

  /** The levels of an entry; index 0 is {@link Level#MISSING}. */
  public List<Level> levels(int entry) {
    return entry < comparisons.length ? comparisons[entry].levels() : sourcePairs;
  }

  /** By level of the pair of sources, the last entry, whether both are the same. */
  public boolean[] withinSource() {
    boolean[] within = new boolean[sourcePairs.size()];
    for (int source = 0; source < levelOfSources.length; source++) {
      within[levelOfSources[source][source]] = true;
    }
    return within;
  }

  /** Something to compare rows with, for one thread. */
  public Vectors vectors() {
    return new Vectors();
  }

  /** Compares rows, remembering the levels of value pairs seen lately. For one thread. */
  public final class Vectors {
    /** The most pairs that are compared at a time. */
    public static final int BATCH = 256;

    private static final int REMEMBERED = 1 << 15;
    private static final long[] NONE_YET = new long[0];

    /** By field the pairs of values remembered: null for cheap ones, of none before the first. */
    private final long[][] keys = new long[comparisons.length][];

    private final byte[][] known = new byte[comparisons.length][];
    private final long[] packedA = new long[BATCH];
    private final long[] packedB = new long[BATCH];
    private final int[] found = new int[BATCH];

    /** What was read ahead; kept, or the reading would be taken for useless and left out. */
    @SuppressWarnings("unused")
    private long fetched;

    private Vectors() {
      for (int field = 0; field < comparisons.length; field++) {
        if (comparisons[field].isCostly()) {
          keys[field] = NONE_YET;
        }
      }
    }

    private long[] begin(int field) {
      keys[field] = new long[REMEMBERED];
      Arrays.fill(keys[field], -1);
      known[field] = new byte[REMEMBERED];
      return keys[field];
    }

    /** Writes the level of each entry into {@code levels}. */
    public void compare(int rowA, int rowB, int[] levels) {
      for (int entry = 0; entry < levels.length; entry++) {
        levels[entry] = compare(entry, rowA, rowB);
      }
    }

    /**
     * The levels of one entry for several pairs at a time: what must be fetched from memory for
     * them is asked for at once rather than pair after pair.
     *
     * @param chosen which pairs, the first {@code count} of it
     * @param levels by pair
     */
    public void compare(
        int entry, int[] rowsA, int[] rowsB, int[] chosen, int count, int[] levels) {
      for (int i = 0; i < count; i++) {
        packedA[i] = packed[rowsA[chosen[i]] * stride + entry];
        packedB[i] = packed[rowsB[chosen[i]] * stride + entry];
      }
      if (entry == comparisons.length) {
        for (int i = 0; i < count; i++) {
          levels[chosen[i]] = levelOfSources[(int) packedA[i]][(int) packedB[i]];
        }
        return;
      }
      fetched += comparisons[entry].fetch(packedA, count);
      fetched += comparisons[entry].fetch(packedB, count);
      comparisons[entry].levels(packedA, packedB, count, found);
      for (int i = 0; i < count; i++) {
        int pair = chosen[i];
        levels[pair] = settled(entry, found[i], rowsA[pair], rowsB[pair]);
      }
    }

    /** The level of one entry. */
    public int compare(int entry, int rowA, int rowB) {
      long a = packed[rowA * stride + entry];
      long b = packed[rowB * stride + entry];
      return level(entry, a, b, rowA, rowB);
    }

    private int level(int entry, long a, long b, int rowA, int rowB) {
      if (entry == comparisons.length) {
        return levelOfSources[(int) a][(int) b];
      }
      if (a == 0 || b == 0) {
        return 0;
      }
      return settled(entry, comparisons[entry].level(a, b), rowA, rowB);
    }

    /** The level of an entry by what the numbers of the values tell, be it {@code UNKNOWN}. */
    private int settled(int entry, int told, int rowA, int rowB) {
      if (told == 0) {
        return 0;
      }
      int level = told;
      if (level == Comparison.UNKNOWN) {
        level = level(entry, columns[entry].code(rowA), columns[entry].code(rowB));
      }
      return swaps == null ? level : swaps.level(entry, level, rowA, rowB);
    }

    private int level(int field, int codeA, int codeB) {
      long[] slots = keys[field];
      if (slots == null) {
        return codeA < codeB
            ? comparisons[field].level(codeA, codeB)
            : comparisons[field].level(codeB, codeA);
      }
      if (slots.length == 0) {
        slots = begin(field);
      }
      long key = (long) Math.min(codeA, codeB) << 32 | Math.max(codeA, codeB);
      int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 49);
      if (slots[slot] != key) {
        slots[slot] = key;
        // Symmetric: which of the two stands first does not matter.
        known[field][slot] =
            (byte) comparisons[field].level(Math.min(codeA, codeB), Math.max(codeA, codeB));
      }
      return known[field][slot] & 0xff;
    }
  }
}
