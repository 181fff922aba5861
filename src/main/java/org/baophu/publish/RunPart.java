package org.baophu.publish;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.baophu.publish.NightFacts.Timing;

/** Which program ran, when, and how long. */
record RunPart(String version, String runId, String started, String duration, List<Stage> stages) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
  private static final double MILLIS = 1000;

  /** How long one stage took. */
  record Stage(String name, String seconds, Bar bar) {}

  static RunPart of(NightFacts facts, Messages messages) {
    long all = facts.timings().stream().mapToLong(t -> t.duration().toMillis()).sum();
    return new RunPart(
        facts.version(),
        facts.runId(),
        TIME.format(ZonedDateTime.ofInstant(facts.started(), ZONE)),
        seconds(Duration.ofMillis(all), messages) + " s",
        facts.timings().stream().map(t -> stage(t, all, messages)).toList());
  }

  private static Stage stage(Timing timing, long all, Messages messages) {
    return new Stage(
        stage(timing.stage(), messages),
        seconds(timing.duration(), messages),
        Bar.of("plain", 0, Bar.percent(timing.duration().toMillis(), all)));
  }

  /** Our own stages have words; others are shown as they are called. */
  private static String stage(String name, Messages messages) {
    String code = name.toLowerCase(Locale.ROOT);
    String word = messages.word("stage", code);
    return word.equals(code) ? name : word;
  }

  private static String seconds(Duration duration, Messages messages) {
    return messages.decimal(duration.toMillis() / MILLIS, 1);
  }
}
