package org.baophu.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.baophu.intake.InputRefusedException;
import org.baophu.link.Constraints;
import org.baophu.link.RowPair;
import org.baophu.link.table.Table;

/** What clerks decided about pairs of records, for {@code link}. */
final class LinkDecisions {
  private static final List<String> COLUMNS =
      List.of("source_a", "id_a", "source_b", "id_b", "decision");

  private final Path file;
  private final Map<List<String>, Integer> rows = new HashMap<>();
  private final List<RowPair> matches = new ArrayList<>();
  private final List<RowPair> others = new ArrayList<>();

  private LinkDecisions(Path file, Table table) {
    this.file = file;
    for (int row = 0; row < table.size(); row++) {
      rows.put(List.of(table.sources().get(table.source(row)), table.recordId(row)), row);
    }
  }

  /**
   * Reads a file as {@code pairs.csv} is, with a column {@code decision}: {@code match}, {@code
   * no_match} or nothing. Other columns are ignored.
   *
   * @throws InputRefusedException if a column is missing, or a row names an unknown record or
   *     decides something else
   */
  static Constraints read(Path file, Table table) {
    LinkDecisions decisions = new LinkDecisions(file, table);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader in = CsvText.withoutMark(Files.newBufferedReader(file));
        CSVParser parser = format.parse(in)) {
      if (!parser.getHeaderNames().containsAll(COLUMNS)) {
        throw new InputRefusedException(
            file.toString(),
            "lacks a column; it has " + parser.getHeaderNames() + ".",
            "It needs " + COLUMNS + ".");
      }
      for (CSVRecord row : parser) {
        decisions.add(row);
      }
    } catch (IOException e) {
      throw new InputRefusedException(
          file.toString(), Failures.unreadable(e), "Correct `decisions`.");
    }
    return new Constraints(decisions.matches, decisions.others);
  }

  private void add(CSVRecord row) {
    String decision = row.get("decision").strip();
    switch (decision) {
      case "match" -> matches.add(pair(row));
      case "no_match" -> others.add(pair(row));
      case "" -> {}
      default ->
          throw refused(row, "decision '" + decision + "'", "Write match, no_match or nothing.");
    }
  }

  private RowPair pair(CSVRecord row) {
    return new RowPair(record(row, "source_a", "id_a"), record(row, "source_b", "id_b"));
  }

  private int record(CSVRecord row, String source, String id) {
    Integer found = rows.get(List.of(row.get(source), row.get(id)));
    if (found == null) {
      throw refused(
          row, "there is no record " + row.get(source) + ":" + row.get(id), "Correct the row.");
    }
    return found;
  }

  private InputRefusedException refused(CSVRecord row, String fault, String remedy) {
    return new InputRefusedException(
        file.toString(), "record " + row.getRecordNumber() + ": " + fault + ".", remedy);
  }
}
