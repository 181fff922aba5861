package org.baophu.notify;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.baophu.publish.PrivateFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happened, one line of JSON an event, each with its time: on a stream, or in a file that its
 * owner alone can read and that is put aside as {@code FILE.1}, {@code FILE.2} and so on when it
 * has grown.
 */
public final class EventLog {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long MOST_BYTES = 10L << 20;
  private static final int FILES_KEPT = 5;

  private final Clock clock;
  private final @Nullable Path file;
  private final PrintStream stream;
  private final long mostBytes;

  private EventLog(Clock clock, @Nullable Path file, PrintStream stream, long mostBytes) {
    this.clock = clock;
    this.file = file;
    this.stream = stream;
    this.mostBytes = mostBytes;
  }

  /** A log on a stream. */
  public static EventLog to(PrintStream stream, Clock clock) {
    return new EventLog(clock, null, stream, MOST_BYTES);
  }

  /** A log in a file of at most 10 MB, with five older ones. */
  public static EventLog in(Path file, Clock clock) {
    return in(file, clock, MOST_BYTES);
  }

  static EventLog in(Path file, Clock clock, long mostBytes) {
    return new EventLog(clock, file.toAbsolutePath(), System.err, mostBytes);
  }

  /** Adds the end of a night. */
  public void add(NightReport report) {
    Map<String, Object> details = Reports.tree(report);
    add(String.valueOf(details.remove("event")), details);
  }

  /** Adds an event; a file that cannot be written makes the stream of errors the log. */
  public synchronized void add(String event, Map<String, ?> details) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", clock.instant().toString());
    line.put("event", event);
    line.putAll(details);
    String text = JSON.writeValueAsString(line) + "\n";
    Path to = file;
    if (to == null) {
      stream.print(text);
      stream.flush();
      return;
    }
    try {
      append(to, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException | UncheckedIOException e) {
      stream.print(text);
    }
  }

  private void append(Path to, byte[] line) throws IOException {
    if (!Files.exists(to)) {
      PrivateFiles.createFolders(to.resolveSibling(""));
      PrivateFiles.create(to).close();
    } else if (Files.size(to) + line.length > mostBytes) {
      putAside(to);
      PrivateFiles.create(to).close();
    }
    try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.APPEND)) {
      out.write(line);
    }
  }

  private static void putAside(Path file) throws IOException {
    for (int number = FILES_KEPT; number > 0; number--) {
      Path from = number == 1 ? file : older(file, number - 1);
      if (Files.exists(from)) {
        Files.move(from, older(file, number), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static Path older(Path file, int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }
}
