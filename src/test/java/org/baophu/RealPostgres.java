package org.baophu;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A real PostgreSQL for tests, from binaries among the test libraries. */
public final class RealPostgres {
  private RealPostgres() {}

  /** Whether this machine can run those binaries. */
  public static boolean isAvailable() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64");
  }

  /** Starts one, or has the test skipped where that is not possible. */
  public static EmbeddedPostgres start() throws IOException {
    assumeTrue(isAvailable(), "the PostgreSQL for tests runs on Linux on amd64 only");
    return EmbeddedPostgres.start();
  }

  /**
   * Starts one whose data outlive it.
   *
   * @param port 0 for any
   */
  public static EmbeddedPostgres startIn(Path data, int port) throws IOException {
    assumeTrue(isAvailable(), "the PostgreSQL for tests runs on Linux on amd64 only");
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }
}
