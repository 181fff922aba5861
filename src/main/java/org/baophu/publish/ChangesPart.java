package org.baophu.publish;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.baophu.publish.NightFacts.Previous;
import org.jspecify.annotations.Nullable;

/** What changed since the last list, counted by kind and cause. */
record ChangesPart(String since, List<Line> lines, boolean isFirst, boolean isEmpty) {

  /** How often a kind of change had a cause. */
  record Line(String style, String kind, String cause, String count, Bar bar) {}

  static ChangesPart of(List<Change> changes, @Nullable Previous previous, Messages messages) {
    String since =
        previous == null
            ? messages.text("report.changes_first")
            : messages.text(
                "report.changes_since",
                ReportBody.date(previous.date(), messages),
                messages.number(previous.potential()));
    List<Line> lines = previous == null ? List.of() : lines(changes, messages);
    return new ChangesPart(since, lines, previous == null, lines.isEmpty());
  }

  private static List<Line> lines(List<Change> changes, Messages messages) {
    Map<Change.Kind, Map<Change.Cause, Long>> counts = new EnumMap<>(Change.Kind.class);
    for (Change change : changes) {
      counts
          .computeIfAbsent(change.kind(), k -> new EnumMap<>(Change.Cause.class))
          .merge(change.cause(), 1L, Long::sum);
    }
    List<Line> lines = new ArrayList<>();
    counts.forEach(
        (kind, causes) ->
            causes.forEach(
                (cause, count) -> lines.add(line(kind, cause, count, changes.size(), messages))));
    return lines;
  }

  private static Line line(
      Change.Kind kind, Change.Cause cause, long count, long all, Messages messages) {
    return new Line(
        kind.code(),
        messages.text("change.kind." + kind.code()),
        messages.text("cause." + Messages.code(cause)),
        messages.number(count),
        Bar.of(kind.code(), 0, Bar.percent(count, all)));
  }
}
