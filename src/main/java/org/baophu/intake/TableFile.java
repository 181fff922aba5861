package org.baophu.intake;

import java.io.Closeable;
import java.io.IOException;

/** One input file, opened far enough to know what it is: its rows follow the headings. */
interface TableFile extends Closeable {
  FileFormat format();

  HeadingRow heading();

  /** Rows after the headings. */
  RawRows rows();

  /** Whether rows must have as many cells as there are headings; a workbook's need not. */
  boolean countsCells();

  @Override
  default void close() throws IOException {
    rows().close();
  }
}
