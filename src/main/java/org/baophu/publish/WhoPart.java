package org.baophu.publish;

import java.util.Arrays;
import java.util.List;
import org.baophu.coverage.Route;
import org.baophu.coverage.Segment;
import org.baophu.coverage.SupportGroup;

/** Which way in, with what support, and what to talk about. */
record WhoPart(
    List<String> groups,
    List<RouteRow> routes,
    RouteRow all,
    List<SegmentRow> segments,
    String supportNote) {

  /** People of one route by support group. */
  record RouteRow(
      String style, String name, List<String> counts, String sum, String share, Bar bar) {}

  /** People of one segment. */
  record SegmentRow(String name, String count, String share, Bar bar) {}

  static WhoPart of(ReportNumbers numbers, Messages messages) {
    return new WhoPart(
        Arrays.stream(SupportGroup.values()).map(g -> messages.word("group", g.code())).toList(),
        Arrays.stream(Route.values())
            .map(
                route ->
                    routeRow(
                        Messages.code(route),
                        messages.word("route", route.code()),
                        List.of(route),
                        numbers,
                        messages))
            .toList(),
        routeRow("all", messages.text("report.all"), List.of(Route.values()), numbers, messages),
        Arrays.stream(Segment.values()).map(s -> segmentRow(s, numbers, messages)).toList(),
        messages.text("report.support_note", messages.number(numbers.meanVoluntaryPaymentVnd())));
  }

  private static RouteRow routeRow(
      String style, String name, List<Route> routes, ReportNumbers numbers, Messages messages) {
    List<Long> counts =
        Arrays.stream(SupportGroup.values())
            .map(group -> routes.stream().mapToLong(r -> numbers.count(r, group)).sum())
            .toList();
    long sum = counts.stream().mapToLong(Long::longValue).sum();
    return new RouteRow(
        style,
        name,
        counts.stream().map(messages::number).toList(),
        messages.number(sum),
        share(sum, numbers, messages),
        Bar.of(style, 0, Bar.percent(sum, numbers.people())));
  }

  private static SegmentRow segmentRow(Segment segment, ReportNumbers numbers, Messages messages) {
    long count = numbers.count(segment);
    return new SegmentRow(
        messages.word("segment", segment.code()),
        messages.number(count),
        share(count, numbers, messages),
        Bar.of("plain", 0, Bar.percent(count, numbers.people())));
  }

  private static String share(long count, ReportNumbers numbers, Messages messages) {
    return messages.percent(Bar.percent(count, numbers.people()) / 100);
  }
}
