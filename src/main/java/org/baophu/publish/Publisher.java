package org.baophu.publish;

import java.io.IOException;
import java.nio.file.Path;

/** Writes what a night has found out. */
public final class Publisher {
  private Publisher() {}

  /**
   * Writes all files of the public contract into a directory. Files and folders can be read by
   * their owner alone where the file system knows owners. To publish in one step, write into a
   * directory aside, {@linkplain #force force} it to disk and rename it.
   *
   * @param emptyDirectory exists and is empty
   * @param threads that may write, at least 1; the files are the same on any number
   * @throws IOException if a file cannot be written
   * @throws IllegalArgumentException if a person's commune is none of the publication's communes,
   *     or a number that is to be written is none
   */
  public static void write(Publication publication, Path emptyDirectory, int threads)
      throws IOException {
    PrivateFiles.restrict(emptyDirectory);
    new OutputDirectory(publication, emptyDirectory).write(threads);
  }

  /** Makes sure that everything under a directory would survive a power cut. */
  public static void force(Path directory) throws IOException {
    PrivateFiles.force(directory);
  }

  /** Makes sure that a name given in a directory would survive a power cut. */
  public static void forceFolder(Path directory) throws IOException {
    PrivateFiles.forceFolder(directory);
  }
}
