package org.baophu.link.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.baophu.link.parallel.Tasks;
import org.jspecify.annotations.Nullable;

/** Records of one or more sources under common fields. Immutable and safe for any threads. */
public final class Table {
  private final List<Field> fields;
  private final List<String> sources;
  private final int[] rowSources;
  private final String[] recordIds;
  private final Column[] columns;

  private Table(
      List<Field> fields,
      List<String> sources,
      int[] rowSources,
      String[] recordIds,
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
    return recordIds.length;
  }

  /** The index into {@link #sources()} of a row's source. */
  public int source(int row) {
    return rowSources[row];
  }

  /** A row's id within its source. */
  public String recordId(int row) {
    return recordIds[row];
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

  /** The value of a row in a field, {@code null} where it is missing. */
  public @Nullable String value(int row, int field) {
    int code = columns[field].code(row);
    return code < 0 ? null : columns[field].value(code);
  }

  /** The rows in an order of their own: by source name, record id, then values. */
  public int[] canonicalOrder() {
    int[] rank = sourceRanks();
    Integer[] rows = new Integer[size()];
    Arrays.setAll(rows, row -> row);
    Arrays.parallelSort(
        rows,
        (a, b) -> {
          int order = Integer.compare(rank[rowSources[a]], rank[rowSources[b]]);
          order = order != 0 ? order : recordIds[a].compareTo(recordIds[b]);
          for (int field = 0; field < columns.length && order == 0; field++) {
            order = Integer.compare(columns[field].code(a), columns[field].code(b));
          }
          return order;
        });
    return Arrays.stream(rows).mapToInt(Integer::intValue).toArray();
  }

  /** The same table with its rows in another order and its sources sorted by name. */
  public Table reordered(int[] rows) {
    int[] rank = sourceRanks();
    int[] movedSources = new int[rows.length];
    String[] movedIds = new String[rows.length];
    for (int i = 0; i < rows.length; i++) {
      movedSources[i] = rank[rowSources[rows[i]]];
      movedIds[i] = recordIds[rows[i]];
    }
    Column[] moved = new Column[columns.length];
    Arrays.setAll(moved, field -> columns[field].reordered(rows));
    return new Table(fields, sources.stream().sorted().toList(), movedSources, movedIds, moved);
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
    private String[] recordIds = new String[64];
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
      if (source < 0 || source >= sources.size()) {
        throw new IllegalArgumentException("no source " + source + ", record " + recordId);
      }
      if (rowValues.length != fields.size()) {
        throw new IllegalArgumentException(
            rowValues.length + " values for " + fields.size() + " fields, record " + recordId);
      }
      if (size == rowSources.length) {
        int capacity = size + (size >> 1);
        rowSources = Arrays.copyOf(rowSources, capacity);
        recordIds = Arrays.copyOf(recordIds, capacity);
      }
      rowSources[size] = source;
      recordIds[size++] = recordId;
      for (int field = 0; field < rowValues.length; field++) {
        String value = rowValues[field];
        encoders[field].add(value == null || value.isBlank() ? null : value.strip());
      }
      return this;
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
    String[] recordIds = new String[size];
    int at = 0;
    for (Builder builder : builders) {
      System.arraycopy(builder.rowSources, 0, rowSources, at, builder.size);
      System.arraycopy(builder.recordIds, 0, recordIds, at, builder.size);
      at += builder.size;
    }
    List<Column> columns =
        Tasks.run(
            threads,
            first.fields.size(),
            field -> Column.of(builders.stream().map(builder -> builder.encoders[field]).toList()));
    return new Table(
        first.fields, first.sources, rowSources, recordIds, columns.toArray(Column[]::new));
  }
}
