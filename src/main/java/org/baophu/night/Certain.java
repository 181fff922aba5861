package org.baophu.night;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.baophu.identity.Decision;
import org.baophu.standard.StandardRecord;

/**
 * What persons are assessed by: what linkage found, with what clerks decided as certain as they
 * said it. Who has which id was settled before, by the evidence alone.
 *
 * @param groups by person, by index: those of their records that clerks decided to be one's, in
 *     groups of two or more, as indexes of records; only persons with such records are there
 */
record Certain(Links links, Persons persons, Map<Integer, List<List<Integer>>> groups) {

  static Certain of(
      List<StandardRecord> records, Links links, Persons persons, List<Decision> decisions) {
    if (decisions.isEmpty()) {
      return new Certain(links, persons, Map.of());
    }
    DecidedGroups decided = new DecidedGroups(links.cluster(), records, decisions);
    Links certain = decided.certain(links);
    int[] personOfRow = persons.personOfRow(records.size());
    Map<Integer, List<List<Integer>>> groups = new TreeMap<>();
    for (List<Integer> group : decided.groups()) {
      groups.computeIfAbsent(personOfRow[group.get(0)], person -> new ArrayList<>()).add(group);
    }
    return new Certain(
        certain, persons.withMemberships(records, certain.membership(), groups.keySet()), groups);
  }

  /** The groups of one person. */
  List<List<Integer>> groups(int person) {
    return groups.getOrDefault(person, List.of());
  }
}
