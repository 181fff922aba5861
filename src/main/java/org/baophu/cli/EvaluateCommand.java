package org.baophu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How right a clustering is. */
@Command(
    name = "evaluate",
    description =
        "Compares members.csv of a run, or clusters.csv of a link, with the truth: precision,"
            + " recall and F1 with 95 %% confidence intervals. From --run or --links also where the"
            + " loss comes from: blocking, scoring or clustering.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class EvaluateCommand implements Callable<Integer> {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  /** What is to be evaluated. */
  private static final class What {
    @Option(
        names = "--members",
        required = true,
        paramLabel = "FILE",
        description = "source, record_id (or id), person_id (or cluster_id).")
    private @Nullable Path members;

    @Option(
        names = "--links",
        required = true,
        paramLabel = "DIR",
        description =
            "What link wrote; with --config. Says also where the loss comes from, and whether the"
                + " probabilities hold.")
    private @Nullable Path links;

    @Option(
        names = "--run",
        required = true,
        paramLabel = "DIR",
        description = "The results of the latest night, OUTPUT/<date>; says the same.")
    private @Nullable Path run;

    Path file() {
      if (members != null) {
        return members;
      }
      return links != null
          ? links.resolve("clusters.csv")
          : Objects.requireNonNull(run).resolve("members.csv");
    }
  }

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration that link was given; with --links.")
  private @Nullable Path config;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that may work; no result depends on it. Default: all processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

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
      description =
          "Who should be on the list: person_id as in --truth, and route, commune_code and"
              + " support_group, which are then compared too.")
  private @Nullable Path listTruth;

  @Override
  public Integer call() throws IOException {
    if ((list == null) != (listTruth == null)) {
      throw new SettingsException("--list and --list-truth need each other.");
    }
    if ((what.links == null) != (config == null)) {
      throw new SettingsException("--links and --config need each other.");
    }
    Map<Key, String> found = read(what.file());
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
    tellLosses(clusters, entities, known.keySet().toArray(new Key[0]));
    if (list != null && listTruth != null) {
      tellList(ListEvaluation.of(list, listTruth, byRecord(known)));
    }
    return ExitCode.DONE;
  }

  private void tellLosses(int[] clusters, int[] entities, Key[] keys) throws IOException {
    if (what.members != null) {
      return;
    }
    Linked linked;
    try {
      linked =
          what.links != null
              ? Linked.links(Objects.requireNonNull(config), what.links, threads)
              : Linked.night(Objects.requireNonNull(what.run), threads);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
    new LossReport(linked, spec.commandLine().getOut())
        .tell(clusters, entities, new Known(keys, linked), this::counts);
  }

  /** Whether pairs of two sources count. */
  private boolean counts(String sourceA, String sourceB) {
    return between == null || side(sourceA) + side(sourceB) == 3;
  }

  /** The records of the truth, and their rows. */
  private static final class Known implements LossReport.Records {
    private final Key[] keys;
    private final int[] rowOfRecord;
    private final int[] recordOfRow;

    Known(Key[] sorted, Linked linked) {
      keys = sorted;
      rowOfRecord = new int[sorted.length];
      recordOfRow = new int[linked.table().size()];
      Arrays.fill(rowOfRecord, -1);
      for (int row = 0; row < recordOfRow.length; row++) {
        int at =
            Arrays.binarySearch(keys, new Key(linked.source(row), linked.table().recordId(row)));
        recordOfRow[row] = Math.max(-1, at);
        if (at >= 0) {
          rowOfRecord[at] = row;
        }
      }
    }

    @Override
    public String source(int record) {
      return keys[record].source();
    }

    @Override
    public String name(int record) {
      return keys[record].source() + ":" + keys[record].id();
    }

    @Override
    public int row(int record) {
      return rowOfRecord[record];
    }

    @Override
    public int record(int row) {
      return recordOfRow[row];
    }
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
    for (ListEvaluation.Detail detail : evaluation.details()) {
      out.printf(
          Locale.ROOT,
          "%s: %,d of %,d right rows (%.4f)%n",
          detail.name(),
          detail.right(),
          detail.rows(),
          detail.share());
    }
    out.println(BandText.heading("p_uninsured", "rows", "right"));
    evaluation.bands().forEach(band -> out.println(BandText.of(band)));
  }

  private static String text(Estimate estimate) {
    return String.format(
        Locale.ROOT, "%.4f [%.4f, %.4f]", estimate.value(), estimate.low(), estimate.high());
  }
}
