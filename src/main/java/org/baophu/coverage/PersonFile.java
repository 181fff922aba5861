package org.baophu.coverage;

import java.util.Comparator;
import java.util.List;
import org.baophu.identity.Membership;
import org.baophu.identity.Person;
import org.baophu.standard.StandardRecord;

/**
 * All that is known about a person.
 *
 * @param records the records of the person's members, every one; kept sorted by key
 * @param candidates insurance records of other persons, or of nobody, that may be this person's;
 *     kept sorted by key
 */
public record PersonFile(
    Person person, List<StandardRecord> records, List<InsuredCandidate> candidates) {
  public PersonFile {
    records = records.stream().sorted(Comparator.comparing(StandardRecord::key)).toList();
    candidates = candidates.stream().sorted(Comparator.comparing(InsuredCandidate::key)).toList();
    if (!records.stream()
        .map(StandardRecord::key)
        .toList()
        .equals(person.members().stream().map(Membership::key).toList())) {
      throw new IllegalArgumentException(
          "the records of " + person.id() + " are not the records of its members");
    }
  }
}
