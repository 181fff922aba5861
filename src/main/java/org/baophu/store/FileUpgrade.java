package org.baophu.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baophu.publish.PrivateFiles;
import org.baophu.publish.Publisher;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * Brings the schema of an H2 file up to date, wholly or not at all. H2 ends a transaction at every
 * change of the schema, so that a process killed in the middle would leave a file that can be
 * neither used nor upgraded; therefore a copy is upgraded, which then takes the place of the file.
 * PostgreSQL needs none of this: there an upgrade is one transaction.
 */
public final class FileUpgrade {
  /** Where the migrations stand among the resources. */
  public static final String SCHEMA = "classpath:org/baophu/store/schema";

  private static final String FILE_SUFFIX = ".mv.db";
  private static final String COPY = ".upgrade";

  /** {@code jdbc:h2:}, the way to the file, and the options; not memory, a server or an archive. */
  private static final Pattern FILE_URL =
      Pattern.compile("(jdbc:h2:(?:file:)?)(?!(?:mem|tcp|ssl|zip|classpath):)([^;]+)(.*)");

  private final String url;
  private final String copyUrl;
  private final Path file;
  private final Path copy;
  private final @Nullable String user;
  private final @Nullable String password;

  private FileUpgrade(Matcher url, @Nullable String user, @Nullable String password) {
    String path = url.group(2).replaceFirst("^~", System.getProperty("user.home"));
    this.url = url.group();
    this.copyUrl = url.group(1) + path + COPY + url.group(3);
    this.file = Path.of(path + FILE_SUFFIX).toAbsolutePath();
    this.copy = Path.of(path + COPY + FILE_SUFFIX).toAbsolutePath();
    this.user = user;
    this.password = password;
  }

  /** Whether the database is an H2 file; any other brings its schema up to date by itself. */
  public static boolean isFor(String url) {
    return find(url, null, null).isPresent();
  }

  /**
   * Makes the file if there is none, and upgrades it if its schema is an older one.
   *
   * @throws LockedException if another process is upgrading it
   */
  public static void run(String url, @Nullable String user, @Nullable String password) {
    find(url, user, password).ifPresent(FileUpgrade::run);
  }

  private static Optional<FileUpgrade> find(
      String url, @Nullable String user, @Nullable String password) {
    Matcher matcher = FILE_URL.matcher(url);
    return matcher.matches()
        ? Optional.of(new FileUpgrade(matcher, user, password))
        : Optional.empty();
  }

  private void run() {
    Path lock = file.resolveSibling(file.getFileName() + COPY + ".lock");
    try {
      if (!isCurrent() || Files.exists(lock)) {
        Files.createDirectories(file.resolveSibling(""));
        PrivateFiles.createIfMissing(lock);
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
          requireLocked(channel);
          upgrade();
          Files.delete(lock);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot upgrade the store " + file, e);
    }
  }

  private boolean isCurrent() {
    return Files.exists(file) && flyway(url).info().pending().length == 0;
  }

  private void upgrade() throws IOException {
    deleteCopy();
    if (isCurrent()) {
      return;
    }
    if (Files.exists(file)) {
      // The lock that H2 itself takes: nobody opens the file while its copy is upgraded.
      try (FileChannel original =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        requireLocked(original);
        try (OutputStream out = PrivateFiles.create(copy)) {
          original.transferTo(0, original.size(), Channels.newChannel(out));
        }
        upgradeCopy();
      }
    } else {
      PrivateFiles.create(copy).close();
      upgradeCopy();
    }
  }

  private void upgradeCopy() throws IOException {
    flyway(copyUrl).migrate();
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
    Publisher.forceFolder(file.resolveSibling(""));
  }

  /** What an upgrade that was killed left. */
  private void deleteCopy() throws IOException {
    Files.deleteIfExists(copy);
  }

  private void requireLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return;
      }
    } catch (OverlappingFileLockException heldByThisProcess) {
      // Told below: it makes no difference who holds it.
    }
    throw new LockedException(
        String.format(Locale.ROOT, "Another process is upgrading the store %s.", file));
  }

  private Flyway flyway(String at) {
    return Flyway.configure()
        .dataSource(new DatabaseAddress(at, user, password).connections())
        .locations(SCHEMA)
        .load();
  }
}
