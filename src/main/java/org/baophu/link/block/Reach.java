package org.baophu.link.block;

import org.baophu.link.parallel.Tasks;

/**
 * What the rows are blocked by under each key, and so which key reaches a pair first. A question
 * about two rows mostly waits for memory; so pairs are asked about by the {@link Batch}, step by
 * step, and what a step needs of all its pairs is fetched at once rather than pair after pair.
 */
final class Reach {
  private static final int LANES = Long.BYTES;
  private static final long LANE = 0xff;
  private static final long LANE_LOWS = 0x0101010101010101L;
  private static final long LANE_HIGHS = 0x8080808080808080L;
  private static final int CHUNK_ROWS = 1 << 14;

  private final int rows;

  /** By key, then by row; 0 where a value is missing. */
  private final int[][] values;

  /** Row by row some bits of each value, eight keys to a word. */
  private final long[] sketches;

  private final int words;

  Reach(int keys, int rows) {
    this.rows = rows;
    this.values = new int[keys][];
    this.words = (keys + LANES - 1) / LANES;
    this.sketches = new long[Math.multiplyExact(words, rows)];
  }

  /** Sets what each row is blocked by under a key; the array is kept. */
  void set(int key, int[] ofRows) {
    values[key] = ofRows;
  }

  /** To be called once all keys are set, before anything is asked. */
  void sketch(int threads) {
    Tasks.run(
        threads,
        (rows + CHUNK_ROWS - 1) / CHUNK_ROWS,
        chunk -> {
          int from = chunk * CHUNK_ROWS;
          int to = Math.min(rows, from + CHUNK_ROWS);
          for (int key = 0; key < values.length; key++) {
            sketch(key, from, to);
          }
          return chunk;
        });
  }

  private void sketch(int key, int from, int to) {
    int[] own = values[key];
    int word = key / LANES;
    int shift = key % LANES * Byte.SIZE;
    for (int row = from; row < to; row++) {
      // A value that is missing agrees with none: some bits of the row stand for it.
      long bits = (own[row] != 0 ? own[row] : Mix.mix(row)) & LANE;
      sketches[row * words + word] |= bits << shift;
    }
  }

  int value(int row, int key) {
    return values[key][row];
  }

  /** The first key that reaches a pair, or the number of keys where none does. */
  int firstKey(int rowA, int rowB) {
    return firstKey(rowA, rowB, 0);
  }

  /** The same where it is known that none before {@code from} does. */
  private int firstKey(int rowA, int rowB, int from) {
    int key = alike(rowA, rowB, from, values.length);
    while (key < values.length && !agree(rowA, rowB, key)) {
      key = alike(rowA, rowB, key + 1, values.length);
    }
    return key;
  }

  private boolean agree(int rowA, int rowB, int key) {
    return values[key][rowA] != 0 && values[key][rowA] == values[key][rowB];
  }

  /**
   * The first of the keys {@code from} to {@code to - 1} whose values have the same sketch, {@code
   * to} where none has: those of equal values always have.
   */
  private int alike(int rowA, int rowB, int from, int to) {
    for (int word = from / LANES; word * LANES < to; word++) {
      long unlike = sketches[rowA * words + word] ^ sketches[rowB * words + word];
      int before = from - word * LANES;
      unlike |= before <= 0 ? 0 : (1L << before * Byte.SIZE) - 1;
      // The lowest lane that is 0 is told exactly; those above it may be taken for 0.
      long zero = unlike - LANE_LOWS & ~unlike & LANE_HIGHS;
      if (zero != 0) {
        return Math.min(to, word * LANES + Long.numberOfTrailingZeros(zero) / Byte.SIZE);
      }
    }
    return to;
  }

  /**
   * Pairs that a key reaches on their way to a sink, of which those that an earlier one does go.
   */
  final class Batch {
    private static final int SIZE = 512;

    private final int key;
    private final PairSink sink;
    private final int[] rowsA = new int[SIZE];
    private final int[] rowsB = new int[SIZE];
    private final int[] alike = new int[SIZE];
    private final int[] asked = new int[SIZE];
    private final boolean[] reached = new boolean[SIZE];
    private int size;

    Batch(int key, PairSink sink) {
      this.key = key;
      this.sink = sink;
    }

    void add(int rowA, int rowB) {
      if (size == SIZE) {
        pass();
      }
      rowsA[size] = rowA;
      rowsB[size++] = rowB;
    }

    /** Sends what has been added to the sink, but for pairs that came before. */
    void pass() {
      for (int pair = 0; pair < size; pair++) {
        alike[pair] = alike(rowsA[pair], rowsB[pair], 0, key);
      }
      askValues(alikeOnes());
      for (int pair = 0; pair < size; pair++) {
        if (!reached[pair]) {
          sink.accept(key, rowsA[pair], rowsB[pair]);
        }
      }
      size = 0;
    }

    /** How many pairs a sketch does not tell apart; they are {@code asked} about their values. */
    private int alikeOnes() {
      int count = 0;
      for (int pair = 0; pair < size; pair++) {
        reached[pair] = false;
        asked[count] = pair;
        count += alike[pair] < key ? 1 : 0;
      }
      return count;
    }

    private void askValues(int count) {
      for (int i = 0; i < count; i++) {
        int pair = asked[i];
        reached[pair] = agree(rowsA[pair], rowsB[pair], alike[pair]);
      }
      for (int i = 0; i < count; i++) {
        int pair = asked[i];
        if (!reached[pair]) {
          reached[pair] = firstKey(rowsA[pair], rowsB[pair], alike[pair] + 1) < key;
        }
      }
    }
  }
}
