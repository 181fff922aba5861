package org.baophu.generate;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file to which rows are written in some format. */
interface RowSink extends Closeable {
  void write(List<String> cells) throws IOException;
}
