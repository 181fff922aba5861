package org.baophu.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How right a list of potential participants is. A row stands for the true person whom most of its
 * records are; a second row for the same person is wrong.
 *
 * @param listed rows on the list
 * @param due persons who should be on it
 * @param right persons who should be and are
 * @param expectedWrong wrong rows that the list itself expects: the sum of 1 − p_uninsured
 */
record ListEvaluation(long listed, long due, long right, double expectedWrong) {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /**
   * Compares a list with the truth.
   *
   * @param persons the true person of every record, by {@code source:record_id}
   */
  static ListEvaluation of(Path list, Path truth, Map<String, String> persons) throws IOException {
    Set<String> due = new HashSet<>();
    for (CSVRecord row : read(truth)) {
      due.add(row.get("person_id"));
    }
    Set<String> right = new HashSet<>();
    double expectedWrong = 0;
    List<CSVRecord> rows = read(list);
    for (CSVRecord row : rows) {
      expectedWrong += 1 - Double.parseDouble(row.get("p_uninsured"));
      mostOf(row.get("sources").split(";"), persons).filter(due::contains).ifPresent(right::add);
    }
    return new ListEvaluation(rows.size(), due.size(), right.size(), expectedWrong);
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
