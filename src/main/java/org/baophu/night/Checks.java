package org.baophu.night;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.baophu.identity.IdentityChange;
import org.baophu.night.SampleBook.Asked;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.baophu.sample.Answer;
import org.baophu.standard.RecordDigest;
import org.baophu.standard.StandardRecord;

/**
 * What clerks found about persons of tonight. An answer holds as long as the person's records say
 * of living and insurance what they said when the person was drawn; evidence that came after that
 * ends it. Of a person who was merged it holds only if the records are still the same.
 */
final class Checks {
  private final SampleBook book;
  private final List<StandardRecord> records;
  private final List<RecordKey> keys;
  private final Persons persons;
  private final Map<String, Answer> answers = new HashMap<>();

  /**
   * @param heirs for every person id that was merged on an earlier night, the id that went on
   */
  Checks(
      SampleBook book, Map<String, String> heirs, Persons persons, List<StandardRecord> records) {
    this.book = book;
    this.records = records;
    this.persons = persons;
    this.keys = MemoryKeys.of(records);
    Map<String, Integer> indexes = new HashMap<>();
    for (int person = 0; person < persons.persons().size(); person++) {
      indexes.put(persons.persons().get(person).id(), person);
    }
    Map<String, String> ended = new HashMap<>(heirs);
    for (IdentityChange change : persons.changes()) {
      if (change.kind() == IdentityChange.Kind.MERGED) {
        ended.put(change.otherId(), change.personId());
      }
    }
    for (Asked asked : book.asked()) {
      String id = asked.draw().personId();
      String current = indexes.containsKey(id) ? id : SampleBook.heir(id, ended);
      Integer person = indexes.get(current);
      if (person != null
          && !asked.answer().equals(Answer.NONE)
          && evidence(person) == asked.draw().evidence()) {
        answers.put(current, asked.answer());
      }
    }
  }

  SampleBook book() {
    return book;
  }

  /** What a clerk found about a person of tonight, if that holds tonight. */
  Optional<Answer> of(String personId) {
    return Optional.ofNullable(answers.get(personId));
  }

  /** Equal as long as a person's records say the same of living and insurance. */
  long evidence(int person) {
    TreeSet<String> said = new TreeSet<>();
    for (int row : persons.members()[person]) {
      if (keys.get(row).source() != Source.POVERTY) {
        said.add(keys.get(row) + "=" + RecordDigest.of(records.get(row)).state());
      }
    }
    return RecordDigest.hash(said.toArray(String[]::new));
  }
}
