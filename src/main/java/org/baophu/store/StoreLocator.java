package org.baophu.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Where the store of an output directory is if nobody names a database. An H2 file in the directory
 * itself, unless a {@linkplain ServiceLoader service} on the class path says otherwise: that is how
 * the whole test suite runs on PostgreSQL.
 */
public interface StoreLocator {
  /**
   * Finds the store.
   *
   * @param output an output directory, which may not exist yet
   * @return a JDBC URL; empty for the H2 file
   */
  Optional<String> find(Path output);

  /** What the first locator on the class path that knows one says. */
  static Optional<String> locate(Path output) {
    return ServiceLoader.load(StoreLocator.class).stream()
        .map(ServiceLoader.Provider::get)
        .flatMap(locator -> locator.find(output).stream())
        .findFirst();
  }
}
