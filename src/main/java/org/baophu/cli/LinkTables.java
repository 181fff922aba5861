package org.baophu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.baophu.intake.InputRefusedException;
import org.baophu.link.parallel.Tasks;
import org.baophu.link.table.Field;
import org.baophu.link.table.Table;

/** Reads the tables of a {@code link} configuration: UTF-8 CSV with headings, gzipped or not. */
final class LinkTables {
  private final LinkFile file;
  private final Path directory;
  private List<String> remarks = List.of();

  /**
   * @param directory against which the names of files count
   */
  LinkTables(LinkFile file, Path directory) {
    this.file = file;
    this.directory = directory;
  }

  /**
   * Reads all tables.
   *
   * @param threads tables that may be read at the same time
   * @throws InputRefusedException if a file is missing, or not what the configuration says
   */
  Table read(int threads) {
    List<Field> fields =
        file.columns().stream().map(c -> new Field(c.name(), c.fieldType())).toList();
    List<LinkFile.Input> inputs = file.tables();
    List<String> sources = inputs.stream().map(LinkFile.Input::name).toList();
    List<LinkTableFile> files =
        IntStream.range(0, inputs.size())
            .mapToObj(source -> new LinkTableFile(source, file, directory))
            .toList();
    List<LinkTableFile.Piece> pieces =
        Tasks.run(threads, files.size(), source -> files.get(source).pieces(threads)).stream()
            .flatMap(List::stream)
            .toList();
    List<LinkTableFile.Part> parts =
        Tasks.run(threads, pieces.size(), i -> pieces.get(i).read(Table.builder(fields, sources)));
    Table table = Table.join(parts.stream().map(LinkTableFile.Part::table).toList(), threads);
    refuseRepeatedIds(table, files);
    remarks = remarks(files, parts);
    return table;
  }

  /** What the operator should know of the tables that were read, although they can be linked. */
  List<String> remarks() {
    return remarks;
  }

  private List<String> remarks(List<LinkTableFile> files, List<LinkTableFile.Part> parts) {
    List<String> found = new ArrayList<>();
    for (int source = 0; source < files.size(); source++) {
      for (int field = 0; field < file.columns().size(); field++) {
        remark(files.get(source).path(), field, dates(parts, source, field)).ifPresent(found::add);
      }
    }
    return found;
  }

  private static List<DateColumn> dates(List<LinkTableFile.Part> parts, int source, int field) {
    return parts.stream()
        .filter(part -> part.source() == source)
        .flatMap(part -> part.dates().stream())
        .filter(column -> column.field() == field)
        .toList();
  }

  private Optional<String> remark(Path path, int field, List<DateColumn> columns) {
    long unread = columns.stream().mapToLong(DateColumn::unread).sum();
    long dates = columns.stream().mapToLong(DateColumn::dates).sum();
    long first = columns.stream().mapToLong(DateColumn::firstUnread).min().orElse(0);
    return unread == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s: %,d of %,d dates of %s cannot be read, the first in record %,d; they count as"
                    + " missing. `format` says how dates are written.",
                path,
                unread,
                dates,
                file.columns().get(field).name(),
                first));
  }

  private void refuseRepeatedIds(Table table, List<LinkTableFile> files) {
    int[] order = table.canonicalOrder();
    OptionalInt repeated =
        IntStream.range(1, order.length)
            .parallel()
            .filter(i -> table.haveSameId(order[i], order[i - 1]))
            .findFirst();
    if (repeated.isPresent()) {
      int row = order[repeated.getAsInt()];
      int source = table.source(row);
      int later = Math.max(row, order[repeated.getAsInt() - 1]);
      int first = 0;
      while (table.source(first) != source) {
        first++;
      }
      throw files.get(source).repeated(later - first + 1L, table.recordId(row));
    }
  }
}
