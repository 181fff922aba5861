package org.baophu.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One size of a benchmark: the program's own commands, each in a process of its own. */
final class BenchRun {
  /** How many records a generated person has on average. */
  private static final double RECORDS_PER_PERSON = 1.455;

  private static final Pattern PROGRESS = Pattern.compile("link · (\\S+) .*");
  private static final Pattern SUMMARY =
      Pattern.compile("([\\d,]+) records, ([\\d,]+) pairs compared.*");
  private static final Pattern PAIRS_F1 =
      Pattern.compile("pairs +\\S+ \\[.*?\\] +\\S+ \\[.*?\\] +(\\S+) \\[.*");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private final Path work;
  private final long seed;
  private final int threads;
  private final String heap;
  private final Consumer<String> progress;

  /**
   * @param work a directory for all files
   * @param heap of the linkage, as in {@code 4g}
   */
  BenchRun(Path work, long seed, int threads, String heap, Consumer<String> progress) {
    this.work = work;
    this.seed = seed;
    this.threads = threads;
    this.heap = heap;
    this.progress = progress;
  }

  /**
   * What was measured.
   *
   * @param seconds from the start of the process to its end
   * @param phases seconds by phase, in order; the start of the process counts as reading
   * @param peakBytes most memory that the process held at a time, 0 where the machine does not tell
   * @param f1 over pairs, against the truth of the generator
   */
  record Figures(
      long records,
      long pairs,
      double seconds,
      Map<String, Double> phases,
      long peakBytes,
      double f1) {
    double recordsPerSecond() {
      return records / seconds;
    }

    double pairsPerSecond() {
      return pairs / seconds;
    }
  }

  /** Generates, prepares, links and evaluates about so many records. */
  Figures run(int records) throws IOException {
    Path province = work.resolve("province");
    Path tables = work.resolve("tables");
    Path links = work.resolve("links");
    String people = String.valueOf(Math.round(records / RECORDS_PER_PERSON));
    progress.accept(people + " people are generated");
    call("generate", "--people", people, "--seed", "" + seed, "--output", province.toString());
    progress.accept("their records are prepared");
    call(
        "prepare",
        "--input",
        province.toString(),
        "--output",
        tables.toString(),
        "--date",
        "2026-11-01");
    progress.accept("linking");
    Process link =
        start(
            List.of("-Xmx" + heap),
            "link",
            "--config",
            tables.resolve("link.yml").toString(),
            "--output",
            links.toString(),
            "--threads",
            "" + threads);
    Watch watch = watch(link);
    progress.accept("evaluating");
    String evaluation =
        call(
            "evaluate",
            "--members",
            links.resolve("clusters.csv").toString(),
            "--truth",
            province.resolve("truth/members.csv").toString());
    return new Figures(
        watch.records, watch.pairs, watch.seconds, watch.phases, watch.peak, f1(evaluation));
  }

  private static double f1(String evaluation) {
    return evaluation
        .lines()
        .map(PAIRS_F1::matcher)
        .filter(Matcher::matches)
        .map(matcher -> Double.parseDouble(matcher.group(1)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("evaluate printed no F1: " + evaluation));
  }

  /** What the lines of the linking process tell, with the time at which they came. */
  private static final class Watch {
    private final Map<String, Double> phases = new LinkedHashMap<>();
    private long records;
    private long pairs;
    private double seconds;
    private long peak;
  }

  private Watch watch(Process link) throws IOException {
    Watch watch = new Watch();
    long start = System.nanoTime();
    String phase = "reading";
    long since = start;
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = reader(link)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        long now = System.nanoTime();
        lines.add(line);
        watch.peak = Math.max(watch.peak, peak(link));
        Matcher told = PROGRESS.matcher(line);
        Matcher summary = SUMMARY.matcher(line);
        if (told.matches()) {
          watch.phases.merge(phase, (now - since) / 1e9, Double::sum);
          phase = told.group(1);
          since = now;
        } else if (summary.matches()) {
          watch.records = Long.parseLong(summary.group(1).replace(",", ""));
          watch.pairs = Long.parseLong(summary.group(2).replace(",", ""));
        }
      }
    }
    requireDone(link, lines);
    long end = System.nanoTime();
    watch.phases.merge(phase, (end - since) / 1e9, Double::sum);
    watch.seconds = (end - start) / 1e9;
    return watch;
  }

  /** The most memory a process has held so far, in bytes; 0 where the machine does not tell. */
  private static long peak(Process process) {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .map(PEAK::matcher)
          .filter(Matcher::matches)
          .mapToLong(matcher -> Long.parseLong(matcher.group(1)) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }

  private String call(String... command) throws IOException {
    Process process = start(List.of(), command);
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = reader(process)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
      }
    }
    requireDone(process, lines);
    return String.join("\n", lines);
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void requireDone(Process process, List<String> lines) {
    try {
      if (process.waitFor() != 0) {
        List<String> last = lines.subList(Math.max(0, lines.size() - 5), lines.size());
        throw new IllegalStateException(String.join(" ", last));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** This program again, with what it prints in one stream. */
  private static Process start(List<String> options, String... command) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Those of this process, as ./run.sh gives them to every command; the heap follows.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.matches("-(XX:|Xlog:|Dfile\\.encoding).*"))
        .forEach(all::add);
    all.addAll(options);
    all.add("-cp");
    all.add(System.getProperty("java.class.path"));
    all.add(Main.class.getName());
    all.addAll(Arrays.asList(command));
    return new ProcessBuilder(all).redirectErrorStream(true).start();
  }

  /** The slope of log seconds over log records, by least squares. */
  static double growthExponent(List<Figures> all) {
    double[] x = all.stream().mapToDouble(f -> Math.log(f.records())).toArray();
    double[] y = all.stream().mapToDouble(f -> Math.log(f.seconds())).toArray();
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double above = 0;
    double below = 0;
    for (int i = 0; i < x.length; i++) {
      above += (x[i] - meanX) * (y[i] - meanY);
      below += (x[i] - meanX) * (x[i] - meanX);
    }
    return above / below;
  }

  /** The machine in a line. */
  static String machine() {
    Runtime runtime = Runtime.getRuntime();
    return String.format(
        Locale.ROOT,
        "%d processors, %s %s, %s %s",
        runtime.availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        System.getProperty("java.vm.name"),
        System.getProperty("java.version"));
  }

  /** Deletes a directory with all that is in it. */
  static void delete(Path directory) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(directory)) {
      all = found.sorted(java.util.Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
