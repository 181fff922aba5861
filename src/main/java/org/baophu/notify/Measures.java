package org.baophu.notify;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.baophu.notify.NightReport.Outcome;
import org.jspecify.annotations.Nullable;

/** How the service stands, as measures in the text format of Prometheus and as a tree of values. */
public final class Measures {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, MultiGauge> families = new LinkedHashMap<>();
  private final Clock clock;
  private @Nullable NightReport last;
  private @Nullable Instant lastSuccess;
  private @Nullable Instant next;
  private boolean running;

  public Measures(Clock clock) {
    this.clock = clock;
    gauge("baophu_night_running", "1 while a night is running", () -> running ? 1.0 : 0.0);
    gauge("baophu_night_next_timestamp_seconds", "When the next night is due", () -> seconds(next));
    gauge(
        "baophu_night_last_exit_code",
        "Exit code of the last night that ended",
        () -> last == null ? Double.NaN : last.outcome().exitCode());
    gauge(
        "baophu_night_last_end_timestamp_seconds",
        "When the last night ended",
        () -> last == null ? Double.NaN : seconds(last.ended()));
    gauge(
        "baophu_night_last_duration_seconds",
        "How long the last night took, retries included",
        () -> last == null ? Double.NaN : between(last.started(), last.ended()));
    gauge(
        "baophu_night_last_success_timestamp_seconds",
        "When a night was last published",
        () -> seconds(lastSuccess));
    gauge(
        "baophu_night_last_success_age_seconds",
        "How long ago that was",
        () -> lastSuccess == null ? Double.NaN : between(lastSuccess, clock.instant()));
    for (Outcome outcome : Outcome.values()) {
      count(outcome);
    }
    family("baophu_night_stage_seconds", "How long a stage of the last published night took");
    family("baophu_night_count", "What the last published night counted");
    family("baophu_night_rejected_rows", "Rows that the last published night rejected");
    family("baophu_night_gates", "Gates of the last published night, by verdict");
  }

  private void gauge(String name, String help, Supplier<Number> value) {
    Gauge.builder(name, synchronised(value)).description(help).register(registry);
  }

  private Supplier<Number> synchronised(Supplier<Number> value) {
    return () -> {
      synchronized (this) {
        return value.get();
      }
    };
  }

  private void family(String name, String help) {
    families.put(name, MultiGauge.builder(name).description(help).register(registry));
  }

  private Counter count(Outcome outcome) {
    return Counter.builder("baophu_nights_total")
        .description("Nights that ended since the service started")
        .tag("outcome", code(outcome))
        .register(registry);
  }

  /** A night began. */
  public synchronized void began() {
    running = true;
    next = null;
  }

  /** The next night is due then. */
  public synchronized void waiting(Instant due) {
    next = due;
  }

  /** A night ended. */
  public synchronized void ended(NightReport report) {
    running = false;
    last = report;
    count(report.outcome()).increment();
    if (report.outcome() == Outcome.PUBLISHED) {
      lastSuccess = report.ended();
    }
    report
        .figures()
        .ifPresent(
            figures -> {
              fill("baophu_night_stage_seconds", "stage", figures.stageSeconds());
              fill("baophu_night_count", "of", figures.counts());
              fill("baophu_night_rejected_rows", "kind", figures.rejectedRows());
              fill("baophu_night_gates", "verdict", figures.gates());
            });
  }

  private void fill(String family, String tag, Map<String, ? extends Number> values) {
    MultiGauge gauge = families.get(family);
    if (gauge != null) {
      gauge.register(
          values.entrySet().stream()
              .map(
                  value ->
                      MultiGauge.Row.of(
                          Tags.of(tag, value.getKey().toLowerCase(Locale.ROOT)), value.getValue()))
              .toList(),
          true);
    }
  }

  /** All measures in the text format of Prometheus. */
  String text() {
    return registry.scrape();
  }

  /** Whether the last night that ended was published, or was told to stop, or none ended yet. */
  synchronized boolean isHealthy() {
    return last == null || last.outcome() == Outcome.PUBLISHED || last.outcome() == Outcome.STOPPED;
  }

  synchronized Map<String, Object> health() {
    Map<String, Object> health = new LinkedHashMap<>();
    health.put("status", isHealthy() ? "up" : "down");
    health.put("running", running);
    if (next != null) {
      health.put("next", next.toString());
    }
    if (last != null) {
      health.put("last_date", last.date().toString());
      health.put("last_outcome", code(last.outcome()));
      health.put("last_ended", last.ended().toString());
    }
    if (lastSuccess != null) {
      health.put("last_success", lastSuccess.toString());
    }
    return health;
  }

  private static String code(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static double seconds(@Nullable Instant time) {
    return time == null ? Double.NaN : time.getEpochSecond();
  }

  private static double between(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
