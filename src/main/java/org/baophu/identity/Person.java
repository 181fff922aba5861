package org.baophu.identity;

import java.util.Comparator;
import java.util.List;

/**
 * A person: all records that are believed to be theirs.
 *
 * @param id stable from night to night, such as {@code P0000001}
 * @param members the records, sorted by key; at least one
 */
public record Person(String id, List<Membership> members) {
  public Person {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("person " + id + " has no record");
    }
    members = members.stream().sorted(Comparator.comparing(Membership::key)).toList();
  }
}
