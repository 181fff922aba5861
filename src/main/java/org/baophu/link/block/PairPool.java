package org.baophu.link.block;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /** Which keys reach a pair. */
  boolean[] reached(int pair) {
    boolean[] agree = new boolean[parts.size()];
    for (int part = 0; part < agree.length; part++) {
      int a = parts.get(part).of(pairs.rowA(pair));
      agree[part] = a != 0 && a == parts.get(part).of(pairs.rowB(pair));
    }
    boolean[] by = new boolean[keys.size()];
    for (int k = 0; k < by.length; k++) {
      by[k] = true;
      for (int part : partsOfKey[k]) {
        by[k] &= agree[part];
      }
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
    RowSample drawn = new RowSample(keys, key -> rate(key, perKey), table.size(), threads);
    List<PairList> lists =
        Tasks.run(threads, keys.size(), k -> pairs(drawn.rows(k), rule, 4 * perKey));
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
