package org.baophu.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.json.JsonMapper;

/**
 * What planners need of a published night, without persons: targets, summaries, and how many are on
 * the lists. No name, id, phone, address or record is in it, nor the reasons, which count single
 * persons.
 *
 * <p>Small cells: every count of persons or records is rounded to the nearest multiple of {@value
 * #BASE}, each for itself, so that neither a small count nor the difference of two tells of one
 * person; sums of rounded counts differ from the rounded sum. Targets, capacity and labour force
 * are plans and statistics, not persons, and stay exact.
 */
public final class PlannerCopy {
  private static final int BASE = 5;
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final List<String> TARGETS =
      List.of(
          "targets_by_commune.csv",
          "targets_by_organisation.csv",
          "targets_by_collection_point.csv");
  private static final List<String> EXACT =
      List.of(
          "organisation",
          "collection_point",
          "commune_code",
          "commune",
          "labour_force",
          "capacity",
          "target");
  private static final Set<String> ROUNDED = Set.of("insured", "potential");
  private static final Set<String> PLACE = Set.of("commune_code", "commune");

  private final Path night;
  private final Path copy;

  private PlannerCopy(Path night, Path copy) {
    this.night = night;
    this.copy = copy;
  }

  /**
   * Writes the copy, in place of an earlier one of that night.
   *
   * @param night a published directory, named by its date
   * @param planners where the copy's directory of that date appears; made if missing
   * @return the copy's directory
   */
  public static Path write(Path night, Path planners) throws IOException {
    PrivateFiles.createFolders(planners);
    Path copy = planners.resolve(night.getFileName());
    Path part = planners.resolve("." + night.getFileName() + ".part");
    Path replaced = planners.resolve("." + night.getFileName() + ".replaced");
    delete(part);
    delete(replaced);
    PrivateFiles.createFolder(part);
    new PlannerCopy(night, part).write();
    if (Files.exists(copy)) {
      Files.move(copy, replaced, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
    delete(replaced);
    return copy;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> all;
      try (Stream<Path> walk = Files.walk(folder)) {
        all = new ArrayList<>(walk.toList());
      }
      for (int i = all.size() - 1; i >= 0; i--) {
        Files.delete(all.get(i));
      }
    }
  }

  private void write() throws IOException {
    for (String file : TARGETS) {
      copyTargets(file);
    }
    copySummary();
    countLists();
    about();
  }

  private void copyTargets(String file) throws IOException {
    List<Column<CSVRecord>> columns = new ArrayList<>();
    for (String heading : headings(file)) {
      if (EXACT.contains(heading)) {
        columns.add(Column.code(heading, 12, row -> row.get(heading)));
      } else if (ROUNDED.contains(heading)) {
        columns.add(Column.code(heading, 12, row -> rounded(row.get(heading))));
      }
    }
    copy(file, new Table<>(columns));
  }

  private void copySummary() throws IOException {
    String file = "summary_by_commune.csv";
    List<Column<CSVRecord>> columns = new ArrayList<>();
    for (String heading : headings(file)) {
      columns.add(
          Column.code(
              heading,
              12,
              row -> PLACE.contains(heading) ? row.get(heading) : rounded(row.get(heading))));
    }
    copy(file, new Table<>(columns));
  }

  private void copy(String file, Table<CSVRecord> table) throws IOException {
    try (CSVParser rows = parser(file)) {
      CsvFile.write(copy.resolve(file), table, rows::forEach);
    }
  }

  private List<String> headings(String file) throws IOException {
    try (CSVParser rows = parser(file)) {
      return List.copyOf(rows.getHeaderNames());
    }
  }

  private CSVParser parser(String file) throws IOException {
    Reader reader = Files.newBufferedReader(night.resolve(file));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return CSVParser.builder().setReader(reader).setFormat(CSV).get();
  }

  /** Persons on the lists by commune, route and support group. */
  private void countLists() throws IOException {
    List<String> by = List.of("commune_code", "commune", "route", "support_group");
    Map<String, Long> counts = new TreeMap<>();
    try (CSVParser rows = parser("potential.csv")) {
      for (CSVRecord row : rows) {
        counts.merge(String.join("\t", by.stream().map(row::get).toList()), 1L, Long::sum);
      }
    }
    List<Column<Map.Entry<String, Long>>> columns = new ArrayList<>();
    for (int i = 0; i < by.size(); i++) {
      int part = i;
      columns.add(Column.code(by.get(i), 12, row -> row.getKey().split("\t", -1)[part]));
    }
    columns.add(Column.count("persons", 12, row -> rounded(row.getValue())));
    CsvFile.write(
        copy.resolve("list_counts.csv"),
        new Table<>(columns),
        sink ->
            counts.entrySet().stream().filter(row -> rounded(row.getValue()) > 0).forEach(sink));
  }

  private void about() throws IOException {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("date", night.getFileName().toString());
    about.put("persons_and_records_rounded_to_multiples_of", BASE);
    about.put("exact", EXACT.subList(EXACT.indexOf("labour_force"), EXACT.size()));
    try (OutputStream out = PrivateFiles.create(copy.resolve("about.json"))) {
      out.write(JsonMapper.shared().writeValueAsBytes(about));
      out.write("\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String rounded(String count) {
    return count.matches("\\d+") ? Long.toString(rounded(Long.parseLong(count))) : "";
  }

  static long rounded(long count) {
    return (count + BASE / 2) / BASE * BASE;
  }
}
