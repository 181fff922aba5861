package org.baophu.publish;

import java.util.List;
import org.baophu.coverage.Recalibration;
import org.baophu.sample.Interval;
import org.baophu.sample.ReliabilityBand;
import org.baophu.sample.SampleQuality;
import org.baophu.sample.ScopeQuality;

/** What clerks found, beside what the model says of itself. */
record SamplePart(
    String asked,
    String found,
    boolean hasAnswers,
    List<Line> places,
    List<Line> bands,
    String recalibration) {

  /** A name and its numbers. */
  record Line(String name, List<String> numbers) {}

  static SamplePart of(AuditSample sample, Places places, Messages messages) {
    SampleTables tables = new SampleTables(messages, places, sample);
    SampleQuality quality = sample.quality();
    return new SamplePart(
        messages.text("report.sample_asked", messages.number(sample.rows().size())),
        found(quality.province(), messages),
        quality.province().listed().answered() + quality.province().excluded().answered() > 0,
        tables.lines().stream().map(line -> line(line, tables, sample, messages)).toList(),
        quality.reliability().stream().map(band -> band(band, messages)).toList(),
        recalibration(sample.recalibration(), messages));
  }

  private static String recalibration(Recalibration recalibration, Messages messages) {
    return recalibration.answers() == 0
        ? messages.text("report.sample_not_recalibrated")
        : messages.text(
            "report.sample_recalibrated",
            messages.number(recalibration.answers()),
            messages.decimal(recalibration.slope(), 3),
            messages.decimal(recalibration.shift(), 3));
  }

  private static String found(ScopeQuality province, Messages messages) {
    String answers =
        messages.text(
            "report.sample_answers",
            messages.number(province.listed().answered()),
            messages.number(province.listed().asked()),
            messages.number(province.excluded().answered()),
            messages.number(province.excluded().asked()));
    return province.isEnough()
        ? answers
            + " "
            + messages.text(
                "report.sample_found",
                shares(province.precision(), messages),
                shares(province.recall(), messages))
        : answers + " " + messages.text("sample.too_few") + ".";
  }

  private static Line line(
      SampleTables.Line line, SampleTables tables, AuditSample sample, Messages messages) {
    ScopeQuality quality = line.quality();
    return new Line(
        tables.name(line),
        List.of(
            messages.number(quality.listed().answered()),
            numbers(quality.listed().errors(), messages),
            messages.decimal(SampleTables.claimed(sample.claimedWrong(), line), 1),
            shares(quality.precision(), messages),
            messages.number(quality.excluded().answered()),
            numbers(quality.excluded().errors(), messages),
            messages.decimal(SampleTables.claimed(sample.claimedMissed(), line), 1),
            shares(quality.recall(), messages),
            tables.remark(line)));
  }

  private static Line band(ReliabilityBand band, Messages messages) {
    return new Line(
        messages.text("report.sample_from", messages.decimal(band.from(), 3)),
        List.of(
            messages.number(band.answered()),
            messages.decimal(band.given(), 4),
            messages.decimal(band.observed().estimate(), 4)
                + " ("
                + messages.decimal(band.observed().low(), 4)
                + "–"
                + messages.decimal(band.observed().high(), 4)
                + ")"));
  }

  private static String numbers(Interval interval, Messages messages) {
    return messages.decimal(interval.estimate(), 1)
        + " ("
        + messages.number((long) Math.floor(interval.low()))
        + "–"
        + messages.number((long) Math.ceil(interval.high()))
        + ")";
  }

  private static String shares(Interval interval, Messages messages) {
    return messages.percent(interval.estimate())
        + " ("
        + messages.percent(interval.low())
        + "–"
        + messages.percent(interval.high())
        + ")";
  }
}
