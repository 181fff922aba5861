package org.baophu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A large CSV file in parts of whole records, so that several threads can read it. */
final class CsvSegments {
  private static final long LEAST_BYTES = 1L << 24;
  private static final int BLOCK_BYTES = 1 << 16;
  private static final long ONES = 0x0101010101010101L;
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private CsvSegments() {}

  /**
   * A part of a file.
   *
   * @param from the first byte
   * @param to the byte after the last
   * @param firstRecord the number of its first record, the headings being record 0
   */
  record Segment(Path file, long from, long to, long firstRecord) {
    /** Its bytes. */
    InputStream open() throws IOException {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        return new BufferStream(channel.map(FileChannel.MapMode.READ_ONLY, from, to - from));
      }
    }
  }

  /**
   * Cuts a file into about as many parts of the same size; small files, and such as one buffer
   * cannot hold, stay whole.
   */
  static List<Segment> of(Path file, int count, char delimiter) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (count < 2 || size < LEAST_BYTES || size > Integer.MAX_VALUE || delimiter > 127) {
        return List.of(new Segment(file, 0, size, 0));
      }
      return cut(file, channel.map(FileChannel.MapMode.READ_ONLY, 0, size), count, delimiter);
    }
  }

  private static List<Segment> cut(Path file, ByteBuffer bytes, int count, char delimiter) {
    List<Segment> segments = new ArrayList<>();
    int size = bytes.limit();
    byte[] block = new byte[BLOCK_BYTES];
    boolean quoted = false;
    // A quote opens a cell at its beginning alone; inside, two of them close and open it again.
    boolean closed = false;
    byte last = '\n';
    long records = 0;
    int from = 0;
    long fromRecord = 0;
    while (bytes.hasRemaining()) {
      int start = bytes.position();
      int length = Math.min(BLOCK_BYTES, size - start);
      bytes.get(block, 0, length);
      for (int i = next(block, 0, length); i < length; i = next(block, i + 1, length)) {
        if (block[i] == '"') {
          byte before = i == 0 ? last : block[i - 1];
          boolean isFirst = before == delimiter || before == '\n' || before == '\r';
          boolean opens = !quoted && (isFirst || (closed && before == '"'));
          closed = quoted;
          quoted = opens;
        } else if (!quoted) {
          records++;
          int next = start + i + 1;
          if (next >= (long) size * (segments.size() + 1) / count && next < size) {
            segments.add(new Segment(file, from, next, fromRecord));
            from = next;
            fromRecord = records;
          }
        }
      }
      last = block[length - 1];
    }
    segments.add(new Segment(file, from, size, fromRecord));
    return segments;
  }

  /** The place of the next quote or end of a line, {@code to} where there is none. */
  private static int next(byte[] block, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long eight = (long) WORDS.get(block, at);
      // The lowest byte that is marked is one of the two; those above it may not be.
      long marks = zeros(eight ^ '"' * ONES) | zeros(eight ^ '\n' * ONES);
      if (marks != 0) {
        return at + Long.numberOfTrailingZeros(marks) / Byte.SIZE;
      }
    }
    while (at < to && block[at] != '"' && block[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Marks bytes that are 0, by the highest bit of each. */
  private static long zeros(long bytes) {
    return bytes - ONES & ~bytes & ONES << 7;
  }

  /** Reads a buffer. */
  private static final class BufferStream extends InputStream {
    private final ByteBuffer bytes;

    private BufferStream(ByteBuffer bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.hasRemaining() ? bytes.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (!bytes.hasRemaining()) {
        return -1;
      }
      int read = Math.min(length, bytes.remaining());
      bytes.get(target, offset, read);
      return read;
    }
  }
}
