package org.baophu.link.block;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.baophu.link.parallel.Tasks;
import org.baophu.link.table.Table;

/** Pairs sampled from many keys, each pair once. */
public final class PairPool {
  private final PairList pairs = new PairList();
  private final List<BlockingKey> keys;
  private final double[] rates;
  private int[] keyOfPair = new int[256];

  /** All that any key is made of, and by key the numbers of its own: many keys share some. */
  private final List<Part> parts;

  private final int[][] partsOfKey;

  private PairPool(List<BlockingKey> keys) {
    this.keys = keys;
    this.rates = new double[keys.size()];
    this.parts = keys.stream().flatMap(key -> key.parts().stream()).distinct().toList();
    this.partsOfKey =
        keys.stream()
            .map(key -> key.parts().stream().mapToInt(parts::indexOf).toArray())
            .toArray(int[][]::new);
  }

  private void addKey(int key) {
    if (pairs.size() > keyOfPair.length) {
      keyOfPair = Arrays.copyOf(keyOfPair, keyOfPair.length * 2);
    }
    keyOfPair[pairs.size() - 1] = key;
  }

  /** The keys sampled. */
  public List<BlockingKey> keys() {
    return keys;
  }

  /** The index of the key that a pair was sampled from. */
  public int key(int pair) {
    return keyOfPair[pair];
  }

  /** The pairs. */
  public PairList pairs() {
    return pairs;
  }

  /** By key which of some pairs it reaches: bit {@code i} is {@code chosen[i]}. */
  List<BitSet> reached(int[] chosen, int threads) {
    List<BitSet> agree = Tasks.run(threads, parts.size(), part -> agree(parts.get(part), chosen));
    return Tasks.run(
        threads,
        keys.size(),
        key -> {
          BitSet reached = new BitSet();
          reached.set(0, chosen.length);
          Arrays.stream(partsOfKey[key]).mapToObj(agree::get).forEach(reached::and);
          return reached;
        });
  }

  private BitSet agree(Part part, int[] chosen) {
    BitSet agree = new BitSet(chosen.length);
    for (int i = 0; i < chosen.length; i++) {
      int a = part.of(pairs.rowA(chosen[i]));
      agree.set(i, a != 0 && a == part.of(pairs.rowB(chosen[i])));
    }
    return agree;
  }

  /**
   * How many pairs of the table each of {@code count} pairs stands for (Horvitz and Thompson 1952).
   *
   * @param reached as {@link #reached} gives it
   */
  double[] weights(List<BitSet> reached, int count) {
    double[] weights = new double[count];
    Arrays.fill(weights, 1);
    for (int key = 0; key < rates.length; key++) {
      double rest = 1 - rates[key];
      reached.get(key).stream().forEach(i -> weights[i] *= rest);
    }
    Arrays.setAll(weights, i -> 1 / Math.max(1e-6, 1 - weights[i]));
    return weights;
  }

  /** Up to {@code perKey} pairs of each key, each pair once, with the keys' sampling rates. */
  public static PairPool of(
      Table table, List<BlockingKey> keys, PairRule rule, int perKey, int threads) {
    PairPool pool = new PairPool(keys);
    Seen seen = new Seen();
    RowSample drawn = new RowSample(keys, key -> rate(key, perKey), table.size(), threads);
    List<PairList> lists =
        Tasks.run(threads, keys.size(), k -> pairs(drawn.rows(k), rule, 4 * perKey));
    for (int k = 0; k < keys.size(); k++) {
      PairList list = lists.get(k);
      for (int i = 0; i < list.size(); i++) {
        if (seen.add(list.rowA(i), list.rowB(i))) {
          pool.pairs.add(list.rowA(i), list.rowB(i));
          pool.addKey(k);
        }
      }
      pool.rates[k] = rate(keys.get(k), perKey);
    }
    return pool;
  }

  /** Pairs that came before. */
  private static final class Seen {
    /** The first row above the second, which is not 0; 0 for none. */
    private long[] slots = new long[1 << 10];

    private int size;

    /** Whether a pair, the smaller row first, is new. */
    private boolean add(int rowA, int rowB) {
      if (2 * size == slots.length) {
        long[] known = slots;
        slots = new long[2 * known.length];
        size = 0;
        Arrays.stream(known).filter(pair -> pair != 0).forEach(this::add);
      }
      return add((long) rowA << Integer.SIZE | rowB);
    }

    private boolean add(long pair) {
      int mask = slots.length - 1;
      int slot = (int) Mix.mix(pair) & mask;
      while (slots[slot] != 0 && slots[slot] != pair) {
        slot = (slot + 1) & mask;
      }
      boolean isNew = slots[slot] == 0;
      slots[slot] = pair;
      size += isNew ? 1 : 0;
      return isNew;
    }
  }

  private static double rate(BlockingKey key, int perKey) {
    return Math.min(1, perKey / Math.max(1, key.expectedPairs()));
  }

  /** All pairs of drawn rows with the same value, of so many blocks as give {@code most}. */
  private static PairList pairs(long[] drawn, PairRule rule, int most) {
    Arrays.sort(drawn);
    PairList list = new PairList();
    for (int i = 0; i < drawn.length && list.size() < most; i++) {
      for (int j = i + 1; j < drawn.length && drawn[j] >> 32 == drawn[i] >> 32; j++) {
        if (rule.allows((int) drawn[i], (int) drawn[j])) {
          list.add((int) drawn[i], (int) drawn[j]);
        }
      }
    }
    return list;
  }

  /** About {@code count} distinct pairs of rows drawn by hash, fewer where a rule forbids them. */
  public static PairList atRandom(int rows, PairRule rule, int count) {
    PairList list = new PairList();
    for (int i = 0; i < count && rows > 1; i++) {
      int a = (int) Math.floorMod(Mix.mix(3L * i + 1), (long) rows);
      int b = (int) Math.floorMod(Mix.mix(3L * i + 2), (long) rows);
      if (a != b && rule.allows(Math.min(a, b), Math.max(a, b))) {
        list.add(Math.min(a, b), Math.max(a, b));
      }
    }
    return list;
  }
}
