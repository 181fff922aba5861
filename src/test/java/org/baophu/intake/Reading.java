package org.baophu.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baophu.issue.DataIssue;

/** A whole file, read; for tests. */
record Reading(
    FileFormat format, List<Row> rows, List<DataIssue> issues, long delivered, long rejected) {
  static Reading of(InputKind kind, Path path, IntakeSettings settings) {
    List<Row> rows = new ArrayList<>();
    List<DataIssue> issues = new ArrayList<>();
    try (RowReader reader = RowReader.open(new InputFile(kind, path), settings)) {
      for (Row row = reader.next(issues::add); row != null; row = reader.next(issues::add)) {
        rows.add(row);
      }
      return new Reading(
          reader.format(), rows, issues, reader.rowsDelivered(), reader.rowsRejected());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Reading of(InputKind kind, Path path) {
    return of(kind, path, IntakeSettings.defaults());
  }

  static Path write(Path directory, String name, String text) {
    return write(directory, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path directory, String name, String text, Charset charset) {
    return write(directory, name, text.getBytes(charset));
  }

  static Path write(Path directory, String name, byte[] bytes) {
    try {
      return Files.write(directory.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static IntakeSettings with(FileSettings settings) {
    return new IntakeSettings(0.05, 10_000, List.of(settings));
  }

  static FileSettings columns(Map<String, String> columns) {
    return new FileSettings("*", null, null, null, columns, null);
  }

  List<String> column(String column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  List<Long> numbers() {
    return rows.stream().map(Row::number).toList();
  }

  List<Long> issueRows() {
    return issues.stream().map(DataIssue::row).toList();
  }
}
