package org.baophu.night;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** How long the stages took, in milliseconds, in a form that can be kept as JSON. */
record Timings(Map<String, Long> milliseconds) {
  static Map<Stage, Duration> none() {
    return new EnumMap<>(Stage.class);
  }

  static Timings of(Map<Stage, Duration> timings) {
    Map<String, Long> milliseconds = new TreeMap<>();
    timings.forEach((stage, took) -> milliseconds.put(stage.name(), took.toMillis()));
    return new Timings(milliseconds);
  }

  Map<Stage, Duration> toMap() {
    Map<Stage, Duration> timings = none();
    milliseconds.forEach(
        (stage, took) -> timings.put(Stage.valueOf(stage), Duration.ofMillis(took)));
    return timings;
  }
}
