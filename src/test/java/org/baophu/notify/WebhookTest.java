package org.baophu.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.baophu.notify.Messenger.MessengerException;
import org.baophu.notify.NightReport.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a real server on this machine. */
class WebhookTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T19:02:02Z"), ZoneOffset.UTC);

  private final Deque<Integer> answers = new ArrayDeque<>();
  private final List<String> bodies = new ArrayList<>();
  private final List<@Nullable String> signatures = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          signatures.add(exchange.getRequestHeaders().getFirst(Webhook.SIGNATURE));
          exchange.sendResponseHeaders(answers.isEmpty() ? 200 : answers.remove(), -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  private Webhook webhook(@Nullable String secret) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/night");
    return new Webhook(url, Duration.ofSeconds(5), secret);
  }

  private void tell(Webhook webhook, NightReport report, boolean onlyTroubles)
      throws InterruptedException {
    EventLog events = EventLog.to(new PrintStream(log, true, StandardCharsets.UTF_8), CLOCK);
    new Notifier(
            List.of(webhook),
            onlyTroubles,
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(15)),
            pauses::add,
            events)
        .tell(report);
  }

  @Test
  void postsTheReport() throws Exception {
    webhook(null).send(SampleReport.of(Outcome.PUBLISHED));

    JsonNode body = JsonMapper.builder().build().readTree(bodies.get(0));
    assertThat(body.get("outcome").asString()).isEqualTo("published");
    assertThat(body.get("exit_code").asInt()).isZero();
    assertThat(body.get("date").asString()).isEqualTo("2026-11-02");
    assertThat(body.get("counts").get("potential").asLong()).isEqualTo(3_269);
    assertThat(body.get("rejected_rows").get("tax").asLong()).isEqualTo(4);
    assertThat(signatures).containsOnlyNulls();
  }

  @Test
  void signsWithTheSecret() throws Exception {
    webhook("geheim").send(SampleReport.of(Outcome.FAILED));

    byte[] body = bodies.get(0).getBytes(StandardCharsets.UTF_8);
    assertThat(signatures)
        .containsExactly("sha256=" + Webhook.sign(body, "geheim".getBytes(StandardCharsets.UTF_8)));
  }

  /** RFC 4231, test case 2. */
  @Test
  void theSignatureIsTheStandards() {
    assertThat(
            Webhook.sign(
                "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8),
                "Jefe".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void triesAgainWhatMayPass() throws InterruptedException {
    answers.addAll(List.of(503, 429, 204));

    tell(webhook(null), SampleReport.of(Outcome.FAILED), false);

    assertThat(bodies).hasSize(3);
    assertThat(pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(15));
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("\"event\":\"notified\"", "\"tries\":3");
  }

  @Test
  void givesUpWhereItIsNotWanted() throws InterruptedException {
    answers.add(404);

    tell(webhook(null), SampleReport.of(Outcome.FAILED), false);

    assertThat(bodies).hasSize(1);
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("not_notified", "status 404");
  }

  @Test
  void nobodyListening() throws InterruptedException {
    Webhook webhook = webhook(null);
    server.stop(0);

    tell(webhook, SampleReport.of(Outcome.FAILED), false);

    assertThat(log.toString(StandardCharsets.UTF_8)).contains("not_notified", "ConnectException");
  }

  @Test
  void waitsNoLongerThanItsTimeout() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    server.createContext(
        "/slow",
        exchange -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    URI slow = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slow");
    Webhook webhook = new Webhook(slow, Duration.ofMillis(200), null);

    assertThatThrownBy(() -> webhook.send(SampleReport.of(Outcome.FAILED)))
        .isInstanceOf(MessengerException.class)
        .hasMessage("HttpTimeoutException");
    never.countDown();
  }

  @Test
  void canBeSilentAboutWhatWentWell() throws InterruptedException {
    tell(webhook(null), SampleReport.of(Outcome.PUBLISHED), true);
    tell(webhook(null), SampleReport.of(Outcome.STOPPED), false);
    assertThat(bodies).isEmpty();

    tell(webhook(null), SampleReport.of(Outcome.REFUSED), true);
    assertThat(bodies).hasSize(1);
  }

  @Test
  void refusesOtherAddresses() {
    assertThatThrownBy(() -> new Webhook(URI.create("file:/etc"), Duration.ofSeconds(1), null))
        .hasMessageContaining("no http(s) address");
  }
}
