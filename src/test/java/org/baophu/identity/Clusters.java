package org.baophu.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;

/** Clusters from short texts: {@code "1 2@0.7 | 3"} are tax records 1 and 2, and 3 alone. */
final class Clusters {
  private Clusters() {}

  static RecordKey key(String id) {
    return new RecordKey(Source.TAX, id);
  }

  static List<List<Membership>> of(String text) {
    List<List<Membership>> clusters = new ArrayList<>();
    for (String cluster : text.split("\\|", -1)) {
      List<Membership> members = new ArrayList<>();
      for (String word : cluster.trim().split(" ", -1)) {
        String[] parts = word.split("@", -1);
        members.add(
            new Membership(key(parts[0]), parts.length > 1 ? Double.parseDouble(parts[1]) : 1));
      }
      clusters.add(members);
    }
    return clusters;
  }

  /** Which record is with which id. */
  static Map<RecordKey, String> idsOf(List<Person> persons) {
    Map<RecordKey, String> ids = new HashMap<>();
    for (Person person : persons) {
      person.members().forEach(member -> ids.put(member.key(), person.id()));
    }
    return ids;
  }

  /** {@code "P0000001: 1 2 | P0000002: 3"}. */
  static String describe(List<Person> persons) {
    return String.join(
        " | ",
        persons.stream()
            .map(
                person ->
                    person.id()
                        + ": "
                        + String.join(
                            " ",
                            person.members().stream()
                                .map(member -> member.key().recordId())
                                .toList()))
            .toList());
  }
}
