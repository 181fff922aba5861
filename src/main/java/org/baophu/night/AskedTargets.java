package org.baophu.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.baophu.advice.Rounds;
import org.baophu.advice.Rounds.Round;
import org.baophu.coverage.Reason;
import org.baophu.night.FieldBook.Asked;
import org.baophu.target.Apportionment;
import org.baophu.target.CollectionPointTarget;
import org.baophu.target.TargetPlan;
import org.jspecify.annotations.Nullable;

/**
 * What collection points are asked for in a year.
 *
 * <p>The first night of a year that is stored asks: its plan is the year's, so that a target does
 * not move while people work towards it, though potential changes every night. Only where the
 * province's own number is another one later (its file, or the setting) is the year planned anew:
 * what a point has won stays, and the rest of the new number is shared as tonight's plan would.
 */
final class AskedTargets {
  private static final long DERIVED = -1;

  private AskedTargets() {}

  /**
   * The year's targets.
   *
   * @param before what earlier nights asked in the year
   * @param plan tonight's
   * @param won voluntary participants of the year at each point
   */
  static List<Asked> of(
      LocalDate date, long runNo, List<Asked> before, TargetPlan plan, Map<Round, Long> won) {
    List<Asked> earlier = before.stream().filter(asked -> asked.runNo() < runNo).toList();
    long requested = requested(plan);
    if (earlier.isEmpty()) {
      return asked(date, date, runNo, requested, plan, targets(plan), Map.of());
    }
    if (requested == DERIVED || requested == earlier.get(0).requested()) {
      return earlier;
    }
    List<CollectionPointTarget> points = plan.collectionPoints();
    Map<Round, Long> open = new HashMap<>(won);
    long[] kept = points.stream().mapToLong(point -> keep(open.remove(round(point)))).toArray();
    long rest = Math.max(0, requested - won.values().stream().mapToLong(Long::longValue).sum());
    long[] anew = share(rest, targets(plan));
    for (int i = 0; i < anew.length; i++) {
      anew[i] += kept[i];
    }
    return asked(date, earlier.get(0).askedOn(), runNo, requested, plan, anew, open);
  }

  private static long keep(@Nullable Long won) {
    return won == null ? 0 : won;
  }

  private static long[] share(long total, long[] weights) {
    if (Arrays.stream(weights).sum() == 0) {
      return weights.clone();
    }
    long[] open = new long[weights.length];
    Arrays.fill(open, Long.MAX_VALUE);
    return Apportionment.share(total, weights, open);
  }

  private static List<Asked> asked(
      LocalDate date,
      LocalDate askedOn,
      long runNo,
      long requested,
      TargetPlan plan,
      long[] targets,
      Map<Round, Long> elsewhere) {
    // What was won where there is no point any more stays too; a file may name a point twice:
    // together they are one.
    Map<Round, Long> sums = new TreeMap<>(Rounds.ORDER);
    sums.putAll(elsewhere);
    for (int i = 0; i < targets.length; i++) {
      sums.merge(round(plan.collectionPoints().get(i)), targets[i], Long::sum);
    }
    List<Asked> asked = new ArrayList<>();
    sums.forEach(
        (round, target) ->
            asked.add(
                new Asked(
                    date.getYear(),
                    round.communeCode(),
                    round.organisation(),
                    round.collectionPoint(),
                    target,
                    requested,
                    askedOn,
                    runNo)));
    return asked;
  }

  private static long[] targets(TargetPlan plan) {
    return plan.collectionPoints().stream().mapToLong(point -> point.figures().target()).toArray();
  }

  private static Round round(CollectionPointTarget point) {
    return new Round(point.communeCode(), point.organisation(), point.collectionPoint());
  }

  /** The number that somebody set, as the plan's notes tell it. */
  private static long requested(TargetPlan plan) {
    for (Reason note : plan.notes()) {
      if (note.code() == Reason.Code.TOTAL_REQUESTED) {
        return Long.parseLong(note.arguments().get(0));
      }
      if (note.code() == Reason.Code.TOTAL_OF_PROVINCE) {
        return Long.parseLong(note.arguments().get(2));
      }
    }
    return DERIVED;
  }
}
