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

  private final int rows;
  private final Reach reach;
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
    this.rows = rows;
    this.reach = new Reach(keys, rows);
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
    candidates.reach.sketch(threads);
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
    candidates.reach.sketch(threads);
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
    return keep(key, own, ValueOrder.rows(own));
  }

  private static int[] values(
      BlockingKey definition, Splits.OfKey known, Map<String, Part> byName, int rows) {
    int[] own = RowSample.values(definition, rows);
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
    return reach.value(row, key);
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
    int[] own = RowSample.values(definition, rows);
    long[] sorted = ValueOrder.rows(own);
    List<String> parts = new ArrayList<>();
    List<int[]> oversized = new ArrayList<>();
    for (Part part : splitters(definition, telling)) {
      int[] split = split(own, sorted, part, largestBlock);
      if (split.length == 0) {
        break;
      }
      parts.add(part.name());
      oversized.add(split);
      sorted = ValueOrder.rows(own);
    }
    splits[key] = new Splits.OfKey(parts, oversized);
    return keep(key, own, sorted);
  }

  private List<Chunk> keep(int key, int[] own, long[] sorted) {
    reach.set(key, own);
    keepShared(key, sorted);
    return cut(key);
  }

  /** Keeps the blocks of two rows and more. */
  private void keepShared(int key, long[] sorted) {
    int[] shared = new int[sorted.length];
    int[] begins = new int[sorted.length / 2 + 1];
    int blocks = 0;
    int used = 0;
    for (int from = 0; from < sorted.length; ) {
      int to = blockEnd(sorted, from);
      if (to - from > 1) {
        for (int i = from; i < to; i++) {
          shared[used++] = (int) sorted[i];
        }
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
  private static int[] split(int[] own, long[] sorted, Part part, int largestBlock) {
    IntStream.Builder oversized = IntStream.builder();
    for (int from = 0; from < sorted.length; ) {
      int to = blockEnd(sorted, from);
      if (to - from > largestBlock) {
        int value = value(sorted[from]);
        oversized.add(value);
        for (int i = from; i < to; i++) {
          own[(int) sorted[i]] = within(value, part.of((int) sorted[i]));
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

  private static int value(long valueAndRow) {
    return (int) (valueAndRow >>> Integer.SIZE);
  }

  private static int blockEnd(long[] sorted, int from) {
    int value = value(sorted[from]);
    int to = from + 1;
    while (to < sorted.length && value(sorted[to]) == value) {
      to++;
    }
    return to;
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
    int[] begins = starts[part.key()];
    Reach.Batch batch = reach.new Batch(part.key(), sink);
    for (int block = part.from(); block < part.to(); block++) {
      add(order, begins[block], begins[block + 1], allowed, batch);
    }
    batch.pass();
    sink.done();
  }

  /** Adds the pairs of one block. */
  private static void add(int[] order, int from, int to, PairRule allowed, Reach.Batch batch) {
    for (int i = from; i < to; i++) {
      for (int j = i + 1; j < to; j++) {
        if (allowed.allows(order[i], order[j])) {
          batch.add(order[i], order[j]);
        }
      }
    }
  }

  /** The first key that reaches a pair, or the number of keys where none does. */
  public int firstKey(int rowA, int rowB) {
    return reach.firstKey(rowA, rowB);
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
