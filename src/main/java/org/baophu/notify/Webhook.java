package org.baophu.notify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts the report of a night as JSON. With a secret the header {@value #SIGNATURE} holds {@code
 * sha256=} and the HMAC-SHA-256 of the body in hexadecimal (RFC 2104), so that the receiver knows
 * who sent it.
 */
public final class Webhook implements Messenger {
  static final String SIGNATURE = "X-BaoPhu-Signature";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ALGORITHM = "HmacSHA256";

  private final URI url;
  private final Duration timeout;
  private final byte @Nullable [] secret;
  private final HttpClient client;

  /**
   * @param url http or https
   * @param timeout for the connection, and again for the answer
   * @param secret what receiver and sender share; null sends unsigned
   */
  public Webhook(URI url, Duration timeout, @Nullable String secret) {
    if (!("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        || url.getHost() == null) {
      throw new IllegalArgumentException("notify.webhook.url: " + url + " is no http(s) address");
    }
    this.url = url;
    this.timeout = timeout;
    this.secret = secret == null ? null : secret.getBytes(StandardCharsets.UTF_8);
    this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public void send(NightReport report) throws MessengerException, InterruptedException {
    byte[] body = JSON.writeValueAsBytes(Reports.tree(report));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("User-Agent", "BaoPhu")
            .POST(BodyPublishers.ofByteArray(body));
    byte[] key = secret;
    if (key != null) {
      request.header(SIGNATURE, "sha256=" + sign(body, key));
    }
    try {
      int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        // What the receiver does not want, it will not want in a moment either.
        throw new MessengerException("status " + status, status / 100 == 5 || status == 429);
      }
    } catch (IOException e) {
      throw new MessengerException(e.getClass().getSimpleName(), true);
    }
  }

  static String sign(byte[] body, byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
