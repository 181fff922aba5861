package org.baophu.night;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.baophu.intake.InputFile;
import org.baophu.intake.InputRefusedException;

/**
 * A file of the delivery as it was when the night began.
 *
 * @param sha256 of its bytes, in hexadecimal
 */
public record DeliveredFile(InputFile file, String sha256, long bytes) {
  private static final int BUFFER = 1 << 16;

  /**
   * Takes the file's fingerprint.
   *
   * @throws InputRefusedException if it cannot be read
   */
  public static DeliveredFile of(InputFile file) {
    MessageDigest digest = newSha256();
    long bytes = 0;
    try (InputStream in = Files.newInputStream(file.path())) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        bytes += n;
      }
    } catch (IOException e) {
      throw new InputRefusedException(
          file.name(), "cannot be read (" + e + ").", "Check that it is there and readable.");
    }
    return new DeliveredFile(file, HexFormat.of().formatHex(digest.digest()), bytes);
  }

  /**
   * Makes sure that the file is still what it was when the night began.
   *
   * @throws InputRefusedException if it is not
   */
  void requireUnchanged() {
    if (!of(file).sha256().equals(sha256)) {
      throw new InputRefusedException(
          file.name(),
          "changed while it was being read.",
          "Start again when the delivery is complete.");
    }
  }

  static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
