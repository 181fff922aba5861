package org.baophu.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One line of the trail.
 *
 * @param number counts the lines, from 1
 * @param at when, as ISO instant
 * @param event an {@link AuditEvent} by name
 * @param by who acted: a user of the operating system, or the name given
 * @param about what it was about, such as a run's key
 * @param detail what helps to understand it; no persons
 * @param previousHash of the line before; 64 zeros for the first
 * @param hash SHA-256, in hexadecimal, over the previous hash and all the above
 * @param mac HMAC-SHA-256 of the hash; empty where no key was given
 */
public record AuditLine(
    long number,
    String at,
    String event,
    String by,
    String about,
    String detail,
    String previousHash,
    String hash,
    String mac) {
  /** Stands for the hash before the first line. */
  public static final String BEGINNING = "0".repeat(64);

  /** What is said, without hashes. */
  public record Entry(String at, AuditEvent event, String by, String about, String detail) {}

  /** The line that follows on another; on the beginning where that is number 0. */
  static AuditLine after(long number, String previousHash, Entry entry, AuditKey key) {
    String hash =
        hash(
            previousHash,
            number + 1,
            entry.at(),
            entry.event().name(),
            entry.by(),
            entry.about(),
            entry.detail());
    return new AuditLine(
        number + 1,
        entry.at(),
        entry.event().name(),
        entry.by(),
        entry.about(),
        entry.detail(),
        previousHash,
        hash,
        key.sign(hash));
  }

  /** The hash that the line should have if its number were another. */
  String hashAs(long otherNumber) {
    return hash(previousHash, otherNumber, at, event, by, about, detail);
  }

  /** Tabs and line ends part fields and lines, so they are escaped: no two lines read alike. */
  private static String hash(String previous, long number, String... fields) {
    StringBuilder canonical = new StringBuilder(previous).append('\n').append(number);
    for (String field : fields) {
      canonical
          .append('\t')
          .append(field.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n"));
    }
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
