package org.baophu.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.baophu.schedule.NightRunner;
import org.jspecify.annotations.Nullable;

/**
 * Runs each night in a process of its own, with the Java options of this one: what a night uses up
 * or breaks ends with it, and a service that waits for months stays small.
 */
final class NightChild implements NightRunner {
  private final List<String> options;
  private final PrintWriter err;
  private @Nullable Process running;
  private boolean stopped;

  /**
   * @param options of {@code nightly}, but for the date
   * @param err where what nights say is passed on to
   */
  NightChild(List<String> options, PrintWriter err) {
    this.options = List.copyOf(options);
    this.err = err;
  }

  @Override
  public int run(LocalDate date) throws InterruptedException {
    try {
      Process night = start(date);
      if (night == null) {
        return ExitCode.FAILED;
      }
      try (BufferedReader said =
          new BufferedReader(
              new InputStreamReader(night.getInputStream(), StandardCharsets.UTF_8))) {
        said.lines().forEach(err::println);
      }
      return night.waitFor();
    } catch (IOException | UncheckedIOException e) {
      err.println("The night cannot be started or heard: " + e.getMessage());
      return ExitCode.FAILED;
    }
  }

  private synchronized @Nullable Process start(LocalDate date) throws IOException {
    if (stopped) {
      return null;
    }
    Process night = new ProcessBuilder(line(date)).redirectErrorStream(true).start();
    night.getOutputStream().close();
    running = night;
    return night;
  }

  private List<String> line(LocalDate date) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        // Debuggers and agents hold ports, which two processes cannot share.
        .filter(option -> !option.startsWith("-agent") && !option.contains("jmxremote"))
        .forEach(line::add);
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.add("nightly");
    line.addAll(options);
    line.addAll(List.of("--date", date.toString()));
    return line;
  }

  /** Has the night that runs end in good order, and lets no other begin. */
  synchronized void stop() {
    stopped = true;
    if (running != null) {
      running.toHandle().destroy();
    }
  }
}
