package org.baophu.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.baophu.publish.PrivateFiles;
import org.baophu.publish.Publisher;

/**
 * Writes an H2 file anew, row by row, and puts it in the old one's place. {@code SHUTDOWN COMPACT}
 * would copy pages as they are; the inner pages of an index keep keys that once parted rows, be
 * those rows there or not, and so ids of somebody who was erased.
 *
 * <p>The new file is begun before anything is deleted. Where it is found, a process was killed
 * before the old one was replaced, and that is to be done yet.
 */
final class StoreRewrite {
  private static final String PART = ".rewriting";

  private StoreRewrite() {}

  /** Notes, so that a power cut does not undo it, that a file is to be written anew. */
  static void begin(Path file) throws IOException {
    PrivateFiles.createIfMissing(StoreRestore.sibling(file, PART));
    forceFolder(file);
  }

  /** Whether a file was to be written anew, and has not been. */
  static boolean isBegun(Path file) {
    return Files.exists(StoreRestore.sibling(file, PART));
  }

  /**
   * Writes a file anew. Nobody else has it open; killed at any moment, either file is there whole,
   * and where it is the old one, the new one is begun.
   *
   * @param address of the file, as it is opened
   */
  static void run(DatabaseAddress address, Path file) throws IOException, SQLException {
    Path part = StoreRestore.sibling(file, PART);
    // The old file stays open until the new one is in its place: so long nobody else can open it.
    try (Connection from = address.connections().getConnection()) {
      PrivateFiles.createEmpty(part);
      fill(address.at(file, part), from);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceFolder(file);
    }
  }

  private static void forceFolder(Path file) throws IOException {
    Publisher.forceFolder(file.toAbsolutePath().resolveSibling(""));
  }

  private static void fill(DatabaseAddress address, Connection from)
      throws IOException, SQLException {
    try (Connection to = address.connections().getConnection();
        Statement statement = to.createStatement()) {
      Schema.migrate(address.connections(), "latest");
      to.setAutoCommit(false);
      StoreRestore.copy(from, to);
      to.commit();
      statement.execute("SHUTDOWN");
    }
  }
}
