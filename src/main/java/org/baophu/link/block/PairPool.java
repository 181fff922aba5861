package org.baophu.link.block;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.baophu.link.parallel.Tasks;
import org.baophu.link.table.Table;

/** Pairs sampled from many keys, each pair once. */
public final class PairPool {
  private static final int CHUNK_ROWS = 1 << 12;

  private final PairList pairs = new PairList();
  private final List<BlockingKey> keys;
  private final double[] rates;
  private int[] keyOfPair = new int[256];

  private PairPool(List<BlockingKey> keys) {
    this.keys = keys;
    this.rates = new double[keys.size()];
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

  /** Which keys reach a pair. */
  boolean[] reached(int pair) {
    boolean[] by = new boolean[keys.size()];
    for (int k = 0; k < by.length; k++) {
      by[k] = keys.get(k).reaches(pairs.rowA(pair), pairs.rowB(pair));
    }
    return by;
  }

  /** How many pairs of the table one of the pool stands for (Horvitz and Thompson 1952). */
  double weight(boolean[] reached) {
    double missed = 1;
    for (int k = 0; k < rates.length; k++) {
      missed *= reached[k] ? 1 - rates[k] : 1;
    }
    return 1 / Math.max(1e-6, 1 - missed);
  }

  /** Up to {@code perKey} pairs of each key, each pair once, with the keys' sampling rates. */
  public static PairPool of(
      Table table, List<BlockingKey> keys, PairRule rule, int perKey, int threads) {
    PairPool pool = new PairPool(keys);
    Set<Long> seen = new HashSet<>();
    List<PairList> lists =
        Tasks.run(threads, keys.size(), k -> sample(table, keys.get(k), rule, perKey));
    for (int k = 0; k < keys.size(); k++) {
      PairList list = lists.get(k);
      for (int i = 0; i < list.size(); i++) {
        if (seen.add((long) list.rowA(i) << 32 | list.rowB(i))) {
          pool.pairs.add(list.rowA(i), list.rowB(i));
          pool.addKey(k);
        }
      }
      pool.rates[k] = rate(keys.get(k), perKey);
    }
    return pool;
  }

  private static double rate(BlockingKey key, int perKey) {
    return Math.min(1, perKey / Math.max(1, key.expectedPairs()));
  }

  /** All pairs of those blocks whose key value hashes low enough. */
  private static PairList sample(Table table, BlockingKey key, PairRule rule, int perKey) {
    // Values are hashes themselves.
    long bound = (long) (rate(key, perKey) * (1L << 32));
    long[] packed = new long[1024];
    int used = 0;
    for (int from = 0; from < table.size(); from += CHUNK_ROWS) {
      int[] values = new int[Math.min(CHUNK_ROWS, table.size() - from)];
      key.values(from, values);
      for (int i = 0; i < values.length; i++) {
        if (values[i] != 0 && (values[i] & 0xffffffffL) < bound) {
          if (used == packed.length) {
            packed = Arrays.copyOf(packed, used * 2);
          }
          packed[used++] = (long) values[i] << 32 | (from + i);
        }
      }
    }
    Arrays.sort(packed, 0, used);
    PairList list = new PairList();
    for (int i = 0; i < used && list.size() < 4 * perKey; i++) {
      for (int j = i + 1; j < used && packed[j] >> 32 == packed[i] >> 32; j++) {
        if (rule.allows((int) packed[i], (int) packed[j])) {
          list.add((int) packed[i], (int) packed[j]);
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
