package org.baophu.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.baophu.coverage.BeliefSettings;
import org.baophu.coverage.CoverageSettings;
import org.baophu.coverage.SupportGroup;
import org.baophu.gate.Gate;
import org.baophu.gate.GateSettings;
import org.baophu.intake.FileSettings;
import org.baophu.intake.IntakeSettings;
import org.baophu.night.LinkageSettings;
import org.baophu.night.NightSettings;
import org.baophu.night.PublishSettings;
import org.baophu.night.RetentionSettings;
import org.baophu.sample.SampleSettings;
import org.baophu.target.TargetSettings;
import org.jspecify.annotations.Nullable;

/** The configuration file of {@code nightly}; whatever it leaves out keeps its default. */
record NightFile(
    @Nullable Intake intake,
    @Nullable Linkage linkage,
    @Nullable Coverage coverage,
    @Nullable Targets targets,
    @Nullable Gates gates,
    @Nullable Retention retention,
    @Nullable Publish publish,
    @Nullable AuditSample auditSample,
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
      @Nullable Integer nearPensionYears,
      @Nullable Double costOfWastedVisit,
      @Nullable Double costOfMissedPerson,
      @Nullable Double undeliveredShare,
      @Nullable Double outdatedShare) {}

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

  record Gates(@Nullable Integer nights, @Nullable List<Rule> rules) {}

  record Publish(@Nullable Boolean plannerCopy) {}

  record AuditSample(
      @Nullable Integer size,
      @Nullable Integer days,
      @Nullable Boolean binding,
      @Nullable Boolean recalibrate) {}

  record Retention(
      @Nullable Integer listsDays,
      @Nullable Integer rejectsDays,
      @Nullable Integer refusedDays,
      @Nullable Integer workspaceDays,
      @Nullable Integer historyDays) {}

  record Rule(
      @Nullable String gate,
      @Nullable String of,
      @Nullable String action,
      @Nullable Double tolerance,
      @Nullable Double least,
      @Nullable Double most) {}

  /** A file that says nothing. */
  static NightFile empty() {
    return new NightFile(null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * The settings of a file, or those that hold without one.
   *
   * @throws SettingsException if it cannot be read, or a value is outside its range
   */
  static NightSettings read(@Nullable Path file) {
    NightFile read = file == null ? empty() : Yaml.read(file, NightFile.class);
    try {
      return read.settings();
    } catch (IllegalArgumentException e) {
      throw new SettingsException(file + ": " + e.getMessage());
    }
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
        targetSettings(),
        gates == null ? GateSettings.defaults() : gates(gates),
        retention == null ? RetentionSettings.defaults() : retention(retention),
        publish == null
            ? PublishSettings.defaults()
            : new PublishSettings(
                or(publish.plannerCopy(), PublishSettings.defaults().plannerCopy())),
        auditSample == null ? SampleSettings.defaults() : auditSample(auditSample));
  }

  private static SampleSettings auditSample(AuditSample file) {
    SampleSettings or = SampleSettings.defaults();
    return new SampleSettings(
        or(file.size(), or.size()),
        or(file.days(), or.days()),
        or(file.binding(), or.binding()),
        or(file.recalibrate(), or.recalibrate()));
  }

  /** The part of the settings that a plan needs. */
  TargetSettings targetSettings() {
    return targets == null
        ? TargetSettings.defaults()
        : TargetOptions.ofFile(targets, TargetSettings.defaults());
  }

  private static RetentionSettings retention(Retention file) {
    RetentionSettings or = RetentionSettings.defaults();
    return new RetentionSettings(
        or(file.listsDays(), or.listsDays()),
        or(file.rejectsDays(), or.rejectsDays()),
        or(file.refusedDays(), or.refusedDays()),
        or(file.workspaceDays(), or.workspaceDays()),
        or(file.historyDays(), or.historyDays()));
  }

  private static GateSettings gates(Gates file) {
    return new GateSettings(
        or(file.nights(), GateSettings.defaults().nights()),
        or(file.rules(), List.<Rule>of()).stream().map(NightFile::rule).toList());
  }

  private static GateSettings.Rule rule(Rule file) {
    if (file.gate() == null) {
      throw new IllegalArgumentException("gates.rules: each needs a gate, such as rows");
    }
    return new GateSettings.Rule(
        Gate.of(file.gate()),
        file.of(),
        action(or(file.action(), "stop")),
        file.tolerance(),
        file.least(),
        file.most());
  }

  /** YAML takes a bare {@code off} for the truth value false. */
  private static GateSettings.Action action(String stated) {
    return switch (stated) {
      case "off", "false" -> GateSettings.Action.OFF;
      case "warn" -> GateSettings.Action.WARN;
      case "stop" -> GateSettings.Action.STOP;
      default ->
          throw new IllegalArgumentException(
              "gates.rules: action is off, warn or stop, not " + stated);
    };
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
    BeliefSettings belief = belief(file);
    return new CoverageSettings(
        or(file.retiredOwnersExempt(), or.retiredOwnersExempt()),
        extraRates(or(file.provinceExtraRate(), Map.of())),
        or(file.listThreshold(), belief.listThreshold()),
        or(file.minAgeYears(), or.minAgeYears()),
        or(file.maxAgeYears(), or.maxAgeYears()),
        or(file.nearPensionYears(), or.nearPensionYears()),
        or.missShare(),
        belief,
        or.priorityWeights());
  }

  private static BeliefSettings belief(Coverage file) {
    BeliefSettings or = BeliefSettings.defaults();
    return new BeliefSettings(
        or(file.costOfWastedVisit(), or.costOfWastedVisit()),
        or(file.costOfMissedPerson(), or.costOfMissedPerson()),
        or(file.undeliveredShare(), or.undeliveredShare()),
        or(file.outdatedShare(), or.outdatedShare()));
  }

  private static Map<SupportGroup, Double> extraRates(Map<String, Double> rates) {
    Map<SupportGroup, Double> extra = new EnumMap<>(SupportGroup.class);
    rates.forEach(
        (group, rate) ->
            extra.put(
                Arrays.stream(SupportGroup.values())
                    .filter(known -> known.code().equals(group))
                    .findFirst()
                    .orElseThrow(() -> unknownGroup(group)),
                rate));
    return extra;
  }

  private static IllegalArgumentException unknownGroup(String group) {
    return new IllegalArgumentException(
        "coverage.province_extra_rate: there is no group "
            + group
            + "; there are "
            + Arrays.stream(SupportGroup.values())
                .map(SupportGroup::code)
                .collect(Collectors.joining(", ")));
  }

  private static <T> T or(@Nullable T stated, T otherwise) {
    return stated == null ? otherwise : stated;
  }
}
