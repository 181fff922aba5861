package org.baophu.publish;

import java.util.List;
import java.util.function.Function;
import org.baophu.advice.Progress;
import org.baophu.advice.Progress.Line;
import org.baophu.advice.Projection;

/**
 * How far the year's targets have come.
 *
 * @param sentences what holds for the province
 * @param isEmpty whether nothing was asked and nobody has joined
 */
record ProgressPart(List<String> sentences, List<Level> levels, boolean isEmpty) {

  /** The lines of one level; the first heading says whose they are. */
  record Level(String title, String count, String heading, List<Row> rows) {}

  /** One line. */
  record Row(String name, List<CommunesPart.Cell> numbers, String range) {}

  static ProgressPart of(Progress progress, Places places, Messages messages) {
    Function<Line, String> organisation =
        line ->
            line.round().organisation().isEmpty()
                ? messages.text("report.no_organisation")
                : line.round().organisation();
    Function<Line, String> commune =
        line ->
            line.round().communeCode().isEmpty()
                ? messages.text("report.unknown")
                : places.nameOf(line.round().communeCode());
    return new ProgressPart(
        sentences(progress, messages),
        List.of(
            level("organisation", progress, progress.organisations(), organisation, messages),
            level("commune", progress, progress.communes(), commune, messages)),
        progress.points().isEmpty());
  }

  private static List<String> sentences(Progress progress, Messages messages) {
    Line total = progress.total();
    String so =
        messages.text(
            "report.progress_so_far",
            ReportBody.date(progress.askedOn(), messages),
            messages.number(total.voluntary()),
            messages.number(total.target()),
            messages.number(total.compulsory()));
    String ahead =
        progress
            .project(total)
            .map(
                end ->
                    messages.text(
                        "report.progress_projection",
                        messages.number(end.expected()),
                        messages.number(end.low()),
                        messages.number(end.high())))
            .orElseGet(() -> messages.text("report.progress_first"));
    return List.of(so, ahead);
  }

  private static Level level(
      String name,
      Progress progress,
      List<Line> lines,
      Function<Line, String> whose,
      Messages messages) {
    return new Level(
        messages.text("report.progress_" + name),
        messages.number(lines.size()),
        messages.text("report." + name),
        lines.stream().map(line -> row(line, whose.apply(line), progress, messages)).toList());
  }

  private static Row row(Line line, String name, Progress progress, Messages messages) {
    return new Row(
        name,
        List.of(
            cell(line.target(), messages),
            cell(line.voluntary(), messages),
            cell(line.compulsory(), messages),
            cell(Math.round(progress.dueByNow(line)), messages),
            cell(progress.project(line).map(Projection::expected).orElse(-1L), messages)),
        progress
            .project(line)
            .map(
                end ->
                    messages.text(
                        "report.range", messages.number(end.low()), messages.number(end.high())))
            .orElse("–"));
  }

  private static CommunesPart.Cell cell(long number, Messages messages) {
    return new CommunesPart.Cell(Cells.count(number), number == -1 ? "–" : messages.number(number));
  }
}
