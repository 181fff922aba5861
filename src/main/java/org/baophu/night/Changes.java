package org.baophu.night;

import static org.baophu.publish.Change.Kind.ADDED;
import static org.baophu.publish.Change.Kind.CHANGED;
import static org.baophu.publish.Change.Kind.REMOVED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Standing;
import org.baophu.identity.IdentityChange;
import org.baophu.night.NightStore.PastStanding;
import org.baophu.publish.Change;
import org.baophu.publish.Change.Cause;
import org.baophu.publish.Difference;
import org.baophu.publish.Event;
import org.jspecify.annotations.Nullable;

/**
 * What is different from the last published list, person by person, and why: one line for each
 * person, with all that is different about them, the weightiest first.
 *
 * <p>{@link Causes} says what brought each difference about.
 */
final class Changes {
  private final Map<String, PastStanding> before;
  private final Map<String, PastStanding> now;
  private final Map<String, Assessment> assessments;
  private final Causes causes;
  private final long lastNumberBefore;
  private final Map<String, ExplainedChange> mergedInto = new HashMap<>();
  private final Map<String, List<ExplainedChange>> mergedWith = new TreeMap<>();
  private final Map<String, ExplainedChange> splitFrom = new HashMap<>();
  private final Map<String, List<ExplainedChange>> splitOff = new TreeMap<>();

  /**
   * A merge or a split and why it came about.
   *
   * @param reasons what happened; empty where nothing is known of it
   */
  record ExplainedChange(IdentityChange change, List<Event> reasons) {}

  Changes(
      Map<String, PastStanding> before,
      Map<String, PastStanding> now,
      Map<String, Assessment> assessments,
      List<ExplainedChange> identity,
      Causes causes,
      long lastNumberBefore) {
    this.before = before;
    this.now = now;
    this.assessments = assessments;
    this.causes = causes;
    this.lastNumberBefore = lastNumberBefore;
    for (ExplainedChange explained : identity) {
      IdentityChange change = explained.change();
      switch (change.kind()) {
        case MERGED -> {
          mergedInto.put(change.otherId(), explained);
          add(mergedWith, change.personId(), explained);
        }
        case SPLIT -> {
          splitFrom.putIfAbsent(change.otherId(), explained);
          add(splitOff, change.personId(), explained);
        }
      }
    }
  }

  private static void add(
      Map<String, List<ExplainedChange>> map, String id, ExplainedChange explained) {
    map.computeIfAbsent(id, i -> new ArrayList<>()).add(explained);
  }

  /** Those whose rows appear, leave or differ, by id. */
  static List<String> concerned(Map<String, PastStanding> before, Map<String, PastStanding> now) {
    TreeSet<String> ids = new TreeSet<>(now.keySet());
    ids.addAll(before.keySet());
    return ids.stream()
        .filter(id -> isListed(before.get(id)) || isListed(now.get(id)))
        .filter(id -> !(before.containsKey(id) && before.get(id).equals(now.get(id))))
        .toList();
  }

  /** Sorted by person id. */
  List<Change> list() {
    List<Change> changes = new ArrayList<>();
    for (String id : concerned(before, now)) {
      PastStanding past = before.get(id);
      PastStanding standing = now.get(id);
      if (standing == null || !isListed(standing)) {
        changes.add(removed(id, java.util.Objects.requireNonNull(past)));
      } else if (past == null || !isListed(past)) {
        changes.add(added(id, standing, past));
      } else {
        changed(id, past, standing, changes);
      }
    }
    changes.sort(Comparator.comparing(Change::personId));
    return changes;
  }

  private static boolean isListed(@Nullable PastStanding standing) {
    return standing != null && standing.standing().equals(Standing.POTENTIAL.name());
  }

  private Change added(String id, PastStanding standing, @Nullable PastStanding past) {
    List<Difference> differences = new ArrayList<>();
    ExplainedChange split = splitFrom.get(id);
    if (split != null) {
      differences.add(Difference.of(Cause.SPLIT_FROM, split.reasons(), split.change().personId()));
    } else if (past == null && number(id) > lastNumberBefore) {
      differences.add(Difference.of(Cause.PERSON_NEW, causes.arrivals(id)));
    } else {
      addMerges(id, differences);
      reappeared(id, past, differences);
    }
    return new Change(id, standing.communeCode(), ADDED, differences);
  }

  /** Why somebody who was known is on the list now: each condition that was not met last night. */
  private void reappeared(String id, @Nullable PastStanding past, List<Difference> differences) {
    boolean wasInsured = past != null && past.standing().equals(Standing.INSURED.name());
    List<Event> ended = causes.insuranceEnded(id);
    if (past == null) {
      List<Event> begun = causes.livingBegun(id);
      differences.add(
          Difference.of(Cause.LIVING_BEGUN, begun.isEmpty() ? causes.fallback(id) : begun));
    }
    if (!ended.isEmpty()) {
      differences.add(Difference.of(Cause.INSURANCE_ENDED, ended));
    } else if (wasInsured) {
      differences.add(Difference.of(Cause.EVIDENCE_FOR, causes.evidence(id)));
    }
    boolean wasOut = past != null && past.standing().equals(Standing.OUT_OF_AGE.name());
    if (wasOut || causes.isOfAgeByTime(id)) {
      differences.add(Difference.of(Cause.AGE_REACHED, causes.age(id)));
    }
    if (differences.isEmpty()) {
      differences.add(Difference.of(Cause.EVIDENCE_FOR, causes.fallback(id)));
    }
  }

  private static long number(String id) {
    return Long.parseLong(id.substring(1));
  }

  private Change removed(String id, PastStanding past) {
    List<Difference> differences = new ArrayList<>();
    ExplainedChange merge = mergedInto.get(id);
    Assessment assessment = assessments.get(id);
    if (merge != null) {
      differences.add(Difference.of(Cause.MERGED_INTO, merge.reasons(), merge.change().personId()));
    } else if (assessment == null) {
      differences.add(Difference.of(Cause.RECORDS_GONE, causes.gone(id)));
    } else {
      addMerges(id, differences);
      addSplits(id, differences);
      left(id, assessment, differences);
    }
    return new Change(id, past.communeCode(), REMOVED, differences);
  }

  /** Why somebody who is still known is no longer on the list: each condition that fails. */
  private void left(String id, Assessment assessment, List<Difference> differences) {
    switch (assessment.standing()) {
      case INSURED -> {
        List<Event> begun = causes.insuranceBegun(id);
        differences.add(
            begun.isEmpty()
                ? Difference.of(Cause.EVIDENCE_AGAINST, causes.evidence(id))
                : Difference.of(Cause.INSURED_NOW, begun));
      }
      case OUT_OF_AGE -> differences.add(Difference.of(Cause.AGE_PASSED, causes.age(id)));
      case NO_LIVING -> {}
      case POTENTIAL ->
          throw new IllegalStateException(id + " is on the list and said to have left it");
    }
    if (!now.containsKey(id)) {
      List<Event> ended = causes.livingEnded(id);
      differences.add(
          Difference.of(Cause.LIVING_ENDED, ended.isEmpty() ? causes.fallback(id) : ended));
    }
  }

  private void addMerges(String id, List<Difference> differences) {
    for (ExplainedChange merge : mergedWith.getOrDefault(id, List.of())) {
      differences.add(Difference.of(Cause.MERGED_WITH, merge.reasons(), merge.change().otherId()));
    }
  }

  private void addSplits(String id, List<Difference> differences) {
    for (ExplainedChange split : splitOff.getOrDefault(id, List.of())) {
      differences.add(Difference.of(Cause.SPLIT_OFF, split.reasons(), split.change().otherId()));
    }
  }

  private void changed(String id, PastStanding past, PastStanding standing, List<Change> changes) {
    List<Difference> differences = new ArrayList<>();
    addMerges(id, differences);
    addSplits(id, differences);
    differences.addAll(causes.differences(id, past, standing));
    if (!differences.isEmpty()) {
      changes.add(new Change(id, standing.communeCode(), CHANGED, differences));
    }
  }
}
