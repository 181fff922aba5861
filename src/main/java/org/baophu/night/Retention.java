package org.baophu.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Removes what was kept long enough: published nights but the latest, their rejects, reports on
 * refused nights, workspaces.
 */
public final class Retention {
  private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
  private static final String REMOVED = "removed-";

  private final Path output;
  private final Path store;
  private final RetentionSettings settings;
  private final LocalDate today;

  /**
   * @param store where the output directory keeps what is not published
   * @param today ages are counted up to this day
   */
  public Retention(Path output, Path store, RetentionSettings settings, LocalDate today) {
    this.output = output;
    this.store = store;
    this.settings = settings;
    this.today = today;
  }

  /** What has been kept longer than the settings say, in order of its path. */
  public List<Path> due() {
    List<Path> due = new ArrayList<>();
    List<Path> nights = dated(output);
    Optional<Path> latest =
        nights.stream()
            .filter(night -> Files.exists(night.resolve("run.json")))
            .max(Comparator.naturalOrder());
    for (Path night : nights) {
      if (latest.isPresent() && night.equals(latest.get())) {
        addRejects(night, due);
      } else if (isOlder(night, settings.listsDays())) {
        due.add(night);
      } else {
        addRejects(night, due);
      }
    }
    dated(store.resolve("refused")).stream()
        .filter(report -> isOlder(report, settings.refusedDays()))
        .forEach(due::add);
    dated(store.resolve("work")).stream()
        .filter(workspace -> isOlder(workspace, settings.workspaceDays()))
        .forEach(due::add);
    return due;
  }

  private void addRejects(Path night, List<Path> due) {
    Path rejects = night.resolve("rejects.csv");
    if (isOlder(night, settings.rejectsDays()) && Files.exists(rejects)) {
      due.add(rejects);
    }
  }

  /** Directories whose names begin with a date. */
  private static List<Path> dated(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(Files::isDirectory)
          .filter(path -> name(path).matches(DATE + "(-[0-9a-f-]+)?"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private boolean isOlder(Path dated, int days) {
    LocalDate date = LocalDate.parse(name(dated).substring(0, "yyyy-MM-dd".length()));
    return date.plusDays(days).isBefore(today);
  }

  /**
   * Removes what is due, each directory in one step as its readers see it, and what an earlier
   * removal that was interrupted left.
   *
   * @return what was due
   */
  public List<Path> enforce() {
    List<Path> due = due();
    try {
      for (Path path : due) {
        if (Files.isDirectory(path)) {
          Path aside = store.resolve(REMOVED + name(path));
          Workspace.deleteTree(aside);
          Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
        } else {
          Files.delete(path);
        }
      }
      List<Path> asides;
      try (Stream<Path> all = Files.list(store)) {
        asides = all.filter(path -> name(path).startsWith(REMOVED)).toList();
      }
      for (Path aside : asides) {
        Workspace.deleteTree(aside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove what was kept long enough", e);
    }
    return due;
  }
}
