package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code link} on files: what it writes, what it refuses. */
class LinkCommandTest {
  private static final String HEADINGS = "id,given,surname,born";
  private static final String FIELDS =
      """
      fields:
        - {name: given, type: name}
        - {name: surname, type: name}
        - {name: born, type: date}
      """;
  private static final String TWO_INPUTS =
      """
      mode: link_and_dedupe
      inputs:
        - {name: a, file: a.csv, id: id}
        - {name: b, file: b.csv, id: id}
      """
          + FIELDS;

  @TempDir private static Path directory;

  private static List<String> rowsA = new ArrayList<>();
  private static List<String> rowsB = new ArrayList<>();
  private static Path plain = Path.of("");

  @BeforeAll
  static void linkOnce() throws IOException {
    String[] given = {"Anna", "Bella", "Clara", "Dora", "Emma", "Flora", "Greta", "Hanna"};
    SplittableRandom random = new SplittableRandom(8);
    for (int person = 0; person < 500; person++) {
      String name = given[random.nextInt(8)] + given[random.nextInt(8)].charAt(0);
      String surname = "Müller" + (char) ('a' + random.nextInt(26)) + random.nextInt(9);
      String born = 1950 + random.nextInt(50) + "-0" + (1 + random.nextInt(9)) + "-21";
      rowsA.add(String.join(",", "p" + person, name, surname, born));
      boolean typo = random.nextInt(5) == 0;
      String other = typo ? surname.replace("ll", "l") : surname;
      rowsB.add(String.join(",", "q" + person, name, "\"" + other + "\"", born));
    }
    plain = link("plain", TWO_INPUTS, rowsA, rowsB);
  }

  private static Path tables(String name, String config, List<String> a, List<String> b)
      throws IOException {
    Path folder = Files.createDirectory(directory.resolve(name));
    Files.writeString(folder.resolve("link.yml"), config);
    Files.writeString(folder.resolve("a.csv"), HEADINGS + "\n" + String.join("\n", a) + "\n");
    Files.writeString(folder.resolve("b.csv"), HEADINGS + "\n" + String.join("\n", b) + "\n");
    return folder;
  }

  private static Path link(String name, String config, List<String> a, List<String> b)
      throws IOException {
    Path folder = tables(name, config, a, b);
    assertThat(run(folder)).isEqualTo(ExitCode.DONE);
    return folder;
  }

  private static int run(Path folder, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "link",
                "--config",
                folder.resolve("link.yml").toString(),
                "--output",
                folder.resolve("out").toString()));
    arguments.addAll(List.of(more));
    return Main.run(arguments.toArray(String[]::new));
  }

  /** The message of a run that fails. */
  private static String refusal(int exitCode, Path folder, String... more) {
    String said = said(exitCode, folder, more);
    assertThat(folder.resolve("out/clusters.csv")).doesNotExist();
    return said;
  }

  /** What a run says. */
  private static String said(int exitCode, Path folder, String... more) {
    StringWriter said = new StringWriter();
    CommandLine command = new CommandLine(new LinkCommand());
    command.setErr(new PrintWriter(said)).setOut(new PrintWriter(said));
    command.setExecutionExceptionHandler(new Failures());
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--config", folder.resolve("link.yml").toString(),
                "--output", folder.resolve("out").toString()));
    arguments.addAll(List.of(more));
    assertThat(command.execute(arguments.toArray(String[]::new))).isEqualTo(exitCode);
    return said.toString();
  }

  private static void assertSame(Path one, Path other) {
    for (String file : List.of("pairs.csv", "clusters.csv")) {
      assertThat(other.resolve("out").resolve(file))
          .hasSameBinaryContentAs(one.resolve("out").resolve(file));
    }
  }

  @Test
  void findsThePairs() throws IOException {
    List<String> clusters = Files.readAllLines(plain.resolve("out/clusters.csv"));

    assertThat(clusters.get(0)).isEqualTo("\uFEFFcluster_id,source,id");
    assertThat(clusters).hasSize(1001);
    int together = 0;
    for (int row = 1; row < clusters.size() - 1; row++) {
      String[] a = clusters.get(row).split(",");
      String[] b = clusters.get(row + 1).split(",");
      boolean same = a[2].substring(1).equals(b[2].substring(1));
      together += a[0].equals(b[0]) && same ? 1 : 0;
    }
    assertThat(together).isGreaterThan(480);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void dependsOnTheOrderOfNothing(int seed) throws IOException {
    List<String> a = new ArrayList<>(rowsA);
    List<String> b = new ArrayList<>(rowsB);
    Collections.shuffle(a, new Random(seed));
    Collections.shuffle(b, new Random(100 + seed));
    String inputs =
        seed % 2 == 0
            ? TWO_INPUTS
            : "mode: link_and_dedupe\ninputs:\n  - {name: b, file: b.csv, id: id}\n"
                + "  - {name: a, file: a.csv, id: id}\n"
                + FIELDS;

    Path shuffled = link("shuffled" + seed, inputs, a, b);

    assertThat(lines(shuffled, "clusters.csv")).isEqualTo(lines(plain, "clusters.csv"));
    assertThat(sides(shuffled)).isEqualTo(sides(plain));
  }

  private static List<String> lines(Path folder, String file) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(file)).stream().sorted().toList();
  }

  /** Pairs with either side first, since which one that is follows the order of rows. */
  private static List<String> sides(Path folder) throws IOException {
    return lines(folder, "pairs.csv").stream()
        .map(line -> line.split(","))
        .map(
            c ->
                (c[0] + c[1]).compareTo(c[2] + c[3]) <= 0
                    ? String.join(",", c)
                    : String.join(",", c[2], c[3], c[0], c[1], c[4], c[5]))
        .sorted()
        .toList();
  }

  @Test
  void linksTheSameByTheModelItWrote() throws IOException {
    Path again = tables("again", TWO_INPUTS, rowsA, rowsB);

    assertThat(run(again, "--model", plain.resolve("out/model.json").toString()))
        .isEqualTo(ExitCode.DONE);

    assertSame(plain, again);
    assertThat(again.resolve("out/model.json"))
        .hasSameTextualContentAs(plain.resolve("out/model.json"));
  }

  @Test
  void refusesAModelOfOtherFields() throws IOException {
    Path other =
        tables(
            "other-fields",
            TWO_INPUTS.replace("born, type: date", "born, type: text"),
            rowsA,
            rowsB);
    String model = plain.resolve("out/model.json").toString();

    assertThat(refusal(ExitCode.USAGE, other, "--model", model))
        .contains("model.json")
        .contains("Leave out --model");
    assertThat(refusal(ExitCode.USAGE, other, "--model", other.resolve("a.csv").toString()))
        .contains("is no model");
  }

  @Test
  void readsGzippedTables() throws IOException {
    Path zipped = tables("zipped", TWO_INPUTS.replace("b.csv", "b.csv.gz"), rowsA, List.of());
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(zipped.resolve("b.csv.gz")))) {
      out.write((HEADINGS + "\n" + String.join("\n", rowsB)).getBytes(StandardCharsets.UTF_8));
    }

    assertThat(run(zipped)).isEqualTo(ExitCode.DONE);

    assertSame(plain, zipped);
  }

  @Test
  void obeysDecisions() throws IOException {
    Path decided = tables("decided", "decisions: d.csv\n" + TWO_INPUTS, rowsA, rowsB);
    Files.writeString(
        decided.resolve("d.csv"),
        """
        source_a,id_a,source_b,id_b,match_probability,decision
        a,p0,b,q0,0.9,no_match
        a,p1,b,q2,0.1,match
        a,p3,b,q3,0.5,
        """);

    assertThat(run(decided)).isEqualTo(ExitCode.DONE);

    assertThat(cluster(decided, "a,p0")).isNotEqualTo(cluster(decided, "b,q0"));
    assertThat(cluster(decided, "a,p1")).isEqualTo(cluster(decided, "b,q2"));
    assertThat(cluster(decided, "a,p3")).isEqualTo(cluster(decided, "b,q3"));
  }

  private static String cluster(Path folder, String record) throws IOException {
    return Files.readAllLines(folder.resolve("out/clusters.csv")).stream()
        .filter(line -> line.endsWith("," + record))
        .map(line -> line.split(",")[0])
        .findFirst()
        .orElseThrow();
  }

  @Test
  void keepsThePairsThatAreAskedFor() throws IOException {
    Path few = link("few", "keep_above: 0.9\n" + TWO_INPUTS, rowsA, rowsB);

    List<String> pairs = Files.readAllLines(few.resolve("out/pairs.csv"));
    assertThat(pairs.size())
        .isBetween(400, Files.readAllLines(plain.resolve("out/pairs.csv")).size());
    assertThat(pairs.stream().skip(1))
        .allSatisfy(
            line -> assertThat(Double.parseDouble(line.split(",")[4])).isGreaterThanOrEqualTo(0.9));
    assertThat(few.resolve("out/clusters.csv"))
        .hasSameBinaryContentAs(plain.resolve("out/clusters.csv"));
  }

  @Test
  void refusesWhatItCannotRead() throws IOException {
    List<String> short_ = List.of("p1,Anna,Mai,1970-01-01", "p2,Bella");
    assertThat(refusal(ExitCode.INPUT_REFUSED, tables("short", TWO_INPUTS, rowsA, short_)))
        .contains("b.csv")
        .contains("record 2: has 2 of 4 cells");
    List<String> twice = List.of("p1,Anna,Mai,1970-01-01", "p1,Bella,Mai,1970-01-01");
    assertThat(refusal(ExitCode.INPUT_REFUSED, tables("twice", TWO_INPUTS, rowsA, twice)))
        .contains("record 2: id 'p1' is repeated")
        .contains("an id of its own");
    List<String> blank = List.of("p1,Anna,Mai,1970-01-01", ",Bella,Mai,1970-01-01");
    assertThat(refusal(ExitCode.INPUT_REFUSED, tables("blank", TWO_INPUTS, rowsA, blank)))
        .contains("record 2: the id is blank");
    Path gone = tables("gone", TWO_INPUTS.replace("b.csv", "nowhere.csv"), rowsA, rowsB);
    assertThat(refusal(ExitCode.INPUT_REFUSED, gone))
        .contains("nowhere.csv")
        .contains("is not there");
    Path column = tables("column", TWO_INPUTS.replace("name: born", "name: death"), rowsA, rowsB);
    assertThat(refusal(ExitCode.INPUT_REFUSED, column)).contains("has no column death");
    Path empty = tables("empty", TWO_INPUTS, rowsA, rowsB);
    Files.writeString(empty.resolve("b.csv"), "");
    assertThat(refusal(ExitCode.INPUT_REFUSED, empty)).contains("b.csv").contains("is empty");
    Path taken = tables("taken", TWO_INPUTS, rowsA, rowsB);
    Files.writeString(taken.resolve("out"), "");
    assertThat(said(ExitCode.USAGE, taken)).contains("is a file; name a directory");
    assertThat(taken.resolve("out")).isEmptyFile();
    Path latin = tables("latin", TWO_INPUTS, rowsA, rowsB);
    Files.write(
        latin.resolve("b.csv"),
        (HEADINGS + "\nq1,Anna,Müller,1970-01-01\n").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(refusal(ExitCode.INPUT_REFUSED, latin)).contains("is not UTF-8");
    Path type = tables("type", TWO_INPUTS.replace("type: date", "type: day"), rowsA, rowsB);
    assertThat(refusal(ExitCode.USAGE, type))
        .contains("type day of born is none of name, person_name, date");
    String oneInput =
        TWO_INPUTS.replaceFirst("mode:.*", "mode: link").replaceFirst(" *- \\{name: b.*\n", "");
    assertThat(refusal(ExitCode.USAGE, tables("one", oneInput, rowsA, rowsB)))
        .contains("mode link compares records of different inputs")
        .contains("dedupe");
  }

  @Test
  void findsTheDelimiterByTheHeadings() throws IOException {
    for (String delimiter : List.of(";", "\t", "|")) {
      Path folder = tables("by" + (int) delimiter.charAt(0), TWO_INPUTS, rowsA, rowsB);
      Path other = folder.resolve("b.csv");
      String text = Files.readString(other).replace(",", delimiter);
      // Quotes that end in the middle of what would be a cell between commas.
      Files.writeString(other, text.replaceFirst("(\\w+)(\\W)(\\w+)", "\"$1\"$2\"$3\""));

      assertThat(run(folder)).isEqualTo(ExitCode.DONE);

      assertThat(folder.resolve("out/pairs.csv"))
          .hasSameBinaryContentAs(plain.resolve("out/pairs.csv"));
    }
  }

  @Test
  void refusesCellsThatNoHeadingNamesUnlessTheyAreBlank() throws IOException {
    List<String> more = new ArrayList<>(rowsB);
    more.set(1, more.get(1) + ",");
    Path blank = tables("more", TWO_INPUTS, rowsA, more);
    assertThat(run(blank)).isEqualTo(ExitCode.DONE);
    more.set(1, more.get(1) + "Jr");
    assertThat(refusal(ExitCode.INPUT_REFUSED, tables("jr", TWO_INPUTS, rowsA, more)))
        .contains("b.csv")
        .contains("record 2: has 5 cells under 4 headings")
        .contains("in quotes");
  }

  @Test
  void readsDatesHoweverTheyAreWritten() throws IOException {
    List<String> mixed = new ArrayList<>();
    for (int row = 0; row < rowsB.size(); row++) {
      String[] cells = rowsB.get(row).split(",");
      String[] parts = cells[3].split("-");
      String american = parts[1] + "/" + parts[2] + "/" + parts[0];
      String compact = String.join("", parts);
      String[] ways = {cells[3], american, compact, cells[3] + " 00:00:00"};
      cells[3] = ways[row % ways.length];
      mixed.add(String.join(",", cells));
    }
    Path folder = tables("mixed", TWO_INPUTS, rowsA, mixed);

    assertThat(run(folder)).isEqualTo(ExitCode.DONE);

    assertThat(folder.resolve("out/pairs.csv"))
        .hasSameBinaryContentAs(plain.resolve("out/pairs.csv"));
  }

  @Test
  void saysWhichDatesItCannotRead() throws IOException {
    List<String> some = new ArrayList<>(rowsB);
    some.set(2, some.get(2).replaceAll("[^,]*$", "before the flood"));
    some.set(5, some.get(5).replaceAll("[^,]*$", "1/2/80"));
    Path folder = tables("flood", TWO_INPUTS, rowsA, some);
    List<String> missing = new ArrayList<>(rowsB);
    missing.set(2, some.get(2).replaceAll("[^,]*$", ""));
    missing.set(5, some.get(5).replaceAll("[^,]*$", ""));
    Path blank = tables("noflood", TWO_INPUTS, rowsA, missing);

    assertThat(said(ExitCode.DONE, folder))
        .contains("b.csv: 2 of " + rowsB.size() + " dates of born cannot be read")
        .contains("the first in record 3;")
        .contains("`format`")
        .doesNotContain("before");
    assertThat(said(ExitCode.DONE, blank)).doesNotContain("cannot be read");

    assertThat(folder.resolve("out/pairs.csv"))
        .hasSameBinaryContentAs(blank.resolve("out/pairs.csv"));
  }

  @Test
  void cutsLargeFilesBetweenRecords() throws IOException {
    SplittableRandom random = new SplittableRandom(6);
    StringBuilder text = new StringBuilder("id,text\n");
    List<String> records = new ArrayList<>();
    for (int record = 0; record < 300_000; record++) {
      // Line breaks, delimiters and quotes within cells.
      String cell = "\"a\n" + "b,\"\"c\"\"".repeat(random.nextInt(16)) + "\nüd\"";
      records.add(record + "," + cell);
      text.append(records.get(record)).append('\n');
    }
    Path file = Files.writeString(directory.resolve("large.csv"), text);

    List<CsvSegments.Segment> segments = CsvSegments.of(file, 7, ',');

    assertThat(segments).hasSize(7);
    StringBuilder joined = new StringBuilder();
    for (CsvSegments.Segment segment : segments) {
      String part = new String(segment.open().readAllBytes(), StandardCharsets.UTF_8);
      if (segment.from() > 0) {
        assertThat(part).startsWith(records.get((int) segment.firstRecord() - 1));
      }
      joined.append(part);
    }
    assertThat(joined.toString()).isEqualTo(text.toString());
  }
}
