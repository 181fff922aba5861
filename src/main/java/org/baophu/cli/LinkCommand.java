package org.baophu.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.baophu.link.Constraints;
import org.baophu.link.LinkResult;
import org.baophu.link.LinkSettings;
import org.baophu.link.Linker;
import org.baophu.link.ScoredPairs;
import org.baophu.link.parallel.Tasks;
import org.baophu.link.table.Table;
import org.baophu.publish.PrivateFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
      names = "--model",
      paramLabel = "FILE",
      description =
          "A model.json written before: links by it instead of learning. The tables need the same"
              + " fields.")
  private @Nullable Path model;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that may work; no result depends on it. Default: all processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException {
    LinkFile file = Yaml.read(config, LinkFile.class);
    Path directory = config.toAbsolutePath().resolveSibling("");
    LinkSettings settings;
    Table table;
    tell("reading", 0, 1);
    try {
      settings = settings(file);
      table = new LinkTables(file, directory).read(threads);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(config + ": " + e.getMessage());
    }
    Constraints decided =
        file.decisions() == null
            ? Constraints.none()
            : LinkDecisions.read(directory.resolve(file.decisions()), table);
    LinkResult result = link(table, settings, decided);
    tell("writing", 0, 1);
    PrivateFiles.createFolders(output);
    // Two files that have nothing to do with each other, on two threads where there are two.
    List<Writing> writings =
        List.of(
            () -> write("pairs.csv", printer -> writePairs(table, result.pairs(), printer)),
            () -> write("clusters.csv", printer -> writeClusters(table, result, printer)));
    Tasks.run(
        threads,
        writings.size(),
        i -> {
          writings.get(i).run();
          return i;
        });
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

  private LinkResult link(Table table, LinkSettings settings, Constraints decided) {
    if (model == null) {
      return Linker.link(table, settings, decided, this::tell);
    }
    try {
      return Linker.link(table, LinkModels.read(model), settings, decided, this::tell);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          model + ": " + e.getMessage() + ". Leave out --model to learn one from these tables.");
    }
  }

  private LinkSettings settings(LinkFile file) {
    LinkSettings settings = LinkSettings.defaults().withMode(file.linkMode()).withThreads(threads);
    if (file.threshold() != null) {
      settings = settings.withThreshold(file.threshold());
    }
    if (file.keepAbove() != null) {
      settings = settings.withKeepAbove(file.keepAbove());
    }
    return settings.withOneToOne(Boolean.TRUE.equals(file.oneToOne()));
  }

  private void tell(String what, long done, long total) {
    spec.commandLine().getErr().printf(Locale.ROOT, "link · %s %,d / %,d%n", what, done, total);
  }

  private interface Writing {
    void run();
  }

  private interface Rows {
    void to(CSVPrinter printer) throws IOException;
  }

  /** Writes aside and renames, so that no reader sees half a file. */
  private void write(String name, Rows rows) {
    Path part = output.resolve(name + ".part");
    try {
      Files.deleteIfExists(part);
      try (CSVPrinter printer =
          new CSVPrinter(
              new OutputStreamWriter(PrivateFiles.create(part), StandardCharsets.UTF_8), CSV)) {
        printer.getOut().append('\uFEFF');
        rows.to(printer);
      }
      Files.move(part, output.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + output.resolve(name), e);
    }
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
          Decimals.of(pairs.probability(i), 6),
          Decimals.of(pairs.weightBits(i), 3));
    }
  }

  private static void writeClusters(Table table, LinkResult result, CSVPrinter printer)
      throws IOException {
    printer.printRecord("cluster_id", "source", "id");
    for (int row : byCluster(table, result)) {
      printer.printRecord(
          result.cluster(row), table.sources().get(table.source(row)), table.recordId(row));
    }
  }

  /** The rows by cluster, then by source and record id. */
  private static int[] byCluster(Table table, LinkResult result) {
    int[] starts = new int[result.clusterCount() + 1];
    for (int row = 0; row < table.size(); row++) {
      starts[result.cluster(row) + 1]++;
    }
    for (int cluster = 0; cluster < result.clusterCount(); cluster++) {
      starts[cluster + 1] += starts[cluster];
    }
    int[] rows = new int[table.size()];
    for (int row : table.canonicalOrder()) {
      rows[starts[result.cluster(row)]++] = row;
    }
    return rows;
  }

  private void writeModel(LinkResult result) throws IOException {
    Files.writeString(output.resolve("model.json"), LinkModels.text(result.model()));
  }
}
