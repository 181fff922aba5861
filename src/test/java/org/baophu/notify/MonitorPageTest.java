package org.baophu.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.baophu.notify.NightReport.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonitorPageTest {
  /** An hour after the sample night ended. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T20:02:01Z"), ZoneOffset.UTC);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Measures measures = new Measures(CLOCK);
  private MonitorPage page;

  @BeforeEach
  void open() throws IOException {
    page = new MonitorPage(0, measures);
  }

  @AfterEach
  void close() {
    page.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI url = URI.create("http://127.0.0.1:" + page.port() + path);
    return client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
  }

  @Test
  void aServiceThatHasNotRunANightIsUp() throws Exception {
    measures.waiting(Instant.parse("2026-11-02T19:00:00Z"));

    HttpResponse<String> health = get("/health");

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body())
        .isEqualTo("{\"status\":\"up\",\"running\":false,\"next\":\"2026-11-02T19:00:00Z\"}");
    assertThat(get("/metrics").body())
        .contains("baophu_night_last_exit_code NaN", "baophu_night_running 0.0");
  }

  @Test
  void tellsWhatAPublishedNightCounted() throws Exception {
    measures.began();
    measures.ended(SampleReport.of(Outcome.PUBLISHED));

    assertThat(get("/health").statusCode()).isEqualTo(200);
    assertThat(get("/metrics").body())
        .contains(
            "baophu_night_last_exit_code 0.0",
            "baophu_night_last_success_age_seconds 3600.0",
            "baophu_night_last_duration_seconds 120.0",
            "baophu_night_stage_seconds{stage=\"link\"} 6.5",
            "baophu_night_count{of=\"potential\"} 3269.0",
            "baophu_night_rejected_rows{kind=\"tax\"} 4.0",
            "baophu_night_gates{verdict=\"passed\"} 5.0",
            "baophu_nights_total{outcome=\"published\"} 1.0");
  }

  @Test
  void isDownAfterANightThatFailedAndKeepsWhatIsPublished() throws Exception {
    measures.ended(SampleReport.of(Outcome.PUBLISHED));
    measures.ended(SampleReport.of(Outcome.REFUSED));

    assertThat(get("/health").statusCode()).isEqualTo(503);
    assertThat(get("/health").body()).contains("\"last_outcome\":\"refused\"");
    assertThat(get("/metrics").body())
        .contains("baophu_night_last_exit_code 3.0", "baophu_night_count{of=\"potential\"} 3269.0");
  }

  @Test
  void answersNothingElse() throws Exception {
    assertThat(get("/").statusCode()).isEqualTo(404);
    assertThat(get("/metrics/../etc").statusCode()).isEqualTo(404);
    URI url = URI.create("http://127.0.0.1:" + page.port() + "/health");
    HttpRequest post = HttpRequest.newBuilder(url).POST(BodyPublishers.noBody()).build();
    assertThat(client.send(post, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
  }
}
