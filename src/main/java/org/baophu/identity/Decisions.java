package org.baophu.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.baophu.person.RecordKey;

/**
 * The decisions that bind tonight, out of all that were ever made.
 *
 * <p>About one pair the latest day wins, so that a later decision overturns an earlier one; a
 * decision without a day gives way to any with one. A {@link Verdict#REVOKE} ends what was decided
 * about the pair up to its day and on it, and decides nothing itself. Decisions at odds are never
 * settled by the program: each {@link Contradiction} is reported and none of its decisions is
 * applied, so those in force never contradict each other, directly or by way of other records.
 *
 * @param inForce at most one for each pair, sorted by the pair's keys
 * @param contradictions what could not be settled: the direct ones, then the transitive ones, each
 *     sorted by the pair in question
 */
public record Decisions(List<Decision> inForce, List<Contradiction> contradictions) {
  private static final Comparator<Decision> ORDER =
      Comparator.comparing(Decision::a)
          .thenComparing(Decision::b)
          .thenComparing(Decision::verdict)
          .thenComparing(Decision::decidedBy)
          .thenComparing(Decision::note);

  public Decisions {
    inForce = List.copyOf(inForce);
    contradictions = List.copyOf(contradictions);
  }

  /** Settles decisions; their order does not matter. */
  public static Decisions of(List<Decision> decisions) {
    List<Contradiction> contradictions = new ArrayList<>();
    List<Decision> settled = settled(decisions, contradictions);
    List<Contradiction> transitive = transitive(settled);
    contradictions.addAll(transitive);
    Set<Decision> atOdds = new HashSet<>();
    transitive.forEach(contradiction -> atOdds.addAll(contradiction.decisions()));
    return new Decisions(
        settled.stream().filter(decision -> !atOdds.contains(decision)).toList(), contradictions);
  }

  /** One decision for each pair, sorted; pairs without a single latest verdict are reported. */
  private static List<Decision> settled(
      List<Decision> decisions, List<Contradiction> contradictions) {
    Map<Pair, List<Decision>> byPair = new TreeMap<>();
    for (Decision decision : decisions) {
      byPair
          .computeIfAbsent(new Pair(decision.a(), decision.b()), pair -> new ArrayList<>())
          .add(decision);
    }
    List<Decision> settled = new ArrayList<>();
    for (List<Decision> all : byPair.values()) {
      List<Decision> latest = latestOf(all);
      if (latest.stream().anyMatch(decision -> decision.verdict() == Verdict.REVOKE)) {
        continue;
      }
      if (latest.stream().map(Decision::verdict).distinct().count() == 1) {
        settled.add(latest.get(0));
      } else {
        contradictions.add(new Contradiction(Contradiction.Kind.SAME_DAY, latest));
      }
    }
    return settled;
  }

  private static List<Decision> latestOf(List<Decision> decisions) {
    LocalDate latest =
        decisions.stream().map(Decisions::dayOf).max(Comparator.naturalOrder()).orElseThrow();
    return decisions.stream()
        .filter(decision -> dayOf(decision).equals(latest))
        .sorted(ORDER)
        .toList();
  }

  private static LocalDate dayOf(Decision decision) {
    LocalDate day = decision.decidedOn();
    return day == null ? LocalDate.MIN : day;
  }

  /** Each no-match between two records that matches connect, with the shortest such path. */
  private static List<Contradiction> transitive(List<Decision> settled) {
    MatchGraph matches = new MatchGraph(settled);
    List<Contradiction> found = new ArrayList<>();
    for (Decision decision : settled) {
      if (decision.verdict() == Verdict.NO_MATCH) {
        List<Decision> path = matches.shortestPath(decision.a(), decision.b());
        if (!path.isEmpty()) {
          List<Decision> all = new ArrayList<>(path);
          all.add(decision);
          found.add(new Contradiction(Contradiction.Kind.TRANSITIVE, all));
        }
      }
    }
    return found;
  }

  private record Pair(RecordKey a, RecordKey b) implements Comparable<Pair> {
    private static final Comparator<Pair> PAIR_ORDER =
        Comparator.comparing(Pair::a).thenComparing(Pair::b);

    @Override
    public int compareTo(Pair other) {
      return PAIR_ORDER.compare(this, other);
    }
  }
}
