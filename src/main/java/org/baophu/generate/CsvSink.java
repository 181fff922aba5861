package org.baophu.generate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** CSV, in whatever encoding, with whatever delimiter. */
final class CsvSink implements RowSink {
  private final Writer writer;
  private final char delimiter;

  /** The older encodings know no separate marks. */
  private final boolean composes;

  /**
   * @param byteOrderMark whether the file begins with one
   */
  CsvSink(Path file, Charset charset, boolean byteOrderMark, char delimiter) throws IOException {
    writer = new BufferedWriter(new OutputStreamWriter(open(file), charset), 1 << 16);
    if (byteOrderMark) {
      writer.write('\uFEFF');
    }
    this.delimiter = delimiter;
    composes = !charset.equals(StandardCharsets.UTF_8);
  }

  /** UTF-8 with commas; gzipped where the name says so. */
  static CsvSink plain(Path file) throws IOException {
    return new CsvSink(file, StandardCharsets.UTF_8, false, ',');
  }

  private static OutputStream open(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
  }

  @Override
  public void write(List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        writer.write(delimiter);
      }
      writeCell(cells.get(i));
    }
    writer.write('\n');
  }

  /** Quoted where RFC 4180 asks for it. */
  private void writeCell(String text) throws IOException {
    String cell = composes ? Spelling.composed(text) : text;
    boolean quoted =
        cell.indexOf(delimiter) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
    writer.write(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
  }

  /** A row without the quotation marks that it would need. */
  void writeUnquoted(List<String> cells) throws IOException {
    String line = String.join(String.valueOf(delimiter), cells);
    writer.write(composes ? Spelling.composed(line) : line);
    writer.write('\n');
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
