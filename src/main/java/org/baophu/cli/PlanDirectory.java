package org.baophu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.baophu.publish.PlanFile;
import org.baophu.publish.PrivateFiles;
import org.baophu.publish.TargetFiles;
import org.baophu.target.TargetPlan;

/** Where a plan is written: aside first, then put in place in one step. */
final class PlanDirectory {
  private PlanDirectory() {}

  /** The directory beside a run for its plan of a number. */
  static Path numbered(Path run, int number) {
    return run.resolveSibling(run.getFileName() + "-plan-" + number);
  }

  /**
   * Writes a plan.
   *
   * @param replace whether an earlier plan there is replaced
   * @throws SettingsException if what is there is no plan
   */
  static Path write(
      TargetPlan plan, TargetFiles files, Locale language, Path directory, boolean replace)
      throws IOException {
    Path place = directory.toAbsolutePath().normalize();
    if (Files.exists(place) && replace) {
      requirePlan(place);
    }
    Path part = aside(place, ".part");
    delete(part);
    PrivateFiles.createFolders(part);
    files.write(plan, part);
    new PlanFile(language.getLanguage(), plan.request(), plan.inputs()).write(part);
    Path old = aside(place, ".old");
    delete(old);
    if (Files.exists(place)) {
      Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    delete(old);
    return place;
  }

  private static Path aside(Path place, String ending) {
    return place.resolveSibling("." + place.getFileName() + ending);
  }

  /** Nothing but a plan is ever replaced: not a night, and not somebody's other files. */
  private static void requirePlan(Path place) throws IOException {
    Set<String> names = names(place);
    names.removeAll(TargetFiles.NAMES);
    if (!names.equals(Set.of(PlanFile.NAME))) {
      throw new SettingsException(
          "--output: " + place + " holds other files than a plan; nothing was replaced.");
    }
  }

  private static Set<String> names(Path place) throws IOException {
    try (Stream<Path> entries = Files.list(place)) {
      Set<String> names = new TreeSet<>();
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
      return names;
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        for (Path entry : List.copyOf(entries.toList())) {
          Files.delete(entry);
        }
      }
    }
    Files.deleteIfExists(folder);
  }
}
