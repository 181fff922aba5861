package org.baophu.link.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.baophu.link.parallel.Tasks;
import org.baophu.link.table.Table;

/**
 * The candidate pairs of a table under chosen keys: each pair once, from the first key that reaches
 * it. Pairs come in chunks; a chunk's pairs are streamed, never stored.
 */
public final class Candidates {
  private static final int LARGEST_BLOCK = 1_000;
  private static final long CHUNK_PAIRS = 400_000;

  private final int keys;
  private final int rows;
  private final int[] values;
  private final PairRule rule;
  private final int[][] orders;
  private final List<Chunk> chunks = new ArrayList<>();

  /** Rows {@code from} to {@code to} of a key's order: whole blocks. */
  private record Chunk(int key, int from, int to) {}

  private Candidates(int keys, int rows, PairRule rule) {
    this.keys = keys;
    this.rows = rows;
    this.values = new int[Math.multiplyExact(keys, rows)];
    this.rule = rule;
    this.orders = new int[keys][];
  }

  /**
   * Sorts the rows of a table into blocks.
   *
   * @param allParts what oversized blocks may be split by
   */
  public static Candidates of(
      Table table, List<BlockingKey> keys, List<Part> allParts, PairRule rule, int threads) {
    Candidates candidates = new Candidates(keys.size(), table.size(), rule);
    List<int[]> orders =
        Tasks.run(threads, keys.size(), k -> candidates.sort(k, keys.get(k), allParts));
    for (int key = 0; key < keys.size(); key++) {
      candidates.orders[key] = orders.get(key);
      candidates.cut(key);
    }
    return candidates;
  }

  private int[] sort(int key, BlockingKey definition, List<Part> allParts) {
    int[] own = new int[rows];
    for (int row = 0; row < rows; row++) {
      own[row] = definition.of(row);
    }
    int[] order = order(own);
    for (Part part : splitters(definition, allParts)) {
      if (!split(own, order, part)) {
        break;
      }
      order = order(own);
    }
    for (int row = 0; row < rows; row++) {
      values[row * keys + key] = own[row];
    }
    return order;
  }

  /** Parts of other fields, the most selective first. */
  private List<Part> splitters(BlockingKey key, List<Part> allParts) {
    return allParts.stream()
        .filter(part -> key.parts().stream().noneMatch(own -> own.field() == part.field()))
        .sorted(Comparator.comparingDouble(this::sameNeighbours))
        .limit(3)
        .toList();
  }

  /** Roughly how often two rows agree on a part, missing counting as always. */
  private double sameNeighbours(Part part) {
    int same = 0;
    int pairs = Math.min(20_000, rows - 1);
    for (int i = 0; i < pairs; i++) {
      int a = (int) Math.floorMod(Mix.mix(2L * i + 1), (long) rows);
      int b = (int) Math.floorMod(Mix.mix(2L * i + 2), (long) rows);
      same += part.of(a) == 0 || part.of(b) == 0 || part.of(a) == part.of(b) ? 1 : 0;
    }
    return (double) same / Math.max(1, pairs);
  }

  /** Splits oversized blocks by a part and says whether there were any. */
  private static boolean split(int[] own, int[] order, Part part) {
    boolean any = false;
    for (int from = 0; from < order.length; ) {
      int to = blockEnd(own, order, from);
      if (to - from > LARGEST_BLOCK) {
        any = true;
        for (int i = from; i < to; i++) {
          int value = part.of(order[i]);
          own[order[i]] = value == 0 ? 0 : Mix.combine(own[order[i]], value);
        }
      }
      from = to;
    }
    return any;
  }

  private static int blockEnd(int[] own, int[] order, int from) {
    // The value is read before any split changes it.
    int value = own[order[from]];
    int to = from + 1;
    while (to < order.length && own[order[to]] == value) {
      to++;
    }
    return to;
  }

  /** Rows that have a value, by value, then by row. */
  private static int[] order(int[] own) {
    long[] packed = new long[own.length];
    int used = 0;
    for (int row = 0; row < own.length; row++) {
      if (own[row] != 0) {
        packed[used++] = (long) own[row] << 32 | row;
      }
    }
    Arrays.sort(packed, 0, used);
    int[] order = new int[used];
    for (int i = 0; i < used; i++) {
      order[i] = (int) packed[i];
    }
    return order;
  }

  private int value(int key, int row) {
    return values[row * keys + key];
  }

  private void cut(int key) {
    int[] order = orders[key];
    long pairs = 0;
    int from = 0;
    for (int start = 0; start < order.length; ) {
      int end = blockEnd(key, start);
      pairs += (long) (end - start) * (end - start - 1) / 2;
      if (pairs >= CHUNK_PAIRS || end == order.length) {
        chunks.add(new Chunk(key, from, end));
        from = end;
        pairs = 0;
      }
      start = end;
    }
  }

  private int blockEnd(int key, int from) {
    int[] order = orders[key];
    int value = value(key, order[from]);
    int to = from + 1;
    while (to < order.length && value(key, order[to]) == value) {
      to++;
    }
    return to;
  }

  /** How many chunks {@link #stream} can be asked for. */
  public int chunks() {
    return chunks.size();
  }

  /** Sends the pairs of one chunk to a sink, the earlier row first. */
  public void stream(int chunk, PairSink sink) {
    Chunk part = chunks.get(chunk);
    int[] order = orders[part.key()];
    for (int start = part.from(); start < part.to(); ) {
      int end = blockEnd(part.key(), start);
      for (int i = start; i < end; i++) {
        for (int j = i + 1; j < end; j++) {
          if (rule.allows(order[i], order[j]) && firstKey(order[i], order[j]) == part.key()) {
            sink.accept(part.key(), order[i], order[j]);
          }
        }
      }
      start = end;
    }
  }

  /** The first key that reaches a pair, or the number of keys where none does. */
  public int firstKey(int rowA, int rowB) {
    int a = rowA * keys;
    int b = rowB * keys;
    for (int key = 0; key < keys; key++) {
      if (values[a + key] != 0 && values[a + key] == values[b + key]) {
        return key;
      }
    }
    return keys;
  }

  /** Streams all chunks, each into a sink of its own, and returns the sinks by chunk. */
  public <S extends PairSink> List<S> streamAll(int threads, IntFunction<S> sinks) {
    return Tasks.run(
        threads,
        chunks(),
        chunk -> {
          S sink = sinks.apply(chunk);
          stream(chunk, sink);
          return sink;
        });
  }
}
