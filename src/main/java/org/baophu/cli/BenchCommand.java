package org.baophu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How fast the engine is on this machine, and how that grows with the number of records. */
@Command(
    name = "bench",
    description = {
      "Generates provinces of several sizes, links each with `link` in a process of its own and"
          + " prints seconds by phase, records and pairs per second, peak memory, pairwise F1 and"
          + " the exponent with which the time grows.",
      "Generating and preparing the records is not counted; reading the tables and writing the"
          + " results is."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class BenchCommand implements Callable<Integer> {
  /** Sizes from which on a machine may need more than the usual quarter of its memory. */
  private static final double BYTES_PER_RECORD = 2_600;

  private static final double LEAST_BYTES = 1.5e9;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--records",
      split = ",",
      paramLabel = "N",
      description = "Numbers of records, about. Default: ${DEFAULT-VALUE}.")
  private List<Integer> records = List.of(100_000, 1_000_000, 5_000_000);

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the generated provinces. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that may work. Default: all processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description = "Heap for the linkage, as in 4g. Default: by the number of records.")
  private @Nullable String memory;

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description =
          "Where generated data goes, about 1 kB a record, and is removed again. Default: the"
              + " machine's directory for temporary files.")
  private @Nullable Path directory;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures there as well.")
  private @Nullable Path json;

  @Override
  public Integer call() throws IOException {
    if (records.isEmpty() || records.stream().anyMatch(n -> n < 1_000)) {
      throw new SettingsException("--records: at least one number, each of at least 1000.");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(BenchRun.machine());
    out.printf(
        Locale.ROOT,
        "%10s %8s %8s %8s %8s %8s %8s %8s %10s %11s %8s %8s%n",
        "records",
        "seconds",
        "reading",
        "blocking",
        "training",
        "scoring",
        "cluster",
        "writing",
        "records/s",
        "pairs/s",
        "peak GB",
        "F1");
    List<BenchRun.Figures> all = new ArrayList<>();
    for (int size : records) {
      Path work =
          directory == null
              ? Files.createTempDirectory("baophu-bench")
              : Files.createTempDirectory(directory, "baophu-bench");
      try {
        all.add(new BenchRun(work, seed, threads, heap(size), this::tell).run(size));
      } finally {
        BenchRun.delete(work);
      }
      print(out, all.get(all.size() - 1));
    }
    if (all.size() > 1) {
      out.printf(Locale.ROOT, "growth exponent %.3f%n", BenchRun.growthExponent(all));
    }
    if (json != null) {
      write(json, all);
    }
    return ExitCode.DONE;
  }

  private String heap(int size) {
    return memory == null
        ? (long) (Math.max(LEAST_BYTES, BYTES_PER_RECORD * size) / 1e6) + "m"
        : memory;
  }

  private void tell(String what) {
    spec.commandLine().getErr().println("bench · " + what);
  }

  private static void print(PrintWriter out, BenchRun.Figures figures) {
    Map<String, Double> phases = figures.phases();
    out.printf(
        Locale.ROOT,
        "%,10d %8.2f %8.2f %8.2f %8.2f %8.2f %8.2f %8.2f %,10.0f %,11.0f %8.2f %8.4f%n",
        figures.records(),
        figures.seconds(),
        phases.getOrDefault("reading", 0.0),
        phases.getOrDefault("blocking", 0.0),
        phases.getOrDefault("training", 0.0),
        phases.getOrDefault("scoring", 0.0),
        phases.getOrDefault("clustering", 0.0),
        phases.getOrDefault("writing", 0.0),
        figures.recordsPerSecond(),
        figures.pairsPerSecond(),
        figures.peakBytes() / 1e9,
        figures.f1());
    out.flush();
  }

  private static void write(Path file, List<BenchRun.Figures> all) throws IOException {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Map<String, Object> tree =
        Map.of("machine", BenchRun.machine(), "growthExponent", growth(all), "runs", all);
    Files.writeString(file, mapper.writeValueAsString(tree) + "\n");
  }

  private static Object growth(List<BenchRun.Figures> all) {
    return all.size() > 1 ? BenchRun.growthExponent(all) : "of one size there is none";
  }
}
