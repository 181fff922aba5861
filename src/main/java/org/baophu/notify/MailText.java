package org.baophu.notify;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a mail says: how the night ended, what follows from that, and the most important counts. */
final class MailText {
  private static final List<String> COUNTS =
      List.of("records", "persons", "persons_earning", "potential", "review", "changes");

  private final Locale language;
  private final ResourceBundle texts;

  MailText(Locale language) {
    this.language = language;
    this.texts =
        ResourceBundle.getBundle(
            "org.baophu.notify.mail",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String subject(NightReport report) {
    return say("subject", report.date(), say(key(report)));
  }

  String body(NightReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(say("subject", report.date(), say(key(report))) + ".");
    lines.add(say(key(report) + ".next"));
    lines.add("");
    lines.add(say("started", report.started()));
    lines.add(say("took", minutes(Duration.between(report.started(), report.ended()))));
    lines.add(say("attempts", report.attempts()));
    report.figures().ifPresent(figures -> addCounts(figures, lines));
    return String.join("\r\n", lines) + "\r\n";
  }

  private void addCounts(Figures figures, List<String> lines) {
    lines.add("");
    for (String count : COUNTS) {
      Long value = figures.counts().get(count);
      if (value != null) {
        lines.add(say("count." + count, value));
      }
    }
    long rejected = figures.rejectedRows().values().stream().mapToLong(Long::longValue).sum();
    lines.add(say("count.rejected", rejected));
    lines.add(say("run", figures.runId()));
  }

  private static String key(NightReport report) {
    return report.outcome().name().toLowerCase(Locale.ROOT);
  }

  private static long minutes(Duration duration) {
    return Math.round(duration.toSeconds() / 60.0);
  }

  private String say(String key, Object... values) {
    return new MessageFormat(texts.getString(key), language).format(strings(values));
  }

  /** Dates and ids as they are; only numbers are written as the language writes them. */
  private static Object[] strings(Object[] values) {
    Object[] all = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      all[i] = values[i] instanceof Number ? values[i] : String.valueOf(values[i]);
    }
    return all;
  }
}
