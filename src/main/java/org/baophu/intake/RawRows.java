package org.baophu.intake;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one table, one after the other. */
interface RawRows extends Closeable {
  /** The next row, blank ones too; null at the end. */
  @Nullable RawRow next() throws IOException;

  /** From here on rows should have as many cells; lets a broken row be told from a long one. */
  void expect(int columns);
}
