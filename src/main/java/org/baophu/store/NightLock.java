package org.baophu.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.baophu.publish.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * Holds an output directory for one night. The operating system holds the lock on behalf of the
 * process, so that it frees itself when the process dies, however it dies.
 */
public final class NightLock implements AutoCloseable {
  private final FileChannel channel;

  private NightLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param storeDirectory exists
   * @throws LockedException if another night holds it
   */
  public static NightLock acquire(Path storeDirectory) {
    return acquire(storeDirectory.resolve("lock"), "night");
  }

  /**
   * Takes the lock of the service that starts nights, which each night's own lock does not touch.
   *
   * @param storeDirectory exists
   * @throws LockedException if another such service holds it
   */
  public static NightLock forSchedule(Path storeDirectory) {
    return acquire(storeDirectory.resolve("schedule.lock"), "schedule");
  }

  private static NightLock acquire(Path file, String what) {
    try {
      PrivateFiles.createIfMissing(file);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new LockedException(
            "Another "
                + what
                + " is running on "
                + file.resolveSibling("")
                + ". Wait for it to end.");
      }
      return new NightLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot release the lock", e);
    }
  }
}
