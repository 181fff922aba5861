package org.baophu.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads every file of a directory and says of each how that ended; a program of its own. */
final class HostileReads {
  private HostileReads() {}

  public static void main(String[] arguments) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
      files = all.sorted().toList();
    }
    for (Path file : files) {
      long begun = System.nanoTime();
      String end = read(file);
      long seconds = (System.nanoTime() - begun) / 1_000_000_000;
      System.out.println(file.getFileName() + "\t" + seconds + "\t" + end);
    }
  }

  private static String read(Path file) throws IOException {
    long[] issues = {0};
    long rows = 0;
    try (RowReader reader =
        RowReader.open(new InputFile(InputKind.TAX, file), IntakeSettings.defaults())) {
      while (reader.next(issue -> issues[0]++) != null) {
        rows++;
      }
      return rows + " rows, " + issues[0] + " issues";
    } catch (InputRefusedException e) {
      return String.valueOf(e.getMessage());
    } catch (RuntimeException | Error e) {
      return "THROWN " + e;
    }
  }
}
