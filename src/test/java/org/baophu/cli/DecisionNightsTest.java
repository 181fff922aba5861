package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Clerks decide, contradict each other, revoke; and the program can say so afterwards. */
class DecisionNightsTest {
  private static final String HEADINGS =
      "source_a,id_a,source_b,id_b,decision,decided_by,decided_on,note\n";

  @TempDir private Path own;
  private Path input;
  private Path output;

  private Map<String, String> night(String date, String... decisions) throws IOException {
    Files.createDirectories(input.resolve("decisions"));
    Files.writeString(input.resolve("decisions/clerk.csv"), HEADINGS + String.join("", decisions));
    assertThat(
            Main.run(
                "nightly",
                "--input",
                input.toString(),
                "--output",
                output.toString(),
                "--date",
                date,
                "--language",
                "en"))
        .isEqualTo(ExitCode.DONE);
    Map<String, String> persons = new TreeMap<>();
    for (CSVRecord row : rows(date, "members.csv")) {
      persons.put(row.get("source") + ":" + row.get("record_id"), row.get("person_id"));
    }
    return persons;
  }

  private List<CSVRecord> rows(String date, String file) throws IOException {
    return SimulatedProvince.read(output.resolve(date).resolve(file));
  }

  private static String decision(String a, String b, String rest) {
    return a.replaceFirst(":", ",") + "," + b.replaceFirst(":", ",") + "," + rest + "\n";
  }

  /** Persons with so many records: the records of each. */
  private static List<List<String>> withRecords(int count, Map<String, String> persons) {
    Map<String, List<String>> members = new TreeMap<>();
    persons.forEach(
        (key, person) -> members.computeIfAbsent(person, p -> new ArrayList<>()).add(key));
    return members.values().stream().filter(keys -> keys.size() == count).toList();
  }

  private static String run(Object command, String... arguments) {
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out));
    assertThat(line.execute(arguments)).isEqualTo(ExitCode.DONE);
    return out.toString();
  }

  private String explain(String date, String a, String b) {
    return run(
        new ExplainCommand(), "--run", output.resolve(date).toString(), a, b, "--language", "en");
  }

  private String history(String about) {
    return run(new HistoryCommand(), "--output", output.toString(), about, "--language", "en");
  }

  @Test
  void decisionsBindContradictAndAreRevoked() throws IOException {
    input = own.resolve("input");
    output = own.resolve("output");
    ProvinceGenerator.generate(GenerateSettings.of(500, 3), input, people -> {});
    Map<String, String> first = night("2026-11-01");
    List<List<String>> pairs = withRecords(2, first);
    List<List<String>> singles = withRecords(1, first);
    List<String> parted = pairs.get(0);
    List<String> joined = List.of(singles.get(0).get(0), singles.get(1).get(0));
    List<String> same = pairs.get(3);
    List<String> chain = List.of(pairs.get(4).get(0), pairs.get(5).get(0), pairs.get(6).get(0));
    String[] decisions = {
      decision(parted.get(0), parted.get(1), "no_match,Lan,2026-11-01,twins"),
      decision(joined.get(0), joined.get(1), "match,Lan,2026-11-01,seen"),
      decision(same.get(0), same.get(1), "match,Lan,2026-11-01,"),
      decision(same.get(0), same.get(1), "no_match,Minh,2026-11-01,"),
      decision(chain.get(0), chain.get(1), "match,Lan,2026-11-01,"),
      decision(chain.get(1), chain.get(2), "match,Lan,2026-11-01,"),
      decision(chain.get(0), chain.get(2), "no_match,Minh,2026-11-01,"),
      decision(parted.get(0), parted.get(0), "match,Lan,2026-11-01,"),
      decision(parted.get(0), joined.get(0), "match,Lan,the day before,"),
      decision(parted.get(0), joined.get(0), "revoke,Lan,,"),
    };

    Map<String, String> second = night("2026-11-02", decisions);

    assertThat(second.get(parted.get(0))).isNotEqualTo(second.get(parted.get(1)));
    assertThat(second.get(joined.get(0))).isEqualTo(second.get(joined.get(1)));
    // The oldest id stays.
    assertThat(second.get(joined.get(0)))
        .isEqualTo(older(first.get(joined.get(0)), first.get(joined.get(1))));
    conflicts(same, chain);
    assertThat(rows("2026-11-02", "rejects.csv")).hasSize(3);
    assertThat(explain("2026-11-02", parted.get(0), parted.get(1)))
        .contains("two persons by a decision (Lan, 2026-11-01, twins)");
    assertThat(explain("2026-11-02", joined.get(0), joined.get(1)))
        .contains("one person by a decision (Lan, 2026-11-01, seen)");
    assertThat(explain("2026-11-02", same.get(0), same.get(1))).contains("contradicts others");

    // The file is gone, the decisions are not; what is revoked is.
    Map<String, String> third =
        night(
            "2026-11-03",
            decision(parted.get(0), parted.get(1), "revoke,Lan,2026-11-02,"),
            decision(joined.get(1), joined.get(0), "no_match,Minh,2026-11-02,overturned"),
            decision(same.get(0), same.get(1), "match,Minh,2026-11-02,"),
            decision(chain.get(0), chain.get(1), "revoke,Lan,2026-11-02,"));

    assertThat(third.get(parted.get(0))).isEqualTo(third.get(parted.get(1)));
    assertThat(third.get(joined.get(0))).isNotEqualTo(third.get(joined.get(1)));
    assertThat(third.get(same.get(0))).isEqualTo(third.get(same.get(1)));
    assertThat(rows("2026-11-03", "decision_conflicts.csv")).isEmpty();
    stories(first, parted, joined);
  }

  private static String older(String one, String other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void conflicts(List<String> same, List<String> chain) throws IOException {
    Map<String, CSVRecord> byKind = new HashMap<>();
    for (CSVRecord row : rows("2026-11-02", "decision_conflicts.csv")) {
      byKind.put(row.get("kind"), row);
    }
    assertThat(byKind).containsOnlyKeys("same_day", "transitive");
    CSVRecord direct = byKind.get("same_day");
    assertThat(List.of(direct.get("id_a"), direct.get("id_b")))
        .containsExactlyInAnyOrder(id(same.get(0)), id(same.get(1)));
    assertThat(direct.get("decided_match")).contains("by Lan", "2026-11-01");
    assertThat(direct.get("decided_no_match")).contains("by Minh");
    CSVRecord transitive = byKind.get("transitive");
    assertThat(transitive.get("decided_match").split(";")).hasSize(2);
    assertThat(transitive.get("decided_match")).contains(chain);
    assertThat(transitive.get("remedy")).contains("later day");
    assertThat(Files.readString(output.resolve("2026-11-02/report.html")))
        .contains("Decisions that contradict each other");
  }

  private static String id(String key) {
    return key.substring(key.indexOf(':') + 1);
  }

  private void stories(Map<String, String> first, List<String> parted, List<String> joined) {
    String story = history(first.get(parted.get(0)));
    assertThat(story)
        .contains("Night of 2026-11-01", "Night of 2026-11-02", "Night of 2026-11-03")
        .contains("split", "are two persons by a decision of Lan of 2026-11-01")
        .contains("no longer holds");
    assertThat(history(parted.get(1))).isEqualTo(story);
    String merged = history(joined.get(0));
    assertThat(merged).contains("ended and goes on as", "are one person by a decision of Lan");
    assertThat(Main.run("history", "--output", output.toString(), "P9999999"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(Main.run("history", "--output", own.toString(), "P0000001"))
        .isEqualTo(ExitCode.USAGE);
  }
}
