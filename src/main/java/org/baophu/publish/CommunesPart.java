package org.baophu.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.baophu.coverage.Route;
import org.baophu.publish.ReportNumbers.PlaceCount;
import org.baophu.target.CommuneTarget;

/** Commune by commune: a table whose bars are a chart, and a map. */
record CommunesPart(List<Row> rows, List<RouteName> routes, CommuneMap map) {

  /** One commune; {@code raw} values are what the table is sorted by. */
  record Row(
      String name,
      Cell records,
      Cell persons,
      Cell insured,
      Cell potential,
      List<Bar> bars,
      String barTitle,
      Cell certainty,
      Cell inReview,
      Cell target) {}

  /** A number as it is sorted and as it is shown. */
  record Cell(String raw, String shown) {}

  /** A route in the legend. */
  record RouteName(String style, String name) {}

  static CommunesPart of(
      Publication publication, ReportNumbers numbers, Places places, Messages messages) {
    Map<String, Long> targets =
        publication.targets().communes().stream()
            .collect(
                Collectors.toMap(CommuneTarget::communeCode, t -> t.figures().target(), Long::sum));
    long most = publication.summary().stream().mapToLong(CommunesPart::potential).max().orElse(0);
    List<Row> rows = new ArrayList<>();
    for (CommuneSummary summary : publication.summary()) {
      PlaceCount count = numbers.countOf(places.get(summary.communeCode()));
      long target = targets.getOrDefault(summary.communeCode(), 0L);
      rows.add(row(summary, count, target, most, messages));
    }
    return new CommunesPart(
        rows,
        Arrays.stream(Route.values())
            .map(r -> new RouteName(Messages.code(r), messages.word("route", r.code())))
            .toList(),
        CommuneMap.of(publication.communes(), numbers, messages));
  }

  private static Row row(
      CommuneSummary summary, PlaceCount count, long target, long most, Messages messages) {
    long records = summary.records().values().stream().mapToLong(Long::longValue).sum();
    return new Row(
        count.place().isKnown() ? count.place().name() : messages.text("report.unknown"),
        cell(records, messages),
        cell(summary.persons(), messages),
        cell(summary.insured(), messages),
        cell(potential(summary), messages),
        bars(summary, most),
        barTitle(summary, messages),
        new Cell(
            Cells.decimal(count.certainty(), 4),
            count.people() == 0 ? "–" : messages.percent(count.certainty())),
        cell(summary.inReview(), messages),
        cell(target, messages));
  }

  private static long potential(CommuneSummary summary) {
    return summary.potential().values().stream().mapToLong(Long::longValue).sum();
  }

  private static Cell cell(long number, Messages messages) {
    return new Cell(Cells.count(number), messages.number(number));
  }

  private static List<Bar> bars(CommuneSummary summary, long most) {
    List<Bar> bars = new ArrayList<>();
    double x = 0;
    for (Route route : Route.values()) {
      double width = Bar.percent(summary.potentialBy(route), most);
      bars.add(Bar.of(Messages.code(route), x, width));
      x += width;
    }
    return bars;
  }

  private static String barTitle(CommuneSummary summary, Messages messages) {
    return Arrays.stream(Route.values())
        .map(r -> messages.word("route", r.code()) + ": " + messages.number(summary.potentialBy(r)))
        .collect(Collectors.joining(", "));
  }
}
