package org.baophu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Bytes from a file's beginning, middle and end, from which its encoding is found. */
final class ByteSamples {
  /** Files up to twice as long are looked at whole. */
  private static final int SAMPLE_BYTES = 1 << 18;

  /**
   * How much of a compressed file is unpacked for samples: nothing but its beginning is at hand.
   */
  private static final int UNPACKED_BYTES = 1 << 22;

  private ByteSamples() {}

  static List<byte[]> of(Path path, Container container, InputStream in) throws IOException {
    if (container == Container.CSV_GZ) {
      return of(in.readNBytes(UNPACKED_BYTES));
    }
    long size = Files.size(path);
    if (size <= 2L * SAMPLE_BYTES) {
      return List.of(in.readAllBytes());
    }
    List<byte[]> samples = new ArrayList<>();
    samples.add(in.readNBytes(SAMPLE_BYTES));
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      // Even offsets, so that the units of UTF-16 stay whole.
      samples.add(at(channel, size / 2 & ~1L, SAMPLE_BYTES));
      samples.add(at(channel, Math.max(SAMPLE_BYTES, size - SAMPLE_BYTES) & ~1L, SAMPLE_BYTES));
    }
    return samples;
  }

  private static List<byte[]> of(byte[] beginning) {
    if (beginning.length <= 2 * SAMPLE_BYTES) {
      return List.of(beginning);
    }
    List<byte[]> samples = new ArrayList<>();
    for (long start :
        new long[] {0, beginning.length / 2 & ~1L, beginning.length - SAMPLE_BYTES & ~1L}) {
      byte[] sample = new byte[(int) Math.min(SAMPLE_BYTES, beginning.length - start)];
      System.arraycopy(beginning, (int) start, sample, 0, sample.length);
      samples.add(sample);
    }
    return samples;
  }

  private static byte[] at(SeekableByteChannel channel, long start, int length) throws IOException {
    ByteBuffer sample = ByteBuffer.allocate(length);
    channel.position(start);
    int read = 0;
    while (read >= 0 && sample.hasRemaining()) {
      read = channel.read(sample);
    }
    byte[] bytes = new byte[sample.position()];
    sample.flip().get(bytes);
    return bytes;
  }
}
