package org.baophu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/** Answers audit samples from the truth of a generated province. */
final class TruthfulClerk {
  static final String HEADINGS =
      "run_id,person_id,insured,eligible,also_listed_as,checked_by,checked_on,note\n";

  private final Path province;
  private final Map<String, String> persons = new HashMap<>();
  private final Set<String> due = new HashSet<>();
  private final Set<String> insured = new HashSet<>();

  TruthfulClerk(Path province) throws IOException {
    this.province = province;
    for (CSVRecord row : JudgedProvince.rows(province.resolve("truth/members.csv"))) {
      persons.put(row.get("source") + ":" + row.get("record_id"), row.get("person_id"));
    }
    for (CSVRecord row : JudgedProvince.rows(province.resolve("truth/potential.csv"))) {
      due.add(row.get("person_id"));
    }
    try (Stream<Path> files = Files.list(province)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("insurance")).toList()) {
        for (CSVRecord row : JudgedProvince.rows(file)) {
          if (row.get("status").equals("active")
              && Set.of("compulsory", "voluntary", "pension").contains(row.get("scheme"))) {
            insured.add(persons.getOrDefault("insurance:" + row.get("record_id"), ""));
          }
        }
      }
    }
  }

  /** The true list, held against one that was published. */
  ListEvaluation judge(Path night) throws IOException {
    return ListEvaluation.of(
        night.resolve("potential.csv"), province.resolve("truth/potential.csv"), persons);
  }

  /** A line for everybody in a night's sample. */
  List<String> answers(Path night) throws IOException {
    Map<String, List<String>> listed = new HashMap<>();
    for (CSVRecord row : JudgedProvince.rows(night.resolve("potential.csv"))) {
      Stream.of(row.get("sources").split(";"))
          .filter(key -> !key.startsWith("insurance") && !key.startsWith("poverty"))
          .map(key -> persons.getOrDefault(key, key))
          .distinct()
          .forEach(
              person ->
                  listed.computeIfAbsent(person, p -> new ArrayList<>()).add(row.get("person_id")));
    }
    List<String> answers = new ArrayList<>();
    for (CSVRecord row : JudgedProvince.rows(night.resolve("audit_sample.csv"))) {
      answers.add(answer(row, listed));
    }
    return answers;
  }

  private String answer(CSVRecord row, Map<String, List<String>> listed) {
    String earner = persons.getOrDefault(row.get("living").split(";")[0], "");
    String others =
        listed.getOrDefault(earner, List.of()).stream()
            .filter(id -> !id.equals(row.get("person_id")))
            .collect(Collectors.joining(";"));
    boolean belongs = due.contains(earner);
    return String.join(
            ",",
            row.get("run_id"),
            row.get("person_id"),
            insured.contains(earner) ? "yes" : "no",
            belongs ? "yes" : "no",
            others,
            "Lan",
            "",
            "")
        + "\n";
  }

  /** Puts answers where the next night finds them. */
  void deliver(String name, List<String> answers) throws IOException {
    Files.createDirectories(province.resolve("audits"));
    Files.writeString(
        province.resolve("audits").resolve(name), HEADINGS + String.join("", answers));
  }
}
