package org.baophu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.baophu.intake.InputRefusedException;
import org.baophu.link.evaluate.Estimate;
import org.baophu.link.evaluate.Evaluation;
import org.baophu.link.evaluate.Measure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How right a clustering is. */
@Command(
    name = "evaluate",
    description =
        "Compares members.csv of a run, or clusters.csv of a link, with the truth: precision,"
            + " recall and F1 with 95 %% confidence intervals.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class EvaluateCommand implements Callable<Integer> {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--members",
      required = true,
      paramLabel = "FILE",
      description = "source, record_id (or id), person_id (or cluster_id).")
  private Path members = Path.of("");

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "FILE",
      description = "The same columns; records that are not in it do not count.")
  private Path truth = Path.of("");

  @Option(
      names = "--between",
      paramLabel = "SOURCES:SOURCES",
      description =
          "Count only pairs across two groups of sources, such as insurance:tax,business.")
  private @Nullable String between;

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description = "A run's potential.csv, to be compared with --list-truth.")
  private @Nullable Path list;

  @Option(
      names = "--list-truth",
      paramLabel = "FILE",
      description = "Who should be on the list: person_id as in --truth.")
  private @Nullable Path listTruth;

  @Override
  public Integer call() throws IOException {
    if ((list == null) != (listTruth == null)) {
      throw new SettingsException("--list and --list-truth need each other.");
    }
    Map<Key, String> found = read(members);
    TreeMap<Key, String> known = new TreeMap<>(read(truth));
    int[] clusters = new int[known.size()];
    int[] entities = new int[known.size()];
    int[] sides = new int[known.size()];
    Map<String, Integer> clusterNumbers = new HashMap<>();
    Map<String, Integer> entityNumbers = new HashMap<>();
    int row = 0;
    long missing = 0;
    for (Map.Entry<Key, String> record : known.entrySet()) {
      String cluster = found.get(record.getKey());
      missing += cluster == null ? 1 : 0;
      // A record that the result lacks is alone: no pair of it was found.
      String name = cluster == null ? "missing " + row : "cluster " + cluster;
      clusters[row] = clusterNumbers.computeIfAbsent(name, n -> clusterNumbers.size());
      entities[row] = entityNumbers.computeIfAbsent(record.getValue(), n -> entityNumbers.size());
      sides[row] = side(record.getKey().source());
      row++;
    }
    Evaluation evaluation =
        between == null
            ? Evaluation.of(clusters, entities)
            : Evaluation.across(clusters, entities, sides);
    tell(evaluation, known.size(), missing);
    if (list != null && listTruth != null) {
      tellList(ListEvaluation.of(list, listTruth, byRecord(known)));
    }
    return ExitCode.DONE;
  }

  private record Key(String source, String id) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = source.compareTo(other.source);
      return order != 0 ? order : id.compareTo(other.id);
    }
  }

  private int side(String source) {
    if (between == null) {
      return 0;
    }
    String[] groups = between.split(":", -1);
    if (groups.length != 2) {
      throw new SettingsException(
          "--between: two groups with a colon between them, not " + between + ".");
    }
    if (Set.of(groups[0].split(",")).contains(source)) {
      return 1;
    }
    return Set.of(groups[1].split(",")).contains(source) ? 2 : 0;
  }

  private static Map<Key, String> read(Path file) throws IOException {
    Map<Key, String> groups = new HashMap<>();
    try (Reader in = Files.newBufferedReader(file);
        CSVParser parser = CSV.parse(CsvText.withoutMark(in))) {
      String id = column(file, parser, "record_id", "id");
      String group = column(file, parser, "person_id", "cluster_id");
      String source = column(file, parser, "source", "source");
      for (CSVRecord row : parser) {
        groups.put(new Key(row.get(source), row.get(id)), row.get(group));
      }
    }
    return groups;
  }

  private static String column(Path file, CSVParser parser, String name, String other) {
    List<String> headings = parser.getHeaderNames();
    if (headings.contains(name)) {
      return name;
    }
    if (headings.contains(other)) {
      return other;
    }
    throw new InputRefusedException(
        file.toString(), "has no column " + name + "; it has " + headings + ".", "Name it so.");
  }

  private void tell(Evaluation evaluation, int records, long missing) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT, "records in the truth %,d, missing in the result %,d%n", records, missing);
    out.printf(
        Locale.ROOT,
        "pairs: true %,d, found %,d, right %,d%n",
        evaluation.truePairs(),
        evaluation.foundPairs(),
        evaluation.rightPairs());
    out.printf(Locale.ROOT, "%-10s %-26s %-26s %-26s%n", "", "precision", "recall", "F1");
    tell(out, "pairs", evaluation.pairs());
    tell(out, "B-cubed", evaluation.bCubed());
    tell(out, "clusters", evaluation.clusters());
  }

  private static void tell(PrintWriter out, String name, Measure measure) {
    out.printf(
        Locale.ROOT,
        "%-10s %-26s %-26s %-26s%n",
        name,
        text(measure.precision()),
        text(measure.recall()),
        text(measure.f1()));
  }

  private static Map<String, String> byRecord(Map<Key, String> known) {
    Map<String, String> persons = new HashMap<>();
    known.forEach((key, person) -> persons.put(key.source() + ":" + key.id(), person));
    return persons;
  }

  private void tellList(ListEvaluation evaluation) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "list: %,d rows, %,d due, %,d right; precision %.4f, recall %.4f, F1 %.4f%n",
        evaluation.listed(),
        evaluation.due(),
        evaluation.right(),
        evaluation.precision(),
        evaluation.recall(),
        evaluation.f1());
    out.printf(
        Locale.ROOT,
        "wrong rows: %,d, of which the list itself expected %.1f%n",
        evaluation.listed() - evaluation.right(),
        evaluation.expectedWrong());
  }

  private static String text(Estimate estimate) {
    return String.format(
        Locale.ROOT, "%.4f [%.4f, %.4f]", estimate.value(), estimate.low(), estimate.high());
  }
}
