package org.baophu.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.baophu.link.evaluate.Reliability;
import org.jspecify.annotations.Nullable;

/**
 * How right a list of potential participants is. A row stands for the true person whom most of its
 * records are; a second row for the same person is wrong.
 *
 * @param listed rows on the list
 * @param due persons who should be on it
 * @param right persons who should be and are
 * @param expectedWrong wrong rows that the list itself expects: the sum of 1 − p_uninsured
 * @param bands rows by the p_uninsured they were given, and how many of them are right
 * @param details how many of the right rows also say the right thing, by what they say; only what
 *     both files have
 */
record ListEvaluation(
    long listed,
    long due,
    long right,
    double expectedWrong,
    List<Reliability.Band> bands,
    List<Detail> details) {
  /** What the right rows say: how many could be compared, and how many are right in it. */
  record Detail(String name, long rows, long right) {
    double share() {
      return rows == 0 ? 1 : (double) right / rows;
    }
  }

  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /**
   * Compares a list with the truth.
   *
   * @param truth who should be on it; a file {@code stated.csv} beside it says for whom the records
   *     state the support group
   * @param persons the true person of every record, by {@code source:record_id}
   */
  static ListEvaluation of(Path list, Path truth, Map<String, String> persons) throws IOException {
    Map<String, CSVRecord> due = new HashMap<>();
    for (CSVRecord row : read(truth)) {
      due.put(row.get("person_id"), row);
    }
    Path beside = truth.resolveSibling("stated.csv");
    Map<String, String> stated = new HashMap<>();
    for (CSVRecord row : Files.exists(beside) ? read(beside) : List.<CSVRecord>of()) {
      stated.put(row.get("person_id"), row.get("support_stated"));
    }
    Map<String, CSVRecord> right = new TreeMap<>();
    Reliability reliability = new Reliability();
    double expectedWrong = 0;
    List<CSVRecord> rows = read(list);
    for (CSVRecord row : rows) {
      double given = Double.parseDouble(row.get("p_uninsured"));
      expectedWrong += 1 - given;
      boolean isRight =
          mostOf(row.get("sources").split(";"), persons)
              .filter(due::containsKey)
              .filter(person -> right.putIfAbsent(person, row) == null)
              .isPresent();
      reliability.add(given, isRight);
    }
    return new ListEvaluation(
        rows.size(),
        due.size(),
        right.size(),
        expectedWrong,
        reliability.bands(),
        details(right, due, stated));
  }

  private static List<Detail> details(
      Map<String, CSVRecord> right, Map<String, CSVRecord> due, Map<String, String> stated) {
    Map<String, long[]> counts = new LinkedHashMap<>();
    right.forEach(
        (person, row) -> {
          CSVRecord truth = Objects.requireNonNull(due.get(person));
          compare("route", "route", row, truth, counts);
          compare("commune_code", "commune", row, truth, counts);
          compare(
              "support_group", "support group" + stated(stated.get(person)), row, truth, counts);
        });
    return counts.entrySet().stream()
        .map(count -> new Detail(count.getKey(), count.getValue()[0], count.getValue()[1]))
        .sorted(Comparator.comparing(Detail::name))
        .toList();
  }

  private static void compare(
      String column, String name, CSVRecord row, CSVRecord truth, Map<String, long[]> counts) {
    if (row.isMapped(column) && truth.isMapped(column)) {
      long[] count = counts.computeIfAbsent(name, unseen -> new long[2]);
      count[0]++;
      count[1] += row.get(column).equals(truth.get(column)) ? 1 : 0;
    }
  }

  /** A group that no record states cannot be known. */
  private static String stated(@Nullable String stated) {
    if (stated == null) {
      return "";
    }
    return Boolean.parseBoolean(stated)
        ? ", where records state it"
        : ", where no record states it";
  }

  double precision() {
    return listed == 0 ? 1 : (double) right / listed;
  }

  double recall() {
    return due == 0 ? 1 : (double) right / due;
  }

  double f1() {
    return listed + due == 0 ? 1 : 2.0 * right / (listed + due);
  }

  private static Optional<String> mostOf(String[] records, Map<String, String> persons) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String record : records) {
      String person = persons.get(record);
      if (person != null) {
        counts.merge(person, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  private static List<CSVRecord> read(Path file) throws IOException {
    try (Reader in = Files.newBufferedReader(file);
        CSVParser parser = CSV.parse(CsvText.withoutMark(in))) {
      return parser.getRecords();
    }
  }
}
