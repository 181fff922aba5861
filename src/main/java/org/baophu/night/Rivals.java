package org.baophu.night;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;

/**
 * Which persons may be one, and how probably, all possibilities of both being weighed against each
 * other. A person can be one with at most one of several others, so that with the odds o of each
 * {@code p(a, b) = o(a, b) / (1 + Σ o(a, ·) + Σ o(·, b) − o(a, b))}.
 *
 * <p>Nearly everybody has an insurance record. Where one of the two has none, the record that might
 * be theirs is more probably theirs: if it is not, they are one of the few without, so that the
 * odds are divided by the share of those. For two single records the linkage has counted some of
 * that already.
 */
final class Rivals {
  /** Odds are not raised more than this. */
  private static final double MOST_RAISED = 16;

  /**
   * By how much the linkage raises the odds of two single records, roughly. With 6 instead, of
   * those given 0.5 to 0.95 and without an insurance record too few were uninsured: 0.25 of them at
   * 880,000 people.
   */
  private static final double RAISED_ALREADY = 2;

  private final List<Possibility> possibilities = new ArrayList<>();

  /** Two persons that may be one. */
  private record Possibility(int a, int b, double odds) {}

  /** Takes two persons. */
  @FunctionalInterface
  interface Sink {
    void accept(int person, int other, double probability);
  }

  /**
   * @param shareWithInsurance share of persons who earn that have an insurance record
   */
  Rivals(Persons persons, List<StandardRecord> records, Links links, double shareWithInsurance) {
    int[] personOfRow = persons.personOfRow(records.size());
    Map<Long, Double> best = new HashMap<>();
    for (int pair = 0; pair < links.pairs(); pair++) {
      int a = personOfRow[links.rowA()[pair]];
      int b = personOfRow[links.rowB()[pair]];
      if (a != b) {
        long key = (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
        best.merge(key, (double) links.probability()[pair], Math::max);
      }
    }
    double raised = Math.min(MOST_RAISED, 1 / Math.max(1e-9, 1 - shareWithInsurance));
    best.forEach(
        (key, probability) -> {
          int a = (int) (key >>> Integer.SIZE);
          int b = (int) (long) key;
          boolean single = persons.members()[a].length == 1 && persons.members()[b].length == 1;
          boolean lacking = isInsurance(persons, records, a) != isInsurance(persons, records, b);
          double more = single ? Math.max(1, raised / RAISED_ALREADY) : raised;
          double bounded = Math.min(0.999, probability);
          double odds = bounded / (1 - bounded);
          possibilities.add(new Possibility(a, b, lacking ? odds * more : odds));
        });
    possibilities.sort(Comparator.comparingInt(Possibility::a).thenComparingInt(Possibility::b));
  }

  private static boolean isInsurance(Persons persons, List<StandardRecord> records, int person) {
    return Arrays.stream(persons.members()[person])
        .anyMatch(row -> records.get(row).details() instanceof Details.Insurance);
  }

  /** Every two persons that may be one, from both sides. */
  void forEach(Sink sink) {
    Map<Integer, Double> sums = new HashMap<>();
    for (Possibility possible : possibilities) {
      sums.merge(possible.a(), possible.odds(), Double::sum);
      sums.merge(possible.b(), possible.odds(), Double::sum);
    }
    for (Possibility possible : possibilities) {
      double rivals =
          sums.getOrDefault(possible.a(), 0.0)
              + sums.getOrDefault(possible.b(), 0.0)
              - possible.odds();
      double probability = possible.odds() / (1 + rivals);
      sink.accept(possible.a(), possible.b(), probability);
      sink.accept(possible.b(), possible.a(), probability);
    }
  }
}
