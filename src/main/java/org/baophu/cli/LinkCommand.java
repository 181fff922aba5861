package org.baophu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The linkage engine alone, on any tables. */
@Command(
    name = "link",
    description =
        "Links or deduplicates any tables and writes pairs.csv, clusters.csv and model.json.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class LinkCommand implements Callable<Integer> {
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
    if (Files.exists(output) && !Files.isDirectory(output)) {
      throw new ParameterException(
          spec.commandLine(), "--output: " + output + " is a file; name a directory.");
    }
    LinkFile file = Yaml.read(config, LinkFile.class);
    Path directory = config.toAbsolutePath().resolveSibling("");
    LinkSettings settings;
    Table table;
    tell("reading", 0, 1);
    try {
      settings = settings(file);
      LinkTables tables = new LinkTables(file, directory);
      table = tables.read(threads);
      tables.remarks().forEach(spec.commandLine().getErr()::println);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(config + ": " + e.getMessage());
    }
    Constraints decided = decided(file, directory, table);
    LinkResult result = link(table, settings, decided);
    tell("writing", 0, 1);
    PrivateFiles.createFolders(output);
    // Two files that have nothing to do with each other, on two threads where there are two.
    List<Writing> writings =
        List.of(
            () -> write("pairs.csv", out -> writePairs(table, result.pairs(), out)),
            () -> write("clusters.csv", out -> writeClusters(table, result, out)));
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

  private Constraints decided(LinkFile file, Path directory, Table table) {
    if (file.decisions() == null) {
      return Constraints.none();
    }
    try {
      return LinkDecisions.read(directory.resolve(file.decisions()), table);
    } catch (InvalidPathException e) {
      throw new SettingsException(
          config + ": decisions: '" + file.decisions() + "' is no name of a file.");
    }
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
    void to(CsvOut out) throws IOException;
  }

  /** Writes aside and renames, so that no reader sees half a file. */
  private void write(String name, Rows rows) {
    Path part = output.resolve(name + ".part");
    try {
      Files.deleteIfExists(part);
      try (CsvOut out = new CsvOut(PrivateFiles.create(part))) {
        rows.to(out);
      }
      Files.move(part, output.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + output.resolve(name), e);
    }
  }

  private static void writePairs(Table table, ScoredPairs pairs, CsvOut out) throws IOException {
    Records records = new Records(table, out);
    out.cell("source_a").cell("id_a").cell("source_b").cell("id_b");
    out.cell("match_probability").cell("match_weight").end();
    for (int i = 0; i < pairs.size(); i++) {
      records.write(pairs.rowA(i));
      records.write(pairs.rowB(i));
      out.cell(pairs.probability(i), 6).cell(pairs.weightBits(i), 3).end();
    }
  }

  private static void writeClusters(Table table, LinkResult result, CsvOut out) throws IOException {
    Records records = new Records(table, out);
    out.cell("cluster_id").cell("source").cell("id").end();
    for (int row : byCluster(table, result)) {
      out.cell(result.cluster(row));
      records.write(row);
      out.end();
    }
  }

  /** Writes which record a row is, without making a string of its id: there are millions. */
  private static final class Records {
    private final Table table;
    private final CsvOut out;
    private final byte[][] sources;
    private byte[] id = new byte[64];

    private Records(Table table, CsvOut out) {
      this.table = table;
      this.out = out;
      this.sources =
          table.sources().stream()
              .map(name -> name.getBytes(StandardCharsets.UTF_8))
              .toArray(byte[][]::new);
    }

    private void write(int row) throws IOException {
      int length = table.copyRecordId(row, id);
      if (length > id.length) {
        id = new byte[length];
        table.copyRecordId(row, id);
      }
      byte[] source = sources[table.source(row)];
      out.cell(source, source.length).cell(id, length);
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
    PrivateFiles.writeText(output.resolve("model.json"), LinkModels.text(result.model()));
  }
}
