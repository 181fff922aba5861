package org.baophu.link.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.baophu.link.parallel.Tasks;
import org.baophu.link.table.Table;

/**
 * The candidate pairs of a table under chosen keys: each pair once, from the first key that reaches
 * it. Pairs come in chunks; a chunk's pairs are streamed, never stored.
 */
public final class Candidates {
  /** Blocks of more rows are split by a further part, if nothing else is said. */
  public static final int LARGEST_BLOCK = 1_000;

  private static final long CHUNK_PAIRS = 400_000;
  private static final int LANES = 8;
  private static final long LANE = 0xff;
  private static final long LANE_LOWS = 0x0101010101010101L;
  private static final long LANE_HIGHS = 0x8080808080808080L;
  private static final int DIGIT_BITS = 11;
  private static final int DIGIT_MASK = (1 << DIGIT_BITS) - 1;

  private final int keys;
  private final int rows;
  private final int[] values;

  /** Row by row some bits of each value, eight keys to a word. */
  private final long[] sketches;

  private final int sketchWords;
  private final PairRule rule;

  /** By key the rows that share a block with others, block after block. */
  private final int[][] orders;

  /** By key where each block begins, and last where the last one ends. */
  private final int[][] starts;

  private final List<Chunk> chunks = new ArrayList<>();
  private final Splits.OfKey[] splits;

  /** Blocks {@code from} to {@code to} of a key. */
  private record Chunk(int key, int from, int to) {}

  private Candidates(int keys, int rows, PairRule rule) {
    this.keys = keys;
    this.rows = rows;
    this.values = new int[Math.multiplyExact(keys, rows)];
    this.sketchWords = (keys + LANES - 1) / LANES;
    this.sketches = new long[Math.multiplyExact(sketchWords, rows)];
    this.rule = rule;
    this.orders = new int[keys][];
    this.starts = new int[keys][];
    this.splits = new Splits.OfKey[keys];
  }

  /**
   * Sorts the rows of a table into blocks.
   *
   * @param allParts what oversized blocks may be split by
   */
  public static Candidates of(
      Table table, List<BlockingKey> keys, List<Part> allParts, PairRule rule, int threads) {
    return of(table, keys, allParts, LARGEST_BLOCK, rule, threads);
  }

  /**
   * Sorts the rows of a table into blocks.
   *
   * @param allParts what oversized blocks may be split by
   * @param largestBlock blocks of more rows are oversized
   */
  public static Candidates of(
      Table table,
      List<BlockingKey> keys,
      List<Part> allParts,
      int largestBlock,
      PairRule rule,
      int threads) {
    Candidates candidates = new Candidates(keys.size(), table.size(), rule);
    List<Part> telling = candidates.mostTellingFirst(allParts);
    List<List<Chunk>> chunks =
        Tasks.run(
            threads, keys.size(), k -> candidates.sort(k, keys.get(k), telling, largestBlock));
    chunks.forEach(candidates.chunks::addAll);
    candidates.sketch(threads);
    return candidates;
  }

  /**
   * Sorts the rows of a table into blocks, which are split as they were elsewhere.
   *
   * @param allParts the parts of this table, by which blocks were split there
   * @throws IllegalArgumentException where the splits are those of other keys or parts
   */
  public static Candidates of(
      Table table,
      List<BlockingKey> keys,
      List<Part> allParts,
      Splits splits,
      PairRule rule,
      int threads) {
    requireSplits(keys, splits);
    Map<String, Part> byName = byName(allParts);
    Candidates candidates = new Candidates(keys.size(), table.size(), rule);
    List<List<Chunk>> chunks =
        Tasks.run(
            threads, keys.size(), k -> candidates.sort(k, keys.get(k), splits.key(k), byName));
    chunks.forEach(candidates.chunks::addAll);
    candidates.sketch(threads);
    return candidates;
  }

  /**
   * What the rows of a table are blocked by, row by row under each key, as {@link #value} tells it
   * of the candidates of any table that holds them.
   *
   * @param allParts the parts of this table, by which blocks were split there
   * @throws IllegalArgumentException where the splits are those of other keys or parts
   */
  public static int[] values(
      Table table, List<BlockingKey> keys, List<Part> allParts, Splits splits) {
    requireSplits(keys, splits);
    Map<String, Part> byName = byName(allParts);
    int[] values = new int[Math.multiplyExact(keys.size(), table.size())];
    for (int key = 0; key < keys.size(); key++) {
      int[] own = values(keys.get(key), splits.key(key), byName, table.size());
      for (int row = 0; row < own.length; row++) {
        values[row * keys.size() + key] = own[row];
      }
    }
    return values;
  }

  private static void requireSplits(List<BlockingKey> keys, Splits splits) {
    if (splits.size() != keys.size()) {
      throw new IllegalArgumentException("splits of " + splits.size() + " keys for " + keys.size());
    }
  }

  private static Map<String, Part> byName(List<Part> parts) {
    return parts.stream().collect(Collectors.toMap(Part::name, Function.identity()));
  }

  private List<Chunk> sort(
      int key, BlockingKey definition, Splits.OfKey known, Map<String, Part> byName) {
    splits[key] = known;
    int[] own = values(definition, known, byName, rows);
    return keep(key, own, order(own));
  }

  private static int[] values(
      BlockingKey definition, Splits.OfKey known, Map<String, Part> byName, int rows) {
    int[] own = new int[rows];
    Arrays.setAll(own, definition.values());
    for (int level = 0; level < known.parts().size(); level++) {
      Part part = byName.get(known.parts().get(level));
      if (part == null) {
        throw new IllegalArgumentException("blocks were split by an unknown part " + known);
      }
      for (int row = 0; row < rows; row++) {
        if (own[row] != 0 && known.splits(level, own[row])) {
          own[row] = within(own[row], part.of(row));
        }
      }
    }
    return own;
  }

  /** Which blocks were split, for other tables to be blocked as this one is. */
  public Splits splits() {
    return new Splits(List.of(splits));
  }

  /** What a row is blocked by under a key; rows of equal numbers other than 0 share a block. */
  public int value(int row, int key) {
    return values[row * keys + key];
  }

  /** How many rows the largest block holds. */
  public int largestBlock() {
    int largest = 0;
    for (int[] begins : starts) {
      for (int block = 1; block < begins.length; block++) {
        largest = Math.max(largest, begins[block] - begins[block - 1]);
      }
    }
    return largest;
  }

  private List<Chunk> sort(int key, BlockingKey definition, List<Part> telling, int largestBlock) {
    int[] own = new int[rows];
    Arrays.setAll(own, definition.values());
    int[] order = order(own);
    List<String> parts = new ArrayList<>();
    List<int[]> oversized = new ArrayList<>();
    for (Part part : splitters(definition, telling)) {
      int[] split = split(own, order, part, largestBlock);
      if (split.length == 0) {
        break;
      }
      parts.add(part.name());
      oversized.add(split);
      order = order(own);
    }
    splits[key] = new Splits.OfKey(parts, oversized);
    return keep(key, own, order);
  }

  private List<Chunk> keep(int key, int[] own, int[] order) {
    for (int row = 0; row < rows; row++) {
      values[row * keys + key] = own[row];
    }
    keepShared(key, own, order);
    return cut(key);
  }

  private void sketch(int threads) {
    int chunk = 1 << 16;
    Tasks.run(
        threads,
        (rows + chunk - 1) / chunk,
        number -> {
          int to = Math.min(rows, (number + 1) * chunk);
          for (int row = number * chunk; row < to; row++) {
            for (int key = 0; key < keys; key++) {
              // A value that is missing agrees with none: some bits of the row stand for it.
              int value = values[row * keys + key];
              long bits = value != 0 ? value & LANE : Mix.mix(row) & LANE;
              sketches[row * sketchWords + key / LANES] |= bits << key % LANES * Byte.SIZE;
            }
          }
          return number;
        });
  }

  /** Keeps the blocks of two rows and more. */
  private void keepShared(int key, int[] own, int[] order) {
    int[] shared = new int[order.length];
    int[] begins = new int[order.length / 2 + 1];
    int blocks = 0;
    int used = 0;
    for (int from = 0; from < order.length; ) {
      int to = blockEnd(own, order, from);
      if (to - from > 1) {
        System.arraycopy(order, from, shared, used, to - from);
        used += to - from;
        begins[++blocks] = used;
      }
      from = to;
    }
    orders[key] = Arrays.copyOf(shared, used);
    starts[key] = Arrays.copyOf(begins, blocks + 1);
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

  /** Splits oversized blocks by a part and returns what they stood for, ascending. */
  private static int[] split(int[] own, int[] order, Part part, int largestBlock) {
    IntStream.Builder oversized = IntStream.builder();
    for (int from = 0; from < order.length; ) {
      int to = blockEnd(own, order, from);
      if (to - from > largestBlock) {
        oversized.add(own[order[from]]);
        for (int i = from; i < to; i++) {
          own[order[i]] = within(own[order[i]], part.of(order[i]));
        }
      }
      from = to;
    }
    return oversized.build().sorted().toArray();
  }

  /** What rows of a block are blocked by once it is split by a part; 0 where that is missing. */
  private static int within(int block, int part) {
    return part == 0 ? 0 : Mix.combine(block, part);
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

  private List<Chunk> cut(int key) {
    List<Chunk> own = new ArrayList<>();
    int blocks = starts[key].length - 1;
    long pairs = 0;
    int from = 0;
    for (int block = 0; block < blocks; block++) {
      long size = starts[key][block + 1] - starts[key][block];
      pairs += size * (size - 1) / 2;
      if (pairs >= CHUNK_PAIRS || block == blocks - 1) {
        own.add(new Chunk(key, from, block + 1));
        from = block + 1;
        pairs = 0;
      }
    }
    return own;
  }

  /** How many chunks {@link #stream} can be asked for. */
  public int chunks() {
    return chunks.size();
  }

  /** Sends the pairs of one chunk to a sink, the earlier row first. */
  public void stream(int chunk, PairSink sink) {
    stream(chunk, rule, sink);
  }

  private void stream(int chunk, PairRule allowed, PairSink sink) {
    Chunk part = chunks.get(chunk);
    int[] order = orders[part.key()];
    for (int block = part.from(); block < part.to(); block++) {
      int end = starts[part.key()][block + 1];
      for (int i = starts[part.key()][block]; i < end; i++) {
        for (int j = i + 1; j < end; j++) {
          if (allowed.allows(order[i], order[j]) && !isReached(order[i], order[j], part.key())) {
            sink.accept(part.key(), order[i], order[j]);
          }
        }
      }
    }
    sink.done();
  }

  /** Whether a key before {@code key} reaches a pair. */
  private boolean isReached(int rowA, int rowB, int key) {
    // What lies together in memory first: it tells most pairs.
    boolean may = false;
    for (int word = 0; word * LANES < key && !may; word++) {
      long unlike = sketches[rowA * sketchWords + word] ^ sketches[rowB * sketchWords + word];
      // Lanes from the key on do not count.
      int lanes = key - word * LANES;
      long beyond = lanes >= LANES ? 0 : -1L << lanes * Byte.SIZE;
      unlike |= beyond;
      may = (unlike - LANE_LOWS & ~unlike & LANE_HIGHS) != 0;
    }
    return may && firstKey(rowA, rowB) < key;
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
    return streamAll(threads, rule, sinks);
  }

  /** The same of those pairs alone that {@code drawn} allows. */
  public <S extends PairSink> List<S> streamSample(
      int threads, PairRule drawn, IntFunction<S> sinks) {
    return streamAll(threads, (a, b) -> rule.allows(a, b) && drawn.allows(a, b), sinks);
  }

  private <S extends PairSink> List<S> streamAll(
      int threads, PairRule allowed, IntFunction<S> sinks) {
    return Tasks.run(
        threads,
        chunks(),
        chunk -> {
          S sink = sinks.apply(chunk);
          stream(chunk, allowed, sink);
          return sink;
        });
  }
}
