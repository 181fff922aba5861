package org.baophu.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.baophu.intake.encoding.EncodingDetector;
import org.baophu.intake.encoding.TextEncoding;
import org.jspecify.annotations.Nullable;

/** A delimited text file whose encoding, delimiter and headings have been found. */
record CsvTable(FileFormat format, HeadingRow heading, RawRows rows) implements TableFile {
  private static final int SAMPLE_CHARS = 1 << 18;
  private static final int BUFFER_BYTES = 1 << 16;

  /** Lines longer than as many of the longest cells are not kept whole. */
  private static final int WIDEST_ROW = 64;

  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private record Layout(char delimiter, HeadingRow heading) {}

  @Override
  public boolean countsCells() {
    return true;
  }

  static CsvTable open(
      InputFile file, Container container, IntakeSettings settings, FileSettings own)
      throws IOException {
    String name = file.name();
    TextEncoding encoding = encoding(file, container, settings, own);
    String sample = sample(file, container, settings, encoding);
    if (sample.isBlank()) {
      throw new InputRefusedException(
          name, "the file holds nothing but blank lines.", "Ask the sender for the file again.");
    }
    Headings headings = new Headings(file.kind(), own.columns(), name);
    Layout layout = layout(sample, headings, settings, own);
    if (layout == null) {
      throw new InputRefusedException(
          name,
          "no row of headings was found.",
          "Put the headings above the rows, or give their row in the configuration under"
              + " files/headingRow.");
    }
    layout.heading().refuseIfIncomplete(name, headings);
    Reader reader = encoding.reader(stream(file, container, settings));
    CsvRows rows = rows(reader, layout.delimiter(), settings);
    skipTo(layout.heading(), rows);
    return new CsvTable(format(container, encoding, layout), layout.heading(), rows);
  }

  private static TextEncoding encoding(
      InputFile file, Container container, IntakeSettings settings, FileSettings own)
      throws IOException {
    String forced = own.encoding();
    if (forced != null) {
      // The settings refuse one that is not known.
      return TextEncoding.find(forced).orElseThrow();
    }
    try (InputStream in = stream(file, container, settings)) {
      return EncodingDetector.detect(ByteSamples.of(file.path(), container, in));
    }
  }

  private static String sample(
      InputFile file, Container container, IntakeSettings settings, TextEncoding encoding)
      throws IOException {
    try (Reader reader = encoding.reader(stream(file, container, settings))) {
      char[] sample = new char[SAMPLE_CHARS];
      int filled = 0;
      for (int n = 0; n >= 0 && filled < sample.length; ) {
        filled += n;
        n = reader.read(sample, filled, sample.length - filled);
      }
      return new String(sample, 0, filled);
    }
  }

  private static InputStream stream(InputFile file, Container container, IntakeSettings settings)
      throws IOException {
    InputStream raw = Files.newInputStream(file.path());
    try {
      return switch (container) {
        case CSV -> raw;
        case CSV_GZ ->
            new Expanding(
                new GZIPInputStream(raw, BUFFER_BYTES),
                file.name(),
                Files.size(file.path()),
                settings.maxExpandedBytes());
        case XLSX -> throw new IllegalArgumentException("a workbook is no text");
      };
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static CsvRows rows(Reader reader, char delimiter, IntakeSettings settings) {
    return new CsvRows(
        new LineReader(reader, settings.maxCellChars() * WIDEST_ROW),
        delimiter,
        settings.maxCellChars());
  }

  /** The delimiter under which the first rows hold the best headings. */
  private static @Nullable Layout layout(
      String sample, Headings headings, IntakeSettings settings, FileSettings own)
      throws IOException {
    String forced = own.delimiter();
    Layout best = null;
    for (char delimiter : forced == null ? DELIMITERS : forced.toCharArray()) {
      HeadingRow heading =
          HeadingRow.find(firstRows(sample, delimiter, settings, own), headings, own.headingRow());
      if (heading != null && (best == null || heading.isBetterThan(best.heading()))) {
        best = new Layout(delimiter, heading);
      }
    }
    return best;
  }

  private static List<RawRow> firstRows(
      String sample, char delimiter, IntakeSettings settings, FileSettings own) throws IOException {
    Integer forced = own.headingRow();
    long searched = forced == null ? HeadingRow.ROWS_SEARCHED : forced + 2L;
    List<RawRow> first = new ArrayList<>();
    try (CsvRows rows = rows(new StringReader(sample), delimiter, settings)) {
      for (RawRow row = rows.next(); row != null && row.number() <= searched; row = rows.next()) {
        first.add(row);
      }
    }
    return first;
  }

  private static void skipTo(HeadingRow heading, CsvRows rows) throws IOException {
    RawRow row = rows.next();
    while (row != null && row.number() < heading.lastNumber()) {
      row = rows.next();
    }
    rows.expect(heading.columns().width());
  }

  private static FileFormat format(Container container, TextEncoding encoding, Layout layout) {
    ColumnMap columns = layout.heading().columns();
    String delimiter = layout.delimiter() == '\t' ? "tab" : String.valueOf(layout.delimiter());
    return new FileFormat(
        container.code(),
        encoding.name(),
        delimiter,
        layout.heading().number(),
        columns.names(),
        columns.unused());
  }

  /** Refuses a file that unpacks to far more than any honest one. */
  private static final class Expanding extends FilterInputStream {
    private static final long MAX_RATIO = 500;
    private static final long FREE_BYTES = 64L << 20;

    private final String name;
    private final long maxBytes;
    private long bytes;

    Expanding(InputStream in, String name, long packedBytes, long maxBytes) {
      super(in);
      this.name = name;
      this.maxBytes = Math.min(maxBytes, FREE_BYTES + MAX_RATIO * packedBytes);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) {
      bytes += read;
      if (bytes > maxBytes) {
        throw new InputRefusedException(
            name,
            "the file unpacks to more than " + maxBytes + " bytes.",
            "If it is honest, deliver it unpacked or raise maxExpandedBytes in the configuration.");
      }
    }
  }
}
