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
import org.baophu.link.incremental.Blocks;
import org.baophu.link.incremental.LinkState;
import org.baophu.link.parallel.Tasks;
import org.jspecify.annotations.Nullable;

/**
 * What a night's linkage leaves to the next one, in the run's workspace: the frozen model, what the
 * next night may start from, and the pairs for review. What the next night may start from stands in
 * two files: most of what records are blocked by in one, which is handed on from night to night as
 * it is, and all else in the other. Each file ends with a seal over what stands before, a SHA-256
 * that also names the model, and a CRC-32C of the others; a file that is missing, damaged or of
 * another form is as if it had never been.
 */
final class LinkMemory {
  private static final String MODEL = "frozen";
  private static final String STATE = "linked";
  private static final String BLOCKS = "blocked";
  private static final int MODEL_FORM = 3;
  private static final int STATE_FORM = 4;
  private static final int SHA_256_BYTES = 32;

  private final Path directory;
  private final byte[] modelBytes;
  private final Optional<LearntModel> model;
  private final Optional<Kept> state;
  private final Optional<Review> review;

  private LinkMemory(
      Path directory,
      byte[] modelBytes,
      Optional<LearntModel> model,
      Optional<Kept> state,
      Optional<Review> review) {
    this.directory = directory;
    this.modelBytes = modelBytes;
    this.model = model;
    this.state = state;
    this.review = review;
  }

  /**
   * Reads what a night left.
   *
   * @param directory of a run, which need not be there
   */
  static LinkMemory read(Path directory, int threads) {
    byte[] modelBytes = bytes(directory.resolve(MODEL));
    Tasks.Both<Optional<LearntModel>, Optional<Kept>> read =
        Tasks.both(threads, () -> model(modelBytes), () -> state(directory));
    return new LinkMemory(
        directory, modelBytes, read.first(), read.second(), Review.find(directory));
  }

  /** Reads the model alone. */
  static Optional<LearntModel> findModel(Path directory) {
    return model(bytes(directory.resolve(MODEL)));
  }

  /** Writes what is sealed. */
  private interface Sealing {
    void to(DataOutputStream out) throws IOException;
  }

  /** The bytes that follow from the first {@code length} ones, and stand behind them. */
  private interface Seal {
    byte[] over(int length);
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
      workspace.write(MODEL, out -> out.write(before.modelBytes));
      name = before.modelDigest();
    }
    if (state != null) {
      int base = keepBlocks(workspace, before, state.blocks().base());
      writeSealed(
          workspace,
          STATE,
          body -> {
            body.writeUTF(name);
            body.writeUTF(settings);
            body.writeInt(base);
            state.write(body);
          });
    }
  }

  /** Leaves the blocks that most records stand in and returns the seal of their file. */
  private static int keepBlocks(
      Workspace workspace, @Nullable LinkMemory before, Blocks.Base base) {
    if (before != null && before.state.isPresent()) {
      Kept kept = before.state.get();
      boolean isSame = kept.state().blocks().base() == base;
      if (isSame && workspace.handOn(BLOCKS, before.directory.resolve(BLOCKS))) {
        return kept.base();
      }
    }
    return writeSealed(workspace, BLOCKS, base::write);
  }

  /** Writes what its CRC-32C seals, and returns that. */
  private static int writeSealed(Workspace workspace, String file, Sealing sealing) {
    CRC32C sum = new CRC32C();
    workspace.writeSealed(
        file,
        out -> {
          content(STATE_FORM, new CheckedOutputStream(out, sum), sealing);
          out.writeInt((int) sum.getValue());
        });
    return (int) sum.getValue();
  }

  /** Writes a model and returns its digest. */
  private static String write(Workspace workspace, LearntModel model) {
    MessageDigest digest = DeliveredFile.newSha256();
    byte[] seal = new byte[SHA_256_BYTES];
    workspace.write(
        MODEL,
        out -> {
          content(MODEL_FORM, new DigestOutputStream(out, digest), model::write);
          System.arraycopy(digest.digest(), 0, seal, 0, seal.length);
          out.write(seal);
        });
    return HexFormat.of().formatHex(seal);
  }

  private static void content(int form, OutputStream out, Sealing content) throws IOException {
    DataOutputStream body = new DataOutputStream(out);
    body.writeInt(form);
    content.to(body);
    body.flush();
  }

  /** The model, if it is there as it was written. */
  Optional<LearntModel> model() {
    return model;
  }

  /** A state as it was written, whatever it was made by. */
  Optional<Kept> state() {
    return state;
  }

  /** The pairs for review, if they are there as they were written. */
  Optional<Review> review() {
    return review;
  }

  /**
   * A state and what it was made by.
   *
   * @param model digest of the model
   * @param settings names the settings
   * @param base the seal of the file of the blocks
   */
  record Kept(String model, String settings, int base, LinkState state) {}

  /** The digest of the model's file; empty without one. */
  String modelDigest() {
    return modelBytes.length < SHA_256_BYTES
        ? ""
        : HexFormat.of()
            .formatHex(modelBytes, modelBytes.length - SHA_256_BYTES, modelBytes.length);
  }

  private static Optional<LearntModel> model(byte[] bytes) {
    return open(
        MODEL_FORM,
        bytes,
        SHA_256_BYTES,
        length -> {
          MessageDigest digest = DeliveredFile.newSha256();
          digest.update(bytes, 0, length);
          return digest.digest();
        },
        LearntModel::read);
  }

  private static Optional<Kept> state(Path directory) {
    byte[] blocks = bytes(directory.resolve(BLOCKS));
    return openChecked(blocks, Blocks.Base::read)
        .flatMap(
            base ->
                openChecked(
                    bytes(directory.resolve(STATE)),
                    in ->
                        kept(
                            base,
                            ByteBuffer.wrap(blocks).getInt(blocks.length - Integer.BYTES),
                            in)));
  }

  /**
   * A state as it was written.
   *
   * @param seal of the file of the blocks
   * @return {@code null} where these are not those that it was written with
   */
  private static @Nullable Kept kept(Blocks.Base base, int seal, DataInputStream in)
      throws IOException {
    String model = in.readUTF();
    String settings = in.readUTF();
    return in.readInt() == seal ? new Kept(model, settings, seal, LinkState.read(base, in)) : null;
  }

  private static <T> Optional<T> openChecked(byte[] bytes, Opening<T> opening) {
    return open(
        STATE_FORM,
        bytes,
        Integer.BYTES,
        length -> {
          CRC32C sum = new CRC32C();
          sum.update(bytes, 0, length);
          return ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array();
        },
        opening);
  }

  /** All of a file; nothing where there is none, or none that can be read. */
  private static byte[] bytes(Path file) {
    try {
      return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static <T> Optional<T> open(
      int form, byte[] bytes, int sealBytes, Seal seal, Opening<T> opening) {
    int length = bytes.length - sealBytes;
    if (length < Integer.BYTES
        || !Arrays.equals(seal.over(length), 0, sealBytes, bytes, length, bytes.length)) {
      return Optional.empty();
    }
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
      return in.readInt() == form ? Optional.ofNullable(opening.from(in)) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // What cannot be read is as if it had never been: the night goes on without it and says so.
      return Optional.empty();
    }
  }
}
