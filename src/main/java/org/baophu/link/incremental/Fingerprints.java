package org.baophu.link.incremental;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.baophu.link.parallel.Tasks;
import org.jspecify.annotations.Nullable;

/**
 * Records as two hashes of 64 bits each, of who they are and of what they say, in the order that
 * linkage gives its rows: by source name, then by record id. Immutable.
 */
public final class Fingerprints {
  private static final int CHUNK = 1 << 14;

  private final int[] order;
  private final long[] ids;
  private final long[] contents;
  private final long[][] missing;
  private final LongIndex index;

  private Fingerprints(int[] order, long[] ids, long[] contents, long[][] missing) {
    this.order = order;
    this.ids = ids;
    this.contents = contents;
    this.missing = missing;
    this.index = new LongIndex(ids);
  }

  /**
   * Takes the fingerprints of records.
   *
   * @param sources the names of the sources
   * @param fields how many values a record has
   * @param threads at least 1; changes the time taken, never the result
   */
  public static Fingerprints of(Records records, List<String> sources, int fields, int threads) {
    int[] order = order(records, sources);
    long[] ids = new long[order.length];
    long[] contents = new long[order.length];
    List<long[][]> missing =
        Tasks.run(
            threads,
            (order.length + CHUNK - 1) / CHUNK,
            chunk -> {
              long[][] own = new long[sources.size()][fields];
              int to = Math.min(order.length, (chunk + 1) * CHUNK);
              for (int place = chunk * CHUNK; place < to; place++) {
                int row = order[place];
                int source = records.source(row);
                ids[place] =
                    Hash.text(Hash.text(Hash.START, sources.get(source)), records.recordId(row));
                contents[place] = content(records.values(row), own[source]);
              }
              return own;
            });
    long[][] all = new long[sources.size()][fields];
    for (long[][] own : missing) {
      for (int source = 0; source < all.length; source++) {
        for (int field = 0; field < fields; field++) {
          all[source][field] += own[source][field];
        }
      }
    }
    return new Fingerprints(order, ids, contents, all);
  }

  private static long content(@Nullable String[] values, long[] missing) {
    long hash = Hash.START;
    for (int field = 0; field < values.length; field++) {
      String value = values[field];
      if (value == null || value.isBlank()) {
        missing[field]++;
        hash = Hash.number(hash, -1);
      } else {
        hash = Hash.text(hash, value);
      }
    }
    return hash;
  }

  /** The rows by source name, then by record id; of equal ones, as they come. */
  private static int[] order(Records records, List<String> sources) {
    List<String> sorted = sources.stream().sorted().toList();
    int[] order =
        IntStream.range(0, sources.size())
            .map(rank -> sources.indexOf(sorted.get(rank)))
            .flatMap(
                source ->
                    IntStream.range(0, records.size()).filter(row -> records.source(row) == source))
            .toArray();
    boolean isSorted = true;
    for (int i = 1; i < order.length && isSorted; i++) {
      isSorted = compare(records, order[i - 1], order[i]) <= 0;
    }
    if (isSorted) {
      return order;
    }
    int[] rank = new int[sources.size()];
    Arrays.setAll(rank, source -> sorted.indexOf(sources.get(source)));
    return Arrays.stream(order)
        .boxed()
        .sorted(
            (a, b) -> {
              int bySource = Integer.compare(rank[records.source(a)], rank[records.source(b)]);
              return bySource != 0 ? bySource : compare(records, a, b);
            })
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Of two rows of one source; of others, the earlier counts as the smaller. */
  private static int compare(Records records, int a, int b) {
    return records.source(a) == records.source(b)
        ? records.recordId(a).compareTo(records.recordId(b))
        : 0;
  }

  /** How many records there are. */
  public int size() {
    return order.length;
  }

  /** The record at a place. */
  public int row(int place) {
    return order[place];
  }

  /** The place of a record by the hash of who it is, -1 where there is none. */
  public int find(long id) {
    return index.find(id);
  }

  /** Whether every record has an id of its own; only then can they be known again. */
  public boolean areDistinct() {
    return index.isDistinct();
  }

  /** A hash of who the record at a place is. */
  public long id(int place) {
    return ids[place];
  }

  /** By place a hash of who it is; not copied. */
  public long[] ids() {
    return ids;
  }

  /** By place a hash of what it says; not copied. */
  public long[] contents() {
    return contents;
  }

  /** How many records of a source lack a field's value. */
  public long missing(int source, int field) {
    return missing[source][field];
  }
}
