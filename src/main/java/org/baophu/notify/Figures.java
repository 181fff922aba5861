package org.baophu.notify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a published night counted, as its manifest states it.
 *
 * @param runId the run
 * @param counts by name: records, persons, potential and whatever else the manifest counts
 * @param rejectedRows by kind of file
 * @param stageSeconds how long each stage took, in their order
 * @param gates how many gates stand how, by verdict; empty where the manifest has none
 */
public record Figures(
    String runId,
    Map<String, Long> counts,
    Map<String, Long> rejectedRows,
    Map<String, Double> stageSeconds,
    Map<String, Long> gates) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The figures of the results in a directory; empty if there are none that can be read. */
  public static Optional<Figures> find(Path results) {
    try {
      return Optional.of(of(JSON.readTree(Files.readString(results.resolve("run.json")))));
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  private static Figures of(JsonNode manifest) {
    Map<String, Long> counts = new LinkedHashMap<>();
    manifest
        .path("counts")
        .forEachEntry(
            (name, value) -> {
              if (value.isIntegralNumber()) {
                counts.put(name, value.asLong());
              }
            });
    Map<String, Long> rejected = new TreeMap<>();
    for (JsonNode file : manifest.path("inputs")) {
      rejected.merge(
          file.path("kind").asString(""), file.path("rows_rejected").asLong(0), Long::sum);
    }
    Map<String, Double> seconds = new LinkedHashMap<>();
    manifest
        .path("timings_ms")
        .forEachEntry((stage, ms) -> seconds.put(stage, ms.asLong(0) / 1000.0));
    return new Figures(
        manifest.path("run_id").asString(""), counts, rejected, seconds, gates(manifest));
  }

  private static Map<String, Long> gates(JsonNode manifest) {
    Map<String, Long> gates = new TreeMap<>();
    for (JsonNode gate : manifest.path("gates")) {
      gates.merge(gate.path("verdict").asString("unknown"), 1L, Long::sum);
    }
    return gates;
  }
}
