package org.baophu.night;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.baophu.publish.PrivateFiles;
import org.baophu.publish.Publisher;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run's own directory, for what one stage leaves to the next. A result appears whole or not at
 * all, and only its owner can read it.
 */
final class Workspace {
  private static final int BUFFER = 1 << 16;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path directory;

  Workspace(Path directory) {
    this.directory = directory;
    createPrivate(directory);
  }

  /** Writes a result. */
  interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  /** Reads a result back. */
  interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  boolean has(String name) {
    return Files.exists(directory.resolve(name));
  }

  Path path(String name) {
    return directory.resolve(name);
  }

  /** Writes a result aside, forces it to disk and gives it its name. */
  void write(String name, Writing writing) {
    write(name, writing, true);
  }

  /**
   * The same of what tells by itself whether it is whole, and is not needed to go on: it may be
   * torn, or missing, after the machine has failed.
   */
  void writeSealed(String name, Writing writing) {
    write(name, writing, false);
  }

  private void write(String name, Writing writing, boolean forced) {
    Path part = directory.resolve(name + ".part");
    try {
      PrivateFiles.createEmpty(part);
      // Behind nothing rather than in place of it: what is emptied first, some file systems take to
      // the disk when it is closed, forced or not.
      try (FileOutputStream file = new FileOutputStream(part.toFile(), true);
          DataOutputStream out = new DataOutputStream(new BufferedOutputStream(file, BUFFER))) {
        writing.to(out);
        out.flush();
        if (forced) {
          file.getFD().sync();
        }
      }
      Files.move(part, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      if (forced) {
        Publisher.forceFolder(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + name + " in " + directory, e);
    }
  }

  /**
   * Takes over what an earlier run wrote with {@link #writeSealed}, by another name of the same
   * file. Files of a workspace are never written to once they have their names.
   *
   * @return false where that cannot be done, as on file systems where a file has one name
   */
  boolean handOn(String name, Path from) {
    Path part = directory.resolve(name + ".part");
    try {
      Files.deleteIfExists(part);
      Files.createLink(part, from);
      Files.move(part, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(part);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /**
   * Reads a result back.
   *
   * @throws LostResultException if it is not there, or not whole
   */
  <T> T read(String name, Reading<T> reading) {
    Path file = directory.resolve(name);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      return reading.from(in);
    } catch (IOException | UncheckedIOException | JacksonException e) {
      throw new LostResultException("cannot read back " + file, e);
    }
  }

  void writeJson(String name, Object value) {
    write(name, out -> out.write(JSON.writeValueAsBytes(value)));
  }

  <T> T readJson(String name, Class<T> type) {
    return read(name, in -> JSON.readValue(in.readAllBytes(), type));
  }

  /** Deletes what earlier runs left: records of persons are not kept longer than they serve. */
  void deleteOthers() throws IOException {
    List<Path> others;
    try (Stream<Path> all = Files.list(directory.resolveSibling(""))) {
      others = all.filter(other -> !other.equals(directory)).toList();
    }
    for (Path other : others) {
      deleteTree(other);
    }
  }

  /** Creates a directory, with its parents, that only its owner can read. */
  static void createPrivate(Path directory) {
    try {
      if (Files.isDirectory(directory)) {
        return;
      }
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectories(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectories(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + directory, e);
    }
  }

  /** Deletes a directory with all that is in it; nothing where there is none. */
  static void deleteTree(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
