package org.baophu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.baophu.link.Constraints;
import org.baophu.link.LinkResult;
import org.baophu.link.LinkSettings;
import org.baophu.link.Linker;
import org.baophu.link.ScoredPairs;
import org.baophu.link.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The linkage engine alone, on any tables. */
@Command(
    name = "link",
    description =
        "Links or deduplicates any tables and writes pairs.csv, clusters.csv and model.json.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class LinkCommand implements Callable<Integer> {
  private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "Tables and fields in YAML; see README.")
  private Path config = Path.of("");

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Where the results go; made if missing.")
  private Path output = Path.of("");

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that may work; no result depends on it. Default: all processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException {
    Table table;
    LinkSettings settings;
    try {
      LinkFile file = Yaml.read(config, LinkFile.class);
      settings = settings(file);
      table = new LinkTables(file, config.toAbsolutePath().resolveSibling("")).read();
    } catch (IllegalArgumentException e) {
      throw new SettingsException(config + ": " + e.getMessage());
    }
    LinkResult result = Linker.link(table, settings, Constraints.none(), this::tell);
    Files.createDirectories(output);
    write("pairs.csv", printer -> writePairs(table, result.pairs(), printer));
    write("clusters.csv", printer -> writeClusters(table, result, printer));
    writeModel(result);
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%,d records, %,d pairs compared, %,d possible matches, %,d clusters: %s%n",
            table.size(),
            result.diagnostics().pairsCompared(),
            result.pairs().size(),
            result.clusterCount(),
            output);
    return ExitCode.DONE;
  }

  private LinkSettings settings(LinkFile file) {
    LinkSettings settings = LinkSettings.defaults().withMode(file.linkMode()).withThreads(threads);
    if (file.threshold() != null) {
      settings = settings.withThreshold(file.threshold());
    }
    return settings.withOneToOne(Boolean.TRUE.equals(file.oneToOne()));
  }

  private void tell(String what, long done, long total) {
    spec.commandLine().getErr().printf(Locale.ROOT, "link · %s %,d / %,d%n", what, done, total);
  }

  private interface Writing {
    void to(CSVPrinter printer) throws IOException;
  }

  /** Writes aside and renames, so that no reader sees half a file. */
  private void write(String name, Writing writing) throws IOException {
    Path part = output.resolve(name + ".part");
    try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(part), CSV)) {
      printer.getOut().append('\uFEFF');
      writing.to(printer);
    }
    Files.move(part, output.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private static void writePairs(Table table, ScoredPairs pairs, CSVPrinter printer)
      throws IOException {
    printer.printRecord(
        "source_a", "id_a", "source_b", "id_b", "match_probability", "match_weight");
    for (int i = 0; i < pairs.size(); i++) {
      int a = pairs.rowA(i);
      int b = pairs.rowB(i);
      printer.printRecord(
          table.sources().get(table.source(a)),
          table.recordId(a),
          table.sources().get(table.source(b)),
          table.recordId(b),
          String.format(Locale.ROOT, "%.6f", pairs.probability(i)),
          String.format(Locale.ROOT, "%.3f", pairs.weightBits(i)));
    }
  }

  private static void writeClusters(Table table, LinkResult result, CSVPrinter printer)
      throws IOException {
    printer.printRecord("cluster_id", "source", "id");
    int[] rows =
        IntStream.range(0, table.size())
            .boxed()
            .sorted(
                java.util.Comparator.<Integer>comparingInt(result::cluster)
                    .thenComparing(row -> table.sources().get(table.source(row)))
                    .thenComparing(table::recordId))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int row : rows) {
      printer.printRecord(
          result.cluster(row), table.sources().get(table.source(row)), table.recordId(row));
    }
  }

  private void writeModel(LinkResult result) throws IOException {
    JsonMapper json =
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    Files.writeString(output.resolve("model.json"), json.writeValueAsString(result.model()) + "\n");
  }
}
