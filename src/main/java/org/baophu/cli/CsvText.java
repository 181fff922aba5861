package org.baophu.cli;

import java.io.IOException;
import java.io.Reader;

/** CSV as text. */
final class CsvText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvText() {}

  /** The same text without a byte-order mark; the reader must support marks. */
  static Reader withoutMark(Reader in) throws IOException {
    in.mark(1);
    if (in.read() != BYTE_ORDER_MARK) {
      in.reset();
    }
    return in;
  }
}
