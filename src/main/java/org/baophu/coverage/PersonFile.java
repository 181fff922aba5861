package org.baophu.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.baophu.identity.Membership;
import org.baophu.identity.Person;
import org.baophu.person.RecordKey;
import org.baophu.standard.StandardRecord;

/**
 * All that is known about a person.
 *
 * @param records the records of the person's members, every one; kept sorted by key
 * @param candidates insurance records of other persons, or of nobody, that may be this person's;
 *     kept sorted by key
 * @param joined groups of the person's records that somebody decided to be one person's
 */
public record PersonFile(
    Person person,
    List<StandardRecord> records,
    List<InsuredCandidate> candidates,
    List<Set<RecordKey>> joined) {
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
    joined = List.copyOf(joined);
  }

  /** A person about whom nobody decided anything. */
  public PersonFile(
      Person person, List<StandardRecord> records, List<InsuredCandidate> candidates) {
    this(person, records, candidates, List.of());
  }
}
