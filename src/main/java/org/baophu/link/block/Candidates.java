package org.baophu.link.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.baophu.link.parallel.Tasks;
import org.baophu.link.table.Table;

/**
 * The candidate pairs of a table under chosen keys: each pair once, from the first key that reaches
 * it. Pairs come in chunks; a chunk's pairs are streamed, never stored.
 */
public final class Candidates {
  private static final int LARGEST_BLOCK = 1_000;
  private static final long CHUNK_PAIRS = 400_000;
  private static final int DIGIT_BITS = 11;
  private static final int DIGIT_MASK = (1 << DIGIT_BITS) - 1;

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
    List<Part> telling = candidates.mostTellingFirst(allParts);
    List<List<Chunk>> chunks =
        Tasks.run(threads, keys.size(), k -> candidates.sort(k, keys.get(k), telling));
    chunks.forEach(candidates.chunks::addAll);
    return candidates;
  }

  private List<Chunk> sort(int key, BlockingKey definition, List<Part> telling) {
    int[] own = new int[rows];
    for (int row = 0; row < rows; row++) {
      own[row] = definition.of(row);
    }
    int[] order = order(own);
    for (Part part : splitters(definition, telling)) {
      if (!split(own, order, part)) {
        break;
      }
      order = order(own);
    }
    for (int row = 0; row < rows; row++) {
      values[row * keys + key] = own[row];
    }
    orders[key] = order;
    return cut(key, own, order);
  }

  private List<Part> mostTellingFirst(List<Part> parts) {
    double[] same = parts.stream().mapToDouble(this::sameNeighbours).toArray();
    return IntStream.range(0, same.length)
        .boxed()
        .sorted(Comparator.comparingDouble(part -> same[part]))
        .map(parts::get)
        .toList();
  }

  /** Parts of other fields, the most telling first. */
  private static List<Part> splitters(BlockingKey key, List<Part> telling) {
    return telling.stream()
        .filter(part -> key.parts().stream().noneMatch(own -> own.field() == part.field()))
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
    int[] order = new int[own.length];
    int used = 0;
    for (int row = 0; row < own.length; row++) {
      if (own[row] != 0) {
        order[used++] = row;
      }
    }
    order = Arrays.copyOf(order, used);
    // Digit by digit of the value, lowest first; each pass keeps the order of equals.
    int[] next = new int[used];
    for (int shift = 0; shift < Integer.SIZE; shift += DIGIT_BITS) {
      int[] starts = new int[(1 << DIGIT_BITS) + 1];
      for (int row : order) {
        starts[(own[row] >>> shift & DIGIT_MASK) + 1]++;
      }
      for (int digit = 0; digit < DIGIT_MASK; digit++) {
        starts[digit + 1] += starts[digit];
      }
      for (int row : order) {
        next[starts[own[row] >>> shift & DIGIT_MASK]++] = row;
      }
      int[] swap = order;
      order = next;
      next = swap;
    }
    return order;
  }

  private int value(int key, int row) {
    return values[row * keys + key];
  }

  private static List<Chunk> cut(int key, int[] own, int[] order) {
    List<Chunk> chunks = new ArrayList<>();
    long pairs = 0;
    int from = 0;
    for (int start = 0; start < order.length; ) {
      int end = blockEnd(own, order, start);
      pairs += (long) (end - start) * (end - start - 1) / 2;
      if (pairs >= CHUNK_PAIRS || end == order.length) {
        chunks.add(new Chunk(key, from, end));
        from = end;
        pairs = 0;
      }
      start = end;
    }
    return chunks;
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
