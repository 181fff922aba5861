package org.baophu.night;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What linkage found, in terms of indexes into the sorted records.
 *
 * @param clusterCount clusters are numbered from 0
 * @param cluster the cluster of each record
 * @param membership how sure it is that each record belongs to its cluster, in [0,1]
 * @param rowA the first record of each possible match; pairs are sorted by both
 * @param rowB the second; greater than the first
 * @param probability that the two are one person
 * @param missShare estimated share of true pairs that were never compared, in [0,1]
 */
record Links(
    int clusterCount,
    int[] cluster,
    float[] membership,
    int[] rowA,
    int[] rowB,
    float[] probability,
    double missShare) {
  /** How many numbers are written at a time. */
  private static final int NUMBERS = 1 << 14;

  /** The same with other memberships, and only some of the pairs, given by index in order. */
  Links with(float[] otherMembership, int[] some) {
    float[] kept = new float[some.length];
    for (int i = 0; i < some.length; i++) {
      kept[i] = probability[some[i]];
    }
    return new Links(
        clusterCount,
        cluster,
        otherMembership,
        Arrays.stream(some).map(i -> rowA[i]).toArray(),
        Arrays.stream(some).map(i -> rowB[i]).toArray(),
        kept,
        missShare);
  }

  int pairs() {
    return rowA.length;
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(missShare);
    out.writeInt(clusterCount);
    out.writeInt(cluster.length);
    // Numbers are put side by side in an array, which is then moved to bytes as a whole.
    writeRecords(new int[NUMBERS], out);
    out.writeInt(rowA.length);
    writePairs(new int[NUMBERS], out);
  }

  private void writeRecords(int[] numbers, DataOutput out) throws IOException {
    int used = 0;
    for (int i = 0; i < cluster.length; i++) {
      used = used > NUMBERS - 2 ? writeAll(numbers, used, out) : used;
      numbers[used++] = cluster[i];
      numbers[used++] = Float.floatToIntBits(membership[i]);
    }
    writeAll(numbers, used, out);
  }

  private void writePairs(int[] numbers, DataOutput out) throws IOException {
    int used = 0;
    for (int i = 0; i < rowA.length; i++) {
      used = used > NUMBERS - 3 ? writeAll(numbers, used, out) : used;
      numbers[used++] = rowA[i];
      numbers[used++] = rowB[i];
      numbers[used++] = Float.floatToIntBits(probability[i]);
    }
    writeAll(numbers, used, out);
  }

  /** Writes the first numbers, of which none is left. */
  private static int writeAll(int[] numbers, int used, DataOutput out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(used * Integer.BYTES);
    bytes.asIntBuffer().put(numbers, 0, used);
    out.write(bytes.array());
    return 0;
  }

  static Links read(DataInput in) throws IOException {
    double missShare = in.readDouble();
    int clusterCount = in.readInt();
    int records = in.readInt();
    int[] cluster = new int[records];
    float[] membership = new float[records];
    for (int i = 0; i < records; i++) {
      cluster[i] = in.readInt();
      membership[i] = in.readFloat();
    }
    int pairs = in.readInt();
    int[] rowA = new int[pairs];
    int[] rowB = new int[pairs];
    float[] probability = new float[pairs];
    for (int i = 0; i < pairs; i++) {
      rowA[i] = in.readInt();
      rowB[i] = in.readInt();
      probability[i] = in.readFloat();
    }
    return new Links(clusterCount, cluster, membership, rowA, rowB, probability, missShare);
  }
}
