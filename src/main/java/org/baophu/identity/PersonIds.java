package org.baophu.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baophu.person.RecordKey;

/**
 * Gives persons their ids, the same as last night wherever the records allow.
 *
 * <p>Of the parts into which last night's person has fallen, the one with most evidence goes on
 * with it: most of last night's records, then the greatest sum of their membership probabilities,
 * then the smallest record key. Where several of last night's persons go on in one cluster, the
 * oldest id stays, that is the smallest number, and the others are never given again. Clusters in
 * which nobody goes on get new ids in the order of their smallest keys.
 *
 * <p>So the id of a person changes only by a merge or a split, and every record that is with
 * another id than last night is covered by an {@link IdentityChange}. Records that are gone leave
 * no trace; a person none of whose records are left is gone too.
 */
public final class PersonIds {
  private PersonIds() {}

  /**
   * Gives every cluster an id.
   *
   * @param clusters tonight's, in any order; no record in two of them
   * @param previous the ids that records had last night; may hold records that are gone
   * @param lastNumber the greatest number ever given, 0 at the start
   * @throws IllegalArgumentException if a record stands in two clusters, a cluster is empty or a
   *     previous id is not of the form {@code P0000001}
   */
  public static Assignment assign(
      List<List<Membership>> clusters, Map<RecordKey, String> previous, long lastNumber) {
    List<List<Membership>> ordered = inOrder(clusters);
    long last = Math.max(lastNumber, greatest(previous));
    List<Part> parts = partsOf(ordered, previous);
    Map<Long, Integer> heirs = heirsOf(parts);
    long[] numbers = numbersOf(ordered.size(), heirs, last);
    return new Assignment(
        persons(ordered, numbers), changes(parts, heirs, numbers), last + newcomers(numbers, last));
  }

  /**
   * Persons with their ids.
   *
   * @param persons sorted by id
   * @param changes merges, then splits, each sorted by the ids
   * @param lastNumber the greatest number ever given, to start from on the next night
   */
  public record Assignment(List<Person> persons, List<IdentityChange> changes, long lastNumber) {
    public Assignment {
      persons = List.copyOf(persons);
      changes = List.copyOf(changes);
    }
  }

  /** What is left of a previous person in one of tonight's clusters. */
  private record Part(
      long previousNumber, int cluster, int records, double probability, RecordKey smallestKey) {

    static final Comparator<Part> MOST_EVIDENCE_FIRST =
        Comparator.comparingInt(Part::records)
            .thenComparingDouble(Part::probability)
            .reversed()
            .thenComparing(Part::smallestKey);

    Part with(Membership member) {
      return new Part(
          previousNumber, cluster, records + 1, probability + member.probability(), smallestKey);
    }
  }

  /** Members sorted within clusters, clusters by their smallest keys. */
  private static List<List<Membership>> inOrder(List<List<Membership>> clusters) {
    Set<RecordKey> seen = new HashSet<>();
    List<List<Membership>> ordered = new ArrayList<>(clusters.size());
    for (List<Membership> cluster : clusters) {
      if (cluster.isEmpty()) {
        throw new IllegalArgumentException("a cluster without records");
      }
      for (Membership member : cluster) {
        if (!seen.add(member.key())) {
          throw new IllegalArgumentException("record " + member.key() + " stands in two clusters");
        }
      }
      ordered.add(cluster.stream().sorted(Comparator.comparing(Membership::key)).toList());
    }
    ordered.sort(Comparator.comparing(cluster -> cluster.get(0).key()));
    return ordered;
  }

  /** The parts of last night's persons, cluster by cluster. */
  private static List<Part> partsOf(
      List<List<Membership>> clusters, Map<RecordKey, String> previous) {
    List<Part> parts = new ArrayList<>();
    Map<Long, Part> here = new HashMap<>();
    for (int cluster = 0; cluster < clusters.size(); cluster++) {
      here.clear();
      for (Membership member : clusters.get(cluster)) {
        String id = previous.get(member.key());
        if (id != null) {
          long number = PersonId.numberOf(id);
          Part part = here.get(number);
          here.put(
              number,
              (part == null ? new Part(number, cluster, 0, 0, member.key()) : part).with(member));
        }
      }
      parts.addAll(here.values());
    }
    parts.sort(Comparator.comparingLong(Part::previousNumber).thenComparingInt(Part::cluster));
    return parts;
  }

  /** For each previous person the cluster in which they go on. */
  private static Map<Long, Integer> heirsOf(List<Part> parts) {
    Map<Long, Part> best = new HashMap<>();
    for (Part part : parts) {
      best.merge(
          part.previousNumber(),
          part,
          (a, b) -> Part.MOST_EVIDENCE_FIRST.compare(a, b) <= 0 ? a : b);
    }
    Map<Long, Integer> heirs = new HashMap<>();
    best.forEach((number, part) -> heirs.put(number, part.cluster()));
    return heirs;
  }

  /** Each cluster's number: the oldest of those who go on in it, else the next new one. */
  private static long[] numbersOf(int clusters, Map<Long, Integer> heirs, long last) {
    long[] numbers = new long[clusters];
    heirs.forEach(
        (number, cluster) ->
            numbers[cluster] = numbers[cluster] == 0 ? number : Math.min(numbers[cluster], number));
    long next = last;
    for (int cluster = 0; cluster < clusters; cluster++) {
      if (numbers[cluster] == 0) {
        numbers[cluster] = ++next;
      }
    }
    return numbers;
  }

  private static List<Person> persons(List<List<Membership>> clusters, long[] numbers) {
    List<Integer> order = new ArrayList<>();
    for (int cluster = 0; cluster < numbers.length; cluster++) {
      order.add(cluster);
    }
    order.sort(Comparator.comparingLong(cluster -> numbers[cluster]));
    return order.stream()
        .map(cluster -> new Person(PersonId.ofNumber(numbers[cluster]), clusters.get(cluster)))
        .toList();
  }

  /**
   * A part in the cluster where its person goes on is a merge if the cluster has another id; any
   * other part has been split off.
   */
  private static List<IdentityChange> changes(
      List<Part> parts, Map<Long, Integer> heirs, long[] numbers) {
    List<IdentityChange> merges = new ArrayList<>();
    List<IdentityChange> splits = new ArrayList<>();
    for (Part part : parts) {
      long number = numbers[part.cluster()];
      String id = PersonId.ofNumber(number);
      String previousId = PersonId.ofNumber(part.previousNumber());
      if (heirs.getOrDefault(part.previousNumber(), -1) != part.cluster()) {
        splits.add(new IdentityChange(IdentityChange.Kind.SPLIT, previousId, id));
      } else if (number != part.previousNumber()) {
        merges.add(new IdentityChange(IdentityChange.Kind.MERGED, id, previousId));
      }
    }
    merges.sort(BY_IDS);
    splits.sort(BY_IDS);
    merges.addAll(splits);
    return merges;
  }

  private static final Comparator<IdentityChange> BY_IDS =
      Comparator.<IdentityChange>comparingLong(change -> PersonId.numberOf(change.personId()))
          .thenComparingLong(change -> PersonId.numberOf(change.otherId()));

  private static long greatest(Map<RecordKey, String> previous) {
    return previous.values().stream().mapToLong(PersonId::numberOf).max().orElse(0);
  }

  private static long newcomers(long[] numbers, long last) {
    long count = 0;
    for (long number : numbers) {
      count += number > last ? 1 : 0;
    }
    return count;
  }
}
