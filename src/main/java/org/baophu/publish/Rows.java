package org.baophu.publish;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Rows that may be too many to be in memory at once: each is handed over when its turn comes. A
 * list gives its rows with {@code list::forEach}.
 */
@FunctionalInterface
public interface Rows<T> {
  /**
   * Hands over every row once, in order. Called once or more often; the rows are the same each
   * time.
   *
   * @throws IOException if the rows cannot be read back from where they are kept
   */
  void forEach(Consumer<T> sink) throws IOException;
}
