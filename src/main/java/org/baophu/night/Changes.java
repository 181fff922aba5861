package org.baophu.night;

import static org.baophu.publish.Change.Kind.ADDED;
import static org.baophu.publish.Change.Kind.CHANGED;
import static org.baophu.publish.Change.Kind.REMOVED;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Potential;
import org.baophu.coverage.Standing;
import org.baophu.identity.IdentityChange;
import org.baophu.night.NightStore.PastStanding;
import org.baophu.publish.Change;
import org.baophu.publish.Change.Cause;
import org.jspecify.annotations.Nullable;

/** What is different from the last published list, person by person, and why. */
final class Changes {
  private final Map<String, PastStanding> before;
  private final Map<String, PastStanding> now;
  private final Map<String, String> mergedInto = new HashMap<>();
  private final Map<String, String> mergedWith = new HashMap<>();
  private final Map<String, String> splitFrom = new HashMap<>();
  private final long lastNumberBefore;
  private final Map<String, Assessment> assessments = new HashMap<>();

  Changes(
      Map<String, PastStanding> before,
      Map<String, PastStanding> now,
      List<Assessment> assessments,
      List<IdentityChange> identity,
      long lastNumberBefore) {
    this.before = before;
    this.now = now;
    this.lastNumberBefore = lastNumberBefore;
    assessments.forEach(assessment -> this.assessments.put(assessment.personId(), assessment));
    for (IdentityChange change : identity) {
      switch (change.kind()) {
        case MERGED -> {
          mergedInto.put(change.otherId(), change.personId());
          mergedWith.put(change.personId(), change.otherId());
        }
        case SPLIT -> splitFrom.put(change.otherId(), change.personId());
      }
    }
  }

  /** Sorted by person id. */
  List<Change> list() {
    List<Change> changes = new ArrayList<>();
    now.forEach(
        (id, standing) -> {
          if (isListed(standing)) {
            PastStanding past = before.get(id);
            if (past != null && isListed(past)) {
              changed(id, past, standing, changes);
            } else {
              changes.add(added(id, standing, past));
            }
          }
        });
    before.forEach(
        (id, past) -> {
          PastStanding standing = now.get(id);
          if (isListed(past) && (standing == null || !isListed(standing))) {
            changes.add(removed(id, past));
          }
        });
    changes.sort(Comparator.comparing(Change::personId));
    return changes;
  }

  private static boolean isListed(PastStanding standing) {
    return standing.standing().equals(Standing.POTENTIAL.name());
  }

  private Change added(String id, PastStanding standing, @Nullable PastStanding past) {
    String origin = splitFrom.get(id);
    if (origin != null) {
      return Change.of(id, standing.communeCode(), ADDED, Cause.SPLIT_FROM, origin);
    }
    return Change.of(id, standing.communeCode(), ADDED, causeOfAdding(id, past));
  }

  private Cause causeOfAdding(String id, @Nullable PastStanding past) {
    if (past == null) {
      return number(id) > lastNumberBefore ? Cause.PERSON_NEW : Cause.LIVING_BEGUN;
    }
    return switch (Standing.valueOf(past.standing())) {
      case INSURED -> Cause.INSURANCE_ENDED;
      case NO_LIVING -> Cause.LIVING_BEGUN;
      case OUT_OF_AGE -> Cause.AGE_REACHED;
      case POTENTIAL -> Cause.EVIDENCE_FOR;
    };
  }

  private static long number(String id) {
    return Long.parseLong(id.substring(1));
  }

  private Change removed(String id, PastStanding past) {
    String survivor = mergedInto.get(id);
    if (survivor != null) {
      return Change.of(id, past.communeCode(), REMOVED, Cause.MERGED_INTO, survivor);
    }
    Assessment assessment = assessments.get(id);
    if (assessment == null) {
      return Change.of(id, past.communeCode(), REMOVED, Cause.RECORDS_GONE);
    }
    Cause cause =
        switch (assessment.standing()) {
          case INSURED -> Cause.INSURED_NOW;
          case NO_LIVING -> Cause.LIVING_ENDED;
          case OUT_OF_AGE -> Cause.AGE_PASSED;
          case POTENTIAL -> Cause.EVIDENCE_AGAINST;
        };
    return Change.of(id, past.communeCode(), REMOVED, cause);
  }

  /** One line at most: the first cause that applies, the weightiest first. */
  private void changed(String id, PastStanding past, PastStanding standing, List<Change> changes) {
    String commune = standing.communeCode();
    if (mergedWith.containsKey(id)) {
      changes.add(Change.of(id, commune, CHANGED, Cause.MERGED_WITH, mergedWith.get(id)));
    } else if (!past.communeCode().equals(commune)) {
      changes.add(Change.of(id, commune, CHANGED, Cause.COMMUNE_CHANGED, past.communeCode()));
    } else if (!past.route().equals(standing.route())) {
      changes.add(
          Change.of(id, commune, CHANGED, Cause.ROUTE_CHANGED, past.route(), standing.route()));
    } else if (!past.supportGroup().equals(standing.supportGroup())) {
      changes.add(
          Change.of(
              id,
              commune,
              CHANGED,
              Cause.SUPPORT_CHANGED,
              past.supportGroup(),
              standing.supportGroup()));
    } else if (past.detailsDigest() != standing.detailsDigest()) {
      changes.add(Change.of(id, commune, CHANGED, Cause.DETAILS_CHANGED));
    } else if (past.sourcesDigest() != standing.sourcesDigest()) {
      changes.add(Change.of(id, commune, CHANGED, Cause.SOURCES_CHANGED));
    }
  }

  /** Where every person with a living stands, for the next night to compare with. */
  static Map<String, PastStanding> standings(List<Assessment> assessments, BitSet earning) {
    Map<String, PastStanding> standings = new HashMap<>();
    earning.stream()
        .mapToObj(assessments::get)
        .forEach(assessment -> standings.put(assessment.personId(), standing(assessment)));
    return standings;
  }

  private static PastStanding standing(Assessment assessment) {
    Potential row = assessment.potential();
    if (row == null) {
      return new PastStanding(assessment.standing().name(), assessment.communeCode(), "", "", 0, 0);
    }
    return new PastStanding(
        assessment.standing().name(),
        assessment.communeCode(),
        row.route().code(),
        row.supportGroup().code(),
        digest(
            row.fullName(),
            row.birthDate().toString(),
            row.sex().code(),
            row.nationalId(),
            row.phone(),
            row.address()),
        digest(row.sources().stream().map(Object::toString).toArray(String[]::new)));
  }

  /** A 64-bit FNV-1a hash over the texts and their borders. */
  private static long digest(String... texts) {
    long hash = 0xcbf29ce484222325L;
    for (String text : texts) {
      for (int i = 0; i <= text.length(); i++) {
        hash = (hash ^ (i < text.length() ? text.charAt(i) : 0xffff)) * 0x100000001b3L;
      }
    }
    return hash;
  }
}
