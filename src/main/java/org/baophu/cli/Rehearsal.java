package org.baophu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Nights between which some records come and some go, on a small made-up province: what Java
 * records of it ({@code -XX:AOTCacheOutput}, JEP 483 and JEP 515), {@code run.sh} gives to every
 * later run, which then need not find out anew which classes it loads and which of its methods are
 * worth compiling. It is no command: nobody has a use for its results.
 */
final class Rehearsal {
  private static final int PEOPLE = 20_000;

  /** So often, and most of what a large province has compiled has been compiled here too. */
  private static final int NIGHTS = 5;

  private static final int HELD_BACK = 100;

  private Rehearsal() {}

  /**
   * Ends the process with the exit code of the first command that failed, or 0.
   *
   * @param arguments an empty directory, which will hold some 100 MB
   */
  public static void main(String[] arguments) throws IOException {
    Main.quietenLibraries();
    System.exit(run(Path.of(arguments[0]), PEOPLE));
  }

  static int run(Path directory, int people) throws IOException {
    String province = directory.resolve("province").toString();
    String second = directory.resolve("second").toString();
    String output = directory.resolve("output").toString();
    int generated = Main.run("generate", "--people", String.valueOf(people), "--output", province);
    if (generated != ExitCode.DONE) {
      return generated;
    }
    split(Path.of(province), Path.of(second));
    for (int night = 1; night <= NIGHTS; night++) {
      String input = night % 2 == 1 ? province : second;
      String date = "2026-11-0" + night;
      int ended = Main.run("nightly", "--input", input, "--output", output, "--date", date);
      if (ended != ExitCode.DONE) {
        return ended;
      }
    }
    return ExitCode.DONE;
  }

  /** Of each register, one row in a hundred is for the first night alone, one for the second. */
  private static void split(Path first, Path second) throws IOException {
    Files.createDirectories(second);
    List<Path> files;
    try (Stream<Path> all = Files.list(first)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      List<String> rows = Files.readAllLines(file);
      List<String> before = new ArrayList<>();
      List<String> after = new ArrayList<>();
      boolean changes = rows.size() > HELD_BACK;
      for (int row = 0; row < rows.size(); row++) {
        if (!changes || row % HELD_BACK != 1) {
          before.add(rows.get(row));
        }
        if (!changes || row % HELD_BACK != 2) {
          after.add(rows.get(row));
        }
      }
      Files.write(file, before);
      Files.write(second.resolve(file.getFileName()), after);
    }
  }
}
