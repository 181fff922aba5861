package org.baophu.publish;

import java.util.List;
import java.util.stream.IntStream;
import org.baophu.coverage.ListQuality;

/** How sure the lists are: how many people stand at which probability of being uninsured. */
record CertaintyPart(List<Column> columns, List<Tick> ticks, String expectedWrong, String review) {
  private static final int FIRST_BIN = ReportNumbers.BINS / 2;
  private static final double WIDTH = 700;
  private static final double HEIGHT = 180;

  /** A column of the chart. */
  record Column(
      String range,
      String count,
      String x,
      String y,
      String width,
      String height,
      String middle,
      String above,
      boolean isEmpty) {}

  /** A label under the chart. */
  record Tick(String x, String label) {}

  static CertaintyPart of(Publication publication, ReportNumbers numbers, Messages messages) {
    int first = firstBin(numbers);
    long highest =
        IntStream.range(first, ReportNumbers.BINS).mapToLong(numbers::countInBin).max().orElse(0);
    double step = WIDTH / (ReportNumbers.BINS - first);
    return new CertaintyPart(
        IntStream.range(first, ReportNumbers.BINS)
            .mapToObj(bin -> column(bin, (bin - first) * step, step, highest, numbers, messages))
            .toList(),
        IntStream.rangeClosed(first, ReportNumbers.BINS)
            .mapToObj(bin -> new Tick(Cells.decimal((bin - first) * step, 1), edge(bin, messages)))
            .toList(),
        messages.text(
                "report.expected_wrong",
                messages.decimal(numbers.expectedWrong(), 1),
                messages.number(numbers.people()),
                messages.percent(numbers.people() == 0 ? 0 : 1 - numbers.certainty()))
            + " "
            + quality(publication.quality().province(), messages),
        messages.text("report.review_text", messages.number(publication.review().size())));
  }

  private static String quality(ListQuality quality, Messages messages) {
    return messages.text(
        "report.list_quality",
        messages.decimal(quality.wrong().expected(), 1),
        messages.number(quality.wrong().low()),
        messages.number(quality.wrong().high()),
        messages.decimal(quality.missed().expected(), 1),
        messages.number(quality.missed().low()),
        messages.number(quality.missed().high()));
  }

  /** The lists begin at one half unless the settings say otherwise. */
  private static int firstBin(ReportNumbers numbers) {
    return IntStream.range(0, FIRST_BIN)
        .filter(bin -> numbers.countInBin(bin) > 0)
        .findFirst()
        .orElse(FIRST_BIN);
  }

  private static Column column(
      int bin, double x, double step, long highest, ReportNumbers numbers, Messages messages) {
    long count = numbers.countInBin(bin);
    double height = count == 0 ? 0 : Math.max(2, HEIGHT * Bar.percent(count, highest) / 100);
    return new Column(
        messages.text("report.range", edge(bin, messages), edge(bin + 1, messages)),
        messages.number(count),
        Cells.decimal(x + 2, 1),
        Cells.decimal(HEIGHT - height, 1),
        Cells.decimal(step - 4, 1),
        Cells.decimal(height, 1),
        Cells.decimal(x + step / 2, 1),
        Cells.decimal(HEIGHT - height - 6, 1),
        count == 0);
  }

  private static String edge(int bin, Messages messages) {
    return messages.decimal((double) bin / ReportNumbers.BINS, 2);
  }
}
