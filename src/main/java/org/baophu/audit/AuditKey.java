package org.baophu.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs lines, so that whoever lacks the key cannot write the chain anew; without a key nothing is
 * signed.
 */
public final class AuditKey {
  /** Signs nothing. */
  public static final AuditKey NONE = new AuditKey("");

  private static final String ALGORITHM = "HmacSHA256";

  private final String secret;

  private AuditKey(String secret) {
    this.secret = secret;
  }

  /**
   * @param secret any text; empty for none
   */
  public static AuditKey of(String secret) {
    return secret.isEmpty() ? NONE : new AuditKey(secret);
  }

  public boolean isGiven() {
    return !secret.isEmpty();
  }

  /** HMAC-SHA-256 in hexadecimal; empty without a key. */
  public String sign(String text) {
    if (secret.isEmpty()) {
      return "";
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }
}
