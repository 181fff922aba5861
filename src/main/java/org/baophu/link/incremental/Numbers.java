package org.baophu.link.incremental;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes and reads arrays of numbers, many at a time. */
final class Numbers {
  private static final int BUFFER = 1 << 16;

  private Numbers() {}

  /** Moves some of many numbers between an array and the beginning of a buffer. */
  private interface Moving {
    void move(ByteBuffer buffer, int from, int count);
  }

  static void write(int[] numbers, DataOutput out) throws IOException {
    write(
        numbers.length,
        Integer.BYTES,
        (buffer, from, count) -> buffer.asIntBuffer().put(numbers, from, count),
        out);
  }

  static void write(long[] numbers, DataOutput out) throws IOException {
    write(
        numbers.length,
        Long.BYTES,
        (buffer, from, count) -> buffer.asLongBuffer().put(numbers, from, count),
        out);
  }

  static void write(double[] numbers, DataOutput out) throws IOException {
    write(
        numbers.length,
        Double.BYTES,
        (buffer, from, count) -> buffer.asDoubleBuffer().put(numbers, from, count),
        out);
  }

  private static void write(int size, int bytes, Moving put, DataOutput out) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    for (int from = 0; from < size; from += BUFFER / bytes) {
      int count = Math.min(BUFFER / bytes, size - from);
      put.move(buffer, from, count);
      out.write(buffer.array(), 0, count * bytes);
    }
  }

  static int[] ints(int size, DataInput in) throws IOException {
    int[] numbers = new int[size];
    read(size, Integer.BYTES, (b, from, count) -> b.asIntBuffer().get(numbers, from, count), in);
    return numbers;
  }

  static long[] longs(int size, DataInput in) throws IOException {
    long[] numbers = new long[size];
    read(size, Long.BYTES, (b, from, count) -> b.asLongBuffer().get(numbers, from, count), in);
    return numbers;
  }

  static double[] doubles(int size, DataInput in) throws IOException {
    double[] numbers = new double[size];
    read(size, Double.BYTES, (b, from, count) -> b.asDoubleBuffer().get(numbers, from, count), in);
    return numbers;
  }

  private static void read(int size, int bytes, Moving get, DataInput in) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    for (int from = 0; from < size; from += BUFFER / bytes) {
      int count = Math.min(BUFFER / bytes, size - from);
      in.readFully(buffer.array(), 0, count * bytes);
      get.move(buffer, from, count);
    }
  }
}
