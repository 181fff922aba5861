package org.baophu.night;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.baophu.link.incremental.LinkState;
import org.jspecify.annotations.Nullable;

/**
 * What a night's linkage leaves to the next one, in the run's workspace: the frozen model, and what
 * the next night may start from. Each file ends with a seal over what stands before, a SHA-256 that
 * also names the model, and a CRC-32C of the state, which is large; a file that is missing, damaged
 * or of another form is as if it had never been.
 */
final class LinkMemory {
  private static final String MODEL = "frozen";
  private static final String STATE = "linked";
  private static final int FORM = 3;
  private static final int SHA_256_BYTES = 32;

  private final Path directory;

  /** The model's file, once it was read. */
  private byte @Nullable [] model;

  /**
   * @param directory of a run, which need not be there
   */
  LinkMemory(Path directory) {
    this.directory = directory;
  }

  /** Writes what is sealed. */
  private interface Sealing {
    void to(DataOutputStream out) throws IOException;
  }

  /** Reads a file whole. */
  private interface Reading {
    byte[] bytes() throws IOException;
  }

  /** The bytes that follow from the first {@code length} ones, and stand behind them. */
  private interface Seal {
    byte[] over(byte[] bytes, int length);
  }

  /** Reads what was sealed. */
  private interface Opening<T> {
    @Nullable T from(DataInputStream content) throws IOException;
  }

  /**
   * Leaves a model and a state.
   *
   * @param before where the model was read, {@code null} where it was learnt tonight
   * @param settings names the settings that the state depends on
   */
  static void write(
      Workspace workspace,
      LearntModel model,
      @Nullable LinkMemory before,
      @Nullable LinkState state,
      String settings) {
    String name;
    if (before == null) {
      name = write(workspace, model);
    } else {
      workspace.write(MODEL, out -> out.write(before.modelBytes()));
      name = before.modelDigest();
    }
    if (state != null) {
      workspace.writeSealed(
          STATE,
          out -> {
            CRC32C sum = new CRC32C();
            content(
                new CheckedOutputStream(out, sum),
                body -> {
                  body.writeUTF(name);
                  body.writeUTF(settings);
                  state.write(body);
                });
            out.writeInt((int) sum.getValue());
          });
    }
  }

  /** Writes a model and returns its digest. */
  private static String write(Workspace workspace, LearntModel model) {
    MessageDigest digest = DeliveredFile.newSha256();
    byte[] seal = new byte[SHA_256_BYTES];
    workspace.write(
        MODEL,
        out -> {
          content(new DigestOutputStream(out, digest), model::write);
          System.arraycopy(digest.digest(), 0, seal, 0, seal.length);
          out.write(seal);
        });
    return HexFormat.of().formatHex(seal);
  }

  private static void content(OutputStream out, Sealing content) throws IOException {
    DataOutputStream body = new DataOutputStream(out);
    body.writeInt(FORM);
    content.to(body);
    body.flush();
  }

  /** The model, if it is there as it was written. */
  Optional<LearntModel> findModel() {
    return open(
        this::modelBytes,
        SHA_256_BYTES,
        (bytes, length) -> {
          MessageDigest digest = DeliveredFile.newSha256();
          digest.update(bytes, 0, length);
          return digest.digest();
        },
        LearntModel::read);
  }

  /** Whether there is a state as it was written, whatever it was made by. */
  Optional<Kept> findState() {
    return open(
        () -> bytes(STATE),
        Integer.BYTES,
        (bytes, length) -> {
          CRC32C sum = new CRC32C();
          sum.update(bytes, 0, length);
          return ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array();
        },
        in -> new Kept(in.readUTF(), in.readUTF(), LinkState.read(in)));
  }

  /**
   * A state and what it was made by.
   *
   * @param model digest of the model
   * @param settings names the settings
   */
  record Kept(String model, String settings, LinkState state) {}

  /** The digest of the model's file; empty without one. */
  String modelDigest() {
    try {
      byte[] bytes = modelBytes();
      return bytes.length < SHA_256_BYTES
          ? ""
          : HexFormat.of().formatHex(bytes, bytes.length - SHA_256_BYTES, bytes.length);
    } catch (IOException e) {
      return "";
    }
  }

  private byte[] modelBytes() throws IOException {
    if (model == null) {
      model = bytes(MODEL);
    }
    return model;
  }

  /** All of a file; nothing where there is none. */
  private byte[] bytes(String name) throws IOException {
    Path file = directory.resolve(name);
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  private static <T> Optional<T> open(
      Reading reading, int sealBytes, Seal seal, Opening<T> opening) {
    try {
      byte[] bytes = reading.bytes();
      int length = bytes.length - sealBytes;
      if (length < Integer.BYTES
          || !Arrays.equals(seal.over(bytes, length), 0, sealBytes, bytes, length, bytes.length)) {
        return Optional.empty();
      }
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
      return in.readInt() == FORM ? Optional.ofNullable(opening.from(in)) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // What cannot be read is as if it had never been: the night goes on without it and says so.
      return Optional.empty();
    }
  }
}
