package org.baophu.night;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baophu.coverage.Assessment;
import org.baophu.gate.Gate;
import org.baophu.gate.Measure;
import org.baophu.gate.NightStatistics;
import org.baophu.gate.NightStatistics.Figure;
import org.baophu.intake.InputKind;
import org.baophu.person.Commune;
import org.baophu.person.Source;
import org.baophu.standard.StandardRecord;

/** Counts what the gates look at. */
final class GateFigures {
  /** Stands for those whose commune is unknown, as in the published files. */
  private static final String UNKNOWN = "unknown";

  private GateFigures() {}

  /**
   * What the files alone tell.
   *
   * @param communesOfProvince how many there are on the night's date
   */
  static NightStatistics ofDelivery(
      List<DeliveredFile> files,
      List<FileReport> reports,
      List<StandardRecord> records,
      int communesOfProvince) {
    NightStatistics figures = new NightStatistics();
    figures.count(Gate.DUPLICATE_FILES, Measure.ALL, duplicates(files));
    for (InputKind kind : InputKind.values()) {
      // Clerks' files come when they have made some: that is no measure of a delivery.
      if (!kind.isFromClerks()) {
        addKind(kind, files, reports, figures);
      }
    }
    Map<Source, Set<String>> communes = new EnumMap<>(Source.class);
    Map<Source, Long> rows = new EnumMap<>(Source.class);
    for (StandardRecord record : records) {
      Source source = record.key().source();
      rows.merge(source, 1L, Long::sum);
      if (record.commune().isKnown()) {
        communes.computeIfAbsent(source, s -> new HashSet<>()).add(record.commune().code());
      }
    }
    rows.forEach(
        (source, count) ->
            figures.put(
                new Measure(Gate.COMMUNES, source.code()),
                new Figure(
                    (double) communes.getOrDefault(source, Set.of()).size() / communesOfProvince,
                    count)));
    return figures;
  }

  private static long duplicates(List<DeliveredFile> files) {
    long distinct =
        files.stream().map(file -> file.file().kind() + file.sha256()).distinct().count();
    return files.size() - distinct;
  }

  private static void addKind(
      InputKind kind,
      List<DeliveredFile> files,
      List<FileReport> reports,
      NightStatistics figures) {
    long delivered = 0;
    long accepted = 0;
    long communeUnknown = 0;
    Map<String, Long> missing = new HashMap<>();
    for (int file = 0; file < files.size(); file++) {
      if (files.get(file).file().kind() == kind) {
        FileReport report = reports.get(file);
        delivered += report.delivered();
        accepted += report.accepted();
        communeUnknown += report.communeUnknown();
        report.missing().forEach((column, count) -> missing.merge(column, count, Long::sum));
      }
    }
    figures.count(Gate.ROWS, kind.prefix(), accepted);
    figures.ratio(Gate.REJECTS, kind.prefix(), delivered - accepted, delivered);
    if (kind.findSource().isPresent()) {
      figures.ratio(Gate.UNKNOWN_COMMUNES, kind.prefix(), communeUnknown, accepted);
      for (String column : kind.columns()) {
        figures.ratio(
            Gate.MISSING_VALUES,
            kind.prefix() + "." + column,
            Math.min(accepted, missing.getOrDefault(column, 0L)),
            accepted);
      }
    }
  }

  /** What linkage and assessment made of it. */
  static NightStatistics ofResults(
      List<Commune> communes,
      List<StandardRecord> records,
      Persons persons,
      List<Assessment> assessments) {
    NightStatistics figures = new NightStatistics();
    figures.ratio(Gate.CLUSTER_SIZE, Measure.ALL, records.size(), persons.members().length);
    addMatches(records, persons, figures);
    Map<String, Long> listed = new HashMap<>();
    communes.forEach(commune -> listed.put(commune.code(), 0L));
    listed.put(UNKNOWN, 0L);
    long all = 0;
    for (Assessment assessment : assessments) {
      if (assessment.potential() != null) {
        String code = assessment.communeCode();
        listed.merge(code.isEmpty() ? UNKNOWN : code, 1L, Long::sum);
        all++;
      }
    }
    figures.count(Gate.LIST, Measure.ALL, all);
    listed.forEach((code, count) -> figures.count(Gate.LIST, code, count));
    return figures;
  }

  private static void addMatches(
      List<StandardRecord> records, Persons persons, NightStatistics figures) {
    for (Source source : List.of(Source.TAX, Source.BUSINESS)) {
      long of = 0;
      long matched = 0;
      for (int[] rows : persons.members()) {
        boolean here = false;
        boolean insurance = false;
        for (int row : rows) {
          here |= records.get(row).key().source() == source;
          insurance |= records.get(row).key().source() == Source.INSURANCE;
        }
        of += here ? 1 : 0;
        matched += here && insurance ? 1 : 0;
      }
      figures.ratio(Gate.MATCH_RATE, source.code(), matched, of);
    }
  }
}
