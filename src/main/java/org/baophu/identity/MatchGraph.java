package org.baophu.identity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.baophu.person.RecordKey;
import org.jspecify.annotations.Nullable;

/** The records as points, the decisions {@link Verdict#MATCH} as lines between them. */
final class MatchGraph {
  private final Map<RecordKey, List<Decision>> lines = new HashMap<>();

  /**
   * A graph of the matches among decisions.
   *
   * @param decisions sorted, which fixes the path found among several of the same length
   */
  MatchGraph(List<Decision> decisions) {
    for (Decision decision : decisions) {
      if (decision.verdict() == Verdict.MATCH) {
        lines.computeIfAbsent(decision.a(), key -> new ArrayList<>()).add(decision);
        lines.computeIfAbsent(decision.b(), key -> new ArrayList<>()).add(decision);
      }
    }
  }

  /** The matches on the way, in order; empty if there is no way. */
  List<Decision> shortestPath(RecordKey from, RecordKey to) {
    Map<RecordKey, @Nullable Decision> reachedBy = new HashMap<>();
    Deque<RecordKey> open = new ArrayDeque<>();
    reachedBy.put(from, null);
    open.add(from);
    while (!open.isEmpty() && !reachedBy.containsKey(to)) {
      RecordKey here = open.remove();
      for (Decision line : lines.getOrDefault(here, List.of())) {
        RecordKey next = otherEnd(line, here);
        if (!reachedBy.containsKey(next)) {
          reachedBy.put(next, line);
          open.add(next);
        }
      }
    }
    return wayBack(reachedBy, from, to);
  }

  private static List<Decision> wayBack(
      Map<RecordKey, @Nullable Decision> reachedBy, RecordKey from, RecordKey to) {
    if (!reachedBy.containsKey(to)) {
      return List.of();
    }
    List<Decision> path = new ArrayList<>();
    for (RecordKey here = to; !here.equals(from); ) {
      Decision line = Objects.requireNonNull(reachedBy.get(here));
      path.add(line);
      here = otherEnd(line, here);
    }
    Collections.reverse(path);
    return path;
  }

  private static RecordKey otherEnd(Decision line, RecordKey end) {
    return line.a().equals(end) ? line.b() : line.a();
  }
}
