package org.baophu.link.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.baophu.link.parallel.Tasks;
import org.baophu.link.table.Table;

/** Finds the keys that yield few enough pairs. */
public final class KeySearch {
  private static final int SAMPLE_ROWS = 20_000;
  private static final double PAIRS_PER_ROW = 4;
  private static final double LEAST_PAIRS = 20_000;

  /** Where matches are many, a key may bring up so many pairs for each of them. */
  public static final double PAIRS_A_MATCH = 2;

  /** Most parts that a key is made of. */
  static final int MOST_PARTS = 3;

  private final List<Part> parts;
  private final int[] sample;
  private final int[][] sampleValues;
  private final double scale;
  private final double limit;
  private final int threads;
  private final ThreadLocal<Counts> countsOfThread;

  /**
   * A search over the parts of a table.
   *
   * @param matchesPerRow about how many matches there are for each row, 0 if that is not known
   */
  public KeySearch(Table table, List<Part> parts, double matchesPerRow, int threads) {
    this.parts = parts;
    this.threads = threads;
    this.sample = sampleRows(table.size());
    this.countsOfThread = ThreadLocal.withInitial(() -> new Counts(sample.length));
    this.sampleValues = new int[parts.size()][sample.length];
    for (int part = 0; part < sampleValues.length; part++) {
      for (int i = 0; i < sample.length; i++) {
        sampleValues[part][i] = parts.get(part).of(sample[i]);
      }
    }
    double factor = (double) table.size() / Math.max(1, sample.length);
    this.scale = factor * factor;
    double perRow = Math.max(PAIRS_PER_ROW, PAIRS_A_MATCH * matchesPerRow);
    this.limit = Math.max(LEAST_PAIRS, perRow * table.size());
  }

  /** Rows by hash, so that neighbours in the table do not come together. */
  private static int[] sampleRows(int size) {
    if (size <= SAMPLE_ROWS) {
      int[] all = new int[size];
      Arrays.setAll(all, row -> row);
      return all;
    }
    long bound = (long) ((double) SAMPLE_ROWS / size * Long.MAX_VALUE);
    int[] rows = new int[size];
    int used = 0;
    for (int row = 0; row < size; row++) {
      if (Mix.mix(row) >>> 1 < bound) {
        rows[used++] = row;
      }
    }
    return Arrays.copyOf(rows, used);
  }

  /**
   * The keys under the limit of which no shorter key is under it too, in a fixed order: a longer
   * key reaches nothing that the shorter does not.
   */
  public List<BlockingKey> selective() {
    List<BlockingKey> found = new ArrayList<>();
    List<BitSet> foundParts = new ArrayList<>();
    List<int[]> open = List.of(new int[0]);
    for (int length = 1; length <= MOST_PARTS; length++) {
      List<int[]> longer = new ArrayList<>();
      for (int[] shorter : open) {
        int from = shorter.length == 0 ? 0 : shorter[shorter.length - 1] + 1;
        for (int next = from; next < parts.size(); next++) {
          int[] combined = Arrays.copyOf(shorter, length);
          combined[length - 1] = next;
          if (isOfDistinctFields(combined) && !containsFound(foundParts, combined)) {
            longer.add(combined);
          }
        }
      }
      List<Double> pairs = Tasks.run(threads, longer.size(), i -> pairs(longer.get(i)));
      List<int[]> stillOpen = new ArrayList<>();
      for (int i = 0; i < longer.size(); i++) {
        if (pairs.get(i) > limit) {
          stillOpen.add(longer.get(i));
        } else if (pairs.get(i) > 0) {
          List<Part> own = Arrays.stream(longer.get(i)).mapToObj(parts::get).toList();
          found.add(new BlockingKey(own, pairs.get(i)));
          foundParts.add(set(longer.get(i)));
        }
      }
      open = stillOpen;
    }
    return found;
  }

  private boolean isOfDistinctFields(int[] combined) {
    return Arrays.stream(combined).map(i -> parts.get(i).field()).distinct().count()
        == combined.length;
  }

  private static boolean containsFound(List<BitSet> found, int[] combined) {
    BitSet own = set(combined);
    for (BitSet key : found) {
      BitSet rest = (BitSet) key.clone();
      rest.andNot(own);
      if (rest.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static BitSet set(int[] combined) {
    BitSet set = new BitSet();
    Arrays.stream(combined).forEach(set::set);
    return set;
  }

  /** About how many pairs agree on all of some parts; more than the limit, if it is more. */
  private double pairs(int[] combined) {
    // Counts of equal values in an open table; a sort would take several times as long.
    Counts counts = countsOfThread.get();
    counts.clear();
    double most = limit / scale;
    double pairs = 0;
    for (int i = 0; i < sample.length && pairs <= most; i++) {
      int value = sampleValues[combined[0]][i];
      for (int next = 1; next < combined.length && value != 0; next++) {
        int part = sampleValues[combined[next]][i];
        value = part == 0 ? 0 : Mix.combine(value, part);
      }
      if (value != 0) {
        pairs += counts.add(value);
      }
    }
    return pairs * scale;
  }

  /** How often each number came. For one thread. */
  private static final class Counts {
    private final int[] values;
    private final int[] counts;
    private final int[] used;
    private int size;

    private Counts(int most) {
      this.values = new int[Integer.highestOneBit(Math.max(8, 4 * most))];
      this.counts = new int[values.length];
      this.used = new int[most];
    }

    private void clear() {
      for (int i = 0; i < size; i++) {
        values[used[i]] = 0;
        counts[used[i]] = 0;
      }
      size = 0;
    }

    /** Counts a number other than 0 and returns how often it came before. */
    private int add(int value) {
      int mask = values.length - 1;
      int slot = value & mask;
      while (values[slot] != 0 && values[slot] != value) {
        slot = (slot + 1) & mask;
      }
      if (values[slot] == 0) {
        values[slot] = value;
        used[size++] = slot;
      }
      return counts[slot]++;
    }
  }
}
