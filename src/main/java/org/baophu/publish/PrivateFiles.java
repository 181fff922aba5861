package org.baophu.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files and folders that their owner alone can read, where the file system knows owners. */
public final class PrivateFiles {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final Set<PosixFilePermission> OWNER_FILE =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private PrivateFiles() {}

  /** Creates a file that must not exist yet; it is private before the first byte is in it. */
  public static OutputStream create(Path file) throws IOException {
    Files.createFile(file, attributes(file, OWNER_FILE));
    return new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
  }

  /** Makes an empty file, in place of any of that name, for others to write into. */
  public static void createEmpty(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, attributes(file, OWNER_FILE));
  }

  /** Makes an empty file if there is none. */
  public static void createIfMissing(Path file) throws IOException {
    try {
      Files.createFile(file, attributes(file, OWNER_FILE));
    } catch (FileAlreadyExistsException e) {
      // It stays as it is.
    }
  }

  /** Writes a text into a file, in place of any of that name. */
  public static void writeText(Path file, String text) throws IOException {
    createEmpty(file);
    Files.writeString(file, text);
  }

  /** Makes a folder with its parents; one that is there stays as it is. */
  public static void createFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, attributes(folder, OWNER_FOLDER));
    }
  }

  static Path createFolder(Path folder) throws IOException {
    return Files.createDirectory(folder, attributes(folder, OWNER_FOLDER));
  }

  /** Makes a folder that exists already private. */
  static void restrict(Path folder) throws IOException {
    if (knowsOwners(folder)) {
      Files.setPosixFilePermissions(folder, OWNER_FOLDER);
    }
  }

  /** Writes a folder and all that is in it through to the disk. */
  static void force(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.toList();
    }
    for (Path path : all) {
      if (Files.isRegularFile(path)) {
        forceOne(path, StandardOpenOption.WRITE);
      } else {
        forceFolder(path);
      }
    }
  }

  /** Writes the names in a folder through to the disk, not what they name. */
  static void forceFolder(Path folder) throws IOException {
    if (knowsOwners(folder)) {
      // A folder can be opened, and must be forced, on POSIX systems only.
      forceOne(folder, StandardOpenOption.READ);
    }
  }

  private static void forceOne(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    return knowsOwners(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean knowsOwners(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
