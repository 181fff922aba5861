package org.baophu.link.block;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.baophu.link.parallel.Tasks;

/**
 * Rows of whole blocks under each of many keys, drawn by what they are blocked by. All keys go
 * through some rows before any goes on: what the rows hold is then at hand, and what several keys
 * begin with is worked out once.
 */
final class RowSample {
  private static final int CHUNK_ROWS = 1 << 11;
  private static final int TASK_ROWS = 1 << 16;

  private final List<BlockingKey> keys;

  /** By key the values below which a block is drawn; values are hashes themselves. */
  private final long[] bounds;

  private final List<Drawn> drawn;

  /**
   * Draws rows.
   *
   * @param rate of a key: which share of its blocks is drawn, about
   */
  RowSample(List<BlockingKey> keys, ToDoubleFunction<BlockingKey> rate, int rows, int threads) {
    this.keys = keys;
    this.bounds =
        keys.stream().mapToLong(key -> (long) (rate.applyAsDouble(key) * (1L << 32))).toArray();
    int tasks = (rows + TASK_ROWS - 1) / TASK_ROWS;
    this.drawn =
        Tasks.run(
            threads, tasks, task -> new Drawn(task * TASK_ROWS, (task + 1L) * TASK_ROWS, rows));
  }

  /** The rows drawn for a key, each below what it is blocked by in one number, ascending by row. */
  long[] rows(int key) {
    int size = drawn.stream().mapToInt(part -> part.sizes[key]).sum();
    long[] all = new long[size];
    int used = 0;
    for (Drawn part : drawn) {
      System.arraycopy(part.rows[key], 0, all, used, part.sizes[key]);
      used += part.sizes[key];
    }
    return all;
  }

  /** What is drawn of some rows. */
  private final class Drawn {
    private final long[][] rows = new long[keys.size()][16];
    private final int[] sizes = new int[keys.size()];

    /** By number of parts what a chunk of rows is blocked by under so many first parts of a key. */
    private final int[][] values = new int[KeySearch.MOST_PARTS][CHUNK_ROWS];

    private Drawn(int from, long to, int size) {
      for (int start = from; start < Math.min(to, size); start += CHUNK_ROWS) {
        int count = (int) Math.min(CHUNK_ROWS, Math.min(to, size) - start);
        List<Part> before = List.of();
        for (int key = 0; key < keys.size(); key++) {
          List<Part> parts = keys.get(key).parts();
          draw(key, parts, start, count, begin(before, parts, start, count));
          before = parts;
        }
      }
    }

    /**
     * What the rows of a chunk are blocked by under all parts of a key but the last, or by its only
     * part, with what that has in common with the key before.
     */
    private int[] begin(List<Part> before, List<Part> parts, int start, int count) {
      // As many parts of the key before as it was begun with.
      int known = Math.min(Math.max(1, before.size() - 1), before.size());
      int common = 0;
      while (common < Math.min(known, parts.size()) && before.get(common) == parts.get(common)) {
        common++;
      }
      int last = Math.max(1, parts.size() - 1);
      for (int part = common; part < last; part++) {
        if (part == 0) {
          System.arraycopy(parts.get(0).values(), start, values[0], 0, count);
        } else {
          combine(values[part - 1], parts.get(part).values(), start, count, values[part]);
        }
      }
      return values[last - 1];
    }

    private void draw(int key, List<Part> parts, int start, int count, int[] begun) {
      if (parts.size() == 1) {
        for (int i = 0; i < count; i++) {
          add(key, begun[i], start + i);
        }
        return;
      }
      int[] last = parts.get(parts.size() - 1).values();
      long bound = bounds[key];
      for (int i = 0; i < count; i++) {
        // Nearly no row passes, and only of those is it asked whether they have all parts.
        if (Mix.upper(begun[i], last[start + i]) < bound) {
          boolean hasAll = begun[i] != 0 && last[start + i] != 0;
          add(key, hasAll ? Mix.combine(begun[i], last[start + i]) : 0, start + i);
        }
      }
    }

    /** Adds a row by what it is blocked by, 0 for nothing, if that is drawn. */
    private void add(int key, int block, int row) {
      if (block == 0 || (block & 0xffffffffL) >= bounds[key]) {
        return;
      }
      if (sizes[key] == rows[key].length) {
        rows[key] = Arrays.copyOf(rows[key], 2 * sizes[key]);
      }
      rows[key][sizes[key]++] = (long) block << 32 | row;
    }
  }

  /** Without a jump: many rows lack a part, and which ones cannot be foreseen. */
  private static void combine(int[] blocks, int[] part, int start, int count, int[] into) {
    for (int i = 0; i < count; i++) {
      int combined = Mix.combine(blocks[i], part[start + i]);
      into[i] = combined & present(blocks[i]) & present(part[start + i]);
    }
  }

  /** All bits, but none for 0. */
  private static int present(int value) {
    return (value | -value) >> Integer.SIZE - 1;
  }

  /** What all rows are blocked by under a key, 0 where a part is missing. */
  static int[] values(BlockingKey key, int rows) {
    int[] values = Arrays.copyOf(key.parts().get(0).values(), rows);
    key.parts().stream().skip(1).forEach(part -> combine(values, part.values(), 0, rows, values));
    return values;
  }
}
