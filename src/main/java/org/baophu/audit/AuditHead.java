package org.baophu.audit;

import java.util.List;
import java.util.Optional;

/**
 * The last line of the trail as it was when this was written: number, hash and signature.
 *
 * @param mac empty where no key was given
 */
public record AuditHead(long number, String hash, String mac) {

  /** Of a trail; nothing where it has no line. */
  public static Optional<AuditHead> of(List<AuditLine> lines) {
    return lines.isEmpty() ? Optional.empty() : Optional.of(of(lines.get(lines.size() - 1)));
  }

  /** Of its last line. */
  public static AuditHead of(AuditLine last) {
    return new AuditHead(last.number(), last.hash(), last.mac());
  }

  /** As a file holds it. */
  public String text() {
    return "lines "
        + number
        + "\nhash "
        + hash
        + "\n"
        + (mac.isEmpty() ? "" : "hmac " + mac + "\n");
  }

  /**
   * Reads {@link #text}.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  public static AuditHead parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 2
        || !lines.get(0).matches("lines \\d{1,18}")
        || !lines.get(1).matches("hash [0-9a-f]{64}")
        || lines.size() > 2 && !lines.get(2).matches("hmac [0-9a-f]{64}")
        || lines.size() > 3) {
      throw new IllegalArgumentException("not the head of an audit trail");
    }
    return new AuditHead(
        Long.parseLong(lines.get(0).substring("lines ".length())),
        lines.get(1).substring("hash ".length()),
        lines.size() > 2 ? lines.get(2).substring("hmac ".length()) : "");
  }
}
