package org.baophu.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.baophu.intake.InputRefusedException;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.jspecify.annotations.Nullable;

/** Reads the tables of a {@code link} configuration: UTF-8 CSV with headings. */
final class LinkTables {
  private final LinkFile file;
  private final Path directory;

  /**
   * @param directory against which the names of files count
   */
  LinkTables(LinkFile file, Path directory) {
    this.file = file;
    this.directory = directory;
  }

  Table read() throws IOException {
    List<Field> fields =
        file.columns().stream().map(c -> new Field(c.name(), c.fieldType())).toList();
    Table.Builder table =
        Table.builder(fields, file.tables().stream().map(LinkFile.Input::name).toList());
    for (int source = 0; source < file.tables().size(); source++) {
      add(source, file.tables().get(source), table);
    }
    return table.build();
  }

  private void add(int source, LinkFile.Input input, Table.Builder table) throws IOException {
    Path path = directory.resolve(input.file());
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(input.delimiter() == null ? "," : input.delimiter())
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    Set<String> ids = new HashSet<>();
    try (Reader in = Files.newBufferedReader(path);
        CSVParser parser = format.parse(CsvText.withoutMark(in))) {
      requireColumns(parser.getHeaderNames(), input, path);
      for (CSVRecord row : parser) {
        String id = row.get(input.id());
        if (id.isBlank() || !ids.add(id)) {
          throw refused(path, row, "id '" + id + "' is " + (id.isBlank() ? "blank" : "repeated"));
        }
        table.add(source, id, values(input, row));
      }
    } catch (MalformedInputException e) {
      throw new InputRefusedException(path.toString(), "is not UTF-8.", "Convert it to UTF-8.");
    }
  }

  private void requireColumns(List<String> headings, LinkFile.Input input, Path path) {
    List<String> missing = new ArrayList<>();
    if (!headings.contains(input.id())) {
      missing.add(input.id());
    }
    file.columns().stream()
        .map(column -> column.columnIn(input.name()))
        .filter(column -> !headings.contains(column))
        .forEach(missing::add);
    if (!missing.isEmpty()) {
      throw new InputRefusedException(
          path.toString(),
          "has no column " + String.join(", ", missing) + "; it has " + headings + ".",
          "Correct the configuration, or rename with `columns: {" + input.name() + ": ...}`.");
    }
  }

  private @Nullable String[] values(LinkFile.Input input, CSVRecord row) {
    return file.columns().stream()
        .map(column -> value(column, row.get(column.columnIn(input.name()))))
        .toArray(String[]::new);
  }

  /** A date in the stated format becomes ISO; one that is none stays as it is, for the engine. */
  private static @Nullable String value(LinkFile.Column column, String text) {
    if (column.fieldType() != FieldType.DATE || column.format() == null || text.isBlank()) {
      return text;
    }
    try {
      return LocalDate.parse(
              text.strip(), DateTimeFormatter.ofPattern(column.format(), Locale.ROOT))
          .toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static InputRefusedException refused(Path path, CSVRecord row, String fault) {
    return new InputRefusedException(
        path.toString(),
        "record " + row.getRecordNumber() + ": " + fault + ".",
        "Every record needs an id of its own.");
  }
}
