package org.baophu.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.baophu.PostgresStores;
import org.jspecify.annotations.Nullable;

/** The program in a process of its own, as an operator starts it. */
final class NightProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private final Thread listener;
  private final String awaited;
  private final CountDownLatch heard = new CountDownLatch(1);

  private NightProcess(Process process, String awaited) {
    this.process = process;
    this.awaited = awaited;
    this.listener = new Thread(this::listen, "listens to " + process.pid());
    listener.setDaemon(true);
    listener.start();
  }

  /**
   * Starts a command.
   *
   * @param awaited the beginning of the line that {@link #awaitLine} waits for
   */
  static NightProcess start(List<String> arguments, String awaited, String... javaOptions)
      throws IOException {
    return start(new ProcessBuilder(commandLine(arguments, javaOptions)), awaited);
  }

  static NightProcess start(ProcessBuilder builder, String awaited) throws IOException {
    return new NightProcess(builder.redirectErrorStream(true).start(), awaited);
  }

  static List<String> commandLine(List<String> arguments, String... javaOptions) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(PostgresStores.javaOptions());
    line.addAll(List.of(javaOptions));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.addAll(arguments);
    return line;
  }

  private void listen() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (!awaited.isEmpty() && line.startsWith(awaited)) {
          heard.countDown();
        }
      }
    } catch (IOException e) {
      // The process was killed in the middle of a line.
      said.add(e.toString());
    } finally {
      heard.countDown();
    }
  }

  /** Waits for the line, or for the end of the process; tells whether the line came. */
  boolean awaitLine() throws InterruptedException {
    return heard.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        && said().stream().anyMatch(line -> line.startsWith(awaited));
  }

  /** Whether it was still running after that time. */
  boolean outlives(Duration time) throws InterruptedException {
    return !process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** SIGKILL: no code of the process runs any more. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; what the process still says is heard. */
  void terminate() {
    process.toHandle().destroy();
  }

  long pid() {
    return process.pid();
  }

  /** Waits for the end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      kill();
      throw new AssertionError("does not end: " + said());
    }
    listener.join(PATIENCE.toMillis());
    return process.exitValue();
  }

  List<String> said() {
    synchronized (said) {
      return List.copyOf(said);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
