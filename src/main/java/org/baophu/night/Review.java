package org.baophu.night;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The pairs that a clerk should look at, as they are left to later stages and to the next night.
 *
 * @param modelOf the run that learnt the model that the pairs were weighed by
 * @param pairs those that may change a list first
 */
record Review(String modelOf, List<ReviewCandidate> pairs) {
  static final String FILE = "review";

  private static final int FORM = 1;

  /**
   * Two records by the hashes of who they are.
   *
   * @param idA of the one that stands first in the order of all records
   */
  record Ids(long idA, long idB) {}

  /** What the evidence of each pair is. */
  Map<Ids, String> evidence() {
    Map<Ids, String> evidence = new HashMap<>();
    for (ReviewCandidate pair : pairs) {
      evidence.put(pair.ids(), pair.evidence());
    }
    return evidence;
  }

  /** Writes what {@link #read} reads: form, length, body and a CRC-32C of the body. */
  void write(DataOutputStream out) throws IOException {
    byte[] body = body();
    out.writeInt(FORM);
    out.writeInt(body.length);
    out.write(body);
    out.writeInt(sum(body));
  }

  private byte[] body() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    DataOutputStream body = new DataOutputStream(bytes);
    body.writeUTF(modelOf);
    body.writeInt(pairs.size());
    for (ReviewCandidate pair : pairs) {
      body.writeInt(pair.rowA());
      body.writeInt(pair.rowB());
      body.writeLong(pair.ids().idA());
      body.writeLong(pair.ids().idB());
      body.writeDouble(pair.probability());
      body.writeDouble(pair.weightBits());
      body.writeUTF(pair.evidence());
    }
    return bytes.toByteArray();
  }

  private static int sum(byte[] body) {
    CRC32C sum = new CRC32C();
    sum.update(body);
    return (int) sum.getValue();
  }

  /**
   * Reads what was written.
   *
   * @throws IOException where it is not that, or not whole
   */
  static Review read(DataInputStream in) throws IOException {
    byte[] bytes = in.readAllBytes();
    ByteBuffer all = ByteBuffer.wrap(bytes);
    if (bytes.length < 3 * Integer.BYTES
        || all.getInt() != FORM
        || all.getInt() != bytes.length - 3 * Integer.BYTES) {
      throw new IOException("not pairs for review, or not all of them");
    }
    byte[] body = new byte[bytes.length - 3 * Integer.BYTES];
    all.get(body);
    if (all.getInt() != sum(body)) {
      throw new IOException("pairs for review with a wrong checksum");
    }
    return ofBody(new DataInputStream(new ByteArrayInputStream(body)));
  }

  private static Review ofBody(DataInputStream in) throws IOException {
    String modelOf = in.readUTF();
    int count = in.readInt();
    List<ReviewCandidate> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pairs.add(
          new ReviewCandidate(
              in.readInt(),
              in.readInt(),
              new Ids(in.readLong(), in.readLong()),
              in.readDouble(),
              in.readDouble(),
              in.readUTF()));
    }
    return new Review(modelOf, pairs);
  }

  /**
   * What a run left, if it is whole.
   *
   * @param directory of a run, which need not be there
   */
  static Optional<Review> find(Path directory) {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      return Optional.of(read(in));
    } catch (IOException e) {
      // What cannot be read is as if it had never been: the pairs are explained anew.
      return Optional.empty();
    }
  }
}
