package org.baophu.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.baophu.notify.Mail;
import org.baophu.notify.Messenger;
import org.baophu.notify.Webhook;
import org.baophu.schedule.Retries;
import org.baophu.schedule.Timetable;
import org.jspecify.annotations.Nullable;

/**
 * What {@code schedule} is to do. Secrets come from the environment, since configurations are
 * copied about: {@value #WEBHOOK_SECRET} signs what the webhook is sent, {@value #MAIL_PASSWORD}
 * opens the mail server.
 */
record ServiceSettings(
    Timetable timetable,
    Retries retries,
    boolean catchUp,
    Optional<Integer> metricsPort,
    Optional<Path> log,
    boolean onlyTroubles,
    List<Messenger> messengers) {
  static final String WEBHOOK_SECRET = "BAOPHU_WEBHOOK_SECRET";
  static final String MAIL_PASSWORD = "BAOPHU_SMTP_PASSWORD";

  private static final String CRON = "0 2 * * *";
  private static final String ZONE = "Asia/Ho_Chi_Minh";
  private static final int TIMEOUT_SECONDS = 10;
  private static final int LONGEST_TIMEOUT_SECONDS = 300;
  private static final int MOST_PORT = 65_535;

  /** Submission of mail (RFC 6409). */
  private static final int MAIL_PORT = 587;

  /**
   * The settings of a file, but for what the command line says.
   *
   * @param stated puts what the command line says in the place of what the file says
   * @throws IllegalArgumentException if a value is outside its range
   */
  static ServiceSettings of(
      NightFile file, UnaryOperator<ServiceFile.Schedule> stated, Locale language) {
    ServiceFile.Schedule schedule = stated.apply(or(file.schedule(), ServiceFile.Schedule.empty()));
    ServiceFile.Notify notify = or(file.notices(), new ServiceFile.Notify(null, null, null));
    Retries usual = Retries.defaults();
    return new ServiceSettings(
        timetable(or(schedule.cron(), CRON), or(schedule.zone(), ZONE)),
        new Retries(
            or(schedule.retries(), usual.times()),
            schedule.retryPauseSeconds() == null
                ? usual.firstPause()
                : Duration.ofSeconds(schedule.retryPauseSeconds())),
        or(schedule.catchUp(), true),
        Optional.ofNullable(schedule.metricsPort()).map(ServiceSettings::port),
        Optional.ofNullable(schedule.log()).map(ServiceSettings::log),
        onlyTroubles(or(notify.on(), "always")),
        messengers(notify, language));
  }

  private static Timetable timetable(String cron, String zone) {
    try {
      return Timetable.of(cron, ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("--zone or schedule.zone: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--cron or schedule.cron: " + e.getMessage(), e);
    }
  }

  private static int port(int port) {
    if (port < 0 || port > MOST_PORT) {
      throw new IllegalArgumentException("metrics_port " + port + " is not in [0,65535]");
    }
    return port;
  }

  private static Path log(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("schedule.log: '" + name + "' is no name of a file", e);
    }
  }

  private static boolean onlyTroubles(String on) {
    return switch (on) {
      case "always" -> false;
      case "trouble" -> true;
      default ->
          throw new IllegalArgumentException("notify.on: always or trouble, not '" + on + "'");
    };
  }

  private static List<Messenger> messengers(ServiceFile.Notify notify, Locale language) {
    List<Messenger> messengers = new ArrayList<>();
    if (notify.webhook() != null) {
      messengers.add(webhook(notify.webhook()));
    }
    if (notify.email() != null) {
      messengers.add(mail(notify.email(), language));
    }
    return List.copyOf(messengers);
  }

  private static Webhook webhook(ServiceFile.Webhook webhook) {
    return new Webhook(
        uri(needed("notify.webhook.url", webhook.url())),
        timeout(webhook.timeoutSeconds()),
        System.getenv(WEBHOOK_SECRET));
  }

  private static URI uri(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "notify.webhook.url: '" + address + "' is no http(s) address", e);
    }
  }

  private static Mail mail(ServiceFile.Email email, Locale language) {
    Mail.Server server =
        new Mail.Server(
            needed("notify.email.host", email.host()),
            or(email.port(), MAIL_PORT),
            security(or(email.security(), "starttls")),
            email.user(),
            System.getenv(MAIL_PASSWORD),
            timeout(email.timeoutSeconds()));
    return new Mail(
        server, needed("notify.email.from", email.from()), or(email.to(), List.of()), language);
  }

  private static Mail.Security security(String security) {
    return switch (security) {
      case "none" -> Mail.Security.NONE;
      case "starttls" -> Mail.Security.STARTTLS;
      case "tls" -> Mail.Security.TLS;
      default ->
          throw new IllegalArgumentException(
              "notify.email.security: starttls, tls or none, not '" + security + "'");
    };
  }

  private static Duration timeout(@Nullable Integer seconds) {
    int stated = or(seconds, TIMEOUT_SECONDS);
    if (stated < 1 || stated > LONGEST_TIMEOUT_SECONDS) {
      throw new IllegalArgumentException("timeout_seconds " + stated + " is not in [1,300]");
    }
    return Duration.ofSeconds(stated);
  }

  private static String needed(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  private static <T> T or(@Nullable T stated, T otherwise) {
    return stated == null ? otherwise : stated;
  }
}
