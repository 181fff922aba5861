package org.baophu.night;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.baophu.link.incremental.LinkState;
import org.jspecify.annotations.Nullable;

/**
 * What a night's linkage leaves to the next one, in the run's workspace: the frozen model, and what
 * the next night may start from. Each file ends with the SHA-256 of what stands before; one that is
 * missing, damaged or of another form is as if it had never been.
 */
final class LinkMemory {
  private static final String MODEL = "frozen";
  private static final String STATE = "linked";
  private static final int FORM = 1;
  private static final int DIGEST = 32;

  private final Path directory;

  /**
   * @param directory of a run, which need not be there
   */
  LinkMemory(Path directory) {
    this.directory = directory;
  }

  /** Writes what is sealed by its digest. */
  private interface Sealing {
    void to(DataOutputStream out) throws IOException;
  }

  /** Reads a sealed file. */
  private interface Opening<T> {
    @Nullable T from(byte[] content) throws IOException;
  }

  /**
   * Leaves a model and a state.
   *
   * @param settings names the settings that the state depends on
   */
  static void write(
      Workspace workspace, LearntModel model, @Nullable LinkState state, String settings) {
    String[] digest = new String[1];
    workspace.write(MODEL, out -> digest[0] = seal(out, model::write));
    if (state != null) {
      workspace.write(
          STATE,
          out ->
              seal(
                  out,
                  body -> {
                    body.writeUTF(digest[0]);
                    body.writeUTF(settings);
                    state.write(body);
                  }));
    }
  }

  private static String seal(OutputStream out, Sealing content) throws IOException {
    MessageDigest digest = DeliveredFile.newSha256();
    DataOutputStream body = new DataOutputStream(new DigestOutputStream(out, digest));
    body.writeInt(FORM);
    content.to(body);
    body.flush();
    byte[] seal = digest.digest();
    out.write(seal);
    return HexFormat.of().formatHex(seal);
  }

  /** The model, if it is there as it was written. */
  Optional<LearntModel> findModel() {
    return open(MODEL, LearntModel::read);
  }

  /** Whether there is a state as it was written, whatever it was made by. */
  Optional<Kept> findState() {
    return open(
        STATE,
        content -> {
          DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
          return new Kept(in.readUTF(), in.readUTF(), LinkState.read(in));
        });
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
    Path file = directory.resolve(MODEL);
    try {
      byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      return bytes.length < DIGEST
          ? ""
          : HexFormat.of().formatHex(bytes, bytes.length - DIGEST, bytes.length);
    } catch (IOException e) {
      return "";
    }
  }

  private <T> Optional<T> open(String name, Opening<T> opening) {
    Path file = directory.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      int length = bytes.length - DIGEST;
      MessageDigest digest = DeliveredFile.newSha256();
      if (length < Integer.BYTES) {
        return Optional.empty();
      }
      digest.update(bytes, 0, length);
      boolean isWhole = Arrays.equals(digest.digest(), 0, DIGEST, bytes, length, bytes.length);
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      return isWhole && in.readInt() == FORM
          ? Optional.ofNullable(opening.from(Arrays.copyOfRange(bytes, Integer.BYTES, length)))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // What cannot be read is as if it had never been: the night goes on without it and says so.
      return Optional.empty();
    }
  }
}
