package org.baophu.link.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.baophu.link.parallel.Tasks;
import org.jspecify.annotations.Nullable;

/** Records of one or more sources under common fields. Immutable and safe for any threads. */
public final class Table {
  private final List<Field> fields;
  private final List<String> sources;
  private final int[] rowSources;
  private final Texts recordIds;
  private final Column[] columns;

  /** What {@link #canonicalOrder} gives, once it was asked for. */
  private volatile int @Nullable [] canonicalOrder;

  private Table(
      List<Field> fields,
      List<String> sources,
      int[] rowSources,
      Texts recordIds,
      Column[] columns) {
    this.fields = fields;
    this.sources = sources;
    this.rowSources = rowSources;
    this.recordIds = recordIds;
    this.columns = columns;
  }

  /**
   * Begins a table.
   *
   * @throws IllegalArgumentException where a field's or a source's name occurs twice, or either
   *     list is empty
   */
  public static Builder builder(List<Field> fields, List<String> sources) {
    return new Builder(fields, sources);
  }

  /** How many rows there are. */
  public int size() {
    return rowSources.length;
  }

  /** The index into {@link #sources()} of a row's source. */
  public int source(int row) {
    return rowSources[row];
  }

  /** A row's id within its source. */
  public String recordId(int row) {
    return recordIds.get(row);
  }

  /** Copies a row's id within its source, in UTF-8, if it fits, and says how long it is. */
  public int copyRecordId(int row, byte[] into) {
    int length = recordIds.length(row);
    if (length <= into.length) {
      System.arraycopy(recordIds.bytes(row), recordIds.from(row), into, 0, length);
    }
    return length;
  }

  /** Whether two rows are of one source and have the same id. */
  public boolean haveSameId(int rowA, int rowB) {
    return rowSources[rowA] == rowSources[rowB] && recordIds.compare(rowA, rowB) == 0;
  }

  /** The names of the sources. */
  public List<String> sources() {
    return sources;
  }

  /** The fields, in the order of their indexes. */
  public List<Field> fields() {
    return fields;
  }

  /** The column of a field. */
  public Column column(int field) {
    return columns[field];
  }

  /**
   * About how much work it is to look at every distinct value of a field, so that the largest can
   * be begun first: words take several times as long as numbers.
   */
  public long work(int field) {
    int each =
        switch (fields.get(field).type()) {
          case PERSON_NAME, NAME -> 10;
          case TEXT -> 5;
          case DATE, IDENTIFIER, PHONE, CATEGORY, NUMBER -> 1;
        };
    return (long) each * columns[field].distinct();
  }

  /** The value of a row in a field, {@code null} where it is missing. */
  public @Nullable String value(int row, int field) {
    int code = columns[field].code(row);
    return code < 0 ? null : columns[field].value(code);
  }

  /**
   * The rows in an order of their own: by source name, record id, then values. Found once; the
   * array is not to be changed.
   */
  public int[] canonicalOrder() {
    int[] known = canonicalOrder;
    if (known == null) {
      known = foundOrder();
      canonicalOrder = known;
    }
    return known;
  }

  private int[] foundOrder() {
    int[] rank = sourceRanks();
    int[] order = new int[size()];
    Arrays.setAll(order, row -> row);
    // Files mostly come in that order.
    if (isSorted(rank)) {
      return order;
    }
    Integer[] rows = new Integer[order.length];
    Arrays.setAll(rows, row -> row);
    Arrays.parallelSort(rows, (a, b) -> compare(a, b, rank));
    Arrays.setAll(order, place -> rows[place]);
    return order;
  }

  private boolean isSorted(int[] rank) {
    return IntStream.range(1, size()).parallel().allMatch(row -> compare(row - 1, row, rank) <= 0);
  }

  private int compare(int a, int b, int[] rank) {
    int order = Integer.compare(rank[rowSources[a]], rank[rowSources[b]]);
    order = order != 0 ? order : recordIds.compare(a, b);
    for (int field = 0; field < columns.length && order == 0; field++) {
      order = columns[field].compare(a, b);
    }
    return order;
  }

  /** The same table with its rows in another order and its sources sorted by name. */
  public Table reordered(int[] rows) {
    int[] rank = sourceRanks();
    if (isCounting(rank) && rows.length == size() && isCounting(rows)) {
      return this;
    }
    int[] movedSources = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      movedSources[i] = rank[rowSources[rows[i]]];
    }
    Column[] moved = new Column[columns.length];
    Arrays.setAll(moved, field -> columns[field].reordered(rows));
    return new Table(
        fields, sources.stream().sorted().toList(), movedSources, recordIds.picked(rows), moved);
  }

  /** Whether numbers are 0, 1, 2 and so on. */
  public static boolean isCounting(int[] numbers) {
    boolean counting = true;
    for (int i = 0; i < numbers.length && counting; i++) {
      counting = numbers[i] == i;
    }
    return counting;
  }

  private int[] sourceRanks() {
    List<String> sorted = sources.stream().sorted().toList();
    return sources.stream().mapToInt(sorted::indexOf).toArray();
  }

  /** Collects rows. Not safe for several threads. */
  public static final class Builder {
    private final List<Field> fields;
    private final List<String> sources;
    private final Column.Encoder[] encoders;
    private final Texts recordIds = new Texts();
    private int[] rowSources = new int[64];
    private int size;

    private Builder(List<Field> fields, List<String> sources) {
      this.fields = List.copyOf(fields);
      this.sources = List.copyOf(sources);
      Set<String> names = new HashSet<>();
      fields.forEach(field -> names.add(field.name()));
      if (names.size() < fields.size() || fields.isEmpty()) {
        throw new IllegalArgumentException("field names must be distinct, at least one: " + names);
      }
      if (sources.isEmpty() || new HashSet<>(sources).size() < sources.size()) {
        throw new IllegalArgumentException("source names must be distinct, at least one");
      }
      encoders = new Column.Encoder[fields.size()];
      Arrays.setAll(encoders, field -> new Column.Encoder());
    }

    /**
     * Adds a row.
     *
     * @param source index into the sources
     * @param recordId the record's id, unique within its source
     * @param rowValues one per field; {@code null} or blank is missing
     * @return this
     * @throws IllegalArgumentException where the source does not exist or the number of values is
     *     not the number of fields
     */
    public Builder add(int source, String recordId, @Nullable String... rowValues) {
      if (rowValues.length != fields.size()) {
        throw new IllegalArgumentException(
            rowValues.length + " values for " + fields.size() + " fields, record " + recordId);
      }
      byte[] id = recordId.getBytes(StandardCharsets.UTF_8);
      begin(source, id, 0, id.length);
      for (int field = 0; field < rowValues.length; field++) {
        add(field, rowValues[field]);
      }
      return this;
    }

    /**
     * Begins a row, of which {@link #add(int, byte[], int, int)} is then to be called for each
     * field once. Texts are bytes {@code from} to {@code to - 1}, in UTF-8.
     *
     * @param source index into the sources
     * @throws IllegalArgumentException where the source does not exist
     */
    public void begin(int source, byte[] recordId, int from, int to) {
      if (source < 0 || source >= sources.size()) {
        String id = new String(recordId, from, to - from, StandardCharsets.UTF_8);
        throw new IllegalArgumentException("no source " + source + ", record " + id);
      }
      if (size == rowSources.length) {
        rowSources = Arrays.copyOf(rowSources, size + (size >> 1));
      }
      rowSources[size++] = source;
      recordIds.add(recordId, from, to);
    }

    /** A value of the row begun; blank is missing. */
    public void add(int field, byte[] bytes, int from, int to) {
      int start = from;
      int end = to;
      while (start < end && Whitespace.isAscii(bytes[start])) {
        start++;
      }
      while (end > start && Whitespace.isAscii(bytes[end - 1])) {
        end--;
      }
      if (start == end) {
        encoders[field].addMissing();
      } else if (Whitespace.mayBeAtEnds(bytes, start, end)) {
        add(field, new String(bytes, start, end - start, StandardCharsets.UTF_8));
      } else {
        encoders[field].add(bytes, start, end);
      }
    }

    /** A value of the row begun; {@code null} or blank is missing. */
    public void add(int field, @Nullable String value) {
      if (value == null || value.isBlank()) {
        encoders[field].addMissing();
      } else {
        byte[] bytes = value.strip().getBytes(StandardCharsets.UTF_8);
        encoders[field].add(bytes, 0, bytes.length);
      }
    }

    /** The table of all rows added. To be called once, as the last. */
    public Table build() {
      return join(List.of(this), 1);
    }
  }

  /**
   * The table of all rows of some builders, one builder after the other, all begun alike. None of
   * them may be used afterwards.
   *
   * @param threads at least 1; changes the time taken, never the result
   */
  public static Table join(List<Builder> builders, int threads) {
    Builder first = builders.get(0);
    int size = builders.stream().mapToInt(builder -> builder.size).sum();
    int[] rowSources = new int[size];
    Texts recordIds = first.recordIds;
    int at = 0;
    for (Builder builder : builders) {
      System.arraycopy(builder.rowSources, 0, rowSources, at, builder.size);
      if (builder != first) {
        recordIds.addAll(builder.recordIds);
      }
      at += builder.size;
    }
    List<Column> columns =
        Tasks.runLargestFirst(
            threads,
            first.fields.size(),
            field -> builders.stream().mapToLong(b -> b.encoders[field].distinct()).sum(),
            field -> Column.of(builders.stream().map(builder -> builder.encoders[field]).toList()));
    return new Table(
        first.fields, first.sources, rowSources, recordIds, columns.toArray(Column[]::new));
  }
}
