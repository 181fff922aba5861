package org.baophu.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baophu.coverage.CoverageSettings;
import org.baophu.coverage.SupportGroup;
import org.baophu.intake.FileSettings;
import org.baophu.intake.IntakeSettings;
import org.baophu.night.LinkageSettings;
import org.baophu.night.NightSettings;
import org.baophu.target.TargetSettings;
import org.jspecify.annotations.Nullable;

/** The configuration file of {@code nightly}; whatever it leaves out keeps its default. */
record NightFile(
    @Nullable Intake intake,
    @Nullable Linkage linkage,
    @Nullable Coverage coverage,
    @Nullable Targets targets,
    ServiceFile.@Nullable Schedule schedule,
    @JsonProperty("notify") ServiceFile.@Nullable Notify notices) {

  record Intake(
      @Nullable Double maxRejectShare,
      @Nullable Integer maxCellChars,
      @Nullable Long maxExpandedBytes,
      @Nullable List<File> files) {}

  record File(
      String match,
      @Nullable String encoding,
      @Nullable String delimiter,
      @Nullable Integer headingRow,
      @Nullable Map<String, String> columns,
      @Nullable String sheet) {}

  record Linkage(
      @Nullable Double threshold,
      @Nullable Double keepAbove,
      @Nullable Double reviewFrom,
      @Nullable Double reviewTo,
      @Nullable Integer reviewLimit,
      @Nullable Integer retrainEveryDays,
      @Nullable Boolean retrain) {}

  record Coverage(
      @Nullable Boolean retiredOwnersExempt,
      @Nullable Map<String, Double> provinceExtraRate,
      @Nullable Double listThreshold,
      @Nullable Integer minAgeYears,
      @Nullable Integer maxAgeYears,
      @Nullable Integer nearPensionYears) {}

  record Targets(
      @Nullable Long total,
      @Nullable String from,
      @Nullable String goal,
      @Nullable String notion,
      @Nullable Map<String, Double> weights,
      @Nullable Long floor,
      @Nullable Double maxGrowth,
      @Nullable Boolean includeUnseen) {
    /** Of a file that says nothing. */
    static Targets nothing() {
      return new Targets(null, null, null, null, null, null, null, null);
    }
  }

  /** A file that says nothing. */
  static NightFile empty() {
    return new NightFile(null, null, null, null, null, null);
  }

  /**
   * The settings: the file's where it says something, else the defaults.
   *
   * @throws IllegalArgumentException if a value is outside its range
   */
  NightSettings settings() {
    return new NightSettings(
        intake == null ? IntakeSettings.defaults() : intake(intake),
        linkage == null ? LinkageSettings.defaults() : linkage(linkage),
        coverage == null ? CoverageSettings.defaults() : coverage(coverage),
        targetSettings());
  }

  /** The part of the settings that a plan needs. */
  TargetSettings targetSettings() {
    return targets == null
        ? TargetSettings.defaults()
        : TargetOptions.of(targets, TargetSettings.defaults());
  }

  private static IntakeSettings intake(Intake file) {
    IntakeSettings or = IntakeSettings.defaults();
    return new IntakeSettings(
        or(file.maxRejectShare(), or.maxRejectShare()),
        or(file.maxCellChars(), or.maxCellChars()),
        or(file.maxExpandedBytes(), or.maxExpandedBytes()),
        or(file.files(), List.<File>of()).stream().map(NightFile::file).toList());
  }

  private static FileSettings file(File file) {
    if (file.match() == null) {
      throw new IllegalArgumentException("intake.files: each needs a match, such as tax*.csv");
    }
    return new FileSettings(
        file.match(),
        file.encoding(),
        file.delimiter(),
        file.headingRow(),
        or(file.columns(), Map.of()),
        file.sheet());
  }

  private static LinkageSettings linkage(Linkage file) {
    LinkageSettings or = LinkageSettings.defaults();
    return new LinkageSettings(
        or(file.threshold(), or.threshold()),
        or(file.keepAbove(), or.keepAbove()),
        or(file.reviewFrom(), or.reviewFrom()),
        or(file.reviewTo(), or.reviewTo()),
        or(file.reviewLimit(), or.reviewLimit()),
        or(file.retrainEveryDays(), or.retrainEveryDays()),
        or(file.retrain(), or.retrain()));
  }

  private static CoverageSettings coverage(Coverage file) {
    CoverageSettings or = CoverageSettings.defaults();
    return new CoverageSettings(
        or(file.retiredOwnersExempt(), or.retiredOwnersExempt()),
        extraRates(or(file.provinceExtraRate(), Map.of())),
        or(file.listThreshold(), or.listThreshold()),
        or(file.minAgeYears(), or.minAgeYears()),
        or(file.maxAgeYears(), or.maxAgeYears()),
        or(file.nearPensionYears(), or.nearPensionYears()),
        or.missShare(),
        or.priorityWeights());
  }

  private static Map<SupportGroup, Double> extraRates(Map<String, Double> rates) {
    Map<SupportGroup, Double> extra = new EnumMap<>(SupportGroup.class);
    rates.forEach(
        (group, rate) -> extra.put(SupportGroup.valueOf(group.toUpperCase(Locale.ROOT)), rate));
    return extra;
  }

  private static <T> T or(@Nullable T stated, T otherwise) {
    return stated == null ? otherwise : stated;
  }
}
