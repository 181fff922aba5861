package org.baophu.link.incremental;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.baophu.link.parallel.Tasks;

/**
 * Records as two hashes of 64 bits each, of who they are and of what they say, in the order that
 * linkage gives its rows: by source name, then by record id. Immutable.
 */
public final class Fingerprints {
  private static final int CHUNK = 1 << 14;

  private final int[] order;
  private final long[] ids;
  private final long[] contents;
  private final long[] records;
  private final long[][] missing;
  private final LongIndex index;

  private Fingerprints(int[] order, Seen seen, long[] records) {
    this.order = order;
    this.ids = seen.ids;
    this.contents = seen.contents;
    this.records = records;
    this.missing = seen.missing;
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
    int[] source = new int[records.size()];
    long[] counts = new long[sources.size()];
    for (int row = 0; row < source.length; row++) {
      source[row] = records.source(row);
      counts[source[row]]++;
    }
    int[] order = bySource(source, sources, counts);
    Seen seen = new Seen(records, sources, fields, order, threads);
    if (!seen.isSorted) {
      // Files mostly come in order: nothing is sorted, and so looked at twice, unless it must be.
      order = sorted(records, order);
      seen = new Seen(records, sources, fields, order, threads);
    }
    return new Fingerprints(order, seen, counts);
  }

  /** What is seen of records in some order, each of them looked at once. */
  private static final class Seen {
    private final Records records;
    private final int[] order;
    private final long[] starts;
    private final long[] ids;
    private final long[] contents;
    private final long[][] missing;
    private final boolean isSorted;

    private Seen(Records records, List<String> sources, int fields, int[] order, int threads) {
      this.records = records;
      this.order = order;
      this.starts = sources.stream().mapToLong(Fingerprints::start).toArray();
      this.ids = new long[order.length];
      this.contents = new long[order.length];
      this.missing = new long[sources.size()][fields];
      boolean sorted = true;
      for (Chunk chunk : Tasks.run(threads, (order.length + CHUNK - 1) / CHUNK, this::chunk)) {
        sorted &= chunk.isSorted();
        for (int source = 0; source < missing.length; source++) {
          for (int field = 0; field < fields; field++) {
            missing[source][field] += chunk.missing()[source][field];
          }
        }
      }
      this.isSorted = sorted;
    }

    private record Chunk(boolean isSorted, long[][] missing) {}

    private Chunk chunk(int number) {
      long[][] own = new long[missing.length][missing.length == 0 ? 0 : missing[0].length];
      int from = number * CHUNK;
      int to = Math.min(order.length, from + CHUNK);
      boolean sorted = from == 0 || compare(records, order[from - 1], order[from]) <= 0;
      String last = "";
      int lastSource = -1;
      for (int place = from; place < to; place++) {
        int row = order[place];
        int source = records.source(row);
        String id = records.recordId(row);
        sorted &= source != lastSource || last.compareTo(id) <= 0;
        last = id;
        lastSource = source;
        ids[place] = id(starts[source], id);
        contents[place] = records.content(row, own[source]);
      }
      return new Chunk(sorted, own);
    }
  }

  private static long start(String source) {
    return new Hash().text(source).value();
  }

  private static long id(long start, String recordId) {
    return new Hash().number(start).text(recordId).value();
  }

  /** The hash of who a record is. */
  public static long id(String source, String recordId) {
    return id(start(source), recordId);
  }

  /** The rows by source name; those of one source as they come. */
  private static int[] bySource(int[] source, List<String> sources, long[] counts) {
    int[] next = new int[sources.size()];
    int start = 0;
    for (String name : sources.stream().sorted().toList()) {
      int index = sources.indexOf(name);
      next[index] = start;
      start += (int) counts[index];
    }
    int[] order = new int[source.length];
    for (int row = 0; row < order.length; row++) {
      order[next[source[row]]++] = row;
    }
    return order;
  }

  /** Rows by record id within their sources, which stand in the order given. */
  private static int[] sorted(Records records, int[] bySource) {
    Integer[] order = Arrays.stream(bySource).boxed().toArray(Integer[]::new);
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && records.source(order[to]) == records.source(order[from])) {
        to++;
      }
      Arrays.sort(order, from, to, Comparator.comparing(records::recordId));
      from = to;
    }
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
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

  /** By place the record there; not copied. */
  public int[] order() {
    return order;
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

  /** How many records a source has. */
  public long records(int source) {
    return records[source];
  }

  /** How many records of a source lack a field's value. */
  public long missing(int source, int field) {
    return missing[source][field];
  }
}
