package org.baophu.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.baophu.gate.Acceptance;
import org.baophu.reference.ReferenceTable;
import org.baophu.standard.RecordDigest;

/**
 * What one night is asked to do.
 *
 * @param date the day for which law, communes and ages hold
 * @param files the delivery, in reading order
 * @param ignoredFiles names of files in the input directory that are none of the delivery
 * @param output where the directory of the date is to appear
 * @param settings the choices in force
 * @param settingsTree the same as a tree of maps, lists and plain values, for the manifest
 * @param legalParameters rates, thresholds and dates of the law
 * @param language of the reasons and the report
 * @param threads how many threads may work; no result depends on it
 * @param version of the program
 * @param attempt counts the times that the same date, inputs and settings were asked for after
 *     their results had gone; 1 the first time
 * @param acceptances what may be out of bounds tonight; no result depends on it
 */
public record NightRun(
    LocalDate date,
    List<DeliveredFile> files,
    List<String> ignoredFiles,
    Path output,
    NightSettings settings,
    Map<String, Object> settingsTree,
    List<ReferenceTable.Entry> legalParameters,
    Locale language,
    int threads,
    String version,
    int attempt,
    List<Acceptance> acceptances) {
  private static final int KEY_DIGITS = 16;

  public NightRun {
    files = List.copyOf(files);
    ignoredFiles = List.copyOf(ignoredFiles);
    legalParameters = List.copyOf(legalParameters);
    acceptances = List.copyOf(acceptances);
    if (threads < 1) {
      throw new IllegalArgumentException("a night needs at least 1 thread, not " + threads);
    }
  }

  /** SHA-256 over all that the results depend on, but for the date and the history. */
  public String digest() {
    MessageDigest digest = DeliveredFile.newSha256();
    StringBuilder all = new StringBuilder();
    for (DeliveredFile file : files) {
      all.append(file.file().name()).append('\0').append(file.sha256()).append('\n');
    }
    all.append(settingsTree).append('\n').append(language.getLanguage()).append('\n');
    for (ReferenceTable.Entry parameter : legalParameters) {
      all.append(new TreeMap<>(parameter.cells())).append('\n');
    }
    all.append(version);
    return HexFormat.of().formatHex(digest.digest(all.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** Equal as long as settings, law and program are; never 0. */
  public long choicesDigest() {
    StringBuilder law = new StringBuilder();
    legalParameters.forEach(parameter -> law.append(new TreeMap<>(parameter.cells())));
    return RecordDigest.hash(settingsTree.toString(), law.toString(), version) | 1;
  }

  /** Names the run: its date, the beginning of its digest, and a later attempt's number. */
  public String key() {
    String key = date + "-" + digest().substring(0, KEY_DIGITS);
    return attempt == 1 ? key : key + "-" + attempt;
  }

  /** The same for a later attempt. */
  public NightRun withAttempt(int number) {
    return with(number, acceptances);
  }

  /** The same with other numbers that may be out of bounds. */
  public NightRun withAcceptances(List<Acceptance> accepted) {
    return with(attempt, accepted);
  }

  private NightRun with(int number, List<Acceptance> accepted) {
    return new NightRun(
        date,
        files,
        ignoredFiles,
        output,
        settings,
        settingsTree,
        legalParameters,
        language,
        threads,
        version,
        number,
        accepted);
  }

  /** Whether the results that readers find are this run's. */
  public boolean isPublished() {
    return isPublished(published(), key());
  }

  static boolean isPublished(Path published, String key) {
    Path manifest = published.resolve("run.json");
    try {
      return Files.exists(manifest) && Files.readString(manifest).contains('"' + key + '"');
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + manifest, e);
    }
  }

  /** Where readers find the results. */
  public Path published() {
    return output.resolve(date.toString());
  }
}
