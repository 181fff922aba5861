package org.baophu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.baophu.identity.PersonIds.Assignment;
import org.baophu.person.RecordKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds in every night, on random histories of arrivals, withdrawals, merges and splits. */
class PersonIdsLawsTest {
  private static final int NIGHTS = 40;
  private static final int HISTORIES = 50;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void holdInEveryNight(long seed) {
    Random random = new Random(seed);
    for (int history = 0; history < HISTORIES; history++) {
      Map<RecordKey, String> previous = Map.of();
      Set<String> everGiven = new HashSet<>();
      long last = 0;
      for (int night = 0; night < NIGHTS; night++) {
        List<List<Membership>> clusters = clusters(random);

        Assignment tonight = PersonIds.assign(clusters, previous, last);

        everyRecordOnce(clusters, tonight);
        idsAreUniqueAndSorted(tonight);
        goneIdsStayGone(tonight, previous, everGiven);
        everyMoveIsCovered(tonight, previous);
        unchangedPersonsKeepTheirIds(clusters, tonight, previous);
        theOrderOfClustersDoesNotMatter(clusters, tonight, previous, last, random);
        tonight.persons().forEach(person -> everGiven.add(person.id()));
        previous = Clusters.idsOf(tonight.persons());
        last = tonight.lastNumber();
      }
    }
  }

  /** Twelve records at most, each gone in a tenth of the nights, in clusters that drift. */
  private static List<List<Membership>> clusters(Random random) {
    Map<Integer, List<Membership>> clusters = new TreeMap<>();
    for (int record = 0; record < 12; record++) {
      if (random.nextInt(10) > 0) {
        int home = random.nextInt(3) > 0 ? record / 3 : random.nextInt(6);
        clusters
            .computeIfAbsent(home, key -> new ArrayList<>())
            .add(new Membership(Clusters.key("R" + record), 0.5 + random.nextInt(6) / 10.0));
      }
    }
    return new ArrayList<>(clusters.values());
  }

  private static void everyRecordOnce(List<List<Membership>> clusters, Assignment tonight) {
    assertThat(tonight.persons().stream().flatMap(person -> person.members().stream()))
        .containsExactlyInAnyOrderElementsOf(clusters.stream().flatMap(List::stream).toList());
    assertThat(tonight.persons()).hasSameSizeAs(clusters);
  }

  private static void idsAreUniqueAndSorted(Assignment tonight) {
    assertThat(tonight.persons())
        .extracting(Person::id)
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(id -> PersonId.numberOf(id) <= tonight.lastNumber());
  }

  private static void goneIdsStayGone(
      Assignment tonight, Map<RecordKey, String> previous, Set<String> everGiven) {
    for (Person person : tonight.persons()) {
      assertThat(previous.containsValue(person.id()) || !everGiven.contains(person.id()))
          .as("%s was given before and had gone", person.id())
          .isTrue();
    }
  }

  /** A record with another id than last night is covered by a merge or a split, and no more are. */
  private static void everyMoveIsCovered(Assignment tonight, Map<RecordKey, String> previous) {
    Set<String> moves = new HashSet<>();
    Clusters.idsOf(tonight.persons())
        .forEach(
            (key, id) -> {
              String before = previous.get(key);
              if (before != null && !before.equals(id)) {
                moves.add(before + " to " + id);
              }
            });
    List<String> reported =
        tonight.changes().stream()
            .map(
                change ->
                    switch (change.kind()) {
                      case MERGED -> change.otherId() + " to " + change.personId();
                      case SPLIT -> change.personId() + " to " + change.otherId();
                    })
            .toList();
    assertThat(reported).containsExactlyInAnyOrderElementsOf(moves);
  }

  /** Whoever has the same records as last night, or some more or fewer, and no other's, stays. */
  private static void unchangedPersonsKeepTheirIds(
      List<List<Membership>> clusters, Assignment tonight, Map<RecordKey, String> previous) {
    Map<RecordKey, String> now = Clusters.idsOf(tonight.persons());
    Map<String, Set<String>> after = new HashMap<>();
    now.forEach(
        (key, id) -> {
          String before = previous.get(key);
          if (before != null) {
            after.computeIfAbsent(before, unused -> new HashSet<>()).add(id);
          }
        });
    for (List<Membership> cluster : clusters) {
      Set<String> before =
          cluster.stream()
              .map(Membership::key)
              .filter(previous::containsKey)
              .map(previous::get)
              .collect(Collectors.toSet());
      if (before.size() == 1) {
        String id = before.iterator().next();
        if (after.getOrDefault(id, Set.of()).size() == 1) {
          assertThat(now.get(cluster.get(0).key())).isEqualTo(id);
        }
      }
    }
  }

  private static void theOrderOfClustersDoesNotMatter(
      List<List<Membership>> clusters,
      Assignment tonight,
      Map<RecordKey, String> previous,
      long last,
      Random random) {
    List<List<Membership>> shuffled = new ArrayList<>(clusters);
    Collections.shuffle(shuffled, random);
    shuffled.replaceAll(
        cluster -> {
          List<Membership> members = new ArrayList<>(cluster);
          Collections.shuffle(members, random);
          return members;
        });
    assertThat(PersonIds.assign(shuffled, previous, last)).isEqualTo(tonight);
  }
}
