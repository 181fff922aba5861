package org.baophu.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the configuration file that {@code schedule} alone reads; no result depends on it.
 */
final class ServiceFile {
  private ServiceFile() {}

  record Schedule(
      @Nullable String cron,
      @Nullable String zone,
      @Nullable Boolean catchUp,
      @Nullable Integer retries,
      @Nullable Integer retryPauseSeconds,
      @Nullable Integer metricsPort,
      @Nullable String log) {
    static Schedule empty() {
      return new Schedule(null, null, null, null, null, null, null);
    }
  }

  record Notify(@Nullable String on, @Nullable Webhook webhook, @Nullable Email email) {}

  record Webhook(@Nullable String url, @Nullable Integer timeoutSeconds) {}

  record Email(
      @Nullable String host,
      @Nullable Integer port,
      @Nullable String security,
      @Nullable String user,
      @Nullable String from,
      @Nullable List<String> to,
      @Nullable Integer timeoutSeconds) {}
}
