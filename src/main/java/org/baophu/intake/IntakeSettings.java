package org.baophu.intake;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How input files are read.
 *
 * @param maxRejectShare the share of a file's rows, in [0,1], that may be unusable before the file
 *     is refused; raising it lets worse files pass. Whoever counts all rejects enforces it.
 * @param maxCellChars the longest cell that is believed; a longer one makes its row unusable
 * @param maxExpandedBytes the most bytes that a compressed file may unpack to; beyond it the file
 *     is refused
 * @param files how single files are read where recognising them fails or must not be relied on; the
 *     first that matches a file's name counts
 */
public record IntakeSettings(
    double maxRejectShare, int maxCellChars, long maxExpandedBytes, List<FileSettings> files) {
  private static final double MAX_REJECT_SHARE = 0.05;
  private static final int MAX_CELL_CHARS = 10_000;
  private static final long MAX_EXPANDED_BYTES = 8L << 30;

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public IntakeSettings {
    if (!(maxRejectShare >= 0 && maxRejectShare <= 1)) {
      throw new IllegalArgumentException(
          "intake.max_reject_share is " + maxRejectShare + ", not in [0,1]");
    }
    if (maxCellChars < 1 || maxCellChars > 1_000_000) {
      throw new IllegalArgumentException(
          "intake.max_cell_chars is " + maxCellChars + ", not in [1,1000000]");
    }
    if (maxExpandedBytes < 1) {
      throw new IllegalArgumentException(
          "intake.max_expanded_bytes is " + maxExpandedBytes + ", below 1");
    }
    files = List.copyOf(files);
  }

  /** With the usual limit on what compressed files may unpack to. */
  public IntakeSettings(double maxRejectShare, int maxCellChars, List<FileSettings> files) {
    this(maxRejectShare, maxCellChars, MAX_EXPANDED_BYTES, files);
  }

  /**
   * 5 % of rejects, cells of 10,000 characters, 8 GiB unpacked, every file recognised by itself.
   */
  public static IntakeSettings defaults() {
    return new IntakeSettings(MAX_REJECT_SHARE, MAX_CELL_CHARS, List.of());
  }

  /** The settings of the file with that name. */
  Optional<FileSettings> findFile(String name) {
    if (files.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(name);
      FileSystem system = FileSystems.getDefault();
      return files.stream()
          .filter(f -> system.getPathMatcher("glob:" + f.match()).matches(path))
          .findFirst();
    } catch (InvalidPathException e) {
      // A name that the system itself cannot spell is matched by nothing.
      return Optional.empty();
    }
  }
}
