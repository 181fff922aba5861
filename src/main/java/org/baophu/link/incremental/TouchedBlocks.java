package org.baophu.link.incremental;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.baophu.link.block.PairRule;
import org.baophu.link.block.PairSink;
import org.baophu.link.parallel.Tasks;

/** The blocks that hold a fresh row, a new or changed one, and the pairs that it brings up. */
public final class TouchedBlocks {
  private static final int CHUNK_ROWS = 1 << 15;
  private static final int SKETCH_WORDS = 1 << 13;

  private final Blocks blocks;
  private final int keys;
  private final BitSet fresh;

  /** Some bits of each touched block, small enough to be at hand: most values are of none. */
  private final long[] sketch = new long[SKETCH_WORDS];

  /** Open addressing: key and value of each touched block, 0 where a slot is free. */
  private long[] slots = new long[1 << 10];

  private int[] numbers = new int[1 << 10];
  private int count;

  /** By touched block its key. */
  private int[] keyOf = new int[1 << 8];

  /** The rows of each touched block, ascending, from its start to the next one's. */
  private int[] rows = new int[0];

  private int[] starts = new int[0];

  /**
   * Finds the blocks.
   *
   * @param freshRows ascending
   * @param threads at least 1; changes the time taken, never the result
   */
  public TouchedBlocks(Blocks blocks, int[] freshRows, int threads) {
    this.blocks = blocks;
    this.keys = blocks.keys();
    this.fresh = new BitSet();
    for (int row : freshRows) {
      fresh.set(row);
      for (int key = 0; key < keys; key++) {
        int value = blocks.value(row, key);
        if (value != 0) {
          note(key, value);
        }
      }
    }
    fill(threads);
  }

  private void note(int key, int value) {
    long name = name(key, value);
    int slot = slot(name);
    if (slots[slot] == 0) {
      sketch[value >>> 6 & SKETCH_WORDS - 1] |= 1L << value;
      slots[slot] = name;
      numbers[slot] = count;
      if (count == keyOf.length) {
        keyOf = Arrays.copyOf(keyOf, count * 2);
      }
      keyOf[count++] = key;
      if (count * 2 > slots.length) {
        grow();
      }
    }
  }

  private void grow() {
    long[] names = slots;
    int[] known = numbers;
    slots = new long[names.length * 4];
    numbers = new int[slots.length];
    for (int i = 0; i < names.length; i++) {
      if (names[i] != 0) {
        int slot = slot(names[i]);
        slots[slot] = names[i];
        numbers[slot] = known[i];
      }
    }
  }

  private static long name(int key, int value) {
    return (long) key << Integer.SIZE | value & 0xffffffffL;
  }

  private int slot(long name) {
    int mask = slots.length - 1;
    int slot = (int) (name * 0x9E3779B97F4A7C15L >>> 40) & mask;
    while (slots[slot] != 0 && slots[slot] != name) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void fill(int threads) {
    int all = blocks.rows();
    List<long[]> found =
        Tasks.run(
            threads,
            (all + CHUNK_ROWS - 1) / CHUNK_ROWS,
            chunk -> found(chunk * CHUNK_ROWS, Math.min(all, (chunk + 1) * CHUNK_ROWS)));
    starts = new int[count + 1];
    for (long[] own : found) {
      for (long entry : own) {
        starts[(int) (entry >>> Integer.SIZE) + 1]++;
      }
    }
    for (int block = 0; block < count; block++) {
      starts[block + 1] += starts[block];
    }
    int[] next = starts.clone();
    rows = new int[starts[count]];
    for (long[] own : found) {
      for (long entry : own) {
        rows[next[(int) (entry >>> Integer.SIZE)]++] = (int) entry;
      }
    }
  }

  /** Which of some rows are in which touched blocks: the block's number, then the row. */
  private long[] found(int from, int to) {
    Found found = new Found();
    for (int row = from; row < to; ) {
      int end = blocks.endOfRun(row, to);
      int start = blocks.start(row);
      find(blocks.array(row), start, start + (end - row) * keys, row, found);
      row = end;
    }
    return Arrays.copyOf(found.entries, found.size);
  }

  /** The rows of touched blocks that one thread has found. */
  private static final class Found {
    private long[] entries = new long[1 << 10];
    private int size;

    private void add(int block, int row) {
      if (size == entries.length) {
        entries = Arrays.copyOf(entries, size * 2);
      }
      entries[size++] = (long) block << Integer.SIZE | row;
    }
  }

  /**
   * Finds the touched blocks of rows that stand one behind the other.
   *
   * @param firstRow the row that stands at {@code start}
   */
  private void find(int[] values, int start, int end, int firstRow, Found found) {
    // Nearly all of the time goes into looking at the sketch in vain.
    long[] words = sketch;
    for (int i = start; i < end; i++) {
      int value = values[i];
      if ((words[value >>> 6 & SKETCH_WORDS - 1] >>> value & 1) != 0 && value != 0) {
        int row = (i - start) / keys;
        int slot = slot(name(i - start - row * keys, value));
        if (slots[slot] != 0) {
          found.add(numbers[slot], firstRow + row);
        }
      }
    }
  }

  /** How many rows the largest of the blocks holds. */
  public int largest() {
    int largest = 0;
    for (int block = 0; block < count; block++) {
      largest = Math.max(largest, starts[block + 1] - starts[block]);
    }
    return largest;
  }

  /** Each pair with a fresh row once, from the first key that reaches it, the earlier row first. */
  public void stream(PairRule rule, PairSink sink) {
    for (int block = 0; block < count; block++) {
      for (int i = starts[block]; i < starts[block + 1]; i++) {
        if (fresh.get(rows[i])) {
          stream(block, i, rule, sink);
        }
      }
    }
  }

  private void stream(int block, int fromPlace, PairRule rule, PairSink sink) {
    int row = rows[fromPlace];
    for (int i = starts[block]; i < starts[block + 1]; i++) {
      int other = rows[i];
      boolean comesUpOnce = i > fromPlace || (i < fromPlace && !fresh.get(other));
      int a = Math.min(row, other);
      int b = Math.max(row, other);
      if (comesUpOnce && rule.allows(a, b) && blocks.firstKey(a, b) == keyOf[block]) {
        sink.accept(keyOf[block], a, b);
      }
    }
  }
}
