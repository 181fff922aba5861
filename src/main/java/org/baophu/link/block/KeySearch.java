package org.baophu.link.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.baophu.link.parallel.Tasks;
import org.baophu.link.table.Table;

/** Finds the keys that yield few enough pairs. */
public final class KeySearch {
  private static final int SAMPLE_ROWS = 20_000;
  private static final double PAIRS_PER_ROW = 4;
  private static final double LEAST_PAIRS = 20_000;

  private final List<Part> parts;
  private final int[] sample;
  private final int[][] sampleValues;
  private final double scale;
  private final double limit;
  private final int threads;

  /** A search over the parts of a table. */
  public KeySearch(Table table, List<Part> parts, int threads) {
    this.parts = parts;
    this.threads = threads;
    this.sample = sampleRows(table.size());
    this.sampleValues = new int[parts.size()][sample.length];
    for (int part = 0; part < sampleValues.length; part++) {
      for (int i = 0; i < sample.length; i++) {
        sampleValues[part][i] = parts.get(part).of(sample[i]);
      }
    }
    double factor = (double) table.size() / Math.max(1, sample.length);
    this.scale = factor * factor;
    this.limit = Math.max(LEAST_PAIRS, PAIRS_PER_ROW * table.size());
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
    List<List<Integer>> open = List.of(List.of());
    for (int length = 1; length <= 3; length++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> shorter : open) {
        int from = shorter.isEmpty() ? 0 : shorter.get(shorter.size() - 1) + 1;
        for (int next = from; next < parts.size(); next++) {
          List<Integer> combined = new ArrayList<>(shorter);
          combined.add(next);
          if (isOfDistinctFields(combined) && !containsFound(found, combined)) {
            longer.add(combined);
          }
        }
      }
      List<Double> pairs = Tasks.run(threads, longer.size(), i -> pairs(longer.get(i)));
      List<List<Integer>> stillOpen = new ArrayList<>();
      for (int i = 0; i < longer.size(); i++) {
        if (pairs.get(i) > limit) {
          stillOpen.add(longer.get(i));
        } else if (pairs.get(i) > 0) {
          found.add(new BlockingKey(longer.get(i).stream().map(parts::get).toList(), pairs.get(i)));
        }
      }
      open = stillOpen;
    }
    return found;
  }

  private boolean isOfDistinctFields(List<Integer> combined) {
    return combined.stream().map(i -> parts.get(i).field()).distinct().count() == combined.size();
  }

  private boolean containsFound(List<BlockingKey> found, List<Integer> combined) {
    List<Part> own = combined.stream().map(parts::get).toList();
    return found.stream().anyMatch(key -> own.containsAll(key.parts()));
  }

  /** About how many pairs agree on all of some parts. */
  private double pairs(List<Integer> combined) {
    // Counts of equal values in an open table; a sort would take several times as long.
    int mask = Integer.highestOneBit(Math.max(8, 4 * sample.length)) - 1;
    int[] slots = new int[mask + 1];
    int[] counts = new int[mask + 1];
    double pairs = 0;
    for (int i = 0; i < sample.length; i++) {
      int value = sampleValues[combined.get(0)][i];
      for (int next = 1; next < combined.size() && value != 0; next++) {
        int part = sampleValues[combined.get(next)][i];
        value = part == 0 ? 0 : Mix.combine(value, part);
      }
      if (value != 0) {
        int slot = value & mask;
        while (slots[slot] != 0 && slots[slot] != value) {
          slot = (slot + 1) & mask;
        }
        slots[slot] = value;
        pairs += counts[slot]++;
      }
    }
    return pairs * scale;
  }
}
