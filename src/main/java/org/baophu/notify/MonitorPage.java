package org.baophu.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /health} and {@code /metrics} on a port of this machine that other machines cannot reach.
 * Health is 200 while the last night ended well, and 503 after one that did not.
 */
public final class MonitorPage implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int WAITING = 16;

  private final HttpServer server;
  private final ExecutorService thread;
  private final Measures measures;

  /**
   * Opens the page.
   *
   * @param port 0 for any
   * @throws IOException if the port is taken
   */
  public MonitorPage(int port, Measures measures) throws IOException {
    this.measures = measures;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAITING);
    this.thread = Executors.newSingleThreadExecutor(MonitorPage::daemon);
    server.setExecutor(thread);
    server.createContext("/", this::answer);
    server.start();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "monitor");
    thread.setDaemon(true);
    return thread;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean reading = exchange.getRequestMethod().equals("GET");
      switch (reading ? exchange.getRequestURI().getPath() : "") {
        case "/health" ->
            send(
                exchange,
                measures.isHealthy() ? 200 : 503,
                "application/json",
                JSON.writeValueAsString(measures.health()));
        case "/metrics" ->
            send(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", measures.text());
        default -> send(exchange, reading ? 404 : 405, "text/plain", "/health or /metrics\n");
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    thread.shutdownNow();
  }
}
